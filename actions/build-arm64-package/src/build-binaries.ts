import { refusal } from "@fairway/domain";

import { goBuildCommand } from "./go-command.ts";
import { judgeBinary, symbolOf } from "./judge-binary.ts";
import type { BuildPlan } from "./package-plan.ts";
import type { BinaryFacts, BuildArm64PackagePorts, GoBuildInfo, Tool } from "./ports.ts";
import { folderAt, runProgram } from "./run-programs.ts";

/** A program that was compiled and is what was asked for. */
export interface Binary {
  readonly to: string;
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  readonly info: GoBuildInfo;
}

/** Compiles one program into a private folder and reads back from the binary that it is what was asked for. */
export async function buildBinary(
  build: BuildPlan,
  go: Tool,
  output: string,
  ports: BuildArm64PackagePorts,
): Promise<Binary> {
  const folder = await folderAt(build.folder, ports);
  await runProgram(goBuildCommand(build, go, { folder, output }), build.to, ports);
  const symbols = await withSymbols(build, go, { folder, output }, ports);
  const facts = await readFacts(build, { output, symbols }, ports);
  const problems = judgeBinary(build, go.version, facts);
  if (problems.length > 0 || facts.info === undefined) throw wrongBinary(build, problems);
  const { sha256, size } = await ports.binaries.hashFile(output);
  return { to: build.to, file: output, size, sha256, info: facts.info };
}

/**
 * A file that has the symbols of the program. Stripping takes away what proves that -X found its variable, so a stripped
 * program is linked a second time without it; everything is compiled by then.
 */
async function withSymbols(
  build: BuildPlan,
  go: Tool,
  { folder, output }: { folder: string; output: string },
  ports: BuildArm64PackagePorts,
): Promise<string> {
  if (!build.strip || build.variables.length === 0) return output;
  const unstripped = `${output}.symbols`;
  const command = goBuildCommand({ ...build, strip: false }, go, { folder, output: unstripped });
  await runProgram(command, `${build.to} with symbols`, ports);
  return unstripped;
}

async function readFacts(
  { variables }: BuildPlan,
  { output, symbols }: { output: string; symbols: string },
  { binaries }: BuildArm64PackagePorts,
): Promise<BinaryFacts> {
  const names = variables.map(([name]) => symbolOf(name));
  const values = variables.map(([, value]) => value);
  const search = (file: string, needles: readonly string[]) =>
    needles.length === 0 ? Promise.resolve(new Set<string>()) : binaries.findBytes(file, [...new Set(needles)]);
  const [elf, info, foundValues, foundNames] = await Promise.all([
    binaries.readElf(output),
    binaries.readGoBuildInfo(output),
    search(output, values),
    search(symbols, names),
  ]);
  return { elf, info, present: new Set([...foundValues, ...foundNames]) };
}

function wrongBinary({ to }: BuildPlan, problems: readonly string[]): Error {
  return refusal(
    "WRONG_BINARY",
    `${to} was compiled and is not what was asked for; it is not packaged.\n${problems.map((problem) => `- ${to} ${problem}`).join("\n")}`,
    "A variable of -X that is misspelt is ignored by the linker: check its import path and its name. Correct the manifest.",
  );
}
