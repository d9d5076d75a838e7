import { existsSync } from "node:fs";
import { buildGoProgram, goProgramPath, goProgramVersion, type GoProgram } from "../../support/go-programs.ts";
import { findProgram } from "../find-program.ts";
import type { PromotionWay } from "./promotion-way.ts";

/** A way, and where the program is that it needs. */
export interface Equipped {
  readonly way: PromotionWay;
  readonly program:
    | { readonly kind: "found"; readonly path: string }
    | { readonly kind: "missing"; readonly reason: string };
  /** Where it is pinned; any other program says itself. */
  readonly version: string | undefined;
}

/** The programs that have no package of Debian. */
const GO_PROGRAMS: readonly GoProgram[] = ["buildx", "crane", "regctl"];

/** Finds the program of every way; those of Go are built when asked, which takes minutes the first time. */
export async function equipWays(ways: readonly PromotionWay[], build: boolean): Promise<Equipped[]> {
  const equipped: Equipped[] = [];
  for (const way of ways) {
    const pinned = GO_PROGRAMS.find((one) => one === way.program);
    const version = pinned === undefined ? undefined : goProgramVersion(pinned);
    equipped.push({
      way,
      version,
      program: await (pinned === undefined ? find(way.program) : findPinned(pinned, build)),
    });
  }
  return equipped;
}

function find(program: string): Equipped["program"] {
  if (program === "retag-image") return { kind: "found", path: "" };
  const path = findProgram(program);
  return path === undefined ? { kind: "missing", reason: `${program} is not installed` } : { kind: "found", path };
}

/** The pinned one, whatever else the machine has: the page names a version. */
async function findPinned(program: GoProgram, build: boolean): Promise<Equipped["program"]> {
  if (existsSync(goProgramPath(program))) return { kind: "found", path: goProgramPath(program) };
  if (!build) return { kind: "missing", reason: `${program} is not built` };
  try {
    return { kind: "found", path: await buildGoProgram(program) };
  } catch {
    return { kind: "missing", reason: `${program} could not be built here` };
  }
}
