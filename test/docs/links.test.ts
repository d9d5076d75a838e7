import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";
import { PAGES } from "./pages.ts";

describe.each([...PAGES])("%s", (path, page) => {
  const targets = linksIn(page);

  test("links only to files that are there", () => {
    const missing = targets.filter(({ file }) => !existsSync(join(REPOSITORY_ROOT, dirname(path), file)));
    expect(missing).toEqual([]);
  });

  test("links only to headings that are there", () => {
    const missing = targets.filter(({ file, anchor }) => anchor !== "" && !anchorsOf(path, file).includes(anchor));
    expect(missing).toEqual([]);
  });
});

test("every page of docs can be reached from the README by links", () => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path) || !PAGES.has(path)) return;
    reached.add(path);
    for (const { file } of linksIn(PAGES.get(path) ?? "")) follow(normalize(join(dirname(path), file)));
  };
  follow("README.md");
  expect([...PAGES.keys()].filter((path) => !reached.has(path))).toEqual([]);
});

/** Every link to a place of this repository. */
function linksIn(page: string): { file: string; anchor: string }[] {
  const prose = page.replaceAll(/^ *```.*?^ *```$/gms, "").replaceAll(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return links
    .filter((target) => !/^https?:\/\//.test(target))
    .map((target) => {
      const [file = "", anchor = ""] = target.split("#");
      return { file, anchor };
    });
}

/** The anchors that GitHub gives to the headings of a linked page. */
function anchorsOf(path: string, file: string): string[] {
  const target = file === "" ? path : normalize(join(dirname(path), file));
  const headings = [...(PAGES.get(target) ?? "").matchAll(/^#{1,6} (.+)$/gm)].map(([, text = ""]) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
