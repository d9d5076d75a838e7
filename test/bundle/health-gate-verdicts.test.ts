import type { RequestListener } from "node:http";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";

import { logOf, runBundle } from "../support/run-bundle.ts";
import { serveHttp, type RawServer } from "@fairway/testbed";

const NEW = { status: "healthy", version: "1.4.0" };
const OLD = { status: "healthy", version: "1.3.0" };
const WANTED = { "expect-version": "1.4.0" };

interface Case {
  readonly listener: RequestListener;
  readonly inputs: Record<string, string>;
}

/** Each has a server of its own; they are asked at once, since what takes time is their deadlines. */
const CASES = {
  "old version": { listener: answering(OLD), inputs: { ...WANTED, "timeout-seconds": "3" } },
  "login page": { listener: redirecting, inputs: { "timeout-seconds": "3" } },
  "half failing": {
    listener: failing(2),
    inputs: { "consecutive-successes": "1", "soak-seconds": "10", "max-error-rate": "0.2" },
  },
  "5 % failing": { listener: failing(20), inputs: { "soak-seconds": "4", "max-error-rate": "0.01" } },
  "20 % failing": { listener: failing(5), inputs: { "soak-seconds": "4", "max-error-rate": "0.01" } },
  "20 % failing, 20 in a row": {
    listener: failing(5),
    inputs: { "consecutive-successes": "20", "timeout-seconds": "3" },
  },
  "50 % failing": { listener: failing(2), inputs: { "timeout-seconds": "3" } },
  "5 % failing, 10 % allowed": { listener: failing(20), inputs: { "soak-seconds": "4", "max-error-rate": "0.1" } },
  slow: { listener: late(120), inputs: { "soak-seconds": "7", "max-p95-ms": "50" } },
  clean: { listener: answering(NEW), inputs: { ...WANTED, "soak-seconds": "7", "max-p95-ms": "1000" } },
} satisfies Record<string, Case>;

const results = new Map<string, StepResult>();
const servers: RawServer[] = [];

beforeAll(async () => {
  await Promise.all(Object.entries(CASES).map(async ([name, one]) => results.set(name, await gate(one))));
}, 60_000);

afterAll(async () => {
  for (const server of servers) await server.close();
});

async function gate({ listener, inputs }: Case): Promise<StepResult> {
  const server = await serveHttp(listener);
  servers.push(server);
  return runBundle({ action: "health-gate", inputs: { url: `http://127.0.0.1:${server.port}/ready`, ...inputs } });
}

function answering(document: object, status = 200): RequestListener {
  return (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(document));
}

/** Fails every nth request. */
function failing(every: number): RequestListener {
  let requests = 0;
  return (...call) => {
    requests += 1;
    answering(NEW, requests % every === 0 ? 500 : 200)(...call);
  };
}

function redirecting(...[request, response]: Parameters<RequestListener>): void {
  if (request.url === "/login") response.writeHead(200).end("please log in");
  else response.writeHead(302, { location: "/login" }).end();
}

function late(ms: number): RequestListener {
  return (...call) => void setTimeout(() => answering(NEW)(...call), ms);
}

function resultOf(name: keyof typeof CASES): StepResult {
  const result = results.get(name);
  if (result === undefined) throw new Error(`${name} was not asked`);
  return result;
}

function errorOf({ annotations }: StepResult): string {
  return annotations.find(({ level }) => level === "error")?.message ?? "";
}

/** Markdown as it is read. */
function plain(markdown: string): string {
  return markdown.replaceAll("\\", "");
}

describe("a soak", () => {
  test("that is clean says in the log and the summary how sure its figures are", () => {
    const result = resultOf("clean");
    expect(result.outputs).toMatchObject({
      outcome: "healthy",
      "error-rate": "0",
      "p95-ms": expect.stringMatching(/^\d+$/),
    });
    const figures = /0 of 70 answers failed in the soak \(0 %; under 4\.2 % with 95 % confidence\), p95 \d+ ms/;
    expect(logOf(result)).toMatch(figures);
    expect(plain(result.summary)).toMatch(figures);
  });

  test("in which half of the answers fail is red, with the same figures", () => {
    const result = resultOf("half failing");
    expect(result.outputs["outcome"]).toBe("unhealthy");
    const figures =
      /\d+ of \d+ answers failed in the soak \(\d+ %; under \d+ % with 95 % confidence\).*; at most 20 % may fail/;
    expect(errorOf(result)).toMatch(figures);
    expect(errorOf(result)).toMatch(/last healthy: \d\.\d s after the soak began\nserves now: version 1\.4\.0/);
    expect(plain(result.summary)).toMatch(figures);
  });

  test("that is too slow is red by its 95th percentile", () => {
    const result = resultOf("slow");
    expect(result.outputs["outcome"]).toBe("unhealthy");
    expect(Number(result.outputs["p95-ms"])).toBeGreaterThanOrEqual(120);
    expect(errorOf(result)).toMatch(/too slow in the soak: p95 above 50 ms; 0 of 70 answers failed/);
  });
});

describe("an application that flaps", () => {
  test.each([
    ["5 % failing", "unhealthy", /healthy at first, then .* answers 500/],
    ["20 % failing", "unhealthy", /healthy at first, then .* answers 500/],
    ["20 % failing, 20 in a row", "timed-out", /at most 4 in a row$/],
    // Answers of attempts that overlap may come in another order than they were asked for.
    ["50 % failing", "timed-out", /at most [12] in a row$/],
  ] as const)("is red: %s", (name, outcome, reason) => {
    const { conclusion, outputs } = resultOf(name);
    expect(conclusion).toBe("failure");
    expect(outputs).toMatchObject({ outcome, reason: expect.stringMatching(reason) });
  });

  test("in 5 % of its answers is green where that is what the step allows", () => {
    const { outputs } = resultOf("5 % failing, 10 % allowed");
    expect(outputs).toMatchObject({ outcome: "healthy", "error-rate": "0.05" });
    expect(outputs["reason"]).toContain("2 of 40 answers failed in the soak (5 %; under 15 % with 95 % confidence)");
  });
});

describe("an answer that waiting does not make healthy", () => {
  test("is named when it is the old version's, with all that a person needs to know", () => {
    const result = resultOf("old version");
    expect(result.outputs).toMatchObject({ outcome: "unhealthy", "observed-version": "1.3.0" });
    const told = errorOf(result);
    for (const line of [
      /answers 200 with version 1\.3\.0; expected version 1\.4\.0 at \/version/,
      /expected: version 1\.4\.0/,
      /observed: answers 200 with version 1\.3\.0/,
      /answer: \{"status":"healthy","version":"1\.3\.0"\}/,
      /last healthy: never/,
      /serves now: version 1\.3\.0/,
      /answers and failures seen: \d+ in 3 s/,
    ])
      expect(told).toMatch(line);
    expect(logOf(result)).toContain("OTHER_VERSION");
  });

  test("is named when it leads to a login page, although that one answers 200", () => {
    const result = resultOf("login page");
    expect(result.outputs["outcome"]).toBe("unhealthy");
    expect(errorOf(result)).toMatch(/302/);
    expect(logOf(result)).toContain("UNHEALTHY_ANSWER");
  });
});
