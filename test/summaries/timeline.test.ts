import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { code, escapeMarkdown, facts, link, renderTimeline, table, type TimelineEntry } from "@fairway/domain";
import fc from "fast-check";

import { describeWithTool } from "../support/tools.ts";
import { openSummaryBrowser, type Shown, type SummaryBrowser } from "./browser.ts";

/** Words and signs that mean something to Mermaid, to Markdown, to HTML or to a table. */
const SIGNS = [
  ..."|`:;#,%<>&\"'\\*_~[](){}!@$-=+\n\r\t\u0000\u0085\u2028\u202e\ud83d🚀é".split(""),
  "%%",
  "%%{init: {}}%%",
  "```",
  "---",
  "\n```\n",
  "<script>globalThis.hostileScriptRan = true</script>",
  "<img src=x onerror=globalThis.hostileScriptRan=true>",
  "</details>",
  "[a](javascript:globalThis.hostileScriptRan=true)",
  "section ",
  "title ",
  "click 1 call x()",
  "dateFormat x",
  "2000-01-01",
  "end",
  "crit",
  "#quot;",
  "<br>",
  "| --- |",
  "a",
  " ",
];

const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 8 }).map((parts) => parts.join(""));
const entry: fc.Arbitrary<TimelineEntry> = fc.record({
  lane: hostile,
  what: hostile,
  startMs: fc.integer({ min: 0, max: 10_000_000 }),
  endMs: fc.integer({ min: 0, max: 10_000_000 }),
  tone: fc.constantFrom("good", "bad", "neutral"),
});

function diagramOf(timeline: string): string {
  return /^```mermaid\n([^]*?)\n```$/m.exec(timeline)?.[1] ?? "none";
}

describeWithTool("chromium", "a timeline in Chromium", () => {
  let browser: SummaryBrowser;
  beforeAll(async () => void (browser = await openSummaryBrowser()));
  afterAll(async () => browser.close());

  const showOne = async (markdown: string, screenshot?: string): Promise<Shown> => {
    const [shown] = await browser.show([markdown], screenshot);
    if (shown === undefined) throw new Error("nothing is shown");
    return shown;
  };

  test("is a diagram that Mermaid's parser takes, whatever the names are", async () => {
    const timelines = fc.sample(fc.array(entry, { minLength: 2, maxLength: 12 }), { numRuns: 300, seed: 7 });
    expect(await browser.parse(timelines.map((entries) => diagramOf(renderTimeline(entries))))).toEqual([]);
  });

  test("has each single sign in a name and stays a diagram", async () => {
    const entries = SIGNS.map((what): TimelineEntry => ({ lane: what, what, startMs: 0, endMs: 5, tone: "bad" }));
    const diagrams = entries.map((one) => diagramOf(renderTimeline([one, { ...one, lane: "other" }])));
    expect(await browser.parse(diagrams)).toEqual([]);
  });

  test("is read back as the table that was meant, whatever the cells are", async () => {
    const rows = fc.sample(fc.tuple(hostile, hostile, hostile), { numRuns: 200, seed: 7 });
    const cells = rows.map(([one, two, three]) => [
      escapeMarkdown(one),
      code(two),
      link(three, `https://x.example/${three}`),
    ]);
    const shown = await showOne(table(["A", "B", "C"], cells));
    expect(shown).toMatchObject({ strange: [], scriptRan: false });
    expect(shown.tables.map((one) => one.map((row) => row.length))).toEqual([Array.from({ length: 201 }, () => 3)]);
    expect(shown.links.filter(({ to }) => !/^https?:\/\//.test(to))).toEqual([]);
  });

  test("keeps hostile names in the cells of its table, and runs none of them", async () => {
    const timelines = fc.sample(fc.array(entry, { minLength: 2, maxLength: 6 }), { numRuns: 20, seed: 3 });
    const parts = timelines.map((entries) => `${renderTimeline(entries)}\n\n${facts([["End", "reached"]])}`);
    const shown = await showOne(parts.join("\n\n"));
    expect(shown).toMatchObject({ diagramErrors: [], diagrams: 20, strange: [], scriptRan: false });
    expect(shown.tables.map((rows) => rows.length)).toEqual(timelines.flatMap(({ length }) => [length + 1, 2]));
  });

  test("draws each phase with its number, and tells the middle that it leaves out", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `phase ${index}`);
    const entries = names.map((what, index) => ({
      lane: "service",
      what,
      startMs: index * 1000,
      endMs: (index + 1) * 1000,
      tone: "good" as const,
    }));
    const shown = await showOne(renderTimeline(entries, 5), "timeline-cut");
    expect(shown.drawn).toContain("6 phase 29");
    expect(shown.tables[0]?.map((row) => row[3])).toEqual([
      "What",
      "phase 0",
      "phase 1",
      "phase 2",
      "phase 27",
      "phase 28",
      "phase 29",
    ]);
    expect(shown.text).toContain("29 entries in the middle left out.");
  });
});
