import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  createStandIns,
  openRehearsal,
  publishBeta,
  takePicture,
  type WorldPicture,
} from "@fairway/rehearse/rehearsal";
import { startWorld, type World, type WorldOptions } from "@fairway/testbed";
import { dispatchExample, type ActPlace, type DispatchedRun } from "./act-dispatch.ts";
import { layOutFairway } from "./act-fairway.ts";
import { startMirrorRegistry, type MirrorRegistry } from "./act-registry.ts";
import { serveIdTokens } from "./act-id-tokens.ts";
import { serveStandIns } from "./act-stand-ins.ts";

/** The embedded world with Debian's registry in it, and act to run what a team has in its repository. */
export interface ActWorld {
  /** Its image lives in Debian's registry. */
  readonly world: World;
  /** Every run that has ended, in that order. */
  readonly runs: readonly DispatchedRun[];
  /** Commits a version of the application to main. Returns the SHA. */
  commit(version: string): string;
  /** Puts an earlier release in place, with its images in the registry as well. */
  seedRelease(version: string): Promise<void>;
  /** Publishes a beta as staging leaves it behind. Returns its tag. */
  publishBeta(build: { version: string; fault?: "crash" }): Promise<string>;
  /** Runs a file of workflows-examples on the newest commit of main. */
  start(
    example: string,
    inputs?: Readonly<Record<string, string>>,
    environment?: Readonly<Record<string, string>>,
  ): Promise<DispatchedRun>;
  /** What serves and what is published; image tags as Debian's registry tells them. */
  picture(): Promise<WorldPicture>;
  /** Passwords and tokens of all runs so far, which nothing may show. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

/** What must be installed for it. */
export const ACT_TOOLS = ["act", "docker-registry", "skopeo"];

const root = join(import.meta.dirname, "../..");

/** Opens a world in which nothing has been released yet, on github.com unless told. */
export async function openActWorld({ site }: Pick<WorldOptions, "site"> = {}): Promise<ActWorld> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-act-"));
  const registry = await startMirrorRegistry();
  const embedded = await startWorld({
    rate: 300,
    ...(site !== undefined && { site }),
    mirror: { imageHost: registry.host, digestOf: (name, tag) => registry.digestOf(name, tag) },
  });
  const world = { ...embedded, image: `${registry.host}/${embedded.repository.fullName}` };
  const push = (tags: readonly string[]) => pushAll(embedded, registry, tags);
  const standIns = await serveStandIns(createStandIns(world), push);
  const idTokens = await serveIdTokens(world.repository.fullName);
  const fairway = layOutFairway(join(folder, "fairway"));
  const place: ActPlace = { world, registry, standIns, idTokens, fairway, folder };
  const signal = new AbortController().signal;
  const rehearsal = openRehearsal({ world, root, folder, report: () => undefined, signal });
  const runs: DispatchedRun[] = [];
  return {
    world,
    runs,
    commit: (version) => rehearsal.commit(version),
    seedRelease: async (version) => push([(await world.seedRelease(version)).betaTag, version, "latest"]),
    publishBeta: async (build) => {
      const tag = await publishBeta(rehearsal, build);
      await push([tag]);
      return tag;
    },
    start: async (example, inputs = {}, environment = {}) => {
      const run = await dispatchExample(place, { example, inputs, environment });
      runs.push(run);
      return run;
    },
    picture: () => pictureOf(place),
    secrets: () => [registry.account.password, ...runs.map(({ token }) => token)],
    close: async () => {
      await Promise.all([standIns.close(), idTokens.close(), world.close(), registry.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies tags of the application's image from the embedded registry, where images are built, to Debian's. */
async function pushAll({ image, repository }: World, registry: MirrorRegistry, tags: readonly string[]): Promise<void> {
  for (const tag of tags) await registry.receive(`${image}:${tag}`, `${registry.host}/${repository.fullName}:${tag}`);
}

async function pictureOf({ world, registry }: ActPlace): Promise<WorldPicture> {
  const { latest, ...tags } = await registry.tagsOf(world.repository.fullName);
  const floating: Record<string, string> = latest === undefined ? {} : { latest };
  return { ...(await takePicture(world)), "image-tags": tags, "floating-tags": floating };
}
