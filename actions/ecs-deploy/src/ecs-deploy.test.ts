import { createManualClock, createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";
import { FairwayError, upstream } from "@fairway/domain";

import { deployServices } from "./deploy-services.ts";
import type { LogStream, TargetState, Task } from "./ports.ts";
import type { Deployment } from "./service-state.ts";
import { renderServicesSummary } from "./services-summary.ts";
import { createInMemoryServiceFleet, type FleetScript } from "./testing/in-memory-service-fleet.ts";
import { inputsOf } from "./testing/inputs.ts";
import {
  container,
  entry,
  OURS,
  revision,
  serviceDeployment,
  serviceOf,
  stoppedTask,
  succeeding,
} from "./testing/service-states.ts";

const IMAGE = { image: "registry.example/app:2" };
const DIGEST = `sha256:${"4bc4".repeat(16)}`;
const BREAKER = "ECS deployment circuit breaker: tasks failed to start.";

interface Options {
  /** Milliseconds on the clock at which the run is cancelled. */
  readonly cancelAtMs?: number;
  /** What the load balancer says of a target group. */
  readonly targets?: (arn: string) => readonly TargetState[];
  /** The checked-out files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

async function run(texts: Record<string, string>, script: FleetScript = {}, options: Options = {}) {
  const controller = new AbortController();
  const cancelled = new FairwayError("The run was cancelled.", { kind: "refusal", code: "CANCELLED" });
  const clock = createManualClock((elapsedMs) => {
    if (elapsedMs >= (options.cancelAtMs ?? Number.POSITIVE_INFINITY)) controller.abort(cancelled);
  });
  const log = createRecordingLog();
  const fleet = createInMemoryServiceFleet(clock, script);
  const logs = { tail: async (stream: LogStream) => [`last words in ${stream.group} ${stream.name}`] };
  const targets = {
    describe: async (arn: string) => options.targets?.(arn) ?? [],
  };
  const files = { readText: async (path: string) => options.files?.[path] };
  const ports = { fleet, logs, targets, files, clock, log, random: () => 0.5, signal: controller.signal };
  const inputs = inputsOf(texts);
  const result = await deployServices(inputs, ports);
  return {
    ...result,
    ...result.outputs,
    fleet,
    lines: log.lines,
    clock,
    summary: renderServicesSummary(result, inputs),
  };
}

async function refusalOf(
  texts: Record<string, string>,
  script: FleetScript = {},
  options: Options = {},
): Promise<string> {
  const error = await run(texts, script, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof FairwayError ? error.code : "none";
}

function ours(change: Partial<Deployment> = {}): Deployment {
  return entry({ id: OURS, taskDefinition: revision(42), runningCount: 0, rolloutState: "IN_PROGRESS", ...change });
}

/** Fails at 240 s, rolls back, and is over at 330 s. */
function rollingBack(seconds: number) {
  if (seconds < 240) return serviceOf([ours({ failedTasks: Math.floor(seconds / 80) }), entry({ status: "ACTIVE" })]);
  const failed = ours({ status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: BREAKER, failedTasks: 3 });
  const rolloutStateReason = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";
  const back = entry({ id: "ecs-svc/3", rolloutStateReason });
  if (seconds < 330) return serviceOf([{ ...back, runningCount: 1, rolloutState: "IN_PROGRESS" }, failed]);
  return serviceOf([back]);
}

function forever() {
  return serviceOf([ours({ failedTasks: 5 }), entry({ status: "ACTIVE" })]);
}

function task(change: Partial<Task> = {}): Task {
  return stoppedTask({ containers: [container({ image: "x", imageDigest: DIGEST, exitCode: 137 })], ...change });
}

describe("a deploy", () => {
  test("is green when ECS shows our own deployment completed in full", async () => {
    const result = await run(IMAGE);
    expect(result.failure).toBeUndefined();
    expect(result.outputs).toMatchObject({
      outcome: "deployed",
      "task-definition-arn": revision(42),
      "previous-task-definition-arn": revision(41),
      "deployment-id": OURS,
      "desired-count": "2",
      "previous-desired-count": "2",
      reason: "app:42 is deployed, 2/2 running",
    });
    expect(result.fleet.updates).toEqual([{ taskDefinition: revision(42), desiredCount: undefined }]);
  });

  test("returns within seconds of being done", async () => {
    const result = await run(IMAGE);
    expect(Number(result["duration-seconds"])).toBeGreaterThanOrEqual(95);
    expect(Number(result["duration-seconds"])).toBeLessThanOrEqual(100);
    expect(result.clock.elapsedMs()).toBeLessThan(95_000 + 4500 + 600);
  });

  test("waits for the old tasks to be gone when it is to be stable", async () => {
    const result = await run({ ...IMAGE, "wait-until": "stable" });
    expect(result.outcome).toBe("deployed");
    expect(Number(result["duration-seconds"])).toBeGreaterThanOrEqual(120);
  });

  test("says one line a state change and one each half minute, not one a look", async () => {
    const { fleet, lines } = await run(IMAGE);
    const told = lines.filter((line) => /^info: \d+ (s|min)/.test(line));
    expect(fleet.calls.get("describeService")).toBeGreaterThan(25);
    expect(told.length).toBeLessThanOrEqual(7);
    expect(told.some((line) => line.includes("still app:42 IN_PROGRESS"))).toBe(true);
  });

  test("is red as soon as ECS rolls it back, with ECS's reason first and where the service ended up", async () => {
    const result = await run(IMAGE, { after: rollingBack, tasks: () => [task({})] });
    expect(result.outcome).toBe("rolled-back");
    expect(result.failure?.message).toBe(
      `${BREAKER} app:42 was rolled back and does not serve. app is back on app:41, 2/2 running.`,
    );
    expect(result["failed-tasks"]).toBe("3");
    expect(result.lines).toContainEqual(expect.stringContaining("app exit 137"));
    const known = result.lines.findIndex((line) => line.startsWith("info: rolled-back"));
    const over = result.lines.findIndex((line) => line.includes("app:41 COMPLETED"));
    expect(known).toBeGreaterThan(0);
    expect(over).toBeGreaterThan(known);
  });

  test("shows what the failed container wrote last, unless that is not wished", async () => {
    const options = { "awslogs-group": "/ecs/app", "awslogs-stream-prefix": "app" };
    const logConfiguration = { logDriver: "awslogs", options };
    const document = { family: "app", containerDefinitions: [{ name: "app", image: "x/y", logConfiguration }] };
    const script = { after: rollingBack, tasks: () => [task({})], definition: { document } };
    const shown = await run(IMAGE, script);
    expect(shown.lines).toContain("last words in /ecs/app app/app/0123abcd");
    expect(shown.summary).toContain("Last log lines of app");
    const silent = await run({ ...IMAGE, "log-tail-lines": "0" }, script);
    expect(silent.lines.join()).not.toContain("last words");
  });

  test("is red when the rollback came and went between two looks", async () => {
    const result = await run(IMAGE, { after: (seconds) => (seconds < 100 ? forever() : serviceOf([entry()])) });
    expect(result.outcome).toBe("rolled-back");
  });

  test("is red at its own limit of failed tasks when there is no breaker", async () => {
    const circuitBreaker = { enabled: false, rollback: false };
    const after = (seconds: number) =>
      serviceOf([ours({ failedTasks: Math.floor(seconds / 80) }), entry({ status: "ACTIVE" })], { circuitBreaker });
    const before = serviceOf([entry()], { circuitBreaker });
    const result = await run({ ...IMAGE, "max-failed-tasks": "3" }, { before, after });
    expect(result.outcome).toBe("failed");
    expect(Number(result["duration-seconds"])).toBeLessThan(250);
    expect(result.failure?.message).toBe(
      "3 tasks failed in a row, max-failed-tasks is 3. ECS goes on with app:42 in app by itself.",
    );
    expect(result.lines).toContainEqual(expect.stringContaining("no deployment circuit breaker"));
  });

  test("is red when its time is over, and says how far it got", async () => {
    const result = await run({ ...IMAGE, "timeout-seconds": "300" }, { after: forever });
    expect(result.outcome).toBe("timed-out");
    expect(result["duration-seconds"]).toBe("300");
    expect(result.failure?.message).toContain("IN_PROGRESS, 0/2 running, 5 failed");
  });

  test("is red when somebody else deploys on top, and names what took its place", async () => {
    const other = entry({ id: "ecs-svc/9", taskDefinition: revision(43), rolloutState: "IN_PROGRESS" });
    const result = await run(IMAGE, { after: (seconds) => (seconds < 60 ? forever() : serviceOf([other])) });
    expect(result.outcome).toBe("superseded");
    expect(result.reason).toContain("ecs-svc/9 of app:43");
  });

  test("is not misled by reads from before the update", async () => {
    const after = (seconds: number) =>
      seconds < 20 ? serviceOf([entry()]) : succeeding(seconds, { taskDefinition: revision(42) });
    // The reply to the update itself is never stale.
    const result = await run(IMAGE, {
      after: (seconds, change) => (seconds === 0 ? succeeding(0, change) : after(seconds)),
    });
    expect(result.outcome).toBe("deployed");
  });

  test("asks ECS for a rollback when its time is over and that was wished, and follows it", async () => {
    const after = (seconds: number) => (seconds < 310 ? forever() : serviceOf([entry()]));
    const result = await run(
      { ...IMAGE, "timeout-seconds": "300", "on-failure": "rollback" },
      { after, detail: () => serviceDeployment() },
    );
    expect(result.outcome).toBe("timed-out");
    expect(result.fleet.rollbacks).toEqual([serviceDeployment().arn]);
    expect(result.failure?.message).toContain("app is back on app:41, 2/2 running");
  });

  test("goes on without the second API when it is not permitted, and says so once", async () => {
    const denied = new FairwayError("The role of this job may not do ecs:ListServiceDeployments", {
      kind: "configuration",
      code: "ACCESS_DENIED",
    });
    const result = await run(IMAGE, { fail: { findServiceDeployment: () => denied, tasks: () => denied } });
    expect(result.outcome).toBe("deployed");
    expect(result.fleet.calls.get("findServiceDeployment")).toBe(1);
    expect(result.lines.filter((line) => line.includes("ListServiceDeployments"))).toHaveLength(2);
  });

  test.each([
    ["throttled", "ECS_THROTTLED"],
    ["not answered", "ECS_UNREACHABLE"],
  ])("outlasts looks that are %s", async (_, code) => {
    const gone = upstream(code, "ECS gave no answer");
    const fail = { describeService: (_: number, seconds: number) => (seconds > 10 && seconds < 60 ? gone : undefined) };
    expect((await run(IMAGE, { fail })).outcome).toBe("deployed");
  });

  test.each([
    ["access is denied", "ACCESS_DENIED"],
    ["the credentials expired", "CREDENTIALS_EXPIRED"],
    ["the service is deleted", "NO_SERVICE"],
    ["the cluster is deleted", "NO_CLUSTER"],
  ])("ends at once when %s on the way, with all outputs set", async (_, code) => {
    const refused = new FairwayError("ECS refused", { kind: "configuration", code });
    const fail = { describeService: (_: number, seconds: number) => (seconds > 30 ? refused : undefined) };
    const result = await run(IMAGE, { fail });
    expect(result.outputs).toMatchObject({ outcome: "error", "deployment-id": OURS, "previous-desired-count": "2" });
    expect(result.failure).toMatchObject({ code, message: expect.stringContaining("ECS goes on with app:42") });
    expect(Number(result["duration-seconds"])).toBeLessThan(40);
  });

  test("ends at once when it is cancelled, and says what goes on", async () => {
    const result = await run(IMAGE, { after: forever }, { cancelAtMs: 60_000 });
    expect(result.outputs).toMatchObject({ outcome: "error", "deployment-id": OURS });
    expect(result.failure).toMatchObject({ code: "CANCELLED" });
    expect(result.failure?.message).toContain("ECS goes on with app:42");
    expect(result.fleet.rollbacks).toEqual([]);
  });

  test("asks for a rollback when it is cancelled and that was wished, without waiting for it", async () => {
    const script = { after: forever, detail: () => serviceDeployment() };
    const result = await run({ ...IMAGE, "on-failure": "rollback" }, script, { cancelAtMs: 60_000 });
    expect(result.fleet.rollbacks).toEqual([serviceDeployment().arn]);
    expect(result.failure).toMatchObject({
      code: "CANCELLED",
      message: "The run was cancelled. ECS was asked to roll app:42 back.",
    });
    expect(Number(result["duration-seconds"])).toBeLessThan(64);
  });

  test("is red when ECS gives it up and nothing takes it back, and names the revision to go back to", async () => {
    const circuitBreaker = { enabled: true, rollback: false };
    const failed = ours({ rolloutState: "FAILED", rolloutStateReason: BREAKER, failedTasks: 3 });
    const after = (seconds: number) =>
      seconds < 240 ? forever() : serviceOf([failed, entry({ status: "ACTIVE" })], { circuitBreaker });
    const result = await run(IMAGE, { before: serviceOf([entry()], { circuitBreaker }), after });
    expect(result.outcome).toBe("failed");
    expect(result.failure?.message).toBe(`${BREAKER} app:42 failed and nothing takes it back.`);
    expect(result.failure?.nextStep).toContain("task-definition app:41");
    expect(Number(result["duration-seconds"])).toBeLessThan(250);
  });

  test("is red when the service is deleted on the way, and asks neither ECS nor anybody to go back", async () => {
    const after = (seconds: number) => {
      if (seconds < 30) return forever();
      return serviceOf([ours({ desiredCount: 0 })], { status: seconds < 40 ? "DRAINING" : "INACTIVE" });
    };
    const detail = () => serviceDeployment();
    const result = await run({ ...IMAGE, "on-failure": "rollback" }, { after, detail });
    expect(result.outcome).toBe("failed");
    expect(result.failure).toMatchObject({
      message: "The service is DRAINING. app is deleted, and what this step asked for with it.",
      nextStep: "Find out who deleted it. To have it again, create the service and deploy into it.",
    });
    expect(result.fleet.rollbacks).toEqual([]);
    expect(Number(result["duration-seconds"])).toBeLessThan(35);
  });

  test("ends as paused when a lifecycle hook waits for somebody", async () => {
    const awaitingHook = { id: "approve", expiresAt: undefined };
    const result = await run(IMAGE, { after: forever, detail: () => serviceDeployment({ awaitingHook }) });
    expect(result.outcome).toBe("paused");
  });

  test("claims nothing when it is not to wait", async () => {
    const result = await run({ ...IMAGE, "wait-until": "none" });
    expect(result.outputs).toMatchObject({ outcome: "started", "deployment-id": OURS });
    expect(result.reason).toContain("was not waited for");
  });
});

describe("what is there already", () => {
  const current = { image: "registry.example/app:1" };

  test("is left as it is when the service runs exactly that", async () => {
    const result = await run(current);
    expect(result.outcome).toBe("unchanged");
    expect(result.fleet.updates).toEqual([]);
    expect(result.fleet.registered).toEqual([]);
  });

  test("is deployed again, without a new revision, when that is forced", async () => {
    const result = await run({ ...current, "force-new-deployment": "true" });
    expect(result.outcome).toBe("deployed");
    expect(result.fleet.registered).toEqual([]);
    expect(result.fleet.updates).toEqual([
      { taskDefinition: revision(41), desiredCount: undefined, forceNewDeployment: true },
    ]);
  });

  test("is deployed again when the service does not run it in full", async () => {
    const result = await run(current, { before: serviceOf([entry({ runningCount: 1 })]) });
    expect(result.outcome).toBe("deployed");
    expect(result.fleet.updates[0]).toMatchObject({ forceNewDeployment: true });
  });

  test("is deployed with the count that is asked for", async () => {
    const result = await run({ ...current, "desired-count": "2" }, { before: serviceOf([entry({ desiredCount: 0 })]) });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "desired-count": "2", "previous-desired-count": "0" });
  });

  test("is deployed again when another digest than the expected one runs", async () => {
    const running = task({ startedBy: "ecs-svc/1", lastStatus: "RUNNING" });
    const expected = `sha256:${"0".repeat(64)}`;
    const tasks = () => [running];
    const result = await run(
      { "task-definition": "app:41", "expected-digest": expected },
      { tasks, detail: () => serviceDeployment(), digests: { app: expected } },
    );
    expect(result.outputs).toMatchObject({ outcome: "deployed", "image-digest": expected });
  });
});

