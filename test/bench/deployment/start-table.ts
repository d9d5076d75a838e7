import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { measureBundles, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { findProgram } from "../find-program.ts";
import { median } from "../statistics.ts";
import { programsFolder } from "./install-programs.ts";
import { runProcess } from "./run-process.ts";

/** What a step starts: how large it is, and how soon it says what is wrong with its input. */
interface Started {
  readonly name: string;
  readonly size: string;
  readonly times: readonly number[];
}

const ACTIONS = ["ecs-deploy", "health-gate"];

/** Sizes and cold starts of the two bundles, by the measuring of the page's first table, and of what stands beside them. */
export async function compareStarts(rounds: number): Promise<string> {
  const bundles = await measureBundles(REPOSITORY_ROOT, ACTIONS, rounds);
  const own = bundles.flatMap(({ action, bytes, allBytes, times }) =>
    action === undefined
      ? { name: "an empty program of Node", size: "", times }
      : { name: `Fairway ${action}`, size: `${kilobytes(bytes)}, ${kilobytes(allBytes)} with lazy files`, times },
  );
  const others = [await startOfAws(rounds), await startOfWaitOn(rounds), await startOfCurl(rounds)];
  const rows = [...own, ...others.flatMap((one) => one ?? [])].map(
    ({ name, size, times }) => `| ${[name, size, median(times).toFixed(0)].join(" | ")} |`,
  );
  return [
    "#### Size and cold start",
    `Medians of ${rounds} starts with a missing or wrong input, to the first word about it.`,
    ["| What a step starts | Size | First error, ms |", "| --- | --- | ---: |", ...rows].join("\n"),
  ].join("\n\n");
}

async function startOfAws(rounds: number): Promise<Started | undefined> {
  if (findProgram("aws") === undefined) return undefined;
  const words = ["ecs", "wait", "services-stable", "--no-such-option"];
  return { name: "aws ecs wait", size: await sizeOfBotocore(), times: await startsOf("aws", words, rounds) };
}

async function startOfWaitOn(rounds: number): Promise<Started | undefined> {
  const modules = join(programsFolder(), "node_modules");
  if (!existsSync(modules)) return undefined;
  const times = await startsOf(process.execPath, [join(modules, "wait-on/bin/wait-on")], rounds);
  return { name: "wait-on", size: `${kilobytes(sizeOf(modules))} with its packages`, times };
}

async function startOfCurl(rounds: number): Promise<Started | undefined> {
  if (findProgram("curl") === undefined) return undefined;
  return { name: "curl", size: "", times: await startsOf("curl", ["--no-such-option"], rounds) };
}

async function startsOf(program: string, words: readonly string[], rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { firstOutputMs } = await runProcess(program, words);
    if (firstOutputMs === undefined) throw new Error(`${program} ${words.join(" ")} printed nothing.`);
    if (round > 0) times.push(firstOutputMs);
  }
  return times;
}

async function sizeOfBotocore(): Promise<string> {
  if (findProgram("python3") === undefined) return "";
  const script =
    "import awscli, botocore, os; print(*(os.path.dirname(m.__file__) for m in (awscli, botocore)), sep='\\n')";
  const { exitCode, output } = await runProcess("python3", ["-c", script]);
  if (exitCode !== 0) return "";
  const bytes = output.split("\n").reduce((sum, folder) => sum + sizeOf(folder), 0);
  return `${kilobytes(bytes)}, awscli and botocore`;
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
