import { describe, expect, test } from "@jest/globals";

import { renderMoment, renderTimeline, type TimelineEntry } from "./timeline.ts";

function entry(what: string, startMs: number, endMs: number, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return { lane: "service", what, startMs, endMs, tone: "neutral", ...more };
}

describe("a timeline", () => {
  test("is a diagram and a table of the same entries, from the first one on", () => {
    const timeline = renderTimeline([
      entry("update accepted", 5000, 6500),
      entry("app:41 | fails; #1", 6500, 130_000, { tone: "bad" }),
    ]);
    expect(timeline).toBe(`\`\`\`mermaid
%%{init: {"gantt":{"leftPadding":24,"barHeight":16,"fontSize":12}}}%%
gantt
  dateFormat YYYY-MM-DD HH:mm:ss.SSS
  axisFormat %M:%S
  1 update accepted :active, 2000-01-01 00:00:00.000, 2000-01-01 00:00:01.500
  2 app\u223641 fails 1 :crit, 2000-01-01 00:00:01.500, 2000-01-01 00:02:05.000
\`\`\`

|  | From | For | What |
| --- | --- | --- | --- |
| 1 | 0.0 s | 1.5 s | update accepted |
| 2 | 1.5 s | 2 min 4 s | app:41 \\| fails; \\#1 |`);
  });

  test("names the lanes where there are several", () => {
    const timeline = renderTimeline([
      entry("up", 0, 5, { lane: "https://a" }),
      entry("up", 0, 5, { lane: "https://b" }),
    ]);
    expect(timeline).toContain("  section https\u2236//a\n  1 up");
    expect(timeline).toContain("| 2 | 0.0 s | 0.0 s | https://b | up |");
  });

  test("leaves out the middle of many entries and says how many", () => {
    const timeline = renderTimeline(Array.from({ length: 9 }, (_, index) => entry(`state ${index}`, index, index + 1)));
    expect(timeline.match(/^\| \d .*state \d/gm)?.map((row) => row.slice(-1))).toEqual(["0", "1", "2", "6", "7", "8"]);
    expect(timeline).toContain("_3 entries in the middle left out._");
  });

  test("is not drawn of one entry, which is no course of things", () => {
    expect(renderTimeline([entry("up", 0, 5)])).toBe("");
  });

  test.each([
    [0, "0.0 s"],
    [2149, "2.1 s"],
    [100_000, "100 s"],
    [245_000, "4 min 5 s"],
  ])("tells %i ms as %s", (ms, told) => {
    expect(renderMoment(ms)).toBe(told);
  });
});
