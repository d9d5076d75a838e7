import { expect, test } from "@jest/globals";
import { PAGES, readBlocks } from "./pages.ts";

/** What is looked at by a test of this folder, and what is only to be read. */
const CHECKED = ["bash", "sh", "yaml", "json"];
const READ_ONLY = ["text", "ts", "hcl"];

test("there are pages to look at", () => {
  const pages = ["README.md", "docs/set-up.md", "docs/decisions/README.md", "actions/ecs-deploy/README.md"];
  expect([...PAGES.keys()]).toEqual(expect.arrayContaining(pages));
});

test("each fenced block says what it is, so that none is left out", () => {
  const others = [...PAGES].flatMap(([path, page]) =>
    readBlocks(path, page).filter(({ language }) => ![...CHECKED, ...READ_ONLY].includes(language)),
  );
  expect(others.map(({ place }) => place)).toEqual([]);
});

test("each fence is read: as many blocks as pairs of fences", () => {
  for (const [path, page] of PAGES) {
    const fences = page.match(/^ *```/gm) ?? [];
    expect([path, readBlocks(path, page).length * 2]).toEqual([path, fences.length]);
  }
});
