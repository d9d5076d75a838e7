import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFolder } from "../bundles/folder-contents.ts";
import { measureStart } from "./measure-start.ts";
import type { StartSubject } from "./start-table.ts";

interface MeasuredProgram extends StartSubject {
  readonly file: string;
  readonly times: number[];
}

/**
 * Starts the bundles of these actions without inputs, and an empty program beside them: in turns, so that a busy moment
 * of the machine falls on everybody, and one round more before, to warm the file cache.
 */
export async function measureBundles(
  root: string,
  actions: readonly string[],
  rounds: number,
): Promise<readonly StartSubject[]> {
  const temporary = mkdtempSync(join(tmpdir(), "fairway-bench-"));
  try {
    const programs = [emptyProgram(temporary), ...actions.flatMap((action) => bundleOf(root, action))];
    const environment = runnerEnvironment(temporary);
    for (let round = 0; round <= rounds; round += 1) {
      for (const { file, times } of programs) {
        const { firstOutputMilliseconds } = await measureStart(file, environment);
        if (round > 0) times.push(firstOutputMilliseconds);
      }
    }
    return programs;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The floor: what Node itself takes to start and say one word. */
function emptyProgram(folder: string): MeasuredProgram {
  const file = join(folder, "empty.mjs");
  writeFileSync(file, `process.stdout.write(".");\n`);
  return { action: undefined, file, bytes: 0, allBytes: 0, times: [] };
}

function bundleOf(root: string, action: string): MeasuredProgram[] {
  const folder = join(root, "actions", action, "dist");
  const file = join(folder, "index.js");
  if (!existsSync(file)) return [];
  const contents = readFolder(folder);
  const scripts = [...contents].filter(([path]) => path.endsWith(".js"));
  const allBytes = scripts.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  return [{ action, file, bytes: contents.get("index.js")?.length ?? 0, allBytes, times: [] }];
}

function runnerEnvironment(temporary: string): Record<string, string> {
  const environment: Record<string, string> = { PATH: process.env["PATH"] ?? "", GITHUB_WORKSPACE: temporary };
  for (const file of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"]) {
    environment[file] = join(temporary, file);
    writeFileSync(environment[file], "");
  }
  return environment;
}
