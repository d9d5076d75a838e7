import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { breakerThreshold } from "./deployments.ts";
import { createFleet, type FleetCommand, fleetAt } from "./fleet.ts";
import {
  type ContainerBehaviour,
  DEFAULT_TIMINGS,
  type DeploymentConfiguration,
  type FleetRules,
  type FleetState,
  type ServiceState,
  type TaskDefinitionView,
} from "./model.ts";

const ROLLING: DeploymentConfiguration = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  breaker: { enable: true, rollback: true },
  earlySuccessPercent: undefined,
  alarms: undefined,
};

const BEHAVIOURS: Record<string, ContainerBehaviour> = {
  good: { kind: "healthy", startMs: 5_000 },
  bad: { kind: "crash", exitCode: 1, afterMs: 20_000, log: ["cannot read configuration"] },
  "slow-crash": { kind: "crash", exitCode: 1, afterMs: 90_000 },
  sick: { kind: "unhealthy", startMs: 5_000 },
  absent: { kind: "cannot-pull", reason: "CannotPullContainerError: not found" },
};

const rules: FleetRules = {
  timings: DEFAULT_TIMINGS,
  resolveImage: (image) => ({ digest: `sha256:${image}`, labels: {}, architectures: ["amd64"] }),
  behaviour: (container) => BEHAVIOURS[container.image] ?? BEHAVIOURS["good"]!,
  consequences: () => [],
  answerOf: () => "CONTINUE",
};

function definition(image: string, hasHealthCheck = false): TaskDefinitionView {
  return {
    arn: `arn:aws:ecs:eu-west-1:000000000000:task-definition/app:${image}`,
    containers: [{ name: "app", image, essential: true, hasHealthCheck }],
    architecture: "amd64",
  };
}

const MINUTE = 60_000;

interface Story {
  readonly desiredCount?: number;
  readonly configuration?: Partial<DeploymentConfiguration>;
  readonly deploy?: TaskDefinitionView;
  readonly more?: readonly FleetCommand[];
}

/** A service that runs `good` since minute 0 and is asked at minute 10 to run something else. */
function commandsOf(story: Story): FleetCommand[] {
  const address = { cluster: "production", service: "app" };
  const configuration = { ...ROLLING, ...story.configuration };
  const taskDefinition = definition("good");
  return [
    { kind: "create-service", at: 0, ...address, taskDefinition, desiredCount: story.desiredCount ?? 2, configuration },
    ...(story.deploy === undefined
      ? []
      : [{ kind: "update-service" as const, at: 10 * MINUTE, ...address, taskDefinition: story.deploy }]),
    ...(story.more ?? []),
  ];
}

function serviceAt(story: Story, minute: number): ServiceState {
  const state = fleetAt(commandsOf(story), minute * MINUTE, rules);
  return state.services[0]!;
}

function running(service: ServiceState): string[] {
  return service.tasks.filter((task) => task.lastStatus === "RUNNING").map((task) => task.containers[0]!.image);
}

describe("a rolling deployment", () => {
  test("completes with the desired count of new tasks and no old entry left", () => {
    const service = serviceAt({ deploy: definition("fine") }, 12);
    expect(service.deployments.map((one) => [one.status, one.rolloutState])).toEqual([["PRIMARY", "COMPLETED"]]);
    expect(running(service)).toEqual(["fine", "fine"]);
  });

  test("keeps the minimum of steady tasks at every moment", () => {
    const story = {
      deploy: definition("fine"),
      desiredCount: 4,
      configuration: { minimumHealthyPercent: 50, maximumPercent: 100 },
    };
    for (let minute = 10; minute < 20; minute += 0.05) {
      const steady = serviceAt(story, minute).tasks.filter((task) => task.steady && task.desiredStatus === "RUNNING");
      expect(steady.length).toBeGreaterThanOrEqual(2);
    }
  });

  test("never has more wanted tasks than the maximum allows", () => {
    const story = {
      deploy: definition("fine"),
      desiredCount: 2,
      configuration: { minimumHealthyPercent: 0, maximumPercent: 100 },
    };
    for (let minute = 10; minute < 14; minute += 0.05) {
      const wanted = serviceAt(story, minute).tasks.filter((task) => task.desiredStatus === "RUNNING");
      expect(wanted.length).toBeLessThanOrEqual(2);
    }
  });

  test("shows both deployments while the old tasks still serve", () => {
    const service = serviceAt({ deploy: definition("fine") }, 10.5);
    expect(service.deployments.map((one) => [one.status, one.rolloutState])).toEqual([
      ["PRIMARY", "IN_PROGRESS"],
      ["ACTIVE", "COMPLETED"],
    ]);
    expect(running(service)).toContain("good");
  });

  test("links its service deployment to it by the revision number", () => {
    const service = serviceAt({ deploy: definition("fine") }, 12);
    expect(service.serviceDeployments[0]).toMatchObject({
      targetRevision: service.deployments[0]!.number,
      status: "SUCCESSFUL",
      breaker: "MONITORING_COMPLETE",
    });
  });

  test("is called successful early when the configuration says so", () => {
    const deploy = definition("fine");
    const early = serviceAt({ deploy, configuration: { earlySuccessPercent: 100 } }, 10.75);
    const plain = serviceAt({ deploy }, 10.75);
    expect([early, plain].map((one) => one.deployments[0]!.rolloutState)).toEqual(["COMPLETED", "IN_PROGRESS"]);
    expect(early.deployments).toHaveLength(2);
  });

  test("of no tasks completes at once", () => {
    const service = serviceAt({ desiredCount: 0, deploy: definition("bad") }, 10);
    expect(service.deployments.map((one) => one.rolloutState)).toEqual(["COMPLETED"]);
  });
});

