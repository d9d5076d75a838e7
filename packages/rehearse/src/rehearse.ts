import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorld, type World } from "@fairway/testbed";
import type { RunEvent } from "./engine/run-events.ts";
import type { RunRecord } from "./engine/run-workflow.ts";
import type { Fault } from "./fault.ts";
import { makeEnvironments, worldOf } from "./application/names-of.ts";
import { playApplication } from "./application/play-application.ts";
import type { Application } from "./application/application.ts";
import { openRehearsal, type Rehearsal } from "./open-rehearsal.ts";
import { isGreen, playStory } from "./story.ts";
import { renderSummaryPage } from "./summary-page.ts";
import { describeServing } from "./what-serves.ts";
import { takePicture, type WorldPicture } from "./world-picture.ts";

export interface RehearseOptions {
  /** Repository with the workflows, examples and actions under test. */
  readonly root: string;
  readonly fault?: Fault | undefined;
  /** Whose workflows are run, instead of the examples. */
  readonly application?: Application | undefined;
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
  const world = options.world ?? (await openWorld(options));
  const folder = mkdtempSync(join(tmpdir(), "fairway-rehearsal-"));
  try {
    return await play(options, world, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (options.world === undefined) await world.close();
  }
}

async function openWorld({ application, port }: RehearseOptions): Promise<World> {
  const world = await startWorld({
    ...(port !== undefined && { ports: portsFrom(port) }),
    ...(application !== undefined && worldOf(application)),
  });
  if (application !== undefined) makeEnvironments(world, application);
  return world;
}

async function play(options: RehearseOptions, world: World, folder: string): Promise<RehearseResult> {
  const rehearsal = openRehearsal({
    world,
    root: options.root,
    folder,
    report: options.report ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
    application: options.application,
  });
  const run = await prepare(options, rehearsal);
  const before = await takePicture(world);
  await run();
  const after = await takePicture(world);
  const serves = describeServing(after);
  const page =
    options.pageFolder === undefined
      ? undefined
      : writePage(options.pageFolder, titleOf(options), rehearsal.runs, serves);
  return { exitCode: isGreen(rehearsal.runs) ? 0 : 1, runs: rehearsal.runs, before, after, serves, page };
}

function portsFrom(port: number): { github: number; registry: number; ecs: number } {
  return { github: port, registry: port + 1, ecs: port + 2 };
}

async function prepare({ fault, application }: RehearseOptions, rehearsal: Rehearsal): Promise<() => Promise<unknown>> {
  if (application !== undefined) return () => playApplication(rehearsal, application);
  return fault === undefined ? () => playStory(rehearsal) : fault.prepare(rehearsal);
}

function titleOf({ fault, application }: RehearseOptions): string {
  if (application !== undefined) return `Fairway rehearsal: the workflows of ${application.folder}`;
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
