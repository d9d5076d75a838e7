import type { BuildPlan } from "./package-plan.ts";
import type { BinaryFacts } from "./ports.ts";

/** What the linker's symbol table has for a variable that -X gave a text; the NULs are the ends of names in it. */
export function symbolOf(variable: string): string {
  const slash = variable.lastIndexOf("/") + 1;
  const dot = variable.lastIndexOf(".");
  // Dots in the last element of an import path are escaped in symbols: gopkg.in/yaml%2ev3.
  const element = variable.slice(slash, dot).replaceAll(".", "%2e");
  return `\0${variable.slice(0, slash)}${element}${variable.slice(dot)}.str\0`;
}

/**
 * What is wrong with a binary, read from the binary itself: it must be for ARM64, need no loader when no C is in it, say
 * that it was built as asked, and hold every text of -X. An empty list means that it is what was asked for.
 */
export function judgeBinary(build: BuildPlan, goVersion: string, facts: BinaryFacts): readonly string[] {
  return [
    ...elfProblems(build, facts),
    ...buildInfoProblems(build, goVersion, facts),
    ...variableProblems(build, facts),
  ];
}

function elfProblems({ cgo }: BuildPlan, { elf }: BinaryFacts): string[] {
  if (elf.kind === "not-elf") return ["is no ELF file"];
  const problems: string[] = [];
  if (elf.machine !== "aarch64" || elf.class !== 64)
    problems.push(`is for ${elf.machine} with ${elf.class} bits, not for aarch64 with 64`);
  if (!cgo && elf.interpreter !== undefined) problems.push(`needs the loader ${elf.interpreter}, though cgo is off`);
  return problems;
}

function buildInfoProblems(build: BuildPlan, goVersion: string, { info }: BinaryFacts): string[] {
  if (info === undefined) return ["holds no build information of Go"];
  const wanted: readonly (readonly [name: string, value: string])[] = [
    ["GOOS", "linux"],
    ["GOARCH", "arm64"],
    ["CGO_ENABLED", build.cgo ? "1" : "0"],
    ["-tags", build.tags.join(",")],
    ["-trimpath", build.trimPath ? "true" : ""],
  ];
  const problems = wanted
    .filter(([name, value]) => (info.settings.get(name) ?? "") !== value)
    .map(([name, value]) => `was built with ${name} "${info.settings.get(name) ?? ""}", not "${value}"`);
  const built = plainVersion(info.goVersion);
  if (built !== goVersion) problems.push(`was built by Go ${built}, not ${goVersion}`);
  return problems;
}

/** 1.26 is 1.26.0, and 1.27rc1 is 1.27.0-rc.1: as versions are written everywhere else. */
function plainVersion(goVersion: string): string {
  const [, minor = "", patch = ".0", candidate = ""] = /^go(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?/.exec(goVersion) ?? [];
  return `${minor}${patch}${candidate.replace(/^([a-z]+)(\d+)$/, "-$1.$2")}`;
}

function variableProblems({ variables, package: main }: BuildPlan, { present }: BinaryFacts): string[] {
  return variables
    .filter(([name, value]) => !present.has(symbolOf(name)) || !present.has(value))
    .map(
      ([name, value]) =>
        `does not hold ${JSON.stringify(value)} for ${name}: ${main} uses no such variable, or it is no plain string variable`,
    );
}