describe("the circuit breaker", () => {
  test.each([
    [1, 3],
    [6, 3],
    [7, 4],
    [399, 200],
    [1000, 200],
  ])("of a service of %i tasks trips at %i failures", (desired, threshold) => {
    expect(breakerThreshold(desired)).toBe(threshold);
  });

  test("fails the deployment and rolls back under a new id", () => {
    const service = serviceAt({ deploy: definition("bad") }, 13);
    const [primary, failed] = service.deployments;
    expect(primary!.rolloutStateReason).toMatch(
      /^ECS deployment circuit breaker: rolling back to deploymentId ecs-svc\/\d{19}\.$/u,
    );
    expect(primary!.taskDefinition.containers[0]!.image).toBe("good");
    expect(failed).toMatchObject({
      rolloutState: "FAILED",
      rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
      failedTasks: 3,
    });
    expect(service.serviceDeployments[0]).toMatchObject({ status: "ROLLBACK_IN_PROGRESS", breaker: "TRIGGERED" });
  });

  test("leaves one completed deployment of the old definition when the rollback is over", () => {
    const service = serviceAt({ deploy: definition("bad") }, 15);
    expect(service.deployments.map((one) => [one.rolloutState, one.taskDefinition.containers[0]!.image])).toEqual([
      ["COMPLETED", "good"],
    ]);
    expect(service.serviceDeployments[0]!.status).toBe("ROLLBACK_SUCCESSFUL");
    expect(service.serviceDeployments).toHaveLength(2);
    expect(service.revisions).toHaveLength(2);
  });

  test("starts all tasks of the rollback at once, while those of the failed deployment still stop", () => {
    const service = serviceAt({ deploy: definition("bad") }, 13);
    const rollback = service.events.findIndex((event) => event.message.includes("rolling back"));
    const starts = service.events.slice(0, rollback).filter((event) => event.message.includes("has started"));
    expect(starts.map((event) => /started (\d)/u.exec(event.message)![1])).toEqual(["2"]);
  });

  test("serves with the old tasks from beginning to end of a failing deployment", () => {
    for (let minute = 10; minute < 16; minute += 0.1) {
      const images = running(serviceAt({ deploy: definition("bad") }, minute));
      expect(images.filter((image) => image === "good").length).toBeGreaterThanOrEqual(2);
    }
  });

  test("without rollback fails the deployment and starts nothing more", () => {
    const story = { deploy: definition("bad"), configuration: { breaker: { enable: true, rollback: false } } };
    const later = serviceAt(story, 60);
    expect(later.deployments.map((one) => [one.status, one.rolloutState])).toEqual([
      ["PRIMARY", "FAILED"],
      ["ACTIVE", "COMPLETED"],
    ]);
    expect(running(later)).toEqual(["good", "good"]);
    expect(later.serviceDeployments[0]!.status).toBe("STOPPED");
  });

  test("that is off leaves the deployment in progress for ever", () => {
    const story = { deploy: definition("bad"), configuration: { breaker: { enable: false, rollback: false } } };
    const service = serviceAt(story, 600);
    expect(service.deployments[0]).toMatchObject({ rolloutState: "IN_PROGRESS" });
    expect(service.deployments[0]!.failedTasks).toBeGreaterThan(10);
  });

  test("does not count a task that dies after it was steady", () => {
    const service = serviceAt({ deploy: definition("slow-crash") }, 60);
    expect(service.deployments.every((one) => one.failedTasks === 0)).toBe(true);
  });

  test("counts an image that cannot be pulled", () => {
    const service = serviceAt({ deploy: definition("absent") }, 13);
    expect(service.tasks.find((task) => task.stopCode === "TaskFailedToStart")?.stoppedReason).toContain("CannotPull");
    expect(service.deployments[0]!.rollbackOf).toBeDefined();
  });

  test("counts failing health checks only where there is a health check", () => {
    const checked = serviceAt({ deploy: definition("sick", true) }, 18);
    const unchecked = serviceAt({ deploy: definition("sick") }, 18);
    expect(checked.deployments[0]!.taskDefinition.containers[0]!.image).toBe("good");
    expect(unchecked.deployments[0]).toMatchObject({ rolloutState: "COMPLETED" });
  });

  test("has nothing to fall back to when no deployment ever completed", () => {
    const create = { kind: "create-service" as const, at: 0, cluster: "c", service: "s", desiredCount: 1 };
    const state = fleetAt(
      [{ ...create, taskDefinition: definition("bad"), configuration: ROLLING }],
      30 * MINUTE,
      rules,
    );
    expect(state.services[0]!.deployments.map((one) => one.rolloutState)).toEqual(["FAILED"]);
    expect(running(state.services[0]!)).toEqual([]);
  });

  test("can bring the earlier deployment back under its own id", () => {
    const script = { kind: "script" as const, at: 5 * MINUTE, cluster: "production", service: "app" };
    const story = { deploy: definition("bad"), more: [{ ...script, script: { rollbackId: "earlier" as const } }] };
    const commands = commandsOf(story).toSorted((a, b) => a.at - b.at);
    const before = fleetAt(commands, 9 * MINUTE, rules).services[0]!.deployments[0]!.number;
    const after = fleetAt(commands, 15 * MINUTE, rules).services[0]!;
    expect(after.deployments.map((one) => one.number)).toEqual([before]);
  });
});

