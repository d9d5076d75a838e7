import { configuration, parseInputs, refusal, upstream } from "@fairway/domain";
import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import type { Row } from "./check.ts";
import { checkSetup } from "./check-setup.ts";
import { checkInputs, fields, type CheckSetupInputs } from "./inputs.ts";
import type { HealthAnswer, RegistryAccess, Service, Systems } from "./ports.ts";
import { renderSummary } from "./summary.ts";
import { COMMIT, fixedAccount, fixedSystems, SERVICE, standingClock } from "./testing/fixed-systems.ts";

const DEFAULTS = {
  actions: "check-concurrent, ecs-deploy",
  "require-reviewers": "true",
  "require-branch-rule": "true",
  "version-pointer": "/version",
  "timeout-seconds": "20",
  "github-token": "token-123",
};
const SERVED = { cluster: "production", service: "app", container: "app" };

function inputsOf(texts: Record<string, string>): CheckSetupInputs {
  const verdict = parseInputs(fields, { ...DEFAULTS, ...texts });
  if (verdict.kind === "invalid") throw new Error(verdict.problems.map(({ message }) => message).join("; "));
  return verdict.inputs;
}

async function check(texts: Record<string, string>, systems: Partial<Systems> = {}, runId = "1") {
  const signal = new AbortController().signal;
  const ports = { open: () => fixedSystems(systems), runId, clock: standingClock(), log: createRecordingLog(), signal };
  const inputs = inputsOf(texts);
  const result = await checkSetup(inputs, ports);
  const row = (name: string): Row | undefined => result.rows.find((one) => one.check === name);
  return { result, row, summary: renderSummary(result), log: ports.log.lines };
}

function withService(other: Partial<Service>): Partial<Systems> {
  const account = fixedAccount({ describeService: async () => ({ ...SERVICE, ...other }) });
  return { aws: { ...fixedSystems().aws, account: () => account } };
}

describe("the outcome", () => {
  test("is ready when every row passes, and nothing is asked that was not given", async () => {
    const { result } = await check({});
    expect(result.rows.map((row) => row.check)).toEqual(["Token, contents: write", "Token, actions: read"]);
    expect(result.outputs).toMatchObject({ outcome: "ready", failed: "0", unknown: "0" });
    expect(result.failure).toBeUndefined();
    expect(result.leftOut).toHaveLength(22);
  });

  test("is not-ready when a row fails, with the count and the names", async () => {
    const { result, log, summary } = await check(
      { environment: "production" },
      {
        environments: { protectionOf: async () => undefined },
      },
    );
    expect(result.outputs).toMatchObject({ outcome: "not-ready", failed: "1", unknown: "2" });
    expect(result.failure).toMatchObject({ code: "NOT_READY", message: "1 of 5 checks failed: Environment" });
    expect(log).toContainEqual(expect.stringMatching(/^info: fail {4}Environment: it does not exist/));
    expect(summary.indexOf("**fail** | Environment")).toBeLessThan(summary.indexOf("unknown | Reviewers"));
  });

  test("is ready with rows that are unknown", async () => {
    const { result } = await check({}, { permissions: { allows: async () => "unproven" } });
    expect(result.outputs).toMatchObject({ outcome: "ready", unknown: "2" });
  });
});

describe("a check that throws", () => {
  const broken = (error: Error): Partial<Systems> => ({ tags: { commitOf: () => Promise.reject(error) } });

  test.each([
    { error: configuration("X", "is refused", "Do this."), found: "is refused", fix: "Do this." },
    {
      error: upstream("X", "gave no answer", { cause: new Error("reset") }),
      found: "gave no answer: reset",
      fix: "Look the code X up.",
    },
    { error: new TypeError("no function"), found: "could not be checked: no function", fix: "report it" },
  ])("fails its own row: $found", async ({ error, found, fix }) => {
    const { row } = await check({ "beta-tag": "1.0.0-abcdefg.beta", environment: "production" }, broken(error));
    expect(row("Beta tag")).toMatchObject({ state: "fail", found, fix: expect.stringContaining(fix) });
    expect(row("Release tag")).toMatchObject({ state: "unknown", found: "not asked, because of the row Beta tag" });
    expect(row("Environment")?.state).toBe("pass");
  });
});

