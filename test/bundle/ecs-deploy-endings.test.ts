import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";

const GROUP = "arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/shop/0123456789abcdef";
const KEYS = { AWS_ACCESS_KEY_ID: "ASIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example", AWS_SESSION_TOKEN: "example" };
const EXPIRED = { kind: "error", type: "ExpiredTokenException", action: "DescribeServices", times: 1 } as const;

const APP = { cluster: "production", service: "app" };

interface Story {
  /** The last word of the image's name decides how its tasks turn out. */
  readonly image: "good" | "crashing" | "sick";
  readonly inputs?: Record<string, string>;
  readonly env?: () => Record<string, string>;
  /** What happens half a second after the update, when the step waits. */
  readonly meanwhile?: (ecs: EcsServer, cancel: () => void) => void;
}

interface Ended {
  readonly ecs: EcsServer;
  readonly result: StepResult;
  /** Real milliseconds from what happened meanwhile to the end of the step. */
  readonly afterMs: number;
}

/** Each has an ECS of its own; they run at once, since what takes time is waiting. */
const STORIES = {
  interrupted: { image: "crashing", meanwhile: (_, cancel) => cancel() },
  terminated: { image: "crashing", env: () => terminating(500) },
  "interrupted, rolling back": {
    image: "crashing",
    inputs: { "on-failure": "rollback" },
    meanwhile: (_, cancel) => cancel(),
  },
  "given up, rolling back": { image: "crashing", inputs: { "on-failure": "rollback", "max-failed-tasks": "1" } },
  "expired keys": { image: "good", meanwhile: (ecs) => ecs.inject(EXPIRED) },
  "expired role": { image: "good", env: webIdentity, meanwhile: (ecs) => ecs.inject(EXPIRED) },
  denied: {
    image: "good",
    meanwhile: (ecs) => ecs.inject({ kind: "access-denied", action: "DescribeServices", times: 1 }),
  },
  throttled: {
    image: "good",
    meanwhile: (ecs) => ecs.inject({ kind: "throttle", action: "DescribeServices", times: 3 }),
  },
  "failing server": {
    image: "good",
    meanwhile: (ecs) => ecs.inject({ kind: "error", type: "ServerException", status: 500, times: 3 }),
  },
  emptied: { image: "crashing", meanwhile: (ecs) => ecs.call("UpdateService", { ...APP, desiredCount: 0 }) },
  deleted: {
    image: "good",
    inputs: { "on-failure": "rollback" },
    meanwhile: (ecs) => ecs.call("DeleteService", { ...APP, force: true }),
  },
  overtaken: { image: "good", meanwhile: deployOther },
  "stale reads": {
    image: "good",
    meanwhile: (ecs) => ecs.inject({ kind: "stale", action: "DescribeServices", ms: 60_000, times: 1 }),
  },
  unexplained: {
    image: "crashing",
    inputs: { "max-failed-tasks": "1" },
    meanwhile: (ecs) => deny(ecs, ["DescribeServiceDeployments", "GetLogEvents", "DescribeTargetHealth"]),
  },
  "tasks hidden": {
    image: "crashing",
    inputs: { "max-failed-tasks": "1" },
    meanwhile: (ecs) => deny(ecs, ["ListTasks"]),
  },
  sick: { image: "sick", inputs: { "timeout-seconds": "2" } },
} satisfies Record<string, Story>;

const ended = new Map<string, Ended>();

beforeAll(async () => {
  await Promise.all(Object.entries(STORIES).map(async ([name, story]) => ended.set(name, await play(story))));
}, 60_000);

afterAll(async () => {
  for (const { ecs } of ended.values()) await ecs.close();
});

async function play({ image, inputs = {}, env = () => KEYS, meanwhile }: Story): Promise<Ended> {
  const ecs = await startApp();
  const controller = new AbortController();
  const what = { cluster: "production", service: "app", image: `registry.example/${image}` };
  const place = { AWS_ENDPOINT_URL: ecs.url, AWS_REGION: "eu-west-1" };
  const run = { action: "ecs-deploy", inputs: { ...what, ...inputs }, env: { ...place, ...env() } };
  const pending = runBundle({ ...run, signal: controller.signal });
  await updateOf(ecs);
  await delay(500);
  const at = performance.now();
  meanwhile?.(ecs, () => controller.abort());
  return { ecs, result: await pending, afterMs: performance.now() - at };
}

