import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { describe, test } from "@jest/globals";

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A group of tests that needs a program of the machine, or several. Where one is missing the tests are reported as
 * skipped, by name; with CI=true a missing program is a failure, because there nothing real may be left out in silence.
 */
export function describeWithTool(tools: string | readonly string[], title: string, body: () => void): void {
  const tool = [tools].flat().find((one) => !isInstalled(one));
  if (tool === undefined) {
    describe(title, body);
    return;
  }
  if (process.env["CI"] !== "true") {
    describe.skip(`${title} (${tool} is not installed)`, body);
    return;
  }
  describe(title, () => {
    test(`needs ${tool}`, () => {
      throw new Error(`${tool} is not installed. In CI every tool of the real tests must be; .ci/run installs them.`);
    });
  });
}

/** As `describeWithTool`, for programs that not every machine can have: their tests are skipped in CI as well, by name. */
export function describeWhereInstalled(tools: readonly string[], title: string, body: () => void): void {
  const missing = tools.find((one) => !isInstalled(one));
  if (missing === undefined) describe(title, body);
  else describe.skip(`${title} (${missing} is not installed)`, body);
}

/** Runs a program to its end, whatever its exit status. Throws when it does not end within a minute. */
export async function runTool(
  tool: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ToolRun> {
  try {
    const options = { env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env }, timeout: 60_000 };
    const { stdout, stderr } = await promisify(execFile)(tool, args, options);
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    const ended = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof ended.code !== "number") throw error;
    return { exitCode: ended.code, stdout: ended.stdout ?? "", stderr: ended.stderr ?? "" };
  }
}

function isInstalled(tool: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