describe("the digest", () => {
  const pinned = { ...IMAGE, "expected-digest": DIGEST };

  test("takes the tag's place in the task definition and is read back from the service revision", async () => {
    const result = await run(pinned, { detail: () => serviceDeployment(), digests: { app: DIGEST } });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "image-digest": DIGEST });
    expect(result.fleet.registered[0]).toMatchObject({
      containerDefinitions: [{ image: `registry.example/app@${DIGEST}` }],
    });
  });

  test("is read back from the running tasks where the revision does not tell it", async () => {
    const result = await run(pinned, { tasks: () => [task({ lastStatus: "RUNNING" })] });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "image-digest": DIGEST });
  });

  test("is not taken from a task that another deployment started", async () => {
    const old = task({ startedBy: "ecs-svc/1", lastStatus: "RUNNING" });
    const other = { ...old, containers: [{ ...old.containers[0]!, imageDigest: `sha256:${"0".repeat(64)}` }] };
    const result = await run(pinned, { tasks: () => [other, task({ lastStatus: "RUNNING" })] });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "image-digest": DIGEST });
  });

  test("is red when another one runs", async () => {
    const digests = { app: `sha256:${"0".repeat(64)}` };
    const result = await run(pinned, { detail: () => serviceDeployment(), digests });
    expect(result.outcome).toBe("failed");
    expect(result.failure?.code).toBe("DIGEST_MISMATCH");
  });

  test("is red when a tag was deployed and nothing tells which digest runs", async () => {
    const result = await run({ "task-definition": "app:40", "expected-digest": DIGEST });
    expect(result.failure?.code).toBe("DIGEST_UNKNOWN");
  });

  test("is a notice when it cannot be read but the task definition names it", async () => {
    const result = await run(pinned);
    expect(result.outcome).toBe("deployed");
    expect(result.lines).toContainEqual(expect.stringContaining("The running digest was not read back"));
  });
});

