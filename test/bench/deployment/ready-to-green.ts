import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { runStep } from "@fairway/rehearse";
import { findProgram } from "../find-program.ts";
import { programsFolder } from "./install-programs.ts";
import { runProcess } from "./run-process.ts";
import { START_UP_SHAPES, VERSION, type StartUpShape } from "./start-up-shapes.ts";

/** One way of waiting until an application is ready. */
export interface ReadyWay {
  readonly name: string;
  /** Why it cannot be run on this machine; nothing when it can. */
  whyNot?(): string | undefined;
  /** Waits, and answers when its process had ended by `performance.now()`. Throws unless it said ready. */
  wait(url: string, signal: AbortSignal): Promise<number>;
}

/** Milliseconds from readiness to the end of the process, for one way in one shape. */
export interface Readiness {
  readonly way: string;
  readonly shape: string;
  readonly times: readonly number[];
  /** Why there are no times. */
  readonly remark?: string;
}

export interface ReadyRounds {
  readonly ways: readonly ReadyWay[];
  readonly rounds: number;
  /** The application is ready after this long, and up to twice as long. */
  readonly startsMs: number;
  /** Whoever has not noticed so long after has the shape given up for it. */
  readonly patienceMs: number;
}

const root = join(import.meta.dirname, "../../..");

/** The first is the one that has targets. */
export const READY_WAYS: readonly ReadyWay[] = [
  {
    name: "Fairway health-gate",
    wait: async (url) => {
      const inputs = { url, "expect-version": VERSION };
      const step = { actionFolder: join(root, "actions/health-gate"), inputs, workspace: tmpdir() };
      const { conclusion, log } = await runStep(step);
      const endedAt = performance.now();
      if (conclusion === "success") return endedAt;
      throw new Error(`health-gate is not green: ${log.map(({ text }) => text).join("\n")}`);
    },
  },
  {
    name: "wait-on",
    whyNot: () => (existsSync(programsFolder()) ? undefined : "wait-on is not installed"),
    wait: (url, signal) => {
      const program = join(programsFolder(), "node_modules/wait-on/bin/wait-on");
      return endOf(process.execPath, [program, url.replace("http:", "http-get:")], signal);
    },
  },
  {
    name: "curl --retry",
    whyNot: () => (findProgram("curl") === undefined ? "curl is not installed" : undefined),
    wait: (url, signal) => {
      const retry = ["--retry", "100", "--retry-delay", "1", "--retry-all-errors"];
      return endOf("curl", ["--silent", "--fail", ...retry, url], signal);
    },
  },
];

/** Measures every way in every shape, in turns. Throws when a way says ready before it was so. */
export async function measureReadyToGreen({ ways, rounds, startsMs, patienceMs }: ReadyRounds): Promise<Readiness[]> {
  const subjects = START_UP_SHAPES.flatMap((shape) =>
    ways.map((way) => ({ shape, way, times: [] as number[], remark: way.whyNot?.() })),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      if (subject.remark !== undefined) continue;
      const afterMs = Math.round(startsMs * (1 + Math.random()));
      const time = await measureOnce(subject.shape, subject.way, { afterMs, patienceMs });
      if (time === undefined) subject.remark = `not within ${patienceMs / 1000} s`;
      else subject.times.push(time);
    }
  }
  return subjects.map(({ shape, way, times, remark }) => ({
    way: way.name,
    shape: shape.name,
    times: remark === undefined ? times : [],
    ...(remark !== undefined && { remark }),
  }));
}

/** Milliseconds; nothing when the way did not notice within its patience. */
async function measureOnce(
  shape: StartUpShape,
  way: ReadyWay,
  { afterMs, patienceMs }: { readonly afterMs: number; readonly patienceMs: number },
): Promise<number | undefined> {
  const application = await shape.start();
  const patience = AbortSignal.timeout(afterMs + patienceMs);
  try {
    const waiting = way.wait(application.url, patience).catch((error: unknown) => {
      if (patience.aborted) return undefined;
      throw error;
    });
    const [readyAt, endedAt] = await Promise.all([application.becomeReady(afterMs), waiting]);
    if (endedAt === undefined) return undefined;
    if (endedAt < readyAt) throw new Error(`${way.name} said ready before it was so (${shape.name}).`);
    return endedAt - readyAt;
  } finally {
    await application.close();
  }
}

async function endOf(program: string, words: readonly string[], signal: AbortSignal): Promise<number> {
  const { exitCode, output, endedAt } = await runProcess(program, words, { signal });
  if (exitCode === 0) return endedAt;
  throw new Error(`${program} ended with ${exitCode}: ${output}`);
}
