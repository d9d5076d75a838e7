import { join, relative } from "node:path";
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

async function rehearseWith({ fault, verbose, port }: Extract<Wish, { kind: "rehearse" }>): Promise<number> {
  const startedAt = performance.now();
  const stop = stopOnSignal();
  const colours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  const report = createTimeline({ write, colours, verbose, elapsedMs: () => performance.now() - startedAt });
  if (fault !== undefined) write(`${fault.name}\n  ${fault.explains[0]}\n  ${fault.explains[1]}`);
  try {
    const result = await rehearse({ root, fault, port, report, signal: stop, pageFolder: join(root, "rehearsal") });
    if (stop.aborted) return 130;
    conclude(result, write, performance.now() - startedAt);
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
  if (result.page !== undefined) write(`Job summaries: ${relative(process.cwd(), result.page)}`);
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
