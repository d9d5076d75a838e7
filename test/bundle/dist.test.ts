import { type BundleVerdict, findActions, REPOSITORY_ROOT, verifyBundles } from "@fairway/repo-tools";
import { beforeAll, expect, test } from "@jest/globals";

const actions = findActions(REPOSITORY_ROOT);
let verdicts: readonly BundleVerdict[] = [];

// One build of everything in two folders, then one verdict an action.
beforeAll(async () => {
  verdicts = await verifyBundles(REPOSITORY_ROOT, actions);
}, 300_000);

test.each(actions)("dist of %s is byte for byte what its sources give in two other folders", (action) => {
  expect(verdicts.find((verdict) => verdict.action === action)?.problems).toEqual([]);
});
