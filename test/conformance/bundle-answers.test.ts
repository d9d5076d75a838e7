import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { listen, startGitHub, type GitHubServer, type LoopbackServer, type RunState } from "@fairway/testbed";
import { emptyFolder, runBundle, runnerVariables } from "../support/run-bundle.ts";
import { describedPath, openAnswerJudge, type AnswerVerdict, type ObservedAnswer } from "./judge-answer.ts";
import { openPinnedPackages } from "./pinned-packages.ts";

let judge: (answer: ObservedAnswer) => AnswerVerdict;
let github: GitHubServer;
let gate: LoopbackServer;
let observed: ObservedAnswer[] = [];

beforeAll(() => {
  judge = openAnswerJudge(openPinnedPackages());
});
beforeEach(async () => {
  github = await startGitHub();
  observed = [];
  gate = await startObservingGate();
});
afterEach(async () => {
  await gate.close();
  await github.close();
});

/** Passes everything on, keeps every answer, and stands in the server's place in the addresses that answers hold. */
async function startObservingGate(): Promise<LoopbackServer> {
  const server: LoopbackServer = await listen(async ({ method, path, headers, body }, response) => {
    const { authorization = "", "content-type": contentType = "application/json" } = headers;
    const request = {
      method,
      headers: { authorization, "content-type": contentType, accept: headers.accept ?? "*/*" },
    };
    const answer = await fetch(`${github.url}${path}`, method === "GET" ? request : { ...request, body });
    const text = (await answer.text()).replaceAll(github.url, server.url);
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") === true;
    if (isJson) {
      const described = describedPath(new URL(path, server.url));
      observed.push({ method, path: described, status: answer.status, body: JSON.parse(text) });
    }
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(text);
  });
  return server;
}

function startRun(): RunState {
  const repository = github.repository("acme/shop");
  const headSha = repository.commit({ message: "work" });
  const workflow = ".github/workflows/staging.yml";
  return repository.startRun({ workflow, event: "workflow_dispatch", actor: "octocat", headSha });
}

interface Step {
  readonly action: string;
  readonly run?: RunState;
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace?: string;
}

async function step({ action, run = startRun(), inputs, workspace }: Step): Promise<string | undefined> {
  const token = github.token("job", { contents: "write", actions: "read", deployments: "write" });
  const { outputs } = await runBundle({
    action,
    inputs: { ...inputs, "github-token": token },
    env: { ...runnerVariables(github, run), GITHUB_API_URL: gate.url },
    ...(workspace === undefined ? {} : { workspace }),
  });
  return outputs["outcome"];
}

/** The operations that were called, each with the statuses of its answers; throws when an answer is not as described. */
function judgedOperations(): string[] {
  const operations = observed.map((answer) => {
    const verdict = judge(answer);
    if (verdict.kind === "unknown-operation" || verdict.kind === "deviates")
      throw new Error(`${answer.method} ${answer.path} ${answer.status}: ${JSON.stringify(verdict)}`);
    return `${verdict.operation.replace("/repos/{owner}/{repo}", "")} ${answer.status}`;
  });
  return [...new Set(operations)].toSorted();
}

test("check-concurrent is answered as GitHub describes it: acquired, rejected, taken over, released, and by the list of runs", async () => {
  const [first, second, third] = [startRun(), startRun(), startRun()];
  const contend = (run: RunState, inputs: Record<string, string> = {}) =>
    step({ action: "check-concurrent", run, inputs: { environment: "staging", ...inputs } });
  expect(await contend(first)).toBe("acquired");
  expect(await contend(second)).toBe("rejected");
  first.complete("failure");
  expect(await contend(third)).toBe("acquired");
  expect(await contend(second, { mode: "check" })).toBe("rejected");
  expect(await contend(third, { mode: "release" })).toBe("released");
  await contend(second, { strategy: "runs" });
  expect(judgedOperations()).toEqual(
    expect.arrayContaining([
      "GET /actions/runs/{run_id}/attempts/{attempt_number} 200",
      "GET /git/commits/{commit_sha} 200",
      "GET /git/ref/{ref} 200",
      "GET /git/ref/{ref} 404",
      "PATCH /git/refs/{ref} 200",
      "POST /git/commits 201",
      "POST /git/refs 201",
      "POST /git/trees 201",
    ]),
  );
});

