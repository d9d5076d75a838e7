import type { DeploymentScript, DeploymentWorld } from "./deployment-world.ts";
import { whenGivenUp, whenServing } from "./truth.ts";

/** One thing that can become of a deployment. */
export interface Scenario extends DeploymentScript {
  readonly name: string;
  /** Green when, and only when, the new version serves at the end. */
  readonly expected: "green" | "red";
  /** Inputs of ecs-deploy that differ from those of production.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What somebody else, or AWS, does meanwhile; carried out before the deployment is started. */
  prepare?(world: DeploymentWorld): void;
  /** The virtual time from which the expected verdict was certain; nothing while it is not. */
  truth(world: DeploymentWorld): number | undefined;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
/** More calls than any way makes. */
export const ALWAYS = 1_000_000;

const CRASH = { kind: "crash", exitCode: 1, afterMs: 20 * SECOND } as const;

export const green = { expected: "green", truth: whenServing } as const;
/** The new version's container ends itself again and again. */
export const crashing = { expected: "red", start: CRASH, truth: whenGivenUp } as const;
/** What makes it red is there before anything is deployed. */
export const refused = { expected: "red", truth: ({ startedAt }: DeploymentWorld) => startedAt } as const;

/** What somebody, or AWS, does so many milliseconds after the start, and what makes the deployment red from then on. */
export function meanwhile(
  ms: number,
  act: (world: DeploymentWorld) => void,
): Pick<Scenario, "expected" | "prepare" | "truth"> {
  return {
    expected: "red",
    prepare: (world) => world.time.after(ms, () => act(world)),
    truth: ({ startedAt }) => startedAt + ms,
  };
}
