import { describe, expect, test } from "@jest/globals";

import { planLayout, type FoundSource, type LayoutEntry, type LayoutPlan } from "./plan-layout.ts";
import type { SourcePlan } from "./package-plan.ts";

const source = (to: string, more: Partial<SourcePlan> = {}): SourcePlan => ({
  place: "layout[0]",
  from: "from",
  to,
  mode: 0o644,
  include: [],
  exclude: [],
  ...more,
});
const tree = (...paths: string[]): FoundSource => ({
  kind: "tree",
  files: paths.map((path) => ({ path, file: `/disk/${path}`, size: 1 })),
});
const file: FoundSource = { kind: "file", file: "/disk/file", size: 1 };
const made = (path: string): LayoutEntry => ({ path, mode: 0o755, origin: "go.builds", content: { kind: "later" } });

function plan(
  sources: readonly (readonly [SourcePlan, FoundSource])[],
  binaries: string[] = [],
  emptyFolders: string[] = [],
): LayoutPlan {
  return planLayout({
    sources: sources.map(([one, found]) => ({ source: one, found })),
    made: binaries.map(made),
    emptyFolders,
  });
}

function paths(verdict: LayoutPlan): string[] {
  return verdict.kind === "refused"
    ? verdict.problems.map((problem) => `refused: ${problem}`)
    : verdict.entries.map(
        ({ path, mode, content }) => `${mode.toString(8)} ${path}${content.kind === "folder" ? "/" : ""}`,
      );
}

describe("the layout", () => {
  test("gives each file its place, with the folders above it first and everything in the order of bytes", () => {
    const verdict = plan(
      [
        [source("b/deep", { mode: 0o600 }), tree("z", "é", "Y/y")],
        [source("a"), file],
      ],
      ["bin/x"],
      ["logs"],
    );
    expect(paths(verdict)).toEqual([
      "644 a",
      "755 b/",
      "755 b/deep/",
      "755 b/deep/Y/",
      "600 b/deep/Y/y",
      "600 b/deep/z",
      "600 b/deep/é",
      "755 bin/",
      "755 bin/x",
      "755 logs/",
    ]);
  });

  test("takes what include names without what exclude names", () => {
    const chosen = source("t", { include: ["**/*.html", "*.txt"], exclude: ["partials/"] });
    expect(paths(plan([[chosen, tree("a.html", "b.txt", "c.mjml", "partials/d.html")]]))).toEqual([
      "755 t/",
      "644 t/a.html",
      "644 t/b.txt",
    ]);
  });

  test.each<[string, LayoutPlan, string]>([
    [
      "a source that is missing",
      plan([[source("a"), { kind: "missing" }]]),
      "layout[0] (from): is not in the workspace",
    ],
    [
      "a source that is refused",
      plan([[source("a"), { kind: "refused", reason: "x leads out" }]]),
      "layout[0] (from): x leads out",
    ],
    ["a folder that gives nothing", plan([[source("a"), tree()]]), "layout[0] (from): gives no file"],
    [
      "a folder that exclude empties",
      plan([[source("a", { exclude: ["*"] }), tree("x")]]),
      "layout[0] (from): gives no file after include and exclude",
    ],
    [
      "a pattern that finds nothing",
      plan([[source("a", { include: ["x", "*.htm"] }), tree("x")]]),
      'layout[0] (from): include "*.htm" finds nothing',
    ],
    [
      "patterns for a file",
      plan([[source("a", { exclude: ["x"] }), file]]),
      "layout[0] (from): is a file; include and exclude are for folders",
    ],
    [
      "two files at one place",
      plan([[source("bin/x"), file]], ["bin/x"]),
      "bin/x: comes from go.builds and from layout[0] (from)",
    ],
    [
      "names that differ by case",
      plan([
        [source("README"), file],
        [source("readme", { place: "layout[1]" }), file],
      ]),
      "readme and README are one name where case does not count",
    ],
    [
      "names that differ by the form of an accent",
      plan([
        [source("é"), file],
        [source("e\u0301", { place: "layout[1]" }), file],
      ]),
      "é and e\u0301 are one name where case does not count",
    ],
    [
      "a file where a folder is needed",
      plan([[source("bin"), file]], ["bin/x"]),
      "bin: is a file of layout[0] (from) and a folder of go.builds",
    ],
    [
      "an empty folder that is filled",
      plan([], ["bin/x"], ["bin"]),
      "empty-folders[0]: bin is to be empty and go.builds puts bin/x there",
    ],
    [
      "a name that cannot be unpacked elsewhere",
      plan([[source("a"), tree("b\nc")]]),
      'layout[0] (from): the name "a/b\\nc" has a backslash or a control character',
    ],
    ["a package of nothing", plan([], [], ["logs"]), "the package would hold no file"],
  ])("refuses %s", (_, verdict, problem) => {
    expect(paths(verdict)).toEqual([`refused: ${problem}`]);
  });

  test("names folders that differ by case too", () => {
    expect(
      paths(
        plan([
          [source("Fonts/a"), file],
          [source("fonts/b", { place: "layout[1]" }), file],
        ]),
      ),
    ).toContain("refused: fonts and Fonts are one name where case does not count");
  });
});