describe("a restart", () => {
  const volumes = [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1" } }];
  const mountPoints = [{ sourceVolume: "data", containerPath: "/var/lib/postgresql/data" }];
  const lasting = { document: { containerDefinitions: [{ name: "app", mountPoints }], volumes } };
  const denied = { describeTaskDefinition: () => upstream("ACCESS_DENIED", "may not do ecs:DescribeTaskDefinition") };
  const restart = { operation: "restart" };
  const fresh = { ...restart, "require-ephemeral": "true" };

  test("starts the same revision anew without registering a task definition", async () => {
    const result = await run(restart);
    expect(result.outputs).toMatchObject({ outcome: "deployed", "task-definition-arn": revision(41) });
    expect(result.fleet.updates).toEqual([{ desiredCount: undefined, forceNewDeployment: true }]);
    expect(result.fleet.registered).toEqual([]);
    expect(result.lines.filter((line) => /^(warning|notice)/.test(line))).toEqual([]);
  });

  test("warns of data that outlives it", async () => {
    const result = await run(restart, { definition: lasting });
    expect(result.outcome).toBe("deployed");
    expect(result.lines).toContain(
      "warning: New tasks of app find what is in data (EFS): a database there does not start empty.",
    );
  });

  test("that must start empty is refused where data outlives it, and nothing is changed", async () => {
    expect(await refusalOf(fresh, { definition: lasting })).toBe("PERSISTENT_DATA");
    const seeded = serviceOf([entry()], { seededVolumes: ["data"] });
    const ebs = { document: { ...lasting.document, volumes: [{ name: "data", configuredAtLaunch: true }] } };
    expect(await refusalOf(fresh, { definition: ebs, before: seeded })).toBe("PERSISTENT_DATA");
    expect((await run(fresh, { definition: ebs })).outcome).toBe("deployed");
  });

  test("needs no permission to read task definitions unless it must start empty", async () => {
    const result = await run(restart, { fail: denied });
    expect(result.outcome).toBe("deployed");
    expect(result.lines.filter((line) => line.startsWith("notice: Whether its data outlives"))).toHaveLength(1);
    expect(await refusalOf(fresh, { fail: denied })).toBe("ACCESS_DENIED");
  });
});

describe("scaling", () => {
  const toZero = { operation: "scale", "desired-count": "0" };

  test("to 0 waits until no task runs and remembers the count from before", async () => {
    const after = (seconds: number) => serviceOf([entry({ desiredCount: 0, runningCount: seconds < 30 ? 2 : 0 })]);
    const result = await run(toZero, { after });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "desired-count": "0", "previous-desired-count": "2" });
    expect(Number(result["duration-seconds"])).toBeGreaterThanOrEqual(30);
    expect(result.fleet.updates).toEqual([{ desiredCount: 0 }]);
  });

  test("does not wait for a deployment that never ends", async () => {
    const before = serviceOf([ours(), entry({ status: "ACTIVE" })]);
    const result = await run(toZero, { before, after: () => serviceOf([entry({ desiredCount: 0 })]) });
    expect(result.outcome).toBe("deployed");
  });

  test("changes nothing when the count is reached already", async () => {
    const result = await run(toZero, { before: serviceOf([entry({ desiredCount: 0 })]) });
    expect(result.outcome).toBe("unchanged");
    expect(result.fleet.updates).toEqual([]);
  });
});

