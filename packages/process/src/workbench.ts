import { mkdir, mkdtemp, open, realpath, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

import { configuration } from "@fairway/domain";

/** What a path of the workspace leads to, its links followed. */
export type Located =
  | { readonly kind: "missing" }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly size: number };

/** Where something is made in private and put in its place once it is whole. */
export interface Workbench {
  /** A folder outside the workspace for what is compiled. */
  readonly builds: string;
  /** A folder for what will be published, on the file system of the folder that it is published to. */
  readonly stage: string;
  /** Writes a file into the stage. */
  write(name: string, content: string): Promise<void>;
  /** Moves files of the stage into the folder, in the order given; each appears by one rename. */
  publish(names: readonly string[]): Promise<void>;
  /** Removes both folders. */
  clear(): Promise<void>;
}

/** Finds what a path of the workspace leads to. Throws when it leads out, by itself or by a link. */
export async function locate(workspace: string, path: string): Promise<Located> {
  const base = await realpath(workspace);
  const target = resolve(base, path);
  refuseOutside(base, target, path);
  const real = await realpath(target).catch(() => undefined);
  if (real === undefined) return { kind: "missing" };
  refuseOutside(base, real, path);
  const facts = await stat(real);
  if (facts.isDirectory()) return { kind: "folder", path: real };
  if (facts.isFile()) return { kind: "file", path: real, size: facts.size };
  throw configuration("SPECIAL_FILE", `"${path}" is neither a file nor a folder`, "Name a regular file or a folder.");
}

/**
 * Makes the two folders; whoever opens a workbench clears it. `folder` is where the files will be published: it may be a file
 * system of its own, and a rename does not lead from one to another.
 */
export async function openWorkbench(workspace: string, folder: string): Promise<Workbench> {
  const base = await realpath(workspace);
  const home = await nearestFolder(base, folder);
  const builds = await mkdtemp(join(process.env["RUNNER_TEMP"] ?? tmpdir(), "fairway-build-"));
  const stage = await mkdtemp(join(home, ".fairway-stage-"));
  return {
    builds,
    stage,
    write: async (name, content) => {
      const file = await open(join(stage, name), "w", 0o644);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    publish: async (names) => {
      const target = resolve(base, folder);
      await mkdir(target, { recursive: true });
      refuseOutside(base, await realpath(target), folder);
      for (const name of names) await rename(join(stage, name), join(target, name));
    },
    clear: async () => {
      // Go keeps modules read-only; what it compiles into a folder is not, so plain removal does.
      await Promise.all([builds, stage].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** The folder itself or, while it is not there, the nearest above it that is, which has the same file system. */
async function nearestFolder(base: string, folder: string): Promise<string> {
  const target = resolve(base, folder);
  refuseOutside(base, target, folder);
  for (let path = target; path !== base; path = dirname(path)) {
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) continue;
    refuseOutside(base, real, folder);
    return real;
  }
  return base;
}

function refuseOutside(base: string, target: string, path: string): void {
  const from = relative(base, target);
  if (from !== ".." && !from.startsWith(`..${sep}`) && !isAbsolute(from)) return;
  throw configuration(
    "OUTSIDE_WORKSPACE",
    `"${path}" leads out of the workspace`,
    "Name a path of the checked-out repository, relative to its root.",
  );
}
