import { causeChain, configuration, FairwayError } from "@fairway/domain";

import { editJson } from "./edit-json.ts";
import type { EditPlan, PackagePlan, SourcePlan } from "./package-plan.ts";
import { planLayout, type FoundSource, type LayoutEntry } from "./plan-layout.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";

const BINARY_MODE = 0o755;
const MAX_JSON_BYTES = 16 * 1024 * 1024;

/** A compiled program, or, in a plan, the place of one. */
export type LaidBinary = {
  readonly to: string;
  readonly file?: string | undefined;
  readonly size?: number | undefined;
};

/**
 * Looks at every source of the layout and gives each file its place. Throws one configuration error that names every source
 * that is missing, every clash and every key that is not there. `planOnly` lets what commands make be missing.
 */
export async function gatherLayout(
  plan: PackagePlan,
  binaries: readonly LaidBinary[],
  planOnly: boolean,
  ports: BuildArm64PackagePorts,
): Promise<readonly LayoutEntry[]> {
  const later = planOnly && plan.commands.length > 0;
  const problems: string[] = [];
  const sources = [];
  for (const source of plan.sources) sources.push({ source, found: await look(source, later, ports) });
  const edited = [];
  for (const edit of plan.edits) edited.push(...(await takeEdited(edit, later, problems, ports)));
  const layout = planLayout({
    sources,
    made: [...binaries.map(layBinary), ...edited, ...generated(plan)],
    emptyFolders: plan.emptyFolders,
  });
  if (layout.kind === "planned" && problems.length === 0) return layout.entries;
  throw refusedLayout([...problems, ...(layout.kind === "refused" ? layout.problems : [])]);
}

async function look({ from }: SourcePlan, later: boolean, ports: BuildArm64PackagePorts): Promise<FoundSource> {
  try {
    const located = await ports.locate(from);
    if (located.kind === "missing") return { kind: later ? "later" : "missing" };
    if (located.kind === "file") return { kind: "file", file: located.path, size: located.size };
    const tree = await ports.archives.listTree(located.path);
    return { kind: "tree", files: tree.filter(({ kind }) => kind === "file") };
  } catch (error) {
    if (error instanceof FairwayError && error.kind !== "bug")
      return { kind: "refused", reason: causeChain(error)[0] ?? "" };
    throw error;
  }
}

function layBinary({ to, file, size }: LaidBinary): LayoutEntry {
  const content =
    file === undefined || size === undefined ? { kind: "later" as const } : { kind: "file" as const, file, size };
  return { path: to, mode: BINARY_MODE, origin: "go.builds", content };
}

function generated({ texts }: PackagePlan): LayoutEntry[] {
  return texts.map(({ to, mode, text }, index) => ({
    path: to,
    mode,
    origin: `generate[${index}]`,
    content: { kind: "bytes", bytes: new TextEncoder().encode(text) },
  }));
}

async function takeEdited(
  { place, from, to, mode, set }: EditPlan,
  later: boolean,
  problems: string[],
  { files }: BuildArm64PackagePorts,
): Promise<LayoutEntry[]> {
  const origin = `${place} (${from})`;
  const text = await files.readText(from, MAX_JSON_BYTES);
  if (text === undefined && later) return [{ path: to, mode, origin, content: { kind: "later" } }];
  if (text === undefined) {
    problems.push(`${origin}: is not in the workspace`);
    return [];
  }
  try {
    const edit = editJson(text, set);
    if (edit.kind === "edited")
      return [{ path: to, mode, origin, content: { kind: "bytes", bytes: new TextEncoder().encode(edit.text) } }];
    problems.push(...edit.problems.map((problem) => `${origin}: ${problem}`));
  } catch (error) {
    problems.push(`${origin}: ${causeChain(error)[0] ?? ""}`);
  }
  return [];
}

function refusedLayout(problems: readonly string[]): Error {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return configuration(
    "BAD_LAYOUT",
    `The layout has ${count}; no package was made.\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    "Correct the manifest, or the steps that make the files.",
  );
}