describe("another deployment in progress", () => {
  const before = serviceOf([entry({ rolloutState: "IN_PROGRESS", runningCount: 1 })]);

  test("is refused when told so, and nothing is changed", async () => {
    expect(await refusalOf({ ...IMAGE, "if-in-progress": "fail" }, { before })).toBe("IN_PROGRESS");
  });

  test("is waited for within the time of the step", async () => {
    expect(await refusalOf({ ...IMAGE, "timeout-seconds": "120" }, { before })).toBe("IN_PROGRESS");
  });

  test("is deployed on top of with a warning when told so", async () => {
    const result = await run({ ...IMAGE, "if-in-progress": "proceed" }, { before });
    expect(result.outcome).toBe("deployed");
    expect(result.lines).toContainEqual(expect.stringMatching(/^warning: Another deployment of app is in progress/));
  });
});

describe("a lost reply to the update", () => {
  const lost = { updateService: (count: number) => (count === 1 ? upstream("ECS_UNREACHABLE", "lost") : undefined) };

  test("is made good by reading the service when the update took place", async () => {
    const result = await run(IMAGE, { fail: lost, updatesAllTheSame: true });
    expect(result.outputs).toMatchObject({ outcome: "deployed", "deployment-id": OURS });
    expect(result.fleet.calls.get("updateService")).toBe(1);
  });

  test("is made good for a scaling, too, by the count and not by a deployment", async () => {
    const after = () => serviceOf([entry({ desiredCount: 0 })]);
    const scaling = { operation: "scale", "desired-count": "0" };
    const done = await run(scaling, { fail: lost, updatesAllTheSame: true, after });
    expect(done.outcome).toBe("deployed");
    expect(done.fleet.calls.get("updateService")).toBe(1);
    const repeated = await run(scaling, { fail: lost, after });
    expect(repeated.outcome).toBe("deployed");
    expect(repeated.fleet.calls.get("updateService")).toBe(2);
  });

  test("is told as a change that ECS may carry out when the run is cancelled meanwhile", async () => {
    const error = await run(IMAGE, { fail: lost }, { cancelAtMs: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "CANCELLED",
      message: "The run was cancelled while it asked ECS to change app; ECS may carry that out by itself",
    });
  });

  test("is followed by a second request only when the service is unchanged", async () => {
    const result = await run(IMAGE, { fail: lost });
    expect(result.outcome).toBe("deployed");
    expect(result.fleet.calls.get("updateService")).toBe(2);
    expect(result.fleet.updates).toHaveLength(1);
  });
});

