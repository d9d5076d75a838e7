import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { measureBundles, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { median } from "../statistics.ts";
import type { Equipped } from "./equip-ways.ts";
import type { PromotionWay } from "./promotion-way.ts";

/** How large what one starts is, and how long it takes until it says what is wrong with its input. */
export interface StartFigures {
  readonly size: string;
  /** Median, from the start of the process to its first output. */
  readonly firstErrorMs: number;
}

/** The figures of every way whose program is there. */
export async function measureStarts(
  ways: readonly Equipped[],
  rounds: number,
): Promise<ReadonlyMap<PromotionWay, StartFigures>> {
  const figures = new Map<PromotionWay, StartFigures>();
  for (const { way, program } of ways) {
    if (way.program === "retag-image") figures.set(way, await measureOwnBundle(way.program, rounds));
    else if (program.kind === "found") figures.set(way, await measureProgram(program.path, way.wrong, rounds));
  }
  return figures;
}

/** By the very measuring of the page's first table. */
async function measureOwnBundle(action: string, rounds: number): Promise<StartFigures> {
  const subject = (await measureBundles(REPOSITORY_ROOT, [action], rounds)).find((one) => one.action === action);
  if (subject === undefined) throw new Error(`${action} has no bundle: run npm run build.`);
  const [own, all] = [subject.bytes, subject.allBytes].map((bytes) => `${Math.ceil(bytes / 1000)} kB`);
  return { size: `${own} (${all} with lazy files)`, firstErrorMs: median(subject.times) };
}

async function measureProgram(path: string, words: readonly string[], rounds: number): Promise<StartFigures> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const time = await timeToFirstOutput(path, words);
    if (round > 0) times.push(time);
  }
  return { size: `${(statSync(path).size / 1e6).toFixed(1)} MB`, firstErrorMs: median(times) };
}

function timeToFirstOutput(path: string, words: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(path, words, { env: { PATH: process.env["PATH"] }, stdio: ["ignore", "pipe", "pipe"] });
    let first: number | undefined;
    for (const output of [child.stdout, child.stderr])
      output.on("data", () => (first ??= performance.now() - startedAt));
    child.on("error", reject);
    child.on("close", (status) => {
      if (first !== undefined && status !== 0) resolve(first);
      else reject(new Error(`${path} ${words.join(" ")} ended with ${status}, where an input error was wanted`));
    });
  });
}
