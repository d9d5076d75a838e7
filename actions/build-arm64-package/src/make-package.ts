import { buildBinary, type Binary } from "./build-binaries.ts";
import type { Tools } from "./find-tools.ts";
import { gatherLayout } from "./gather-layout.ts";
import type { Phases } from "./phases.ts";
import type { LayoutEntry } from "./plan-layout.ts";
import type { ArchiveEntry, BuildArm64PackagePorts, PackedArchive, Workbench } from "./ports.ts";
import type { Preparation } from "./prepare.ts";
import { runCommands } from "./run-programs.ts";

export interface MadePackage {
  /** Name of the archive in the stage. */
  readonly name: string;
  readonly binaries: readonly Binary[];
  readonly archive: PackedArchive;
}

export interface Making extends Preparation {
  readonly tools: Tools;
  readonly bench: Workbench;
  readonly phases: Phases;
}

/** Builds everything and packs it into the stage; nothing outside of it is written but what the commands write. */
export async function makePackage(making: Making, ports: BuildArm64PackagePorts): Promise<MadePackage> {
  const { plan, tools, timeSeconds, bench, phases } = making;
  for (const command of plan.commands) {
    await phases.run(`ran ${command.name}`, () => runCommands(command, tools, timeSeconds, ports));
  }
  const binaries = await buildBinaries(making, ports);
  const entries = await phases.run(
    "laid out the package",
    () => gatherLayout(plan, binaries, false, ports),
    (laid) => `${laid.length} entries`,
  );
  const name = `${plan.name}.tar.gz`;
  const archive = await phases.run(
    `packed ${name}`,
    () =>
      ports.archives.writeArchive({
        entries: archiveEntries(plan.folder, entries),
        mtimeSeconds: timeSeconds,
        file: `${bench.stage}/${name}`,
        owner: plan.owner,
        signal: ports.signal,
      }),
    ({ files, size }) => `${files.length} files, ${renderMegabytes(size)}`,
  );
  return { name, binaries, archive };
}

/** `12.3 MB`: bytes for people. */
export function renderMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function buildBinaries({ plan, tools, bench, phases }: Making, ports: BuildArm64PackagePorts): Promise<Binary[]> {
  const binaries: Binary[] = [];
  for (const [index, build] of plan.builds.entries()) {
    ports.signal.throwIfAborted();
    const { go } = tools;
    if (go === undefined) throw new TypeError("there are programs to build and no Go was looked for");
    const binary = await phases.run(
      `built ${build.to}`,
      () => buildBinary(build, go, `${bench.builds}/${index}`, ports),
      ({ size, info }) => `${renderMegabytes(size)}, ${info.goVersion}`,
    );
    binaries.push(binary);
  }
  return binaries;
}

function archiveEntries(folder: string, entries: readonly LayoutEntry[]): ArchiveEntry[] {
  const below = entries.map(({ path, mode, content }): ArchiveEntry => {
    if (content.kind === "later") throw new TypeError(`${path} is planned and not made`);
    return { path: `${folder}/${path}`, mode, content };
  });
  return [{ path: folder, mode: 0o755, content: { kind: "folder" } }, ...below];
}
