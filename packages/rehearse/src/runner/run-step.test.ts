import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { StepResult } from "./run-program.ts";
import { runStep } from "./run-step.ts";

const ECHO = join(import.meta.dirname, "../fixtures/actions/echo-inputs");
const folder = mkdtempSync(join(tmpdir(), "fairway-run-step-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("an action that says what it was given", () => {
  let result: StepResult;
  beforeAll(async () => {
    const contexts = { github: { token: "ghs_0123456789" } };
    result = await runStep({
      actionFolder: ECHO,
      inputs: { message: "hi there", oops: "x" },
      workspace: folder,
      contexts,
    });
  });

  test("gets inputs, defaults and evaluated defaults, and its outputs are read back", () => {
    expect(result).toMatchObject({ conclusion: "success", exitCode: 0 });
    expect(result.outputs).toEqual({ said: "hi there", "said-again": "hi there", lines: "first\nfrom the default" });
  });

  test("leaves state, environment and a summary", () => {
    expect(result).toMatchObject({
      state: { isPost: "hi there" },
      environment: { LEFT_BEHIND: "hi there" },
      summary: "## hi there\n",
    });
  });

  test("has the mask that it set applied to what it says", () => {
    expect(result.log.map(({ text }) => text)).toContain("the token is ***");
  });

  test("has its annotations of both forms read, and a warning of an input it does not know", () => {
    expect(result.annotations.map(({ level, message, title }) => [level, message, title])).toEqual([
      ["warning", "Unexpected input(s) 'oops', valid inputs are ['message', 'two words', 'token', 'fail']", undefined],
      ["warning", "this % is a warning\nof two lines", "Careful"],
      ["notice", "the older form", undefined],
    ]);
  });

  test("cleans up in its post phase with the state that it saved", async () => {
    const post = await runStep({ actionFolder: ECHO, phase: "post", state: result.state, workspace: folder });
    expect(post.summary).toBe("cleaned up\n");
  });
});

describe("runStep", () => {
  test("tells a failed action by its exit status", async () => {
    const result = await runStep({ actionFolder: ECHO, inputs: { message: "x", fail: "3" }, workspace: folder });
    expect(result).toMatchObject({ conclusion: "failure", exitCode: 3 });
  });

  test("gives the child nothing of this process but PATH and HOME", async () => {
    process.env["FAIRWAY_LEAK"] = "leak";
    const result = await runStep({
      actionFolder: action(`console.log(Object.keys(process.env).sort().join())`),
      workspace: folder,
    });
    delete process.env["FAIRWAY_LEAK"];
    expect(result.log[0]?.text).toBe(
      "CI,GITHUB_ACTIONS,GITHUB_ENV,GITHUB_OUTPUT,GITHUB_PATH,GITHUB_STATE,GITHUB_STEP_SUMMARY,GITHUB_WORKSPACE,HOME,PATH,RUNNER_TEMP",
    );
  });

  test("fails a step whose output file cannot be read, and keeps its other results", async () => {
    const source = `import { appendFileSync as a } from "node:fs"; a(process.env.GITHUB_OUTPUT, "nonsense"); a(process.env.GITHUB_STATE, "k=v");`;
    const result = await runStep({ actionFolder: action(source), workspace: folder });
    expect(result).toMatchObject({ conclusion: "failure", exitCode: 0, state: { k: "v" } });
    expect(result.annotations[0]?.message).toBe(
      "Unable to process file command 'output' successfully. Invalid format 'nonsense'",
    );
  });

  test("drops a summary above 1 MiB with an error, and does not fail for it", async () => {
    const source = `import { writeFileSync as w } from "node:fs"; w(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 + 1));`;
    const result = await runStep({ actionFolder: action(source), workspace: folder });
    expect(result).toMatchObject({ conclusion: "success", summary: "" });
    expect(result.annotations[0]?.message).toContain("supports content up to a size of 1024k, got 1025k");
  });

  test("carries out no command between stop-commands and its token", async () => {
    const source = `console.log("::stop-commands::tok\\n::error::quiet\\n::tok::\\n::error::loud")`;
    const result = await runStep({ actionFolder: action(source), workspace: folder });
    expect(result.annotations.map(({ message }) => message)).toEqual(["loud"]);
  });

  test("takes a bare CR for a line end, as the runner does", async () => {
    const result = await runStep({
      actionFolder: action(`process.stdout.write("a\\r::error::b\\r\\nc")`),
      workspace: folder,
    });
    expect(result.log.map(({ kind, text }) => [kind, text])).toEqual([
      ["text", "a"],
      ["error", "b"],
      ["text", "c"],
    ]);
  });

  test("stops a step at its time limit and names the limit", async () => {
    const result = await runStep({
      actionFolder: action(`setTimeout(() => {}, 60000)`),
      workspace: folder,
      timeoutMs: 300,
    });
    expect(result.conclusion).toBe("failure");
    expect(result.annotations.at(-1)?.message).toBe("The action 'Scratch' has timed out after 0.005 minutes.");
  });

  test("sends SIGINT first when cancelled, so that the action can end in order", async () => {
    const stop = new AbortController();
    const source = `process.on("SIGINT", () => { console.log("ended in order"); process.exit(1) }); console.log("ready"); setInterval(() => {}, 1000)`;
    const running = runStep({
      actionFolder: action(source),
      workspace: folder,
      signal: stop.signal,
      onLog: () => stop.abort(),
    });
    expect(await running).toMatchObject({
      conclusion: "cancelled",
      log: [{ text: "ready" }, { text: "ended in order" }],
    });
  });

  test("kills what a cancelled step has started, when the step does not end", async () => {
    const marker = join(folder, "alive");
    const child = `setInterval(() => require("fs").writeFileSync(${JSON.stringify(marker)}, String(Date.now())), 50)`;
    const source = `import { spawn } from "node:child_process";
      process.on("SIGINT", () => {}); process.on("SIGTERM", () => {});
      spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }); console.log("ready");`;
    const stop = new AbortController();
    const startedAt = performance.now();
    const result = await runStep({
      actionFolder: action(source),
      workspace: folder,
      signal: stop.signal,
      onLog: () => setTimeout(() => stop.abort(), 300),
    });
    expect(result.conclusion).toBe("cancelled");
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(existsSync(marker)).toBe(true);
    await sleep(100);
    const last = readFileSync(marker, "utf8");
    await sleep(200);
    expect(readFileSync(marker, "utf8")).toBe(last);
  }, 10_000);

  test("says that an action is not built", async () => {
    await expect(runStep({ actionFolder: action(undefined), workspace: folder })).rejects.toThrow(
      "is not built: run npm run build",
    );
  });
});

let count = 0;

/** An action with the given program. */
function action(source: string | undefined): string {
  count += 1;
  const home = join(folder, `action-${count}`);
  mkdirSync(home);
  writeFileSync(join(home, "action.yml"), "name: Scratch\nruns: { using: node24, main: index.mjs }\n");
  if (source !== undefined) writeFileSync(join(home, "index.mjs"), source);
  return home;
}
