import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";

/** Programs that have no package of Debian, npm or Python. Go's checksum database vouches for what a version is. */
const GO_PROGRAMS = {
  actionlint: "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
  buildx: "github.com/docker/buildx/cmd/buildx@v0.37.2",
  crane: "github.com/google/go-containerregistry/cmd/crane@v0.22.1",
  goreleaser: "github.com/goreleaser/goreleaser/v2@v2.13.0",
  regctl: "github.com/regclient/regclient/cmd/regctl@v0.11.7",
} as const;

export type GoProgram = keyof typeof GO_PROGRAMS;

/** Where a program is once it is built; every version has a folder of its own, so that a new pin is a new build. */
export function goProgramPath(name: GoProgram): string {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(cache, "fairway", "go-programs", `${name}-${goProgramVersion(name)}`, name);
}

/** Its pinned version, such as v1.2.3. */
export function goProgramVersion(name: GoProgram): string {
  return GO_PROGRAMS[name].split("@")[1] ?? "";
}

/**
 * Answers the path of the program, built from its pinned version the first time. Throws with Go's own words when it cannot
 * be built.
 */
export async function buildGoProgram(name: GoProgram): Promise<string> {
  const path = goProgramPath(name);
  if (existsSync(path)) return path;
  await promisify(execFile)("go", ["install", "-trimpath", GO_PROGRAMS[name]], {
    env: { ...process.env, GOBIN: join(path, ".."), GOFLAGS: "-buildvcs=false" },
    timeout: 540_000,
  });
  return path;
}

// Started by .ci/run with the names of what the tests need; prints the folder of each, for PATH.
if (import.meta.main)
  for (const name of process.argv.slice(2)) console.log(join(await buildGoProgram(name as GoProgram), ".."));
