import { describe, expect, test } from "@jest/globals";

import type { Assessment, Patience } from "./assessment.ts";
import { judge, type GateRules } from "./judge.ts";
import { parseTarget } from "./target.ts";
import { createTrack, observe, type Track } from "./track.ts";

const RULES: GateRules = { consecutiveSuccesses: 3, require: "all", timeoutMs: 120_000 };
const PASSED: Assessment = { kind: "passed", observed: "answers 200", tookMs: 5, version: undefined };
const STARTING = failed("answers 503", "timeout");
const OLD = failed("answers 200 with version 1.3.0", "grace");
const OLDER = failed("answers 200 with version 1.2.0", "grace");
const FORBIDDEN = failed("is refused", "none");

function failed(observed: string, patience: Patience): Assessment {
  return {
    kind: "failed",
    code: "STATUS",
    expected: "status 200",
    observed,
    excerpt: "",
    patience,
    nextStep: "Look.",
    version: undefined,
  };
}

/** A track with an observation at each of these moments. */
function track(...observations: readonly (readonly [atMs: number, assessment: Assessment])[]): Track {
  const start = createTrack(parseTarget("https://shop.example/ready"));
  return observations.reduce((current, [atMs, assessment]) => observe(current, assessment, atMs), start);
}

const READY = track([900, STARTING], [1000, PASSED], [1010, PASSED], [1020, PASSED]);
const ALMOST = track([1000, PASSED], [1010, PASSED]);

describe("one target", () => {
  test.each<[string, Track, number, string]>([
    ["was not heard of", track(), 1000, "waiting"],
    ["starts", track([10, STARTING]), 1000, "waiting"],
    ["has not been healthy often enough", ALMOST, 1020, "waiting"],
    ["was healthy often enough", READY, 1020, "ready"],
    ["failed in between", track([0, PASSED], [1, PASSED], [2, STARTING], [3, PASSED]), 10, "waiting"],
    ["starts for as long as it may", track([10, STARTING]), 120_000, "expired"],
    ["was never heard of", track(), 120_000, "expired"],
    ["became healthy at the last moment", READY, 120_000, "ready"],
    ["answers with the old version", track([10, OLD], [29_000, OLD]), 29_000, "waiting"],
    ["answers with the old version beyond the grace", track([10, OLD], [30_010, OLD]), 30_010, "settled"],
    [
      "answers with one old version after another",
      track([10, OLD], [20_000, OLDER], [30_010, OLDER]),
      30_010,
      "waiting",
    ],
    ["was restarted in between", track([10, OLD], [20_000, STARTING], [20_100, OLD], [40_000, OLD]), 40_000, "waiting"],
    ["mixes versions", track([10, OLD], [20_000, PASSED], [20_100, OLD], [40_000, OLD]), 40_000, "waiting"],
    ["may never be asked", track([10, FORBIDDEN]), 10, "settled"],
  ])("that %s at that time is judged", (_, one, nowMs, kind) => {
    expect(judge([one], RULES, nowMs)).toMatchObject({ kind });
  });

  test("is ready after the first of the answers in a row", () => {
    expect(judge([READY], RULES, 1020)).toMatchObject({ kind: "ready", afterMs: 1000 });
  });
});

describe("a deadline shorter than the grace", () => {
  const rules = { ...RULES, timeoutMs: 10_000 };

  test("ends with what has answered for half of it", () => {
    expect(judge([track([4000, OLD], [9900, OLD])], rules, 10_000)).toMatchObject({ kind: "settled" });
  });

  test("ends as expired when that answer is younger", () => {
    expect(judge([track([6000, OLD], [9900, OLD])], rules, 10_000)).toMatchObject({ kind: "expired" });
  });
});

describe("several targets", () => {
  const any: GateRules = { ...RULES, require: "any" };
  const held = observe(READY, PASSED, 2100);
  const late = track([2000, PASSED], [2010, PASSED], [2020, PASSED]);
  const old = track([10, OLD], [40_000, OLD]);

  test.each<[string, readonly Track[], GateRules, string]>([
    ["all must be healthy", [READY, ALMOST], RULES, "waiting"],
    ["all are healthy", [held, late], RULES, "ready"],
    ["all were healthy, but not since the last one is", [READY, late], RULES, "waiting"],
    ["any is enough", [ALMOST, READY], any, "ready"],
    ["one that has settled decides for all", [READY, old], RULES, "settled"],
    ["one that has settled does not decide for any", [ALMOST, old], any, "waiting"],
    ["all that have settled decide for any", [old, old], any, "settled"],
    ["one that is healthy decides for any, whatever the others do", [READY, old], any, "ready"],
  ])("%s", (_, tracks, rules, kind) => {
    expect(judge(tracks, rules, 40_000)).toMatchObject({ kind });
  });

  test("are ready when the last of all is", () => {
    expect(judge([held, late], RULES, 3000)).toMatchObject({ afterMs: 2000 });
  });

  test("are ready when the first of any is", () => {
    expect(judge([late, READY], any, 3000)).toMatchObject({ afterMs: 1000 });
  });

  test("expire with one that is not healthy", () => {
    expect(judge([READY, ALMOST], RULES, 120_000)).toMatchObject({ kind: "expired", track: ALMOST });
  });
});
