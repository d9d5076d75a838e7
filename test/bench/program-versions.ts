import { execFile } from "node:child_process";
import { basename } from "node:path";
import { promisify } from "node:util";

/** `gh 2.23.0` for each program that is there, in the order of their first mention. */
export async function findVersions(programs: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const program of new Set(programs)) {
    const version = program === "" ? undefined : await versionOf(program);
    if (version !== undefined) found.push(`${basename(program)} ${version}`);
  }
  return found;
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, ["--version"]);
    return /\d+(?:\.\d+)+/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}