describe("time", () => {
  test("ends a check that gives no answer, and gives up what still goes on when all rows are there", async () => {
    const clock = standingClock();
    let given: AbortSignal | undefined;
    const ports = {
      open: (signal: AbortSignal) => {
        given = signal;
        return fixedSystems({ environments: { protectionOf: () => new Promise<undefined>(() => undefined) } });
      },
      runId: "1",
      clock,
      log: createRecordingLog(),
      signal: new AbortController().signal,
    };
    const checking = checkSetup(inputsOf({ environment: "production" }), ports);
    expect(given?.aborted).toBe(false);
    clock.pass();
    const { rows } = await checking;
    expect(rows.find((row) => row.check === "Environment")).toMatchObject({
      state: "fail",
      found: "gave no answer within 20 s",
    });
    expect(given?.aborted).toBe(true);
  });

  test("a run that is cancelled ends as cancelled, with no row", async () => {
    const run = new AbortController();
    const hanging = fixedSystems({ environments: { protectionOf: () => new Promise<undefined>(() => undefined) } });
    const ports = { open: () => hanging, runId: "1", clock: standingClock(), log: createRecordingLog() };
    const checking = checkSetup(inputsOf({ environment: "production" }), { ...ports, signal: run.signal });
    run.abort(refusal("CANCELLED", "cancelled"));
    await expect(checking).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

describe("an environment", () => {
  const open: Partial<Systems> = {
    environments: { protectionOf: async () => ({ reviewers: [], branchesRestricted: false }) },
  };

  test.each([
    [{}, ["Reviewers", "Branch rule"]],
    [{ "require-reviewers": "false" }, ["Branch rule"]],
    [{ "require-branch-rule": "false" }, ["Reviewers"]],
  ])("without any protection fails, with %j, %j", async (texts, failed) => {
    const { result } = await check({ environment: "staging", ...(texts as Record<string, string>) }, open);
    expect(result.rows.filter(({ state }) => state === "fail").map((row) => row.check)).toEqual(failed);
  });
});

describe("a service", () => {
  test.each<[Partial<Service>, string, RegExp]>([
    [{ status: "DRAINING" }, "Service", /DRAINING/],
    [{ controller: "CODE_DEPLOY" }, "Deployment controller", /CODE_DEPLOY/],
    [{ managedByEcs: true }, "Deployment controller", /Express/],
    [{ circuitBreaker: { enabled: false, rollback: false } }, "Circuit breaker", /^off/],
    [{ circuitBreaker: { enabled: true, rollback: false } }, "Circuit breaker", /without rollback/],
  ])("%j fails the row %s", async (other, name, found) => {
    const { row, result } = await check(SERVED, withService(other));
    expect(row(name)).toMatchObject({ state: "fail", found: expect.stringMatching(found) });
    expect(result.outputs.failed).toBe("1");
  });

  test("with everything right passes, and the roles that it passes on are named", async () => {
    const { result, row } = await check(SERVED);
    expect(result.outputs).toMatchObject({ outcome: "ready", unknown: "1" });
    expect(row("IAM, writes")?.fix).toContain("iam:PassRole on arn:aws:iam::0:role/task");
  });

  test("whose tasks cannot be listed for another reason than IAM leaves the row open, and red nothing", async () => {
    const account = fixedAccount({ tasks: () => Promise.reject(upstream("ECS_UNREACHABLE", "no answer")) });
    const { row, result } = await check(SERVED, { aws: { ...fixedSystems().aws, account: () => account } });
    expect(row("IAM, reads that tell more")?.state).toBe("unknown");
    expect(result.outputs.outcome).toBe("ready");
  });
});

describe("a database", () => {
  const given = { cluster: "staging", "database-service": "database" };
  const mountPoints = [{ sourceVolume: "data", containerPath: "/var/lib/postgresql/data" }];
  const documentWith = (volume: object) => ({
    containerDefinitions: [{ name: "postgres", mountPoints }],
    volumes: [{ name: "data", ...volume }],
  });

  test.each<[string, object, readonly string[], Row["state"]]>([
    ["on EFS would not start empty", { efsVolumeConfiguration: { fileSystemId: "fs-1" } }, [], "fail"],
    ["on EBS from a snapshot would not start empty", { configuredAtLaunch: true }, ["data"], "fail"],
    ["on EBS of its own starts empty", { configuredAtLaunch: true }, [], "pass"],
    ["in its task starts empty", {}, [], "pass"],
  ])("%s", async (_, volume, seededVolumes, state) => {
    const account = fixedAccount({
      describeService: async () => ({ ...SERVICE, seededVolumes }),
      describeTaskDefinition: async () => ({ document: documentWith(volume), tags: [] }),
    });
    const { row } = await check(given, { aws: { ...fixedSystems().aws, account: () => account } });
    expect(row("Database service")?.state).toBe("pass");
    expect(row("Empty database")).toMatchObject({
      state,
      fix: state === "fail" ? expect.stringContaining("Take") : "",
    });
  });
});

describe("a registry", () => {
  test.each([
    ["NO_CREDENTIALS", "Give registry-username"],
    ["UNKNOWN_REGISTRY", "Correct the host in image"],
    ["FORBIDDEN", "Do this."],
  ])("that answers with %s fails its row, and hides those behind it", async (code, fix) => {
    const access = () => Promise.reject(configuration(code, "refused", "Do this."));
    const { row } = await check({ image: "ghcr.io/acme/shop:1" }, { registry: { ...fixedSystems().registry, access } });
    expect(row("Registry")).toMatchObject({ state: "fail", found: "refused", fix: expect.stringContaining(fix) });
    expect([row("Push")?.state, row("Image")?.state]).toEqual(["unknown", "unknown"]);
  });
});

describe("a push", () => {
  test.each<[RegistryAccess, Row["state"]]>([
    [{ kind: "open" }, "unknown"],
    [{ kind: "password" }, "unknown"],
    [{ kind: "token", granted: undefined }, "unknown"],
    [{ kind: "token", granted: ["pull", "push"] }, "pass"],
    [{ kind: "token", granted: ["*"] }, "pass"],
    [{ kind: "token", granted: ["pull"] }, "fail"],
    [{ kind: "token", granted: [] }, "fail"],
  ])("with the access %j is %s", async (access, state) => {
    const registry = { ...fixedSystems().registry, access: async () => access };
    const { row } = await check({ image: "ghcr.io/acme/shop" }, { registry });
    expect(row("Push")?.state).toBe(state);
    expect(row("Registry")?.state).toBe("pass");
  });

  test("to ghcr.io needs a permission of the job", async () => {
    const registry = { ...fixedSystems().registry, access: async () => ({ kind: "token", granted: [] }) as const };
    expect((await check({ image: "ghcr.io/acme/shop" }, { registry })).row("Push")?.fix).toContain("packages: write");
  });
});

describe("a health URL", () => {
  const url = { "health-url": "https://www.example.com/ready?key=hidden" };
  const answer = (status: number, body: string): HealthAnswer => ({ kind: "answer", status, body });

  test.each<[HealthAnswer, Row["state"], RegExp]>([
    [answer(200, '{"version":"1.0.0"}'), "pass", /the version 1\.0\.0$/],
    [answer(200, '{"build":"1.0.0"}'), "fail", /no version at \/version/],
    [answer(200, '{"version":""}'), "fail", /no version at \/version/],
    [answer(200, "<html>"), "fail", /no version at \/version/],
    [answer(302, ""), "fail", /answers 302/],
    [answer(401, ""), "fail", /answers 401/],
    [answer(404, ""), "unknown", /or not yet/],
    [answer(502, ""), "unknown", /or not yet/],
    [answer(503, ""), "unknown", /or not yet/],
    [{ kind: "refused" }, "fail", /refuses the connection$/],
    [{ kind: "dns", code: "ENOTFOUND" }, "fail", /not found \(ENOTFOUND\)/],
    [{ kind: "tls", code: "EXPIRED", message: "expired" }, "fail", /not trusted \(EXPIRED, expired\)/],
    [{ kind: "broken", code: "ECONNRESET", message: "reset" }, "fail", /no answer \(broken\)/],
  ])("that answers %j is %s", async (seen, state, found) => {
    const { row } = await check(url, { probe: { attempt: async () => seen } });
    expect(row("Health URL")).toMatchObject({ state, found: expect.stringMatching(found) });
    expect(row("Health URL")?.found).not.toContain("hidden");
  });

  test.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
    ["CERT_HAS_EXPIRED", "Renew"],
    ["EPROTO", "Check the address"],
  ])("whose TLS fails with %s comes with a fix for that", async (code, words) => {
    const { row } = await check(url, { probe: { attempt: async () => ({ kind: "tls", code, message: "" }) } });
    expect(row("Health URL")?.fix).toContain(words);
  });

  test.each([
    ["/build/version", "pass"],
    ["/list/1", "pass"],
    ["/a~1b", "pass"],
    ["/list/01", "fail"],
    ["/__proto__/version", "fail"],
  ])("with the version at %s is %s", async (pointer, state) => {
    const body = '{"build":{"version":"1"},"list":["0","1"],"a/b":"1"}';
    const probe = { attempt: async () => answer(200, body) };
    expect((await check({ ...url, "version-pointer": pointer }, { probe })).row("Health URL")?.state).toBe(state);
  });
});

describe("tags", () => {
  test.each([
    [undefined, "pass", "v1.0.0 is free"],
    [COMMIT, "pass", "a rollback to it"],
    ["2".repeat(40) as typeof COMMIT, "fail", "another commit, 2222222"],
  ])("of a release at %s: %s", async (taken, state, found) => {
    const tags = { commitOf: async (tag: string) => (tag === "v1.0.0" ? taken : COMMIT) };
    const { row } = await check({ "beta-tag": "1.0.0-abcdefg.beta", "release-tag-prefix": "v" }, { tags });
    expect(row("Release tag")).toMatchObject({ state, found: expect.stringContaining(found) });
  });
});

describe("outside a run", () => {
  test("no OIDC token is missed, and AWS is asked with the keys of the environment", async () => {
    const idTokens = { ...fixedSystems().idTokens, offered: false };
    const { result, row } = await check({ "aws-role": "arn:aws:iam::000000000000:role/deploy" }, { idTokens }, "");
    expect(row("Token, id-token: write")?.state).toBe("unknown");
    expect(row("AWS credentials")?.state).toBe("pass");
    expect(result.outputs.outcome).toBe("ready");
  });
});

describe("inputs", () => {
  test.each([
    [{ service: "app" }, ["service"]],
    [{ "database-service": "db" }, ["database-service"]],
    [{ container: "app" }, ["container"]],
    [{ "registry-username": "robot" }, ["registry-username"]],
    [{ "registry-password": "secret" }, ["registry-password"]],
    [{ ...SERVED, "registry-username": "robot", "registry-password": "secret" }, []],
  ])("%j: refused are %j", (texts, refused) => {
    expect(checkInputs(inputsOf(texts as Record<string, string>)).map(({ input }) => input)).toEqual(refused);
  });

  test.each([
    { "health-url": "http://www.example.com/ready" },
    { "health-url": "https://user:secret@www.example.com/ready" },
    { "health-url": "www.example.com" },
    { "version-pointer": "version" },
    { "version-pointer": "/a~2" },
    { "aws-role": "deploy" },
    { "beta-tag": "1.0.0" },
    { "release-tag-prefix": "-x" },
    { actions: "deploy" },
    { "timeout-seconds": "0" },
  ])("%j is refused", (texts) => {
    expect(parseInputs(fields, { ...DEFAULTS, ...(texts as Record<string, string>) }).kind).toBe("invalid");
  });

  test("a URL that is refused is not repeated, as a password may stand in it", () => {
    const verdict = parseInputs(fields, { ...DEFAULTS, "health-url": "https://user:secret@www.example.com" });
    expect(JSON.stringify(verdict)).not.toContain("secret");
  });
});
