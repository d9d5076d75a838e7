import { setTimeout as delay } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";
import { startWorld, type World } from "@fairway/testbed";

import { runBundle } from "../support/run-bundle.ts";

const BETA = "0.2.0-1234567.beta";

/** The steps by which staging.yml gives a beta a fresh database that the newest release has migrated. */
const STEPS = ["stop", "empty", "release", "beta"] as const;
type Step = (typeof STEPS)[number];

interface Rehearsed {
  readonly world: World;
  /** Digest of the beta's image: each world's own, since it follows from the second of the commit. */
  readonly beta: string;
  /** Outcomes of the run that was cancelled, and of the one after it. */
  readonly cancelled: readonly string[];
  readonly next: readonly string[];
}

const rehearsed = new Map<Step | "nothing", Rehearsed>();

beforeAll(async () => {
  const cases = ["nothing", ...STEPS] as const;
  await Promise.all(cases.map(async (name) => rehearsed.set(name, await rehearse(name))));
}, 120_000);

afterAll(async () => {
  for (const { world } of rehearsed.values()) await world.close();
});

/** Runs all steps and cancels the run in the named one, once ECS has its update; then runs all of them again. */
async function rehearse(cancelledIn: Step | "nothing"): Promise<Rehearsed> {
  const world = await startWorld({ rate: 240 });
  await world.seedRelease("0.1.0");
  const commit = world.repository.commit({ message: "next" });
  const beta = world.buildImage({ commit, version: BETA, tag: BETA });
  const cancelled: string[] = [];
  for (const step of STEPS) {
    const result = await (step === cancelledIn ? cancel(world, step) : take(world, step));
    cancelled.push(outcomeOf(result));
    if (step === cancelledIn) break;
  }
  const next: string[] = [];
  for (const step of cancelledIn === "nothing" ? [] : STEPS) next.push(outcomeOf(await take(world, step)));
  return { world, beta, cancelled, next };
}

function take(world: World, step: Step, signal = new AbortController().signal): Promise<StepResult> {
  const app = { cluster: "staging", service: "app", "aws-region": "eu-central-1" };
  const inputs = {
    stop: { ...app, operation: "scale", "desired-count": "0" },
    empty: { ...app, service: "database", operation: "restart", "wait-until": "stable", "require-ephemeral": "true" },
    release: { ...app, image: `${world.image}:0.1.0`, "desired-count": "1", "wait-until": "stable" },
    beta: { ...app, image: `${world.image}:${BETA}`, "desired-count": "1", "wait-until": "stable" },
  };
  return runBundle({ action: "ecs-deploy", inputs: inputs[step], env: world.env(), signal });
}

async function cancel(world: World, step: Step): Promise<StepResult> {
  const controller = new AbortController();
  const before = updatesOf(world);
  const pending = take(world, step, controller.signal);
  for (let count = 0; count < 1000 && updatesOf(world) === before; count += 1) await delay(10);
  controller.abort();
  return pending;
}

function updatesOf({ ecs }: World): number {
  return ecs.requests.filter(({ headers }) => String(headers["x-amz-target"]).endsWith(".UpdateService")).length;
}

function outcomeOf({ outputs }: StepResult): string {
  return outputs["outcome"] ?? "none";
}

function ended(name: Step | "nothing"): Rehearsed {
  const found = rehearsed.get(name);
  if (found === undefined) throw new Error(`${name} was not rehearsed`);
  return found;
}

/** What staging serves and runs, and what the application wrote last about its database; names that differ by chance left out. */
function stateOf({ world, beta }: Rehearsed): unknown {
  const { apps, ecs } = world.snapshot();
  const { task: _task, commit: _commit, ...body } = apps.staging.body as Record<string, unknown>;
  const services = ["staging/app", "staging/database"].map((name) => {
    const { desiredCount, runningCount, rolloutState, images } = ecs[name] ?? {};
    const digests = images?.map(({ digest }) => (digest === beta ? "the beta's" : digest));
    return { desiredCount, runningCount, rolloutState, digests };
  });
  const app = world.ecs.fleet().services.find(({ cluster, name }) => cluster === "staging" && name === "app");
  const migrations = app?.tasks
    .flatMap(({ log }) => log.map(({ message }) => message))
    .filter((one) => /migrated/.test(one));
  return { status: apps.staging.status, body, services, migrations: migrations?.slice(-2) };
}

test("the steps give the beta a database that the release has migrated", () => {
  const end = ended("nothing");
  expect(end.cancelled).toEqual(["deployed", "deployed", "deployed", "deployed"]);
  expect(stateOf(end)).toMatchObject({
    status: 200,
    body: { version: BETA, migrations: "up-to-date" },
    services: [{ runningCount: 1, digests: ["the beta's"] }, { runningCount: 1 }],
    migrations: ["schema 0 migrated to 10", "schema 10 migrated to 20"],
  });
});

test.each(STEPS)(
  "a run that is cancelled in the step %s is red, and the next one ends as if that had not been",
  (step) => {
    const { cancelled, next } = ended(step);
    expect(cancelled.at(-1)).toBe("error");
    expect(next).toEqual([expect.stringMatching(/^(deployed|unchanged)$/), "deployed", "deployed", "deployed"]);
    expect(stateOf(ended(step))).toEqual(stateOf(ended("nothing")));
  },
);
