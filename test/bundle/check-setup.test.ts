import { join } from "node:path";

import { listen, startWorld, type LoopbackServer, type World } from "@fairway/testbed";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { logOf, runBundle } from "../support/run-bundle.ts";
import { runTool } from "../support/run-tool.ts";

const ROLE = "arn:aws:iam::000000000000:role/deploy";
const PERMISSIONS = { contents: "write", actions: "read", deployments: "write" } as const;
const ACCOUNT = { username: "robot", password: "registry-secret" };
const SUBJECT = "repo:acme@11/shop@22:environment:production";

interface Row {
  readonly check: string;
  readonly state: "pass" | "fail" | "unknown";
  readonly found: string;
  readonly fix: string;
}

let world: World;
let beta: string;
/** Where the runner says that OpenID Connect tokens are given out. */
let issuer: LoopbackServer;
/** An application's address whose path says what it answers. */
let application: LoopbackServer;

beforeAll(async () => {
  world = await startWorld({ registryAuth: { kind: "bearer", ...ACCOUNT } });
  world.repository.environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
  ({ betaTag: beta } = await world.seedRelease("0.1.0"));
  seedServices();
  await seedTags();
  issuer = await listen(({ path }, response) => void response.end(JSON.stringify({ value: idToken(path) })));
  application = await listen(({ path }, response) => {
    const status = Number(path.slice(1)) || 200;
    const version = "1 ::error::planted | <b>";
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ build: { version } }));
  });
});
afterAll(async () => {
  await Promise.all([world.close(), issuer.close(), application.close()]);
});

/** Services with which a deployment would not do what it should. */
function seedServices(): void {
  const service = { cluster: "production", taskDefinition: "shop-production", desiredCount: 1 };
  const create = (serviceName: string, more: object) =>
    world.ecs.call("CreateService", { ...service, serviceName, ...more });
  create("unguarded", {});
  create("left-alone", { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } });
  const mountPoints = [{ sourceVolume: "data", containerPath: "/var/lib/postgresql/data" }];
  world.ecs.call("RegisterTaskDefinition", {
    family: "lasting",
    containerDefinitions: [{ name: "postgres", image: "postgres:17", mountPoints }],
    volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } }],
  });
  create("lasting", { taskDefinition: "lasting" });
  // Until they have come to rest, so that the world changes no more by itself.
  world.ecs.clock.skip(5 * 60_000);
}

/** Betas that were never promoted: one whose release tag is free, and one whose release tag another commit has. */
async function seedTags(): Promise<void> {
  const authorization = `Bearer ${world.github.token("seed")}`;
  for (const tag of ["0.2.0-abcdefg.beta", "0.1.0-abcdefg.beta"]) {
    const sha = world.repository.commit({ message: tag, files: { [tag]: tag } });
    const body = JSON.stringify({ ref: `refs/tags/${tag}`, sha });
    const address = `${world.github.url}/repos/acme/shop/git/refs`;
    expect((await fetch(address, { method: "POST", headers: { authorization }, body })).status).toBe(201);
  }
}

function idToken(path: string): string {
  const names = { repository: "acme/shop", repository_id: "22", repository_owner_id: "11", environment: "production" };
  return unsigned({ aud: new URL(path, "http://issuer").searchParams.get("audience"), sub: SUBJECT, ...names });
}

function unsigned(claims: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return [encode({ alg: "none" }), encode(claims), "signature"].join(".");
}

/** Every input, as a promotion to production would give them. */
function everything(): Record<string, string> {
  return {
    environment: "production",
    "aws-role": ROLE,
    cluster: "production",
    service: "app",
    container: "app",
    image: world.image,
    "registry-username": ACCOUNT.username,
    "registry-password": ACCOUNT.password,
    "beta-tag": beta,
    "health-url": `${world.apps.production.url}/api/v1/ready`,
  };
}

async function check(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const job = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner-secret",
  };
  const result = await runBundle({
    action: "check-setup",
    inputs: { "github-token": world.github.token(undefined, PERMISSIONS), ...inputs },
    env: { ...world.env(), GITHUB_RUN_ID: "1", ...job, ...env },
  });
  const rows = JSON.parse(result.outputs["checks"] ?? "[]") as Row[];
  return { result, rows, ...indexed(rows) };
}

