import { describe, expect, test } from "@jest/globals";
import { parseModule } from "../syntax.ts";
import { readGlobals } from "./read-globals.ts";

describe("a global is found", () => {
  test.each([
    ["process.env", "process"],
    ["const { env } = process", "process"],
    ["const start = { fetch }", "fetch"],
    ["run(fetch)", "fetch"],
    ["export { setTimeout }", "setTimeout"],
    ["new Date()", "new Date()"],
    ["Date()", "Date()"],
    ["Date.now()", "Date.now"],
    [`Date["now"]()`, "Date.now"],
    ["Math.random()", "Math.random"],
    ["AbortSignal.timeout(1)", "AbortSignal.timeout"],
    ["globalThis.fetch", "globalThis"],
    ["const wait = (ms: number) => setTimeout(() => undefined, ms)", "setTimeout"],
    ["class Clock { now = performance.now() }", "performance"],
    ["(console satisfies object).log()", "console"],
    ["function f(a = process.env) {}", "process"],
    // A local of the same name in another function hides nothing here.
    ["function f(process: string) { return process }\nprocess.exit()", "process"],
  ])("%s", (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });
});

describe("what only has the name of a global is not one", () => {
  test.each([
    "new Date(0)",
    "Math.max(1, 2)",
    "ports.fetch(url)",
    "const ports = { fetch: 1, process() {} }",
    "interface Ports { fetch(url: string): Promise<void>; process: string }",
    "type Fetch = typeof fetch",
    "let env: NodeJS.ProcessEnv",
    "function run(process: string) { return () => process }",
    "const run = ({ fetch }: { fetch: () => void }) => fetch()",
    "const [console = 1] = []; console",
    "for (const process of []) process",
    "try { run() } catch (process) { throw process }",
    `import { fetch } from "./fetch.ts"; fetch()`,
    `export { fetch } from "./fetch.ts"`,
    "export { run as fetch }",
    "class A { fetch() {} }",
    "switch (1) { default: { const Math = { random: 1 }; Math.random } }",
  ])("%s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

function namesIn(text: string): string[] {
  return readGlobals(parseModule("file.ts", text), text).map((use) => use.name);
}
