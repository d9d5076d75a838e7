import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStep, type LogLine, type StepResult } from "@fairway/rehearse";
import type { DeployedBy } from "./deployment-way.ts";
import { NEW_IMAGE, NEW_VERSION, TARGET, type DeploymentWorld } from "./deployment-world.ts";

const root = join(import.meta.dirname, "../../..");
const SKIP_WAITS = new URL("./skip-waits.ts", import.meta.url).href;

/** What is waited for after ECS is done; the workflow's default of 120 would only be waited out in real time. */
const HEALTH_SECONDS = "40";
/** The line with which ecs-deploy says its verdict; what it says after that is why, and where a rollback leads. */
const VERDICT = /^(?:rolled-back|failed|superseded|paused|timed-out|error): /u;

/** The two steps of production.yml: the committed bundle of ecs-deploy, its waits skipped, then that of health-gate. */
export async function deployWithFairway(
  world: DeploymentWorld,
  inputs: Readonly<Record<string, string>>,
): Promise<DeployedBy> {
  let saidAt: number | undefined;
  const deployed = await runEcsDeploy(
    world,
    { "require-circuit-breaker": "true", "wait-until": "stable", ...inputs },
    ({ text }) => {
      if (VERDICT.test(text)) saidAt ??= world.time.clock.now();
    },
  );
  if (deployed.conclusion !== "success") return endOf(world, deployed, saidAt);
  const expected = { "expect-version": NEW_VERSION, "timeout-seconds": HEALTH_SECONDS };
  const gate = { actionFolder: join(root, "actions/health-gate"), inputs: { url: world.url, ...expected } };
  return endOf(world, await runStep({ ...gate, workspace: tmpdir() }));
}

/** Runs ecs-deploy alone. Throws when its waits took real time: then nothing that follows would be true. */
export async function runEcsDeploy(
  world: DeploymentWorld,
  inputs: Readonly<Record<string, string>> = {},
  onLog: (line: LogLine) => void = () => undefined,
): Promise<StepResult> {
  const hooked = world.time.hooked();
  const result = await runStep({
    actionFolder: join(root, "actions/ecs-deploy"),
    inputs: { ...TARGET, image: NEW_IMAGE, ...inputs },
    env: { ...world.variables, NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${SKIP_WAITS}` },
    workspace: tmpdir(),
    onLog,
  });
  if (world.time.hooked() > hooked) return result;
  throw new Error(`The waits of ecs-deploy were not skipped: ${logOf(result)}`);
}

function endOf({ time }: DeploymentWorld, result: StepResult, saidAt?: number): DeployedBy {
  const isGreen = result.conclusion === "success";
  return {
    verdict: isGreen ? "green" : "red",
    told: result.outputs["outcome"] ?? "",
    at: time.clock.now(),
    ...(saidAt !== undefined && { saidAt }),
    log: logOf(result),
  };
}

function logOf({ log }: StepResult): string {
  return log.map(({ text }) => text).join("\n");
}