function indexed(rows: readonly Row[]) {
  const named = (name: string): Row => {
    const found = rows.find((row) => row.check === name);
    if (found === undefined) throw new Error(`no row ${name} among ${rows.map((row) => row.check).join(", ")}`);
    return found;
  };
  const states = Object.fromEntries(rows.map((row) => [row.check, row.state]));
  return { row: named, states, failed: rows.filter(({ state }) => state === "fail").map((row) => row.check) };
}

describe("a set-up that is right", () => {
  let before: unknown;
  let checked: Awaited<ReturnType<typeof check>>;
  beforeAll(async () => {
    before = world.snapshot();
    for (const server of [world.github, world.registry, world.ecs]) server.requests.length = 0;
    checked = await check(everything());
  });

  test("is ready: no row fails, and only what no reading can show is unknown", () => {
    const { result, rows, failed } = checked;
    expect(failed).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: "ready", failed: "0", unknown: "3" });
    const unknown = rows.filter(({ state }) => state === "unknown").map((row) => row.check);
    expect(unknown).toEqual(["Token, deployments: write", "IAM, writes", "Push"]);
    expect(rows).toHaveLength(23);
  });

  test("names what was not given, and does not check it", () => {
    const left = JSON.parse(checked.result.outputs["not-checked"] ?? "") as unknown;
    expect(left).toEqual(["Database service", "Empty database"].map((check) => ({ check, input: "database-service" })));
    expect(checked.result.summary).toContain(
      "Not checked, because it was not given: database-service (Database service, Empty database).",
    );
  });

  test("is what it was before: no server of the world has another state", () => {
    expect(world.snapshot()).toEqual(before);
  });

  test("got readings alone: no registry a write, GitHub no POST but for notes that nobody keeps, AWS no call that changes", () => {
    const methods = world.registry.requests.map(({ method }) => method);
    expect(methods.filter((method) => method !== "GET" && method !== "HEAD")).toEqual([]);
    expect(methods.length).toBeGreaterThan(3);
    const asked = world.github.requests.map(({ method, path }) => `${method} ${path}`);
    const posts = asked.filter((request) => !request.startsWith("GET "));
    expect(posts).toEqual(["POST /repos/acme/shop/releases/generate-notes"]);
    expect(
      awsCalls().filter((call) => !/^(Describe|List|GetCallerIdentity$|AssumeRoleWithWebIdentity$)/.test(call)),
    ).toEqual([]);
    expect(awsCalls()).toEqual(expect.arrayContaining(["DescribeServices", "GetCallerIdentity"]));
  });

  test("tells no secret, the tokens that it was given on the way among them", () => {
    const shown = `${logOf(checked.result)}\n${checked.result.summary}\n${JSON.stringify(checked.result.outputs)}`;
    for (const secret of [ACCOUNT.password, "runner-secret", idToken("/?audience=sts.amazonaws.com")])
      expect(shown).not.toContain(secret);
  });
});

function awsCalls(): string[] {
  return world.ecs.requests.map(({ headers, body }) => {
    const target = String(headers["x-amz-target"] ?? "");
    return target === ""
      ? (new URLSearchParams(body.toString()).get("Action") ?? "")
      : (target.split(".").at(-1) ?? "");
  });
}

