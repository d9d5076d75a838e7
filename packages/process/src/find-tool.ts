import { access, constants } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join } from "node:path";

import { runProgram } from "./run-program.ts";

/** A compiler or an interpreter of the runner. */
export interface FoundTool {
  /** Absolute path of the program. */
  readonly program: string;
  /** The folder that it lies in, with what belongs to it (npm beside node). */
  readonly folder: string;
  /** Such as 1.26.8. */
  readonly version: string;
}

export type ToolSearch =
  | { readonly kind: "found"; readonly tool: FoundTool }
  /** `versions` are those that are there and were not asked for. */
  | { readonly kind: "missing"; readonly versions: readonly string[] };

type ToolName = "go" | "node";

/**
 * Looks for a tool in PATH and, for another version than the one there, in the runner's tool cache, where actions/setup-go and
 * actions/setup-node put theirs. `wanted` is a version or a range such as 1.26 or 24.x; without it the one in PATH is taken.
 */
export async function findTool(name: ToolName, wanted: string | undefined): Promise<ToolSearch> {
  const inPath = await toolInPath(name);
  if (wanted === undefined) return inPath === undefined ? missing([]) : { kind: "found", tool: inPath };
  const { evaluateVersions, find, findAllVersions } = await import("@actions/tool-cache");
  if (inPath !== undefined && evaluateVersions([inPath.version], wanted) !== "") return { kind: "found", tool: inPath };
  const here = inPath === undefined ? [] : [inPath.version];
  if ((process.env["RUNNER_TOOL_CACHE"] ?? "") === "") return missing(here);
  const cached = find(name, wanted);
  const tool = cached === "" ? undefined : await describeTool(name, join(cached, "bin", name));
  return tool === undefined ? missing([...here, ...findAllVersions(name)]) : { kind: "found", tool };
}

async function toolInPath(name: ToolName): Promise<FoundTool | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute)) {
    const tool = await describeTool(name, join(folder, name));
    if (tool !== undefined) return tool;
  }
  return undefined;
}

/** A tool is what says its version; anything else of that name is passed over. */
async function describeTool(name: ToolName, program: string): Promise<FoundTool | undefined> {
  try {
    await access(program, constants.X_OK);
    const { exitCode, stdout } = await runProgram(program, [name === "go" ? "version" : "--version"], "/");
    const version = /(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?/.exec(stdout);
    if (exitCode !== 0 || version === null) return undefined;
    const [, minor = "", patch = ".0", candidate] = version;
    const text = `${minor}${patch}${candidate === undefined ? "" : `-${candidate.replace(/\d+$/, ".$&")}`}`;
    return { program, folder: dirname(program), version: text };
  } catch {
    return undefined;
  }
}

function missing(versions: readonly string[]): ToolSearch {
  return { kind: "missing", versions: [...new Set(versions)] };
}
