import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findHiddenCharacters, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";
import { listKeptFiles } from "./repository-files.ts";

const paths = listKeptFiles();

test("there are files to look at, bundles and hidden folders included", () => {
  expect(paths).toEqual(expect.arrayContaining([".ci/run", "actions/ecs-deploy/dist/index.js", "README.md"]));
});

test("no file holds a character that hides what its text says", () => {
  const found = paths.flatMap((path) =>
    findHiddenCharacters(readText(path)).map(({ line, codePoint }) => `${path}:${line} ${codePoint}`),
  );
  expect(found).toEqual([]);
});

/** A file that is no text has nothing to read. */
function readText(path: string): string {
  const bytes = readFileSync(join(REPOSITORY_ROOT, path));
  return bytes.includes(0) ? "" : bytes.toString("utf8");
}
