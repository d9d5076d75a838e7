import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { runBundle } from "../support/run-bundle.ts";
import { describeWithTool } from "../support/tools.ts";
import { openSummaryBrowser, type Shown, type SummaryBrowser } from "./browser.ts";

/** Versions that an application might answer with to get into the page of whoever reads its summary. */
const VERSIONS = [
  "<script>globalThis.hostileScriptRan = true</script>",
  "<img src=x onerror='globalThis.hostileScriptRan = true'>",
  "</details></td></table><iframe srcdoc='x'>",
  "1.0 | 2.0 | ```mermaid\ngantt\n",
  "[click](javascript:globalThis.hostileScriptRan=true)",
  "%%{init: {}}%% section: a; b # c",
];

describeWithTool("chromium", "the summary of an application that answers with markup, in Chromium", () => {
  let server: Server;
  let browser: SummaryBrowser;
  let shown: Shown | undefined;
  beforeAll(async () => {
    let asked = 0;
    server = createServer((_, response) => {
      const version = VERSIONS[Math.floor((asked += 1) / 3) % VERSIONS.length];
      response.setHeader("content-type", "application/json").end(JSON.stringify({ version }));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`;
    const inputs = { url, "expect-version": "1.4.0", "timeout-seconds": "2" };
    // One after the other: while Chromium's packages are read, this process answers nobody.
    const { summary } = await runBundle({ action: "health-gate", inputs });
    browser = await openSummaryBrowser();
    [shown] = await browser.show([summary], "hostile-versions");
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test("shows the markup as text, runs nothing of it and leads nowhere else", () => {
    expect(shown).toMatchObject({ strange: [], scriptRan: false });
    expect(shown?.text).toContain("<script>globalThis.hostileScriptRan = true</script>");
    expect(shown?.links.filter(({ to }) => !to.startsWith("http://127.0.0.1"))).toEqual([]);
  });

  test("draws the states that it went through, and the table of them, on one screen", () => {
    expect(shown).toMatchObject({ diagrams: 1, diagramErrors: [] });
    expect(shown?.tables.map((rows) => [...new Set(rows.map(({ length }) => length))])).toEqual([[4]]);
    expect(shown?.text).toMatch(/\d+ entries in the middle left out\./);
    expect(shown?.height).toBeLessThanOrEqual(900);
  });
});
