import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fitMarkdown } from "./fit-markdown.ts";

const VERDICT = "### app: rolled-back\n\ntasks failed to start\n";

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function rows(count: number): string {
  return ["| A | B |", "| --- | --- |", ...Array.from({ length: count }, (_, index) => `| ${index} | é |`)].join("\n");
}

describe("a summary that is too long", () => {
  test("keeps its verdict and its next step, and loses the end of what is longest", () => {
    const fitted = fitMarkdown(`${VERDICT}\n${rows(1000)}\n\n**Next:** Look.\n`, 2000);
    expect(fitted).toMatch(
      /^### app: rolled-back\n\ntasks failed to start\n\n\| A \| B \|\n\| --- \| --- \|\n\| 0 \| é \|/,
    );
    expect(fitted).toMatch(/\n\n\*\*Next:\*\* Look\.\n\n_\d+ lines of this summary were left out: /);
    const [, missing] = /_(\d+) lines/.exec(fitted) ?? [];
    expect(Number(missing)).toBe(1000 - (fitted.match(/^\| \d/gm)?.length ?? 0));
  });

  test.each([
    ["a block of code", "```sh\n", "\n```"],
    ["a folded part", "<details><summary>Log</summary>\n\n", "\n\n</details>"],
  ])("loses %s as a whole, for without its end it would swallow the rest", (_, start, end) => {
    const inner = Array.from({ length: 500 }, () => "line\n").join("\n");
    const fitted = fitMarkdown(`${VERDICT}\n${start}${inner}${end}\n\n**Next:** Look.\n`, 1000);
    expect(fitted).not.toMatch(/```|<details|line\n/);
    expect(fitted).toContain("**Next:** Look.");
  });

  test("is never above the limit, and is left as it is where it fits", () => {
    const text = fc.array(fc.constantFrom("```", "<details>", "</details>", "", "| a |", "é🚀".repeat(20), "x"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 2000 }), (lines, limit) => {
        const markdown = lines.join("\n");
        const fitted = fitMarkdown(markdown, limit);
        expect(sizeOf(fitted)).toBeLessThanOrEqual(limit);
        if (sizeOf(markdown) <= limit) expect(fitted).toBe(markdown);
      }),
    );
  });
});
