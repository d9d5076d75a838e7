import type { BuildPlan } from "./package-plan.ts";
import type { ProgramRun } from "./ports.ts";

/** The toolchain that a build runs with. */
export interface GoToolchain {
  readonly program: string;
  readonly folder: string;
}

/**
 * The call of Go that compiles a program for Linux on ARM64, as an argument vector. It leaves out what would differ from one
 * checkout to another: paths (-trimpath) and git's state (-buildvcs=false), which one untracked file changes.
 */
export function goBuildCommand(
  build: BuildPlan,
  go: GoToolchain,
  { folder, output }: { folder: string; output: string },
): ProgramRun {
  const flags = linkerFlags(build);
  return {
    program: go.program,
    args: [
      "build",
      ...(build.trimPath ? ["-trimpath"] : []),
      "-buildvcs=false",
      ...(build.tags.length > 0 ? [`-tags=${build.tags.join(",")}`] : []),
      ...(flags === "" ? [] : [`-ldflags=${flags}`]),
      "-o",
      output,
      build.package,
    ],
    folder,
    environment: {
      GOOS: "linux",
      GOARCH: "arm64",
      CGO_ENABLED: build.cgo ? "1" : "0",
      // A variable that is set wins over what `go env -w` left on this machine; an empty one would not.
      GOFLAGS: "-buildvcs=false",
      GOTOOLCHAIN: "local",
      GO111MODULE: "on",
      GOARM64: "v8.0",
      ...(build.cCompiler === undefined ? {} : { CC: build.cCompiler }),
    },
    inherit: [],
    searchFirst: [go.folder],
  };
}

/** Go splits the flags at spaces and knows quotes, so a whole assignment is quoted; values with quotes were refused before. */
function linkerFlags({ variables, strip }: BuildPlan): string {
  const assignments = variables.map(([name, value]) => `-X '${name}=${value}'`);
  return [...(strip ? ["-s", "-w"] : []), ...assignments].join(" ");
}