test("a dry run reads and decides, and changes nothing", async () => {
  const result = await run({ ...IMAGE, "dry-run": "true", "desired-count": "3" });
  expect(result.outcome).toBe("planned");
  expect(result.fleet.updates).toEqual([]);
  expect(result.fleet.registered).toEqual([]);
  expect(result.lines).toContain("info: plans app: registry.example/app:1 → registry.example/app:2");
  expect(result.lines).toContain("info: plans the desired count: 2 → 3");
});

test("a task definition that is not active is refused before anything is changed", async () => {
  expect(await refusalOf({ "task-definition": "app:7" }, { definition: { status: "INACTIVE" } })).toBe(
    "INACTIVE_TASK_DEFINITION",
  );
});

test("a service that ECS does not move on is an error, not a success", async () => {
  expect(await refusalOf(IMAGE, { after: () => serviceOf([entry()]) })).toBe("NOT_STARTED");
});

describe("the summary", () => {
  test("tells what was asked, what serves now, why, and what to do next", async () => {
    const { summary } = await run(IMAGE, { after: rollingBack, tasks: () => [task({})] });
    expect(summary).toContain("### app: rolled-back");
    expect(summary).toContain("| Asked | deploy, `app` = `registry.example/app:2` |");
    expect(summary).toContain("| Serves now | `app:41`, 2/2 running |");
    expect(summary).toContain("**Next:** Correct the image");
    expect(summary).toContain("exit 137");
  });

  test("lets no text of ECS act as markup", async () => {
    const stoppedReason = "<script>alert(1)</script> | [x](http://evil)";
    const { summary } = await run(IMAGE, { after: rollingBack, tasks: () => [task({ stoppedReason })] });
    expect(summary).not.toContain("<script>");
    expect(summary).not.toContain("[x](http");
  });
});

