import type { Digest } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { isWrite, planFloatingTag, planVersionTag, type FloatingRule } from "./plan-tag.ts";

const image = `sha256:${"a".repeat(64)}` as Digest;
const other = `sha256:${"b".repeat(64)}` as Digest;

describe("planVersionTag", () => {
  test.each([
    ["absent", undefined, "fail", "create"],
    ["absent", undefined, "skip", "create"],
    ["absent", undefined, "move", "create"],
    ["right already", image, "fail", "same"],
    ["right already", image, "skip", "same"],
    ["right already", image, "move", "same"],
    ["another image", other, "fail", "conflict"],
    ["another image", other, "skip", "skip"],
    ["another image", other, "move", "move"],
  ] as const)("a tag that is %s (%s) with on-conflict %s gives %s", (_, before, onConflict, kind) => {
    expect(planVersionTag({ tag: "1.0.0", before }, image, onConflict).kind).toBe(kind);
  });
});

describe("planFloatingTag", () => {
  const held: FloatingRule = { kind: "auto", reasonToKeep: () => "2.0.0 is newer" };
  const free: FloatingRule = { kind: "auto", reasonToKeep: () => undefined };

  test.each([
    ["always", undefined, { kind: "always" }, "create"],
    ["always", other, { kind: "always" }, "move"],
    ["always", image, { kind: "always" }, "same"],
    ["never", undefined, { kind: "never" }, "keep"],
    ["never", other, { kind: "never" }, "keep"],
    ["never", image, { kind: "never" }, "same"],
    ["auto without an objection", undefined, free, "create"],
    ["auto without an objection", other, free, "move"],
    ["auto with an objection", undefined, held, "keep"],
    ["auto with an objection", other, held, "keep"],
    ["auto with an objection", image, held, "same"],
  ] as const)("the rule %s and a tag that names %s give the plan %#", (_, before, rule, kind) => {
    expect(planFloatingTag({ tag: "latest", before }, image, rule).kind).toBe(kind);
  });

  test("a kept tag says why", () => {
    expect(planFloatingTag({ tag: "latest", before: other }, image, held)).toMatchObject({ why: "2.0.0 is newer" });
  });
});

test.each([
  ["create", true],
  ["move", true],
  ["same", false],
  ["skip", false],
  ["conflict", false],
] as const)("a plan to %s writes: %s", (kind, writes) => {
  expect(isWrite({ tag: "1.0.0", before: undefined, kind })).toBe(writes);
});
