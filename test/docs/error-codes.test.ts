import { documentedByActions, findErrorCodes, readDocumentedErrors, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";
import { PAGES } from "./pages.ts";

const thrown = [...findErrorCodes(REPOSITORY_ROOT).keys()];
const shared = readDocumentedErrors(PAGES.get("docs/troubleshooting.md") ?? "");
const documented = [...documentedByActions(REPOSITORY_ROOT), ...shared].flatMap(({ codes }) => codes);

test("there are codes to look at, of actions and of packages", () => {
  expect(thrown).toEqual(expect.arrayContaining(["BAD_INPUTS", "ROLLED_BACK", "UNAUTHORIZED", "SUPERSEDED"]));
});

test("each code of the sources is in the README of an action, or among the shared ones of docs/troubleshooting.md", () => {
  expect(thrown.filter((code) => !documented.includes(code)).toSorted()).toEqual([]);
});

test("each code that is documented is one of the sources", () => {
  expect(documented.filter((code) => !thrown.includes(code))).toEqual([]);
});

test("no shared code is explained a second time in a README", () => {
  const ofActions = documentedByActions(REPOSITORY_ROOT).flatMap(({ codes }) => codes);
  expect(shared.flatMap(({ codes }) => codes).filter((code) => ofActions.includes(code))).toEqual([]);
});