describe("one row fails and the others are told all the same", () => {
  test("when every name is wrong: each is answered by what it may have been", async () => {
    const wrong = { environment: "prod", service: "apps", "beta-tag": "0.3.0-abcdefg.beta", "version-pointer": "/no" };
    const { result, row, states } = await check({ ...everything(), ...wrong });
    expect(result.conclusion).toBe("failure");
    expect(result.outputs["outcome"]).toBe("not-ready");
    const errors = result.annotations.map(({ message }) => message);
    expect(errors).toEqual([
      expect.stringMatching(/^5 of 23 checks failed: Environment; Service; Image; Beta tag; Health URL/),
    ]);
    expect(row("Environment").found).toContain("does not exist");
    expect(states).toMatchObject({ Reviewers: "unknown", "Branch rule": "unknown", "Circuit breaker": "unknown" });
    expect(row("Service").fix).toContain("Did you mean app?");
    expect(row("Health URL").fix).toMatch(/version-pointer: the answer has status, version/);
    expect(states).toMatchObject({ Cluster: "pass", Registry: "pass", "Role trust": "pass", "Release tag": "pass" });
  });

  test("a cluster that is not there", async () => {
    const { row, states } = await check({ ...everything(), cluster: "prodution" });
    expect(row("Cluster")).toMatchObject({ state: "fail", fix: expect.stringContaining("Did you mean production?") });
    expect(row("Cluster").found).toContain("eu-central-1");
    expect(states).toMatchObject({ Service: "unknown", Container: "unknown", "AWS credentials": "pass" });
  });

  test("a service that is not there, where the names may not be listed", async () => {
    world.ecs.inject({ kind: "access-denied", action: "ListServices" });
    const { row } = await check({ ...everything(), service: "apps" });
    expect(row("Service")).toMatchObject({
      state: "fail",
      fix: expect.stringContaining("ecs:ListServices is not allowed"),
    });
  });

  test("a container that is not in the task definition", async () => {
    const { row, failed } = await check({ ...everything(), container: "ap" });
    expect(failed).toEqual(["Container"]);
    expect(row("Container").fix).toBe("Did you mean app?");
  });

  test.each([
    ["unguarded", "Circuit breaker", /^off/],
    ["left-alone", "Circuit breaker", /without rollback/],
  ])("the service %s by its %s", async (service, name, found) => {
    const { row } = await check({ cluster: "production", service });
    expect(row(name)).toMatchObject({ state: "fail", found: expect.stringMatching(found) });
    expect(row(name).fix).not.toBe("");
  });

  test("a database's service that is not there", async () => {
    const { failed, row } = await check({ cluster: "staging", "database-service": "databse" });
    expect(failed).toEqual(["Database service"]);
    expect(row("Database service").fix).toContain("Did you mean database?");
  });
});

test("a database that keeps its data is not ready for staging", async () => {
  const { failed, row } = await check({ cluster: "production", "database-service": "lasting" });
  expect(failed).toEqual(["Empty database"]);
  expect(row("Empty database").found).toContain("new tasks find what is in data (EFS)");
});

describe("a token", () => {
  test("that may do nothing fails a row for each permission, which names who needs it", async () => {
    const { row, failed } = await check({
      "github-token": world.github.token(undefined, {}),
      environment: "production",
    });
    const tokens = ["Token, contents: write", "Token, actions: read", "Token, deployments: write"];
    expect(failed).toEqual([...tokens, "Environment", "Reviewers", "Branch rule"]);
    expect(row("Token, contents: write")).toMatchObject({
      found: "the token does not have it, which check-concurrent and create-release cannot do without",
      fix: "Give the job the permission contents: write.",
    });
    expect(row("Environment").fix).toContain("actions: read");
  });

  test("is checked for the actions alone that will be used", async () => {
    const token = world.github.token(undefined, { contents: "read" });
    const { states } = await check({ "github-token": token, actions: "resolve-release" });
    expect(states).toEqual({ "Token, contents: read": "pass" });
  });

  test("that is no token fails its rows and hides no others", async () => {
    const { states, row } = await check({ ...everything(), "github-token": "ghs_unknown" });
    expect(row("Token, contents: write").found).toContain("refused the token");
    expect(states).toMatchObject({ Environment: "fail", "Release tag": "unknown", Service: "pass", Image: "pass" });
  });
});

describe("an environment without reviewers and without a rule for its branches", () => {
  test("fails both rows", async () => {
    const { failed, row } = await check({ environment: "staging" });
    expect(failed).toEqual(["Reviewers", "Branch rule"]);
    expect(row("Reviewers").fix).toContain("Settings, Environments, staging");
  });

  test("is as it must be where none are required", async () => {
    expect(
      (await check({ environment: "staging", "require-reviewers": "false", "require-branch-rule": "false" })).failed,
    ).toEqual([]);
  });
});

