import { describe, expect, test } from "@jest/globals";

import { judgeBinary, symbolOf } from "./judge-binary.ts";
import type { BuildPlan } from "./package-plan.ts";
import type { BinaryFacts, GoBuildInfo } from "./ports.ts";

const build: BuildPlan = {
  folder: ".",
  package: "./cmd/shop",
  to: "bin/shop",
  tags: ["a", "b"],
  variables: [["main.version", "1.4.0"]],
  trimPath: true,
  strip: false,
  cgo: false,
  cCompiler: undefined,
};
const settings = { GOOS: "linux", GOARCH: "arm64", CGO_ENABLED: "0", "-tags": "a,b", "-trimpath": "true" };
const info = (more: Record<string, string> = {}, goVersion = "go1.26.8"): GoBuildInfo => ({
  goVersion,
  path: "example.com/shop",
  main: undefined,
  deps: [],
  settings: new Map(Object.entries({ ...settings, ...more })),
});
const good: BinaryFacts = {
  elf: { kind: "elf", class: 64, machine: "aarch64", interpreter: undefined },
  info: info(),
  present: new Set(["\0main.version.str\0", "1.4.0"]),
};

describe("a binary", () => {
  test("that is what was asked for has no problem", () => {
    expect(judgeBinary(build, "1.26.8", good)).toEqual([]);
  });

  test.each<[string, Partial<BinaryFacts>, string]>([
    ["is no ELF file", { elf: { kind: "not-elf" } }, "is no ELF file"],
    [
      "is for another machine",
      { elf: { kind: "elf", class: 64, machine: "x86-64", interpreter: undefined } },
      "is for x86-64",
    ],
    [
      "needs a loader",
      { elf: { kind: "elf", class: 64, machine: "aarch64", interpreter: "/lib/ld-linux-aarch64.so.1" } },
      "needs the loader /lib/ld",
    ],
    ["says nothing of its build", { info: undefined }, "holds no build information"],
    ["has other tags", { info: info({ "-tags": "a" }) }, 'was built with -tags "a", not "a,b"'],
    ["has C in it", { info: info({ CGO_ENABLED: "1" }) }, 'was built with CGO_ENABLED "1", not "0"'],
    ["keeps paths of the machine", { info: info({ "-trimpath": "" }) }, 'was built with -trimpath "", not "true"'],
    ["was built by another Go", { info: info({}, "go1.22.1") }, "was built by Go 1.22.1, not 1.26.8"],
    ["lacks the variable", { present: new Set(["1.4.0"]) }, 'does not hold "1.4.0" for main.version'],
    ["lacks the text", { present: new Set(["\0main.version.str\0"]) }, 'does not hold "1.4.0" for main.version'],
  ])("that %s is refused", (_, facts, problem) => {
    expect(judgeBinary(build, "1.26.8", { ...good, ...facts })).toEqual([expect.stringContaining(problem)]);
  });

  test.each([
    ["go1.26", "1.26.0"],
    ["go1.27rc2", "1.27.0-rc.2"],
    ["go1.26.8 X:nocoverageredesign", "1.26.8"],
  ])("of %s was built by %s", (said, version) => {
    expect(judgeBinary(build, version, { ...good, info: info({}, said) })).toEqual([]);
  });
});

test.each([
  ["main.version", "\0main.version.str\0"],
  ["example.com/shop/model.Hash", "\0example.com/shop/model.Hash.str\0"],
  ["gopkg.in/yaml.v3.Name", "\0gopkg.in/yaml%2ev3.Name.str\0"],
])("%s has the symbol %j", (variable, symbol) => {
  expect(symbolOf(variable)).toBe(symbol);
});
