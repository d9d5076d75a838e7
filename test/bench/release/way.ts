import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { join } from "node:path";
import { runStep } from "@fairway/rehearse";
import type { RunState } from "@fairway/testbed";
import type { BenchWorld } from "./bench-world.ts";

/** One way of doing what a table compares. */
export interface Way {
  readonly name: string;
  /** The program of the machine that it needs; nothing but this repository when left out. */
  readonly program?: string;
  /** What the figures do not say. */
  readonly remark: string;
  /** Brings the world to where the measured part begins. */
  prepare?(world: BenchWorld, round: Round): Promise<void>;
  /** The measured part; answers how long its process ran. Throws unless the process ended well. */
  run(world: BenchWorld, round: Round): Promise<number>;
  /** Throws unless the work was done: a way that fails fast must not look quick. */
  verify(world: BenchWorld, round: Round): void;
}

/** Keeps the rounds of one world apart. */
export interface Round {
  /** Part of the tag or of the lease's name. */
  readonly label: string;
  /** The run that acts. */
  readonly run: RunState;
}

const root = join(import.meta.dirname, "../../..");

/** Runs the committed bundle of an action; answers its `outcome` and the milliseconds that its process ran. */
export async function runAction(
  world: BenchWorld,
  run: RunState,
  step: { readonly action: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<{ readonly outcome: string | undefined; readonly milliseconds: number }> {
  const { outputs, durationMs } = await runStep({
    actionFolder: join(root, "actions", step.action),
    inputs: { ...step.inputs, "github-token": world.token },
    env: {
      GITHUB_API_URL: world.gate.url,
      GITHUB_SERVER_URL: world.github.url,
      GITHUB_REPOSITORY: world.repository.fullName,
      GITHUB_RUN_ID: String(run.id),
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_ACTOR: "lead",
      GITHUB_WORKFLOW: "Deploy",
      GITHUB_SHA: world.commit,
    },
    workspace: world.folder,
    contexts: { github: { sha: world.commit, token: world.token }, job: {} },
  });
  return { outcome: outputs["outcome"], milliseconds: durationMs };
}

/**
 * Runs a program of the machine against the world; answers what it printed and the milliseconds it ran. Throws with that
 * text when it fails.
 */
export async function runProgram(
  world: BenchWorld,
  program: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly output: string; readonly milliseconds: number }> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: world.folder,
      env: { PATH: process.env["PATH"], HOME: world.folder, ...clientVariables(world), ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => void (output += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ output, milliseconds: performance.now() - startedAt });
      else reject(new Error(`${program} ${words.join(" ")} ended with ${code}: ${output}`));
    });
  });
}

/** How `gh` and a script find the API. For `gh` the upload address, on another host, is a server of one's own. */
function clientVariables(world: BenchWorld): Record<string, string> {
  return {
    GH_TOKEN: world.token,
    GH_ENTERPRISE_TOKEN: world.token,
    GH_NO_UPDATE_NOTIFIER: "1",
    GH_PROMPT_DISABLED: "1",
    NO_COLOR: "1",
    HTTP_PROXY: world.gate.url,
    API: `${world.gate.url}/repos/${world.repository.fullName}`,
    COMMIT: world.commit,
  };
}
