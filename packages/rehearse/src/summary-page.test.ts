import { describe, expect, test } from "@jest/globals";
import { renderMarkdown, renderSummaryPage } from "./summary-page.ts";

describe("renderMarkdown", () => {
  test.each([
    ["| a | b |\n|---|---|\n| 1 | `x` |", "<td><code>x</code></td>"],
    ["<script>alert(1)</script>", "&lt;script&gt;"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["text <b onclick=x>bold</b>", "text &lt;b onclick=x&gt;bold"],
    ["<details><summary>Why</summary>\n\nbecause\n\n</details>", "<details><summary>Why</summary>"],
    ["[here](javascript:alert(1))", "<p>here</p>"],
    ["[here](http://127.0.0.1/x)", '<a href="http://127.0.0.1/x">here</a>'],
    ['[a<b](https://x.example/"onmouseover=x)', "a&lt;b"],
    ["```mermaid\nflowchart LR\n```", "flowchart LR"],
  ])("renders %j", (markdown, html) => {
    expect(renderMarkdown(markdown)).toContain(html);
  });
});

test("the page holds the summary of each job, its problem and its annotations, and what serves", () => {
  const step = {
    name: "Deploy",
    outcome: "failure",
    conclusion: "failure",
    stoodInFor: undefined,
    outputs: {},
    summary: "## Rolled back",
    log: [],
    durationMs: 5,
  } as const;
  const annotation = {
    level: "error",
    message: "exit code 1 <here>",
    title: undefined,
    file: undefined,
    line: undefined,
  } as const;
  const jobs = [
    {
      name: "deploy",
      conclusion: "failure",
      outputs: {},
      problem: undefined,
      steps: [{ ...step, annotations: [annotation] }],
    },
    { name: "promote", conclusion: "failure", outputs: {}, problem: "refused", steps: [] },
  ] as const;
  const page = renderSummaryPage(
    "A rehearsal",
    [{ workflow: "Deploy", id: 7, url: "http://x", conclusion: "failure", jobs }],
    ["production 0.1.0"],
  );
  for (const part of [
    "<h2>Rolled back</h2>",
    "<b>Deploy</b>: exit code 1 &lt;here&gt;",
    ">refused<",
    "production 0.1.0",
  ])
    expect(page).toContain(part);
  expect(page).not.toMatch(/src=|href=/);
});
