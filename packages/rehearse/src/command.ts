import { join, relative, resolve } from "node:path";
import { readApplication } from "./application/read-application.ts";
import { tellApplication } from "./application/tell-application.ts";
import { parseWish, renderList, USAGE, type Wish } from "./arguments.ts";
import { rehearse, type RehearseResult } from "./rehearse.ts";
import { createTimeline } from "./timeline.ts";

/** Everything that must be over within 5 s of a signal is; what is not by then is left behind. */
const STOP_LIMIT_MS = 4_800;

const root = join(import.meta.dirname, "../../..");

/** The command `npm run rehearse`. Returns its exit status: 0 green, 1 red, 2 a wrong command line, 130 stopped. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let wish: Wish;
  try {
    wish = parseWish(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (wish.kind === "help") return say(USAGE);
  if (wish.kind === "list") return say(renderList());
  return rehearseWith(wish);
}

async function rehearseWith({ fault, workflows, verbose, port }: Extract<Wish, { kind: "rehearse" }>): Promise<number> {
  const startedAt = performance.now();
  const stop = stopOnSignal();
  const colours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  const report = createTimeline({ write, colours, verbose, elapsedMs: () => performance.now() - startedAt });
  if (fault !== undefined) write(`${fault.name}\n  ${fault.explains[0]}\n  ${fault.explains[1]}`);
  try {
    const application = workflows === undefined ? undefined : readApplication(resolve(invokedFrom(), workflows));
    const result = await rehearse({
      root,
      fault,
      application,
      port,
      report,
      signal: stop,
      pageFolder: join(root, "rehearsal"),
    });
    if (stop.aborted) return 130;
    conclude(result, write, performance.now() - startedAt);
    if (application !== undefined) for (const line of tellApplication(application)) write(line);
    return result.exitCode;
  } catch (error) {
    if (stop.aborted) return 130;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function conclude(result: RehearseResult, write: (line: string) => void, elapsedMs: number): void {
  write("");
  if (result.exitCode !== 0) write(["What still serves:", ...result.serves.map((line) => `  ${line}`)].join("\n"));
  const runs = result.runs.map(({ workflow, conclusion }) => `${workflow} ${conclusion}`).join(", ");
  write(`${result.exitCode === 0 ? "Green" : "Red"} in ${(elapsedMs / 1000).toFixed(1)} s: ${runs}.`);
  for (const line of firstFault(result.runs)) write(`  ${line}`);
  if (result.page !== undefined) write(`Job summaries: ${relative(process.cwd(), result.page)}`);
}

/** Where the first red step is, and what it said: the log above is long, and this is what a reader looks for. */
function firstFault(runs: RehearseResult["runs"]): string[] {
  for (const { name, steps, problem } of runs.flatMap(({ jobs }) => jobs)) {
    const red = steps.find(({ conclusion }) => conclusion === "failure");
    const message = red?.annotations.find(({ level }) => level === "error")?.message ?? problem;
    if (message !== undefined)
      return [red === undefined ? name : `${name}, ${red.name}:`, ...message.trim().split("\n")];
  }
  return [];
}

/** npm runs scripts in the root of the repository, and says where it was called. */
function invokedFrom(): string {
  return process.env["INIT_CWD"] ?? process.cwd();
}

/** The first signal ends the rehearsal in order; a terminal and npm may both send it, so more of them change nothing. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) return;
      process.stderr.write("\nStopping: children are told to end, servers close.\n");
      stop.abort();
      setTimeout(() => process.exit(130), STOP_LIMIT_MS).unref();
    });
  }
  // Whoever read the timeline has gone, as `head` does: nobody is left to rehearse for.
  process.stdout.on("error", () => stop.abort());
  return stop.signal;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
