import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
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