test("create-release and resolve-release are answered as GitHub describes it: made, resumed, found, and not found", async () => {
  const run = startRun();
  const commit = github.repository("acme/shop").refs.get("refs/heads/main") ?? "";
  const workspace = emptyFolder();
  mkdirSync(join(workspace, "out"));
  writeFileSync(join(workspace, "out/app.tar.gz"), "bytes");
  const inputs = { tag: "0.1.0", commit, files: "out/*", "generate-notes": "true" };
  const publish = () => step({ action: "create-release", run, inputs, workspace });
  github.inject({ kind: "starter-asset" });
  github.inject({ kind: "status", status: 403, match: { method: "PATCH", path: /\/releases\/\d+$/ } });
  expect(await publish()).toBe("error");
  expect(await publish()).toBe("resumed");
  expect(await publish()).toBe("unchanged");
  expect(await step({ action: "resolve-release", run, inputs: { tag: "0.1.0", require: "release" } })).toBe("found");
  expect(await step({ action: "resolve-release", run, inputs: { latest: "true" } })).toBe("found");
  await step({ action: "resolve-release", run, inputs: { tag: "9.9.9" } });
  expect(judgedOperations()).toEqual(
    expect.arrayContaining([
      "GET /releases 200",
      "PATCH /releases/{release_id} 200",
      "POST /git/refs 201",
      "POST /git/refs 422",
      "POST /releases 201",
      "POST /releases/{release_id}/assets 201",
      "POST /releases/{release_id}/assets 502",
    ]),
  );
});

test("record-deployment is answered as GitHub describes it: approved, begun, left open, closed, and replaced", async () => {
  const repository = github.repository("acme/shop");
  repository.environment("production", { reviewers: ["lead"] });
  const record = (run: RunState, inputs: Record<string, string>) =>
    step({ action: "record-deployment", run, inputs: { ...inputs } });
  const start = { mode: "start", environment: "production", ref: "main" };
  const ids = () => observed.flatMap(({ method, path, body }) => idOf(method, path, body));
  const [killed, first, second] = [startRun(), startRun(), startRun()];
  expect(await record(killed, start)).toBe("started");
  killed.complete("cancelled");
  for (const run of [first, second]) {
    run.requestApproval("production");
    run.approve("lead", "Go.");
    expect(await record(run, start)).toBe("started");
    const finish = { mode: "finish", "deployment-id": ids().at(-1) ?? "", state: "success" };
    expect(await record(run, finish)).toBe("finished");
  }
  expect(judgedOperations()).toEqual([
    "GET /actions/runs/{run_id}/approvals 200",
    "GET /actions/runs/{run_id}/attempts/{attempt_number} 200",
    "GET /deployments 200",
    "GET /deployments/{deployment_id} 200",
    "GET /deployments/{deployment_id}/statuses 200",
    "POST /deployments 201",
    "POST /deployments/{deployment_id}/statuses 201",
  ]);
});

/** The id of a deployment that was just made. */
function idOf(method: string, path: string, body: unknown): string[] {
  return method === "POST" && path.endsWith("/deployments") ? [String((body as { id: number }).id)] : [];
}

test("check-environment is answered as GitHub describes it, whether the environment exists or not", async () => {
  github.repository("acme/shop").environment("production", { reviewers: ["lead"], branchPolicy: "main" });
  expect(await step({ action: "check-environment", inputs: { environment: "production" } })).toBe("protected");
  await step({ action: "check-environment", inputs: { environment: "absent" } });
  expect(judgedOperations()).toEqual([
    "GET /environments/{environment_name} 200",
    "GET /environments/{environment_name} 404",
  ]);
});
