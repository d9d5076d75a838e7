import { findVersions } from "../program-versions.ts";
import { installPrograms, pinnedVersions } from "./install-programs.ts";
import { compareOutcomes } from "./outcome-table.ts";
import { renderReadyTable } from "./ready-table.ts";
import { measureReadyToGreen, READY_WAYS, type ReadyRounds } from "./ready-to-green.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { renderStableTable } from "./stable-table.ts";
import { measureStableToReturn, type StableRounds } from "./stable-to-return.ts";
import { compareStarts } from "./start-table.ts";

/** How much is measured. */
export interface DeploymentScale {
  readonly scenarios: readonly Scenario[];
  readonly stable: StableRounds;
  readonly ready: ReadyRounds;
  readonly starts: number;
  /** Whether programs of npm that are not there are installed. */
  readonly install: boolean;
}

const SCALE: DeploymentScale = {
  scenarios: SCENARIOS,
  stable: { deployments: 200, checks: 5 },
  ready: { ways: READY_WAYS, rounds: 20, startsMs: 400, patienceMs: 10_000 },
  starts: 20,
  install: true,
};

const OUTCOMES = [
  "#### Verdicts",
  "Fairway is the two steps of production.yml, the committed bundles of ecs-deploy and health-gate (with 40 s for the application, and where the first column says so other inputs). The other way is `aws ecs update-service`, `aws ecs wait services-stable` and `curl -f`. Both are run as processes against an ECS of their own that the scenario is scripted on; while they wait between two looks, time is skipped, and their schedules are theirs.",
  "Green is right when, and only when, the new version serves. `Known after` is when that was certain in the simulation, in seconds from the start; then how many seconds later the verdict was said and the last process ended. After a rollback ecs-deploy stays to its end, so that it can tell what serves. A negative number is an end before that: a green then is wrong, a red counts as right, whatever it was for.",
];

/** Measures deploying and gating beside what else does it, as Markdown. Throws at a wrong verdict of Fairway. */
export async function compareDeployments(scale: DeploymentScale = SCALE): Promise<string> {
  if (scale.install) await installPrograms();
  const ready = await measureReadyToGreen(scale.ready);
  const starts = await compareStarts(scale.starts);
  const stable = await measureStableToReturn(scale.stable);
  const outcomes = await compareOutcomes(scale.scenarios);
  const versions = await findVersions(["aws", "curl"]);
  return [
    "### Deployments and health",
    `Compared: ${[...versions, ...pinnedVersions()].join(", ")}.`,
    ...OUTCOMES,
    outcomes,
    renderStableTable(stable),
    renderReadyTable(ready, scale.ready.rounds),
    starts,
  ].join("\n\n");
}