async function startApp(): Promise<EcsServer> {
  const ecs = await startEcs({
    region: "eu-west-1",
    // Sick tasks are there long enough to be seen as targets.
    timings: { unhealthyMs: 10 * 60_000 },
    behaviour: ({ container: { image } }) => {
      if (image.endsWith("sick")) return { kind: "unhealthy", startMs: 5000 };
      if (image.endsWith("good")) return { kind: "healthy", startMs: 5000 };
      return { kind: "crash", exitCode: 137, afterMs: 20_000, log: ["the heap is full", "::error::not ours"] };
    },
  });
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "app" };
  const logConfiguration = { logDriver: "awslogs", options };
  const container = { name: "app", image: "registry.example/first-good", healthCheck: { command: ["CMD", "true"] } };
  const containerDefinitions = [{ ...container, logConfiguration }];
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  const loadBalancers = [{ targetGroupArn: GROUP, containerName: "app", containerPort: 8080 }];
  const service = { cluster: "production", serviceName: "app", taskDefinition: "app", desiredCount: 2 };
  ecs.call("CreateService", { ...service, deploymentConfiguration, loadBalancers });
  ecs.clock.skip(5 * 60_000);
  return ecs;
}

/** Half a second of the step is half a minute of ECS: our entry is gone before the step looks for it. */
function deployOther(ecs: EcsServer): void {
  ecs.call("RegisterTaskDefinition", {
    family: "other",
    containerDefinitions: [{ name: "app", image: "registry.example/other-good" }],
  });
  ecs.call("UpdateService", { ...APP, taskDefinition: "other" });
}

function deny(ecs: EcsServer, actions: readonly string[]): void {
  for (const action of actions) ecs.inject({ kind: "access-denied", action, times: 1000 });
}

async function updateOf(ecs: EcsServer): Promise<void> {
  for (let count = 0; count < 400 && !callsOf(ecs).includes("ecs:UpdateService"); count += 1) await delay(50);
}

/** What a server was asked for, as policies name it. */
function callsOf({ requests }: EcsServer): string[] {
  return requests.map(({ headers, body }) => {
    const target = String(headers["x-amz-target"] ?? "");
    const action = target.slice(target.indexOf(".") + 1) || new URLSearchParams(body.toString("utf8")).get("Action");
    if (target.startsWith("Logs_")) return `logs:${action}`;
    if (target !== "") return `ecs:${action}`;
    return action === "DescribeTargetHealth" ? `elasticloadbalancing:${action}` : `sts:${action}`;
  });
}

/** SIGTERM so long after the step has said that its deployment began, however long the machine took to get there. */
function terminating(afterMs: number): Record<string, string> {
  const program = join(emptyFolder(), "terminate.cjs");
  const source = `const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  const end = () => process.kill(process.pid, "SIGTERM");
  if (String(text).includes("started deployment")) setTimeout(end, ${afterMs}).unref();
  return write(text, ...rest);
};`;
  writeFileSync(program, source);
  return { ...KEYS, NODE_OPTIONS: `--require=${program}` };
}