describe("the role", () => {
  test("that does not trust the job's token: the subject is shown in both forms, and nothing of AWS is guessed", async () => {
    world.ecs.inject({ kind: "access-denied", action: "AssumeRoleWithWebIdentity" });
    const { row, states, failed } = await check(everything());
    expect(failed).toEqual(["Role trust"]);
    expect(row("Role trust").found).toContain(`the subject ${SUBJECT}`);
    expect(row("Role trust").fix).toContain(`${SUBJECT} or repo:acme/shop:environment:production`);
    expect(states).toMatchObject({
      "AWS credentials": "unknown",
      Cluster: "unknown",
      Service: "unknown",
      Image: "pass",
    });
  });

  test("of a job in another environment: that is the first thing to be told", async () => {
    const { row } = await check({
      ...everything(),
      environment: "staging",
      "require-reviewers": "false",
      "require-branch-rule": "false",
    });
    expect(row("Role trust").fix).toMatch(/^This job names the environment production, .*environment: staging/);
  });

  test("is not tried in a job without id-token: write, and AWS is asked with the keys of the environment", async () => {
    const { states, row } = await check(everything(), { ACTIONS_ID_TOKEN_REQUEST_URL: "" });
    expect(states).toMatchObject({ "Token, id-token: write": "fail", "Role trust": "unknown", Service: "pass" });
    expect(row("AWS credentials").found).toContain("user/deployer");
  });

  test("of a job that GitHub gives no token, although it may have one", async () => {
    const { failed, row, states } = await check(everything(), { ACTIONS_ID_TOKEN_REQUEST_URL: application.url });
    expect(failed).toEqual(["Role trust"]);
    expect(row("Role trust").found).toContain("the request for the job's OIDC token");
    expect(states).toMatchObject({ "AWS credentials": "unknown", Service: "unknown", Registry: "pass" });
  });
});

describe("AWS", () => {
  test("does not know the keys", async () => {
    world.ecs.inject({ kind: "error", type: "InvalidClientTokenId", status: 403, action: "GetCallerIdentity" });
    const { failed, states } = await check({ cluster: "production", service: "app" });
    expect(failed).toEqual(["AWS credentials"]);
    expect(states).toMatchObject({ Cluster: "unknown", Service: "unknown", "IAM, reads that are needed": "unknown" });
  });

  test("does not allow a reading that a deployment needs: the row names the IAM action", async () => {
    world.ecs.inject({ kind: "access-denied", action: "DescribeTaskDefinition" });
    const { row } = await check({ cluster: "production", service: "app" });
    expect(row("IAM, reads that are needed")).toMatchObject({
      state: "fail",
      found: expect.stringContaining("ecs:DescribeTaskDefinition"),
    });
  });

  test("does not allow a reading that a deployment works without: told, and not red", async () => {
    world.ecs.inject({ kind: "access-denied", action: "ListTasks" });
    const { row, failed } = await check({ cluster: "production", service: "app" });
    expect(failed).toEqual([]);
    expect(row("IAM, reads that tell more")).toMatchObject({
      state: "pass",
      fix: expect.stringContaining("ecs:ListTasks"),
    });
  });

  test("is told which roles a deployment passes on", async () => {
    const { row } = await check({ cluster: "production", service: "app" });
    expect(row("IAM, writes").fix).toContain("iam:PassRole on arn:aws:iam::000000000000:role/shop-execution");
  });
});

describe("the registry", () => {
  test("does not know the account: what would be asked with it is unknown", async () => {
    const { failed, states } = await check({ ...everything(), "registry-password": "wrong-secret" });
    expect(failed).toEqual(["Registry"]);
    expect(states).toMatchObject({ Push: "unknown", Image: "unknown" });
  });

  test("is not there", async () => {
    const { row } = await check({ image: "localhost:9/acme/shop" });
    expect(row("Registry")).toMatchObject({ state: "fail", found: expect.stringContaining("localhost:9") });
  });

  test("does not have the tag: the nearest one is named", async () => {
    const { failed, row } = await check({ ...everything(), image: `${world.image}:0.1.1` });
    expect(failed).toEqual(["Image"]);
    expect(row("Image").fix).toBe("Did you mean 0.1.0?");
  });

  test("gives a token that says itself that it allows no push", async () => {
    const access = [{ type: "repository", name: "acme/shop", actions: ["pull"] }];
    const registry = await listen(({ path, headers }, response) => {
      if (path.startsWith("/token")) response.end(JSON.stringify({ token: unsigned({ access }) }));
      else if (headers.authorization === undefined)
        response.writeHead(401, { "www-authenticate": `Bearer realm="${registry.url}/token",service="r"` }).end();
      else response.end("{}");
    });
    const login = { "registry-username": "robot", "registry-password": "secret-of-robot" };
    const { row } = await check({ image: `${registry.host}/acme/shop`, ...login });
    expect(row("Push")).toMatchObject({ state: "fail", found: expect.stringMatching(/allows pull$/) });
    await registry.close();
  });
});

