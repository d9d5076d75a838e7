import { describe, expect, test } from "@jest/globals";
import { parseInputs } from "@fairway/domain";

import { healthGate, type HealthGateResult } from "./health-gate.ts";
import { checkInputs, fields, type HealthGateInputs } from "./inputs.ts";
import type { Resolution } from "./ports.ts";
import { createFixedProbe, type FixedProbe, type Reaction } from "./testing/fixed-probe.ts";
import { INPUT_TEXTS } from "./testing/input-texts.ts";
import { createManualClock } from "./testing/manual-clock.ts";
import { answer, REFUSED } from "./testing/observations.ts";
import { createRecordingLog, type RecordingLog } from "@fairway/domain/testing";

const OLD: Reaction = { observation: answer({ status: "healthy", version: "1.3.0" }) };
const NEW: Reaction = { observation: answer({ status: "healthy", version: "1.4.0" }) };
const DOWN: Reaction = { observation: REFUSED };
const A = "10.0.0.1";
const B = "10.0.0.2";
const C = "10.0.0.3";
const URL = "https://shop.example/ready";

interface Run {
  readonly result: HealthGateResult;
  readonly endedMs: number;
  readonly probe: FixedProbe;
  readonly log: RecordingLog;
}

type React = (request: { readonly atMs: number; readonly address: string | undefined }) => Reaction;
type Resolve = (lookUp: { readonly atMs: number }) => Resolution;

async function run(texts: Readonly<Record<string, string>>, react: React, resolve: Resolve): Promise<Run> {
  const clock = createManualClock();
  const log = createRecordingLog();
  const probe = createFixedProbe(clock, react, resolve);
  const inputs = inputsOf({ resolve: "each", "expect-version": "1.4.0", ...texts });
  const signal = new AbortController().signal;
  const result = await clock.run(healthGate(inputs, { probe, clock, log, signal }));
  return { result, endedMs: clock.elapsedMs(), probe, log };
}

