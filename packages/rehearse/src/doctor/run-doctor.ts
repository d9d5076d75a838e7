import { join } from "node:path";

import { createPaint } from "../paint.ts";
import { readActionMetadata } from "../runner/action-metadata.ts";
import { runStep } from "../runner/run-step.ts";
import { parseQuestions, renderUsage, type Questions } from "./parse-questions.ts";
import { renderTable, type CheckedRow, type LeftOut } from "./render-table.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const ACTION = join(import.meta.dirname, "../../../../actions/check-setup");

/**
 * The command `npm run doctor`: runs the very bundle of check-setup on this machine and prints its table. Returns the exit
 * status: 0 ready, 1 not ready, 2 when nothing could be checked.
 */
export async function runDoctor(words: readonly string[], environment: Environment): Promise<number> {
  try {
    const questions = parseQuestions(words);
    if (questions.kind === "ask") return await ask(questions, environment);
    process.stdout.write(renderUsage(readActionMetadata(ACTION).inputs.keys()));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function ask(
  { repository, inputs }: Extract<Questions, { kind: "ask" }>,
  environment: Environment,
): Promise<number> {
  const result = await runStep({
    actionFolder: ACTION,
    inputs: { ...inputs, "github-token": tokenIn(environment) },
    env: { ...withoutInputs(environment), GITHUB_REPOSITORY: repository },
    workspace: process.cwd(),
    signal: stopOnSignal(),
  });
  const { checks, outcome = "error", "not-checked": notChecked = "[]" } = result.outputs;
  if (checks === undefined) throw new Error(result.log.map(({ text }) => text).join("\n"));
  const paint = createPaint(process.stdout.isTTY && environment["NO_COLOR"] === undefined);
  const left = JSON.parse(notChecked) as LeftOut[];
  process.stdout.write(`${renderTable(JSON.parse(checks) as CheckedRow[], left, paint)}\n${outcome}\n`);
  return outcome === "ready" ? 0 : 1;
}

function tokenIn(environment: Environment): string {
  const token = [environment["GITHUB_TOKEN"], environment["GH_TOKEN"]].find((one) => one !== undefined && one !== "");
  if (token !== undefined) return token;
  throw new Error("There is no token: set GITHUB_TOKEN or GH_TOKEN, for example with the output of gh auth token.");
}

/** A step that this was started from must not lend its inputs. */
function withoutInputs(environment: Environment): Record<string, string> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || name.startsWith("INPUT_") ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

/** The action ends by itself, in order, when it is told to. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
