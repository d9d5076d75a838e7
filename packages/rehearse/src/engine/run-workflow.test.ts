import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EnvironmentAnswer, RunEvent } from "./run-events.ts";
import type { RunHost, RunRequest, StandInCall } from "./run-request.ts";
import { runWorkflow } from "./run-workflow.ts";
import type { Permissions } from "./workflow.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const folder = mkdtempSync(join(tmpdir(), "fairway-engine-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a caller and the workflow that it calls", () => {
  let run: Started;
  beforeAll(async () => void (run = await start({})));

  test("pass inputs, outputs, secrets and results from job to job", () => {
    expect(run.record.conclusion).toBe("success");
    expect(jobsOf(run)).toEqual([
      "call / First of 2: success",
      "call / second: success",
      "call / third: success",
      "call / last: success",
      "after: success",
    ]);
    expect(logOf(run, "call / second")).toContain("the token is ***");
    expect(logOf(run, "after")).toContain("call said hi true step");
  });

  test("drop a job output that holds a secret, and say so", () => {
    const second = run.record.jobs.find(({ name }) => name === "call / second");
    expect(second?.steps[0]?.outputs["said"]).toBe("hi true step||success");
    expect(run.said).toContain("Skip output 'secret' since it may contain secret.");
  });

  test("go on after a failure that continue-on-error tolerates", () => {
    expect(logOf(run, "call / First of 2")).toContain("failure/success left tolerated in first of acme/shop");
  });

  test("mask a secret in what a script says", () => {
    expect(logOf(run, "call / First of 2")).toContain("the password is ***");
  });

  test("stand in for a third-party action by name", () => {
    expect(run.standIns).toEqual([{ a: "b" }]);
    const step = run.record.jobs[0]?.steps.find(({ name }) => name === "Last");
    expect(step?.stoodInFor).toBe("third/party@0123456789012345678901234567890123456789");
  });

  test("give each job a token with its own permissions", () => {
    expect(run.tokens).toEqual([{ contents: "read" }, {}, {}, {}, {}]);
  });

  test("have a deployment for a job with an environment, unless it says deployment: false", () => {
    expect(run.deployments).toEqual(["guarded", "success at https://guarded.example/success"]);
  });

  test("run post steps last, in reverse order, with the state that their main phase saved", () => {
    const steps = run.record.jobs[0]?.steps ?? [];
    expect(steps.slice(-2).map(({ name }) => name)).toEqual(["Post Tolerated", "Post Echo hi"]);
    expect(steps.at(-1)?.log.map(({ text }) => text)).toEqual(["post after hi true step"]);
  });
});

describe("after a failed step", () => {
  test("later steps and the jobs that need it are skipped, and always() still runs", async () => {
    const run = await start({ inputs: { fail: "1" } });
    expect(run.record.conclusion).toBe("failure");
    expect(jobsOf(run)).toEqual([
      "call / First of 2: success",
      "call / second: failure",
      "call / third: skipped",
      "call / last: success",
      "after: skipped",
    ]);
    expect(run.record.jobs[1]?.steps.map(({ conclusion }) => conclusion)).toEqual(["failure", "skipped", "success"]);
    expect(logOf(run, "call / last")).toEqual(["third was skipped"]);
  });
});

describe("a protected environment", () => {
  test("keeps a refused job from its first step", async () => {
    const run = await start({ answer: { kind: "refused", by: "rita", comment: "not today" } });
    expect(run.record.conclusion).toBe("failure");
    expect(run.record.jobs[1]).toMatchObject({
      steps: [],
      problem: "rita refused the deployment to guarded: not today",
    });
  });
});