function inputsOf(texts: Readonly<Record<string, string>>): HealthGateInputs {
  const verdict = parseInputs(fields, { ...INPUT_TEXTS, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

function at(...addresses: readonly string[]): Resolution {
  return { kind: "addresses", addresses, unreachable: [] };
}

describe("a name with several addresses", () => {
  test("is healthy when each of them is, and the step says how the versions changed over", async () => {
    const rolling: React = ({ atMs, address }) => (atMs < (address === A ? 2000 : 8150) ? OLD : NEW);
    const { result } = await run({}, rolling, () => at(A, B));
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": "1.4.0" });
    expect(result.outputs.reason).toMatch(
      /^https:\/\/shop\.example\/ready answers 200 with version 1\.4\.0 at all 2 addresses after 8\.2 s, 3 in a row; 1\.3\.0 in \d+ %, 1\.4\.0 in \d+ % of \d+ answers, converged at 8\.\d s$/,
    );
  });

  test("is not healthy while one of them is down, and which one is said", async () => {
    const { result } = await run(
      { "timeout-seconds": "10" },
      ({ address }) => (address === C ? DOWN : NEW),
      () => at(A, B, C),
    );
    expect(result.outputs.outcome).toBe("timed-out");
    expect(result.outputs.reason).toContain(`${URL} at ${C} refuses the connection`);
  });

  test("of which one keeps the old version is red after the grace, with what serves where", async () => {
    const { result, endedMs } = await run(
      { "timeout-seconds": "600" },
      ({ address }) => (address === B ? OLD : NEW),
      () => at(A, B, C),
    );
    expect(endedMs).toBeLessThan(32_000);
    expect(result.failure).toMatchObject({ code: "OTHER_VERSION" });
    expect(result.failure?.message.split("\n")).toEqual(
      expect.arrayContaining([
        `${URL} at ${B} answers 200 with version 1.3.0; expected version 1.4.0 at /version`,
        "serves now: version 1.3.0 at 1, version 1.4.0 at 2 of 3 addresses",
        expect.stringMatching(/^versions: 1\.\d\.0 in .* answers$/),
      ]),
    );
  });

  test("is asked at an address from the moment that it appears", async () => {
    const scalingUp: Resolve = ({ atMs }) => (atMs < 4000 ? at(A) : at(A, B));
    const react: React = ({ atMs, address }) =>
      address === A && atMs < 5000 ? OLD : address === B && atMs < 9000 ? DOWN : NEW;
    const { result, log } = await run({}, react, scalingUp);
    expect(Number(result.outputs["ready-after-ms"])).toBeGreaterThanOrEqual(9000);
    expect(log.lines.filter((line) => line.includes("is asked at"))).toEqual([
      `info: 0.0 s ${URL} is asked at ${A}`,
      `info: 4.0 s ${URL} is asked at ${A}, ${B}`,
    ]);
  });

  test("forgets an address that is gone, and remembers which version it had", async () => {
    const moving: Resolve = ({ atMs }) => (atMs < 4000 ? at(A, B) : at(B));
    const { result, probe } = await run({}, ({ address }) => (address === A ? OLD : NEW), moving);
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": "1.4.0" });
    expect(result.outputs.reason).toMatch(
      /at its one address .*; 1\.3\.0 in \d+ %, 1\.4\.0 in \d+ % of \d+ answers, converged at 4\.\d s$/,
    );
    expect(probe.attempts.filter(({ open }) => open)).toEqual([]);
  });

  test("keeps its addresses when the name server fails later", async () => {
    const failing: Resolve = ({ atMs }) => (atMs < 1000 ? at(A, B) : { kind: "dns", code: "EAI_AGAIN" });
    const { result } = await run({}, ({ atMs }) => (atMs < 7000 ? OLD : NEW), failing);
    expect(result.outputs.outcome).toBe("healthy");
  });

  test("says which addresses were left out for want of a route", async () => {
    const { log } = await run(
      {},
      () => NEW,
      () => ({ kind: "addresses", addresses: [A], unreachable: ["2001:db8::1"] }),
    );
    expect(log.lines[0]).toBe(
      `info: 0.0 s ${URL} is asked at ${A}; left out, because there is no route to it: 2001:db8::1`,
    );
  });

  test("keeps what it knows of an address when another appears", async () => {
    const scalingUp: Resolve = ({ atMs }) => (atMs < 4000 ? at(A) : at(A, B));
    const react: React = ({ atMs, address }) => (address === A && atMs >= 2000 ? NEW : atMs < 6000 ? OLD : NEW);
    const { result } = await run({ "consecutive-successes": "900" }, react, scalingUp);
    expect(result.wait.tracks[0]?.target.address).toBe(A);
    expect(result.wait.tracks[0]?.versions.get("1.3.0")).toBeGreaterThan(0);
  });

  test("that is healthy with two versions is green where no version was asked for, and says that they differ", async () => {
    const { result } = await run(
      { "expect-version": "" },
      ({ address }) => (address === A ? OLD : NEW),
      () => at(A, B),
    );
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": "1.3.0,1.4.0" });
    expect(result.outputs.reason).toContain("1.3.0 in 50 %, 1.4.0 in 50 % of 6 answers, not converged");
  });

  test("is not waited for when an attempt at it has a defect", async () => {
    const clock = createManualClock();
    const probe = {
      attempt: async () => Promise.reject(new TypeError("defect")),
      addressesOf: async () => at(A, B),
    };
    const ports = { probe, clock, log: createRecordingLog(), signal: new AbortController().signal };
    await expect(clock.run(healthGate(inputsOf({ resolve: "each" }), ports))).rejects.toThrow("defect");
    expect(clock.elapsedMs()).toBeLessThan(1000);
  });

  test("is soaked at each of them", async () => {
    const { result } = await run(
      { "soak-seconds": "10" },
      ({ atMs, address }) => (atMs > 3000 && address === B ? OLD : NEW),
      () => at(A, B),
    );
    expect(result.failure).toMatchObject({ code: "SOAK_ERRORS" });
    expect(result.outputs.reason).toContain(`${URL} at ${B} answers 200 with version 1.3.0`);
  });
});

describe("a name that leads nowhere yet", () => {
  test("is waited for", async () => {
    const appearing: Resolve = ({ atMs }) => (atMs < 3000 ? { kind: "dns", code: "ENOTFOUND" } : at(A));
    const { result, endedMs } = await run({}, () => NEW, appearing);
    expect(result.outputs.outcome).toBe("healthy");
    expect(endedMs).toBeLessThan(3200);
  });

  test("is red at the deadline with the name server's answer", async () => {
    const { result } = await run(
      { "timeout-seconds": "5" },
      () => NEW,
      () => ({ kind: "dns", code: "ENOTFOUND" }),
    );
    expect(result.outputs).toMatchObject({ outcome: "timed-out" });
    expect(result.outputs.reason).toContain("does not resolve (ENOTFOUND)");
  });

  test("is red at once when an address appears that is never asked", async () => {
    const hijacked: Resolve = ({ atMs }) =>
      atMs < 2000 ? at(A) : { kind: "forbidden", message: "shop.example leads to 169.254.169.254" };
    const { result, endedMs } = await run({}, () => OLD, hijacked);
    expect(result.failure).toMatchObject({ code: "ADDRESS_REFUSED" });
    expect(endedMs).toBeLessThan(2200);
  });
});

describe("each address", () => {
  test("does not go with any URL", () => {
    const inputs = inputsOf({ resolve: "each", require: "any" });
    expect(checkInputs(inputs)).toMatchObject([{ input: "resolve", message: expect.stringContaining("require: all") }]);
  });
});
