import { deployWithAwsCli } from "./aws-cli-way.ts";
import type { DeployedBy } from "./deployment-way.ts";
import { openDeploymentWorld, type DeploymentWorld } from "./deployment-world.ts";
import { deployWithFairway } from "./fairway-way.ts";
import type { Scenario } from "./scenario.ts";

/** How one way ended in one scenario, and when that was known. */
export interface Outcome {
  readonly verdict: DeployedBy["verdict"];
  readonly told: string;
  /** Whether it is the expected verdict, and not given before it was so. */
  readonly right: boolean;
  /** Seconds from the start until the verdict was certain. */
  readonly knownAfter: number;
  /** Seconds from then until it was said, and to the end of the last process; negative when that came before. */
  readonly saidAfter: number;
  readonly endedAfter: number;
  readonly log: string;
}

export type Deploy = (world: DeploymentWorld, scenario: Scenario) => Promise<DeployedBy>;

export const WITH_FAIRWAY: Deploy = (world, { inputs = {} }) => deployWithFairway(world, inputs);
export const WITH_AWS_CLI: Deploy = (world) => deployWithAwsCli(world);

const STEP_MS = 500;
const HORIZON_MS = 20 * 60_000;
/** The simulation and the process that looks at it do not tick together. */
const EARLY_MS = 100;

/** Lets one way deploy in a world of its own. */
export async function measureOutcome(scenario: Scenario, deploy: Deploy): Promise<Outcome> {
  const world = await openDeploymentWorld(scenario);
  try {
    scenario.prepare?.(world);
    const { verdict, told, at, saidAt = at, log } = await deploy(world, scenario);
    const knownAt = awaitTruth(scenario, world);
    const isEarly = verdict === "green" && at < knownAt - EARLY_MS;
    return {
      verdict,
      told: isEarly ? "before it was so" : told,
      right: verdict === scenario.expected && !isEarly,
      knownAfter: (knownAt - world.startedAt) / 1000,
      saidAfter: (saidAt - knownAt) / 1000,
      endedAfter: (at - knownAt) / 1000,
      log,
    };
  } finally {
    await world.close();
  }
}

/** A way may end before the truth is there; then the world goes on without it. */
function awaitTruth(scenario: Scenario, world: DeploymentWorld): number {
  for (let waited = 0; waited < HORIZON_MS; waited += STEP_MS) {
    world.ecs.fleet();
    const at = scenario.truth(world);
    if (at !== undefined) return at;
    world.time.clock.skip(STEP_MS);
  }
  throw new Error(`The scenario "${scenario.name}" never came to what it is named for.`);
}