function webIdentity(): Record<string, string> {
  const token = join(emptyFolder(), "token");
  writeFileSync(token, "header.payload.signature");
  return { AWS_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy", AWS_WEB_IDENTITY_TOKEN_FILE: token };
}

function endOf(name: keyof typeof STORIES): Ended {
  const found = ended.get(name);
  if (found === undefined) throw new Error(`${name} was not played`);
  return found;
}

function errorOf({ result }: Ended): string {
  return result.annotations.find(({ level }) => level === "error")?.message ?? "";
}

function rollbacksOf({ ecs }: Ended): number {
  return callsOf(ecs).filter((call) => call === "ecs:StopServiceDeployment").length;
}

describe("a cancelled run", () => {
  test("is red within 5 s, and says what still goes on", () => {
    const end = endOf("interrupted");
    expect(end.result.conclusion).toBe("cancelled");
    expect(end.afterMs).toBeLessThan(5000);
    expect(errorOf(end)).toMatch(/^The run was cancelled \(SIGINT\).*ECS goes on with app:2 in app by itself/);
    expect(end.result.outputs).toMatchObject({ outcome: "error", "deployment-id": expect.stringMatching(/^ecs-svc/) });
    expect(rollbacksOf(end)).toBe(0);
  });

  test("is red within 5 s of SIGTERM alone", () => {
    const end = endOf("terminated");
    expect(end.result.conclusion).toBe("failure");
    expect(end.result.durationMs).toBeLessThan(7000);
    expect(errorOf(end)).toMatch(/^The run was cancelled \(SIGTERM\).*ECS goes on with app:2/);
  });

  test("asks ECS to roll back where that is wished, and ECS does", () => {
    const end = endOf("interrupted, rolling back");
    expect(end.afterMs).toBeLessThan(5000);
    expect(rollbacksOf(end)).toBe(1);
    expect(errorOf(end)).toContain("ECS was asked to roll app:2 back");
    expect(end.ecs.fleet().services[0]?.serviceDeployments[0]?.status).toMatch(/^ROLLBACK_/);
  });
});

describe("a deployment that is given up", () => {
  test("is rolled back by ECS where that is wished, and followed to its end", () => {
    const end = endOf("given up, rolling back");
    expect(end.result.outputs["outcome"]).toBe("failed");
    expect(rollbacksOf(end)).toBe(1);
    expect(errorOf(end)).toMatch(/tasks failed in a row, max-failed-tasks is 1.*app is back on app:1, 2\/2 running/);
  });

  test("is explained by its stopped tasks and the last lines of the log, which command nothing", () => {
    const end = endOf("given up, rolling back");
    const log = logOf(end.result);
    expect(log).toMatch(
      /task [0-9a-f]{32}: EssentialContainerExited; .*exit 137.*\(killed, most often for want of memory/,
    );
    expect(log).toContain("the heap is full");
    expect(end.result.annotations.map(({ message }) => message).join()).not.toContain("not ours");
  });
});

test("a service that somebody sets to no task while the step waits is not called deployed", () => {
  const end = endOf("emptied");
  expect(end.result.outputs["outcome"]).toBe("superseded");
  expect(errorOf(end)).toMatch(/desired count was set to 0 in between, so no task of app:2 runs/);
});

test("a service that somebody deletes while the step waits is red, and nothing more is asked for it", () => {
  const end = endOf("deleted");
  expect(end.result.outputs["outcome"]).toBe("failed");
  expect(errorOf(end)).toMatch(/^The service is (DRAINING|INACTIVE)\. app is deleted, and what this step asked for/);
  expect(rollbacksOf(end)).toBe(0);
});

test("a deployment that another one replaced before the first look is not waited for", () => {
  const end = endOf("overtaken");
  expect(end.result.outputs["outcome"]).toBe("superseded");
  expect(errorOf(end)).toMatch(/^Deployment ecs-svc\/\d+ of other:1 took the place of ours/);
  expect(end.afterMs).toBeLessThan(10_000);
});

test("a read from before the update does not mislead the step", () => {
  expect(endOf("stale reads").result.outputs["outcome"]).toBe("deployed");
});

describe("credentials that expire while the step waits", () => {
  test("are said where they are keys, with what goes on", () => {
    const end = endOf("expired keys");
    expect(end.result.outputs["outcome"]).toBe("error");
    expect(errorOf(end)).toMatch(/credentials of this job expired.*ECS goes on with app:2/);
    expect(logOf(end.result)).toContain("role-duration-seconds");
  });

  test("are renewed where they come from a web identity, and the step is green", () => {
    const { ecs, result } = endOf("expired role");
    expect(result.outputs["outcome"]).toBe("deployed");
    expect(callsOf(ecs).filter((call) => call === "sts:AssumeRoleWithWebIdentity")).toHaveLength(2);
  });
});

describe("calls that fail while the step waits", () => {
  test("end it at once when they are denied, by the permission's name", () => {
    const end = endOf("denied");
    expect(end.result.outputs["outcome"]).toBe("error");
    expect(end.afterMs).toBeLessThan(5000);
    expect(errorOf(end)).toMatch(/may not do ecs:DescribeServices.*ECS goes on with app:2/);
  });

  test.each(["throttled", "failing server"] as const)("are repeated: %s", (name) => {
    expect(endOf(name).result.outputs["outcome"]).toBe("deployed");
  });
});

describe("a permission that is missing and may be", () => {
  test.each([
    [
      "unexplained",
      ["ecs:DescribeServiceDeployments", "logs:GetLogEvents", "elasticloadbalancing:DescribeTargetHealth"],
    ],
    ["tasks hidden", ["ecs:ListTasks"]],
  ] as const)("is one notice by its name and changes no verdict: %s", (name, permissions) => {
    const { result } = endOf(name);
    expect(result.outputs["outcome"]).toBe("failed");
    const notices = result.annotations.filter(({ level }) => level === "notice").map(({ message }) => message);
    expect(notices).toHaveLength(permissions.length);
    for (const permission of permissions)
      expect(notices).toContainEqual(expect.stringContaining(`The role of this job may not do ${permission}:`));
  });
});

test("the targets of a deployment that is not healthy are told by their addresses, and no others", () => {
  const { ecs, result } = endOf("sick");
  expect(result.outputs["outcome"]).toBe("timed-out");
  const told = logOf(result).match(/10\.0\.\d+\.\d+:8080 in shop: .*/g) ?? [];
  expect(told).toHaveLength(2);
  expect(told.join()).toMatch(/unhealthy, Target\.ResponseCodeMismatch/);
  expect(callsOf(ecs)).toContain("elasticloadbalancing:DescribeTargetHealth");
});

test("the policy in the README allows every call that any of these runs made", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../actions/ecs-deploy/README.md"), "utf8");
  const policy = JSON.parse(/```json\n(.*?)```/su.exec(readme)?.[1] ?? "") as {
    Statement: { Action: string | string[] }[];
  };
  const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action));
  const made = new Set(
    [...ended.values()].flatMap(({ ecs }) => callsOf(ecs)).filter((call) => !call.startsWith("sts:")),
  );
  expect([...made].filter((call) => !allowed.has(call))).toEqual([]);
  expect(made.size).toBeGreaterThan(9);
});