describe("before anything starts, a run is refused", () => {
  const caller = read("caller.yml");
  test.each([
    [
      "that calls a workflow elsewhere",
      caller.replace("owner/name/", "else/where/"),
      "else/where/workflows/called.yml@v0 is not a workflow of owner/name",
    ],
    [
      "whose caller grants too little",
      caller.replace("contents: read", "contents: none"),
      "asks for contents: read, which the calling job does not grant",
    ],
    [
      "with an input that the workflow does not know",
      caller.replace("loud: true", "lout: true"),
      "lout is not an input; it knows greeting, loud, count, fail",
    ],
    [
      "with an input of the wrong type",
      caller.replace("loud: true", "loud: 7"),
      "loud must be true or false, and is 7",
    ],
    [
      "without a required secret",
      caller.replace("password: $", "pass: $"),
      "gives pass, which workflows/called.yml does not declare",
    ],
    [
      "that uses a key which the engine does not run",
      caller.replace("    runs-on", "    strategy: {matrix: {a: [1]}}\n    runs-on"),
      "uses 'strategy', which the rehearsal does not run",
    ],
    ["that GitHub's parser refuses", caller.replace("needs: call", "needs: nobody"), "depends on unknown job 'nobody'"],
  ])("%s", async (_what, content, message) => {
    const run = start({ content });
    const outcome = await run.then(
      ({ record }) => record.jobs.map(({ problem }) => problem).join("\n"),
      (error: Error) => error.message,
    );
    expect(outcome).toContain(message);
  });
});

interface Started {
  readonly record: Awaited<ReturnType<typeof runWorkflow>>;
  readonly standIns: unknown[];
  readonly tokens: Permissions[];
  readonly said: string[];
  /** What GitHub is told of deployments of jobs. */
  readonly deployments: string[];
}

async function start(options: {
  inputs?: Record<string, string>;
  answer?: EnvironmentAnswer;
  content?: string;
}): Promise<Started> {
  const standIns: unknown[] = [];
  const tokens: Permissions[] = [];
  const deployments: string[] = [];
  const events: RunEvent[] = [];
  let jobs = 0;
  const host: RunHost = {
    run: { id: 7, number: 1, attempt: 1, url: "http://127.0.0.1/acme/shop/actions/runs/7" },
    urls: { server: "http://127.0.0.1", api: "http://127.0.0.1/api" },
    environment: {},
    startJob: (_, deploysTo) => {
      if (deploysTo !== undefined) deployments.push(deploysTo);
      return {
        id: (jobs += 1),
        complete: (conclusion, url) => {
          if (url !== undefined) deployments.push(`${conclusion} at ${url}`);
        },
      };
    },
    enterEnvironment: () => Promise.resolve(options.answer ?? { kind: "unprotected" }),
    issueToken(permissions) {
      tokens.push(permissions);
      return `token-${tokens.length}-secret`;
    },
    standIn: (name) => (name === "third/party" ? stand : undefined),
    standInNames: ["third/party"],
  };
  const request: RunRequest = {
    caller: { path: "caller.yml", content: options.content ?? read("caller.yml") },
    called: { fullName: "owner/name", root: FIXTURES },
    event: {
      repository: "acme/shop",
      actor: "ada",
      ref: "refs/heads/main",
      commit: "a".repeat(40),
      inputs: options.inputs ?? {},
    },
    variables: { GREETING: "hi" },
    secrets: { PASSWORD: "correct-horse" },
    environments: {},
    host,
    folder: mkdtempSync(join(folder, "run-")),
    report: (event) => events.push(event),
    signal: new AbortController().signal,
  };
  const record = await runWorkflow(request);
  const said = events.flatMap((event) => (event.kind === "step-log" ? [event.line.text] : []));
  return { record, standIns, tokens, said, deployments };

  function stand(call: StandInCall): Promise<{ said: string[] }> {
    standIns.push(call.inputs);
    return Promise.resolve({ said: ["stood in"] });
  }
}

function read(name: string): string {
  return readFileSync(join(FIXTURES, "workflows", name), "utf8");
}

function jobsOf({ record }: Started): string[] {
  return record.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`);
}

function logOf({ record }: Started, job: string): string[] {
  return record.jobs
    .filter(({ name }) => name === job)
    .flatMap(({ steps }) => steps.flatMap(({ log }) => log.map(({ text }) => text)));
}