describe("a task definition in a file", () => {
  const containers = [{ name: "app", image: "registry.example/app:1", healthCheck: { command: ["true"] } }];
  const same = { family: "app", containerDefinitions: containers };
  const other = { ...same, cpu: "512", tomorrow: { kept: ["", null] }, tags: [{ key: "team", value: "shop" }] };
  const fromFile = { "task-definition": "deploy/task.json" };
  const withFile = (content: unknown): Options => ({
    files: { "deploy/task.json": typeof content === "string" ? content : JSON.stringify(content) },
  });

  test("is registered member for member and deployed", async () => {
    const result = await run(fromFile, {}, withFile(other));
    expect(result.fleet.registered).toEqual([other]);
    expect(result.outputs).toMatchObject({ outcome: "deployed", "task-definition-arn": revision(42) });
  });

  test("gets the image, and loses what ECS takes in no registration", async () => {
    const described = {
      taskDefinition: { ...same, revision: 7, registeredBy: "somebody", status: "ACTIVE" },
      tags: [],
    };
    const result = await run({ ...fromFile, ...IMAGE }, {}, withFile(described));
    expect(result.fleet.registered).toEqual([{ ...same, containerDefinitions: [{ ...containers[0], ...IMAGE }] }]);
  });

  test("that says what the service has already registers nothing and changes nothing", async () => {
    const result = await run(fromFile, {}, withFile(same));
    expect(result.outcome).toBe("unchanged");
    expect([result.fleet.registered, result.fleet.updates]).toEqual([[], []]);
  });

  test.each<[string, Options, string]>([
    ["that is not there", {}, "NO_FILE"],
    ["that is not JSON", withFile("{"), "BAD_TASK_DEFINITION"],
    ["that is something else", withFile({ name: "shop" }), "BAD_TASK_DEFINITION"],
  ])("%s is refused", async (_, options, code) => {
    expect(await refusalOf(fromFile, {}, options)).toBe(code);
  });
});

