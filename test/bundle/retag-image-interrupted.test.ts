import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, expect, test } from "@jest/globals";
import { startRegistry, type RegistryServer } from "@fairway/testbed";

import { emptyFolder, runBundle } from "../support/run-bundle.ts";

const HOME = "acme/shop";
const AWAY = "acme/shop-release";
const BETA = "1.0.0-abcdefg.beta";

/** The tests of the use case stop at every request; here real processes do, at every so many. */
const STEP = 8;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface World {
  readonly home: RegistryServer;
  readonly away: RegistryServer;
  readonly digest: string;
}

async function world(): Promise<World> {
  const [home, away] = [await startRegistry(), await startRegistry()];
  closers.push(
    () => home.close(),
    () => away.close(),
  );
  return { home, away, digest: home.putImage(HOME, BETA, { version: "1.0.0" }) };
}

const asked = ({ home, away }: World) => home.requests.length + away.requests.length;

function promote({ home, away }: World, signal = new AbortController().signal) {
  const places = [`${home.imageHost}/${AWAY}`, `${away.imageHost}/${AWAY}`];
  const inputs = {
    source: `${home.imageHost}/${HOME}:${BETA}`,
    tags: ["1.0.0", ...places.map((place) => `${place}:1.0.0`)].join(),
    "floating-tags": ["latest", ...places.map((place) => `${place}:latest`)].join(),
  };
  return runBundle({ action: "retag-image", inputs, env: { DOCKER_CONFIG: emptyFolder() }, signal });
}

/** Interrupts a run, as the runner does, as soon as that many requests have come in. */
async function interruptedAt(scene: World, count: number): Promise<void> {
  const interrupt = new AbortController();
  const run = promote(scene, interrupt.signal);
  const over = new AbortController();
  void run.finally(() => over.abort());
  while (!over.signal.aborted && asked(scene) < count) await sleep(1);
  interrupt.abort();
  await run;
}

test("a promotion into other repositories and registries that is interrupted ends in the same state when it is run again", async () => {
  const whole = await world();
  expect((await promote(whole)).outputs["outcome"]).toBe("promoted");
  const total = asked(whole);
  expect(total).toBeGreaterThan(40);
  for (let count = 1; count < total; count += STEP) {
    const scene = await world();
    await interruptedAt(scene, count);
    const { home, away, digest } = scene;
    const of = (tag: string) => [home.digestOf(HOME, tag), home.digestOf(AWAY, tag), away.digestOf(AWAY, tag)];
    // No floating tag is ahead of a version tag, anywhere.
    if (of("latest").includes(digest)) expect(of("1.0.0")).toEqual([digest, digest, digest]);
    await promote(scene);
    expect([home.snapshot(), away.snapshot()]).toEqual([whole.home.snapshot(), whole.away.snapshot()]);
  }
});
