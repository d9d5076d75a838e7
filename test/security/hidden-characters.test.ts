import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findHiddenCharacters, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";
import { describeWithTool } from "../support/tools.ts";

describeWithTool("git", "the files that git knows", () => {
  const list = execFileSync("git", ["ls-files", "-z"], { cwd: REPOSITORY_ROOT, encoding: "utf8" });
  const paths = list.split("\0").filter((path) => path !== "");

  test("are many", () => {
    expect(paths.length).toBeGreaterThan(500);
  });

  test("hold no character that hides what a text says, bundles included", () => {
    const found = paths.flatMap((path) =>
      findHiddenCharacters(readText(path)).map(({ line, codePoint }) => `${path}:${line} ${codePoint}`),
    );
    expect(found).toEqual([]);
  });
});

/** A file that is no text, or that is deleted and not yet committed, has nothing to read. */
function readText(path: string): string {
  try {
    const bytes = readFileSync(join(REPOSITORY_ROOT, path));
    return bytes.includes(0) ? "" : bytes.toString("utf8");
  } catch {
    return "";
  }
}