describe("the release's tag", () => {
  test("is free", async () => {
    const { row } = await check({ "beta-tag": "0.2.0-abcdefg.beta", "release-tag-prefix": "v" });
    expect(row("Release tag")).toMatchObject({ state: "pass", found: "v0.2.0 is free" });
  });

  test("names another commit", async () => {
    const { failed, row } = await check({ "beta-tag": "0.1.0-abcdefg.beta" });
    expect(failed).toEqual(["Release tag"]);
    expect(row("Release tag").fix).toContain("Raise the version");
  });
});

describe("the health URL", () => {
  test("answers as a proxy does behind which nothing serves yet: that is unknown", async () => {
    const { row } = await check({ "health-url": `${application.url}/503` });
    expect(row("Health URL")).toMatchObject({ state: "unknown", found: expect.stringMatching(/answers 503/) });
  });

  test("refuses the connection", async () => {
    const { row } = await check({ "health-url": "http://127.0.0.1:9/ready?key=query-secret" });
    expect(row("Health URL")).toMatchObject({
      state: "fail",
      found: "http://127.0.0.1:9/ready refuses the connection",
    });
  });

  test("answers text that would steer the log or the summary, and it does neither", async () => {
    const { result, row } = await check({
      "health-url": `${application.url}/200`,
      "version-pointer": "/build/version",
    });
    expect(row("Health URL").state).toBe("pass");
    expect(result.annotations).toEqual([]);
    expect(result.summary).toContain(String.raw`planted \| &lt;b&gt;`);
  });
});

describe("a system that does not answer in time", () => {
  test("fails its own row, after the time that a row may take, and no other", async () => {
    world.github.inject({ kind: "delay", ms: 3000, match: { path: /environments/ } });
    const { failed, row, result } = await check({ ...everything(), "timeout-seconds": "1" });
    expect(failed).toEqual(["Environment", "Reviewers", "Branch rule"]);
    expect(row("Environment").found).toBe("gave no answer within 1 s");
    expect(result.durationMs).toBeLessThan(2900);
  });
});

test("inputs that mean nothing without another are refused before anything is asked", async () => {
  const { result } = await check({ service: "app", container: "app", "registry-username": "robot" });
  expect(result.outputs["outcome"]).toBe("error");
  expect(logOf(result)).toMatch(
    /service: means nothing without cluster.*\n?.*registry-username: means nothing without/s,
  );
});

describe("npm run doctor", () => {
  const program = join(import.meta.dirname, "../../packages/rehearse/src/doctor.ts");
  const flags = ["--conditions=fairway-source", "--disable-warning=ExperimentalWarning"];

  async function doctor(words: readonly string[], env: Record<string, string> = {}) {
    const token = world.github.token("person");
    const own = { ...world.env(), GITHUB_REPOSITORY: "", DOCKER_CONFIG: "/nonexistent" };
    return runTool(process.execPath, [...flags, program, ...words], { ...own, GH_TOKEN: token, ...env });
  }

  const names = ["--cluster", "production", "--service", "app", "--environment=production"];

  test("prints the same rows and ends with 0 when ready", async () => {
    const run = await doctor(["--repo", "acme/shop", ...names]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toMatch(/^pass {5}Service +app is there/m);
    expect(run.stdout).toMatch(/^pass {5}Token, deployments: write +the token has it/m);
    expect(run.stdout).toMatch(
      /\d+ passed, 0 failed, 1 unknown\. Nothing was changed\.\nNot checked, because .*\nready\n$/,
    );
  });

  test("ends with 1 when not ready, with what to do below the row", async () => {
    const run = await doctor(["--repo", "acme/shop", ...names, "--container", "ap", "--aws-role", ROLE]);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^fail {5}Container .*\n +next: Did you mean app\?$/m);
    expect(run.stdout).toMatch(/^unknown {2}Role trust +not asked: there is no OIDC token here/m);
    expect(run.stdout).toMatch(/not-ready\n$/);
  });

  test("ends with 2 and the action's own words for an option that it does not have", async () => {
    const run = await doctor(["--repo", "acme/shop", "--clustr", "production"]);
    const stderr = expect.stringMatching(/clustr: is not an input of this action; did you mean cluster\?/);
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr });
  });

  test("ends with 2 without a token", async () => {
    const run = await doctor(["--repo", "acme/shop"], { GH_TOKEN: "" });
    expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/GITHUB_TOKEN or GH_TOKEN/) });
  });
});