describe("an image of another architecture", () => {
  test("is refused before anything is registered", async () => {
    const definition = {
      document: {
        family: "app",
        runtimePlatform: { cpuArchitecture: "ARM64" },
        containerDefinitions: [{ name: "app", image: "registry.example/app:1" }],
      },
    };
    expect(await refusalOf({ ...IMAGE, "image-platforms": "linux/amd64" }, { definition })).toBe(
      "ARCHITECTURE_MISMATCH",
    );
    expect((await run({ ...IMAGE, "image-platforms": "linux/amd64, linux/arm64" }, { definition })).outcome).toBe(
      "deployed",
    );
  });
});

describe("the load balancer's view of a failed deployment", () => {
  const group = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0a1b";
  const after = (seconds: number) => ({ ...rollingBack(seconds), targetGroups: [group] });
  const target = (id: string, port: number, state: string, reason?: string): TargetState => ({
    id,
    port,
    state,
    reason,
  });
  const states = [
    target("10.0.0.1", 8080, "healthy"),
    target("10.0.0.2", 8080, "draining", "Target.DeregistrationInProgress"),
    target("10.0.0.3", 8080, "unhealthy", "Target.ResponseCodeMismatch: codes [503]"),
    target("10.0.0.4", 8080, "unhealthy", "Target.Timeout"),
  ];
  const running = (change: Partial<Task>) => () => [task({ lastStatus: "RUNNING", ...change })];

  test("names the targets that are this deployment's tasks and not healthy, and why", async () => {
    const tasks = running({ addresses: ["10.0.0.3"] });
    const result = await run(IMAGE, { after, tasks }, { targets: () => states });
    expect(result.lines).toContain("10.0.0.3:8080 in shop: unhealthy, Target.ResponseCodeMismatch: codes [503]");
    expect(result.lines).toContain("targets of other deployments that are not healthy: 1");
    expect(result.lines.join()).not.toMatch(/10\.0\.0\.[124]/);
    expect(result.summary).toContain("Targets that are not healthy");
  });

  test("tells tasks that share an instance by their ports", async () => {
    const instance = "arn:aws:ecs:eu-west-1:111122223333:container-instance/production/1";
    const tasks = running({ containerInstance: instance, hostPorts: [32_768] });
    const machines = [target("i-0a", 32_768, "unhealthy"), target("i-0a", 32_769, "unhealthy")];
    const script = { after, tasks, instances: { [instance]: "i-0a" } };
    const result = await run(IMAGE, script, { targets: () => machines });
    expect(result.lines).toContain("i-0a:32768 in shop: unhealthy");
    expect(result.lines.join()).not.toContain("i-0a:32769");
  });

  test.each([
    ["tasks", "Stopped tasks not read"],
    ["instanceIds", "Shows the targets of all deployments, not only of this one"],
  ])("names the targets of all deployments when %s may not be read, and says so once", async (method, notice) => {
    const fail = { [method]: () => upstream("ACCESS_DENIED", "The role of this job may not do that") };
    const tasks = running({ containerInstance: "arn:aws:ecs:eu-west-1:111122223333:container-instance/production/1" });
    const result = await run(IMAGE, { after, tasks, fail }, { targets: () => states });
    expect(result.lines.filter((line) => line.includes(" in shop: unhealthy"))).toHaveLength(2);
    const notices = result.lines.filter((line) => line.startsWith("notice: "));
    expect(notices).toEqual([expect.stringContaining(notice)]);
  });

  test("is one notice when it may not be read, and changes no verdict", async () => {
    const denied = () => {
      throw new FairwayError("The role of this job may not do elasticloadbalancing:DescribeTargetHealth", {
        kind: "configuration",
        code: "ACCESS_DENIED",
      });
    };
    const result = await run(IMAGE, { after }, { targets: denied });
    expect(result.outcome).toBe("rolled-back");
    expect(result.lines.filter((line) => line.startsWith("notice: Target health not read"))).toHaveLength(1);
  });
});

test("a deployment that ECS started of something else is not followed", async () => {
  const after = () => serviceOf([entry({ id: OURS, taskDefinition: revision(43) })]);
  expect(await refusalOf(IMAGE, { after })).toBe("OTHER_STARTED");
});