describe("a deployment that is overtaken", () => {
  test("ends as stopped in the history while the newer one completes", () => {
    const newer = { kind: "update-service" as const, at: 10.3 * MINUTE, cluster: "production", service: "app" };
    const service = serviceAt(
      { deploy: definition("fine"), more: [{ ...newer, taskDefinition: definition("finer") }] },
      13,
    );
    expect(service.serviceDeployments.map((one) => one.status)).toEqual(["SUCCESSFUL", "STOPPED", "SUCCESSFUL"]);
    expect(running(service)).toEqual(["finer", "finer"]);
  });
});

describe("a change of the desired count", () => {
  test("is no deployment", () => {
    const scale = {
      kind: "update-service" as const,
      at: 10 * MINUTE,
      cluster: "production",
      service: "app",
      desiredCount: 0,
    };
    const service = serviceAt({ more: [scale] }, 12);
    expect(service.deployments).toHaveLength(1);
    expect(service.serviceDeployments).toHaveLength(1);
    expect(running(service)).toEqual([]);
  });
});

describe("the simulation", () => {
  test("does not depend on when it was looked at", () => {
    const looks = fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { maxLength: 30 });
    const image = fc.constantFrom(...Object.keys(BEHAVIOURS));
    fc.assert(
      fc.property(looks, image, fc.integer({ min: 0, max: 5 }), (times, name, desiredCount) => {
        const commands = commandsOf({ deploy: definition(name), desiredCount });
        expect(watched(commands, times)).toEqual(fleetAt(commands, 20 * MINUTE, rules));
      }),
      { numRuns: 100 },
    );
  });
});

function watched(commands: readonly FleetCommand[], times: readonly number[]): FleetState {
  const fleet = createFleet(rules);
  const moments = [
    ...commands.map((command) => ({ at: command.at, command })),
    ...times.map((at) => ({ at, command: undefined })),
  ];
  for (const { at, command } of moments.toSorted((a, b) => a.at - b.at)) {
    if (command === undefined) fleet.advance(at);
    else fleet.apply(command);
  }
  fleet.advance(20 * MINUTE);
  return fleet.state;
}
