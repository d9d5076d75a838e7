import { checkActionContract, checkRootReadme, findActions, renderBreach, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";

const actions = findActions(REPOSITORY_ROOT);

test("there are actions to check", () => {
  expect(actions).toContain("compute-beta-tag");
});

test.each(actions)("%s says the same in action.yml, in its code and in its README", async (action) => {
  const breaches = await checkActionContract(REPOSITORY_ROOT, action);
  expect(breaches.map(renderBreach)).toEqual([]);
});

test("the README lists every action and its examples use inputs that exist", () => {
  expect(checkRootReadme(REPOSITORY_ROOT).map(renderBreach)).toEqual([]);
});
