import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { listen, startGitHub, type GitHubServer, type LoopbackServer, type RunState } from "@fairway/testbed";

import { runBundle, runnerVariables } from "../support/run-bundle.ts";

const PROCESSES = 100;
const MINUTE_MS = 60_000;

let github: GitHubServer;
let token = "";
beforeEach(async () => {
  github = await startGitHub();
  token = github.token("job", { contents: "write", actions: "read" });
});
afterEach(() => github.close());

function startRun(): RunState {
  const repository = github.repository("acme/shop");
  const headSha = repository.commit({ message: "work" });
  const workflow = ".github/workflows/staging.yml";
  return repository.startRun({ workflow, event: "workflow_dispatch", actor: "octocat", headSha });
}

function contend(run: RunState, apiUrl: string, inputs: Record<string, string> = {}) {
  return runBundle({
    action: "check-concurrent",
    inputs: { environment: "staging", "github-token": token, ...inputs },
    env: { ...runnerVariables(github, run), GITHUB_API_URL: apiUrl },
  });
}

/** Passes everything on, but holds the answers to the first reads of the ref back until all processes have theirs. */
async function startGate(): Promise<LoopbackServer> {
  const held: (() => void)[] = [];
  return listen(async ({ method, path, headers, body }, response) => {
    const { authorization = "", "content-type": type = "application/json" } = headers;
    const request = { method, headers: { authorization, "content-type": type } };
    const answer = await fetch(`${github.url}${path}`, method === "GET" ? request : { ...request, body });
    const content = Buffer.from(await answer.arrayBuffer());
    if (held.length < PROCESSES && method === "GET" && path.includes("/git/ref/"))
      await new Promise<void>((pass) => {
        held.push(pass);
        if (held.length === PROCESSES) for (const each of held) each();
      });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(content);
  });
}

/** All processes start at once and read the ref at once. Answers the one run that acquired. */
async function race(): Promise<RunState | undefined> {
  const gate = await startGate();
  github.requests.length = 0;
  try {
    const runs = Array.from({ length: PROCESSES }, startRun);
    const results = await Promise.all(runs.map((run) => contend(run, gate.url)));
    const outcomes = results.map(({ outputs }) => outputs["outcome"]);
    expect(outcomes.filter((outcome) => outcome !== "rejected")).toEqual(["acquired"]);
    const winner = runs[outcomes.indexOf("acquired")];
    const others = results.filter(({ outputs }) => outputs["outcome"] === "rejected");
    expect(new Set(others.map(({ outputs }) => outputs["holder-run-id"]))).toEqual(new Set([String(winner?.id)]));
    // It was a race: every one of them tried to write, for all had read the same.
    const writers = new Set(
      github.requests.filter(({ path }) => path.includes("/git/refs")).map(({ body }) => shaIn(body)),
    );
    expect(writers.size).toBe(PROCESSES);
    return winner;
  } finally {
    await gate.close();
  }
}

function shaIn(body: Buffer): string {
  return (JSON.parse(body.toString("utf8")) as { sha: string }).sha;
}

test(
  `exactly one of ${PROCESSES} processes that start at once acquires a new lease, a free one, and a dead holder's`,
  async () => {
    const first = await race();
    if (first === undefined) throw new Error("nobody acquired the new lease");
    expect((await contend(first, github.url, { mode: "release" })).outputs["outcome"]).toBe("released");
    const second = await race();
    second?.complete("cancelled");
    const third = await race();
    expect(new Set([first.id, second?.id, third?.id]).size).toBe(3);
  },
  2 * MINUTE_MS,
);
