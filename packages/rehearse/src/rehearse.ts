import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorld, type World } from "@fairway/testbed";
import type { RunEvent } from "./engine/run-events.ts";
import type { RunRecord } from "./engine/run-workflow.ts";
import type { Fault } from "./fault.ts";
import { openRehearsal } from "./open-rehearsal.ts";
import { isGreen, playStory } from "./story.ts";
import { renderSummaryPage } from "./summary-page.ts";
import { describeServing } from "./what-serves.ts";
import { takePicture, type WorldPicture } from "./world-picture.ts";

export interface RehearseOptions {
  /** Repository with the workflows, examples and actions under test. */
  readonly root: string;
  readonly fault?: Fault | undefined;
  /** A world to rehearse in, which stays open; without one a new world is started and closed again. */
  readonly world?: World;
  readonly port?: number | undefined;
  readonly report?: (event: RunEvent) => void;
  readonly signal?: AbortSignal;
  /** Folder of the summary page; none is written when left out. */
  readonly pageFolder?: string;
}

/** How a rehearsal ended. */
export interface RehearseResult {
  /** 0 when every run was green. */
  readonly exitCode: 0 | 1;
  readonly runs: readonly RunRecord[];
  /** The world when the rehearsed runs began, and after them. */
  readonly before: WorldPicture;
  readonly after: WorldPicture;
  readonly serves: readonly string[];
  readonly page: string | undefined;
}

/** Rehearses the whole way of two versions, or one fault. Throws for what no run can tell: a workflow file that is not valid. */
export async function rehearse(options: RehearseOptions): Promise<RehearseResult> {
  const world =
    options.world ?? (await startWorld(options.port === undefined ? {} : { ports: portsFrom(options.port) }));
  const folder = mkdtempSync(join(tmpdir(), "fairway-rehearsal-"));
  try {
    return await play(options, world, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (options.world === undefined) await world.close();
  }
}

async function play(options: RehearseOptions, world: World, folder: string): Promise<RehearseResult> {
  const rehearsal = openRehearsal({
    world,
    root: options.root,
    folder,
    report: options.report ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  });
  const run = options.fault === undefined ? () => playStory(rehearsal) : await options.fault.prepare(rehearsal);
  const before = await takePicture(world);
  await run();
  const after = await takePicture(world);
  const serves = describeServing(after);
  const page =
    options.pageFolder === undefined
      ? undefined
      : writePage(options.pageFolder, titleOf(options.fault), rehearsal.runs, serves);
  return { exitCode: isGreen(rehearsal.runs) ? 0 : 1, runs: rehearsal.runs, before, after, serves, page };
}

function portsFrom(port: number): { github: number; registry: number; ecs: number } {
  return { github: port, registry: port + 1, ecs: port + 2 };
}

function titleOf(fault: Fault | undefined): string {
  return fault === undefined
    ? "Fairway rehearsal: two versions, staged and promoted"
    : `Fairway rehearsal: ${fault.name}`;
}

function writePage(pageFolder: string, title: string, runs: readonly RunRecord[], serves: readonly string[]): string {
  mkdirSync(pageFolder, { recursive: true });
  const page = join(pageFolder, "index.html");
  writeFileSync(page, renderSummaryPage(title, runs, serves));
  return page;
}
