import { describe, expect, test } from "@jest/globals";

import { goBuildCommand } from "./go-command.ts";
import type { Manifest } from "./manifest.ts";
import { resolvePlan } from "./resolve-plan.ts";

const values = {
  version: "1.4.0",
  "build-number": "42",
  "build-date": "2026-01-31T12:00:00Z",
  commit: "a".repeat(40),
  branch: "feature/x",
  enterprise: "false",
};
const manifest = (more: Partial<Manifest> = {}): Manifest => ({ archive: { name: "shop", folder: "shop" }, ...more });

function planOf(more: Partial<Manifest>, enterprise = "false") {
  const verdict = resolvePlan(manifest(more), { ...values, enterprise });
  if (verdict.kind === "refused") throw new Error(verdict.problems.join("; "));
  return verdict.plan;
}

function problemsOf(more: Partial<Manifest>) {
  const verdict = resolvePlan(manifest(more), values);
  return verdict.kind === "refused" ? verdict.problems : [];
}

const build = {
  package: "./cmd/shop",
  to: "bin/shop",
  tags: ["b", "a", "b"],
  variables: { "main.edition": "team", "main.build": "{{build-number}} of {{version}}" },
  enterprise: { tags: ["enterprise"], variables: { "main.edition": "enterprise" } },
};

describe("a plan", () => {
  test("has tags sorted and once, and variables sorted and filled in", () => {
    expect(planOf({ go: { builds: [build] } }).builds[0]).toMatchObject({
      tags: ["a", "b"],
      variables: [
        ["main.build", "42 of 1.4.0"],
        ["main.edition", "team"],
      ],
      trimPath: true,
      strip: false,
      cgo: false,
    });
  });

  test("of the enterprise edition has its tags, its variables and its license", () => {
    const license = { from: "MIT", enterprise: "EE", to: "LICENSE" };
    const plan = planOf({ go: { builds: [build] }, license }, "true");
    expect(plan.builds[0]?.tags).toEqual(["a", "b", "enterprise"]);
    expect(plan.builds[0]?.variables[1]).toEqual(["main.edition", "enterprise"]);
    expect(plan.sources).toMatchObject([{ from: "EE", to: "LICENSE" }]);
    expect(planOf({ license: { from: "MIT", to: "LICENSE" } }, "true").sources).toMatchObject([{ from: "MIT" }]);
  });

  test("has the modes of the manifest as numbers, 644 where it says none", () => {
    const generate = [
      { to: "a", text: "" },
      { to: "b", text: "", mode: "600" },
    ];
    expect(planOf({ generate }).texts.map(({ mode }) => mode)).toEqual([0o644, 0o600]);
  });

  test.each<[string, Partial<Manifest>, string]>([
    [
      "a name that a branch's slash spoils",
      { archive: { name: "shop-{{branch}}", folder: "shop" } },
      'archive.name: "shop-feature/x" is refused',
    ],
    [
      "C without its compiler",
      { go: { builds: [{ ...build, cgo: true }] } },
      "go.builds[0].c-compiler: is required where cgo is true",
    ],
    [
      "a compiler without C",
      { go: { builds: [{ ...build, "c-compiler": "gcc" }] } },
      "go.builds[0].c-compiler: has no effect",
    ],
    [
      "an unknown field anywhere",
      { json: [{ from: "a", to: "b", set: { "/x": "{{no}}" } }] },
      "json[0].set./x: {{no}} is no field",
    ],
  ])("is refused for %s", (_, more, problem) => {
    expect(problemsOf(more)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("the call of Go", () => {
  const call = (more = {}) => {
    const [planned] = planOf({ go: { builds: [{ ...build, ...more }] } }).builds;
    if (planned === undefined) throw new Error("no build");
    return goBuildCommand(planned, { program: "/go/bin/go", folder: "/go/bin" }, { folder: "/w", output: "/b/0" });
  };

  test("leaves out what differs from one checkout to another, and quotes each assignment whole", () => {
    expect(call().args).toEqual([
      "build",
      "-trimpath",
      "-buildvcs=false",
      "-tags=a,b",
      "-ldflags=-X 'main.build=42 of 1.4.0' -X 'main.edition=team'",
      "-o",
      "/b/0",
      "./cmd/shop",
    ]);
    expect(call().environment).toMatchObject({
      GOOS: "linux",
      GOARCH: "arm64",
      CGO_ENABLED: "0",
      GOTOOLCHAIN: "local",
    });
  });

  test("takes what the manifest says otherwise", () => {
    const { args, environment } = call({
      "trim-path": false,
      strip: true,
      cgo: true,
      "c-compiler": "aarch64-linux-gnu-gcc",
      variables: {},
      tags: [],
    });
    expect(args).toEqual(["build", "-buildvcs=false", "-ldflags=-s -w", "-o", "/b/0", "./cmd/shop"]);
    expect(environment).toMatchObject({ CGO_ENABLED: "1", CC: "aarch64-linux-gnu-gcc" });
  });
});
