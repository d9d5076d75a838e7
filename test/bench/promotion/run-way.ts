import { spawn } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { runStep } from "@fairway/rehearse";
import { readChildrenCpu } from "./children-cpu.ts";
import { BETA, type Promotion, type PromotionWay } from "./promotion-way.ts";
import { watchPeakMemory } from "./peak-memory.ts";

/** What one promotion took. */
export interface Taken {
  readonly milliseconds: number;
  /** Of the largest process; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** Processor time of all its processes; undefined where the system does not tell. */
  readonly cpuMs: number | undefined;
}

const root = join(import.meta.dirname, "../../..");

/** Promotes by one way, from the start of its first process to the end of its last. Throws unless each ends well. */
export async function runWay(way: PromotionWay, path: string, promotion: Promotion): Promise<Taken> {
  const peakMemory = watchPeakMemory();
  const cpuBefore = readChildrenCpu();
  const startedAt = performance.now();
  try {
    if (way.program === "retag-image") await runBundle(promotion);
    for (const words of way.commands(promotion)) await runProgram(path, words, promotion.home);
    const milliseconds = performance.now() - startedAt;
    const cpuMs = cpuBefore === undefined ? undefined : (readChildrenCpu() ?? 0) - cpuBefore;
    return { milliseconds, peakBytes: peakMemory(), cpuMs };
  } finally {
    peakMemory();
  }
}

async function runBundle({ kind, source, target, tags, home }: Promotion): Promise<void> {
  const [version = "", ...floating] = tags.map((tag) => (kind === "same" ? tag : `${target}:${tag}`));
  const { outputs, log } = await runStep({
    actionFolder: join(root, "actions/retag-image"),
    inputs: { source: `${source}:${BETA}`, tags: version, "floating-tags": floating.join("\n") },
    env: { HOME: home },
    workspace: home,
  });
  if (outputs["outcome"] === "promoted") return;
  const said = log.map(({ text }) => text).join("\n");
  throw new Error(`retag-image ended with ${outputs["outcome"] ?? "nothing"}: ${said}`);
}

/**
 * Runs a program to its end with a home of its own. skopeo keeps what it knows of blobs under /var when it is root; as
 * anybody else, like the user of GitHub's runners, in its home.
 */
async function runProgram(program: string, words: readonly string[], home: string): Promise<void> {
  const env = { PATH: process.env["PATH"], HOME: home, XDG_DATA_HOME: home, _CONTAINERS_ROOTLESS_UID: "1001" };
  const child = spawn(program, words, { cwd: home, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.setEncoding("utf8").on("data", (text: string) => void (said += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${status}: ${said}`);
}
