import { upstream } from "@fairway/domain";

import type { CommandPlan } from "./package-plan.ts";
import type { BuildArm64PackagePorts, ProgramRun } from "./ports.ts";
import type { Tools } from "./find-tools.ts";

/** Enough for a compiler's complaint; the whole output is in the folded group above it. */
const SHOWN_LINES = 30;

/** Runs the commands of the manifest one after the other, and requires the folder that they are to fill. */
export async function runCommands(
  command: CommandPlan,
  tools: Tools,
  timeSeconds: number,
  ports: BuildArm64PackagePorts,
): Promise<void> {
  const folder = await folderAt(command.folder, ports);
  const searchFirst = [tools.node, tools.go].flatMap((tool) => (tool === undefined ? [] : [tool.folder]));
  const environment = { SOURCE_DATE_EPOCH: String(timeSeconds), ...command.environment };
  for (const [program = "", ...args] of command.run) {
    await runProgram(
      { program, args, folder, environment, inherit: command.inherit, searchFirst },
      command.name,
      ports,
    );
  }
  if (command.output === undefined) return;
  const output = await ports.locate(command.output);
  if (output.kind === "folder") return;
  throw upstream("NO_OUTPUT", `The commands of ${command.name} ended well and "${command.output}" is no folder`, {
    nextStep: 'Correct "output" in the manifest, or the commands.',
  });
}

/** The folder of the workspace that something runs in. */
export async function folderAt(path: string, { locate }: BuildArm64PackagePorts): Promise<string> {
  const located = await locate(path);
  if (located.kind === "folder") return located.path;
  throw upstream("NO_FOLDER", `"${path}" is no folder of the workspace`, {
    nextStep: 'Correct "folder" in the manifest.',
  });
}

/** Runs one program. Its output goes into a folded group; when it fails, the last lines are told as well. */
export async function runProgram(
  run: ProgramRun,
  what: string,
  { programs, log }: BuildArm64PackagePorts,
): Promise<void> {
  const { exitCode, lines, omitted } = await programs.run(run);
  const shown = [run.program.split("/").at(-1), ...run.args].join(" ");
  const head = omitted > 0 ? [`… ${omitted} lines before these`] : [];
  if (lines.length > 0) log.group(`output of ${shown.slice(0, 150)}`, [...head, ...lines]);
  if (exitCode === 0) return;
  const last = lines.slice(-SHOWN_LINES);
  for (const line of last) log.info(line);
  const how = exitCode === undefined ? "was ended by a signal" : `ended with exit code ${exitCode}`;
  const reason = last.findLast((line) => line.trim() !== "") ?? "it printed nothing";
  throw upstream("BUILD_FAILED", `${what}: ${shown.slice(0, 300)} ${how}: ${reason.slice(0, 300)}`, {
    nextStep: "Its last lines are above. Correct them and push, or run the same command in a checkout.",
  });
}
