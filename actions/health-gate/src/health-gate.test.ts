import { describe, expect, test } from "@jest/globals";
import { parseInputs } from "@fairway/domain";

import { healthGate, type HealthGateResult } from "./health-gate.ts";
import { fields, type HealthGateInputs } from "./inputs.ts";
import { createFixedProbe, type FixedProbe, type Reaction } from "./testing/fixed-probe.ts";
import { INPUT_TEXTS } from "./testing/input-texts.ts";
import { createManualClock } from "./testing/manual-clock.ts";
import { answer, REFUSED, STARTING } from "./testing/observations.ts";
import { createRecordingLog, type RecordingLog } from "@fairway/domain/testing";

const OLD: Reaction = { observation: answer({ status: "healthy", version: "1.3.0" }) };
const NEW: Reaction = { observation: answer({ status: "healthy", version: "1.4.0" }) };
const DOWN: Reaction = { observation: REFUSED };
const BAD: Reaction = { observation: STARTING };
const HANGING: Reaction = { observation: STARTING, afterMs: Infinity };

type Request = { readonly atMs: number; readonly url: string; readonly number: number };

interface Run {
  readonly result: HealthGateResult;
  readonly endedMs: number;
  readonly probe: FixedProbe;
  readonly log: RecordingLog;
}

async function run(texts: Readonly<Record<string, string>>, react: (request: Request) => Reaction): Promise<Run> {
  const clock = createManualClock();
  const log = createRecordingLog();
  const probe = createFixedProbe(clock, react);
  const signal = new AbortController().signal;
  const result = await clock.run(healthGate(inputsOf(texts), { probe, clock, log, signal }));
  return { result, endedMs: clock.elapsedMs(), probe, log };
}

function inputsOf(texts: Readonly<Record<string, string>>): HealthGateInputs {
  const verdict = parseInputs(fields, { ...INPUT_TEXTS, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

describe("a service that becomes ready", () => {
  const shapes: readonly (readonly [string, Reaction])[] = [
    ["whose port was closed", DOWN],
    ["that answered 503", BAD],
    ["that accepted connections and never answered them", HANGING],
    ["that answered with its old version", OLD],
  ];

  test.each(shapes)("%s is noticed within 150 ms", async (_, before) => {
    const ready = 3333;
    const { result, endedMs } = await run({ "expect-version": "1.4.0" }, ({ atMs }) => (atMs < ready ? before : NEW));
    expect(result.outputs.outcome).toBe("healthy");
    expect(Number(result.outputs["ready-after-ms"])).toBeGreaterThanOrEqual(ready);
    expect(endedMs - ready).toBeLessThanOrEqual(150);
  });

  test("gives the figures of its wait", async () => {
    const { result, probe } = await run({ "expect-version": "1.4.0" }, ({ number }) => (number < 3 ? BAD : NEW));
    expect(result.outputs).toEqual({
      "ready-after-ms": "101",
      attempts: "5",
      "observed-version": "1.4.0",
      "error-rate": "",
      "p95-ms": "",
      reason: "https://shop.example/ready answers 200 with version 1.4.0 after 0.1 s, 3 in a row",
      outcome: "healthy",
    });
    expect(probe.attempts).toHaveLength(5);
  });

  test("is asked as often in a row as was wanted", async () => {
    const { result } = await run({ "consecutive-successes": "20" }, () => NEW);
    expect(result.outputs.attempts).toBe("20");
  });

  test("starts again when it fails in between", async () => {
    const { result } = await run({}, ({ number }) => (number === 3 ? BAD : NEW));
    expect(result.outputs).toMatchObject({ outcome: "healthy", attempts: "6" });
  });

  test("passes when it is slow, as long as one answer fits the attempt's timeout", async () => {
    const { result } = await run({}, () => ({ ...NEW, afterMs: 4900 }));
    expect(result.outputs).toMatchObject({ outcome: "healthy", "ready-after-ms": "4900" });
  });

  test("is heard of once for each change of its state", async () => {
    const { log } = await run({ "expect-version": "1.4.0" }, ({ atMs }) =>
      atMs < 500 ? DOWN : atMs < 900 ? OLD : NEW,
    );
    expect(log.lines).toEqual([
      "info: 0.0 s https://shop.example/ready refuses the connection: nothing listens there; expected an answer",
      expect.stringMatching(/ answers 200 with version 1.3.0; expected version 1.4.0 at \/version$/),
      expect.stringMatching(/ answers 200 with version 1.4.0$/),
      expect.stringMatching(/^info: healthy: /),
    ]);
  });
});

describe("the load that waiting puts on a service", () => {
  test("is at most nine open requests", async () => {
    const { probe } = await run({ "timeout-seconds": "20" }, () => HANGING);
    expect(probe.mostOpen()).toBe(9);
    expect(probe.attempts.some(({ open }) => open)).toBe(false);
  });

  test("falls to one request a second in a long wait", async () => {
    const { probe } = await run({ "timeout-seconds": "600" }, () => BAD);
    const inLastMinute = probe.attempts.filter(({ atMs }) => atMs >= 540_000);
    expect(inLastMinute.length).toBeLessThanOrEqual(61);
    expect(probe.attempts.length).toBeLessThan(1000);
  });
});

describe("a service that does not become healthy", () => {
  test("ends the step at its deadline, not later", async () => {
    const { result, endedMs } = await run({ "timeout-seconds": "30" }, () => HANGING);
    expect(endedMs).toBe(30_000);
    expect(result.outputs.outcome).toBe("timed-out");
  });

  test("is explained: expected, observed, last healthy, what serves now", async () => {
    const { result } = await run({ "timeout-seconds": "60" }, ({ atMs }) => (atMs >= 5000 && atMs < 5015 ? NEW : BAD));
    expect(result.failure).toMatchObject({ code: "NOT_HEALTHY_IN_TIME", kind: "upstream" });
    expect(result.failure?.message.split("\n")).toEqual([
      expect.stringMatching(/^not healthy within 60 s: .* was healthy in 2 of \d+ answers, at most 2 in a row$/),
      "expected: status 200",
      expect.stringMatching(/^observed: answers 503 \(for \d+ s\)$/),
      'answer: {"status":"starting"}',
      "last healthy: 5.0 s after the start",
      "serves now: unknown; version 1.4.0 answered before",
      expect.stringMatching(/^answers and failures seen: \d+ in 60 s$/),
    ]);
  });

  test.each<[string, Reaction, string]>([
    [
      "whose certificate is bad",
      { observation: { kind: "tls", code: "CERT_HAS_EXPIRED", message: "" } },
      "certificate",
    ],
    ["whose name is unknown", { observation: { kind: "dns", code: "ENOTFOUND" } }, "resolver"],
    ["that does not listen", DOWN, "listens"],
    ["that answers 503", BAD, "own log"],
  ])("%s comes with a step that fits", async (_, reaction, nextStep) => {
    const { result } = await run({ "timeout-seconds": "5" }, () => reaction);
    expect(result.failure?.nextStep).toContain(nextStep);
  });

  test("that flaps is told by how often it was healthy", async () => {
    const flapping = ({ number }: Request) => (number % 3 === 0 ? BAD : NEW);
    const { result } = await run({ "timeout-seconds": "10" }, flapping);
    expect(result.outputs.reason).toMatch(/was healthy in \d+ of \d+ answers, at most 2 in a row$/);
  });

  test("that flaps does not flood the log", async () => {
    const { log } = await run({ "timeout-seconds": "60" }, ({ number }) => (number % 3 === 0 ? BAD : NEW));
    expect(log.lines.length).toBeLessThan(40);
  });

  test("is mentioned every 15 s", async () => {
    const { log } = await run({ "timeout-seconds": "60" }, () => BAD);
    const beats = log.lines.filter((line) => line.includes("still waiting"));
    expect(beats).toHaveLength(3);
    expect(beats[0]).toMatch(/^info: still waiting after 15 s of 60 s, \d+ attempts: .* answers 503 \(for 15 s\)$/);
  });

  test("that never answers at all is told so", async () => {
    const { result } = await run({ "timeout-seconds": "3" }, () => HANGING);
    expect(result.outputs.reason).toBe("not healthy within 3 s: https://shop.example/ready gave no answer");
  });
});

describe("an answer that will not become healthy", () => {
  test("of an old version ends the wait after 30 s and is named", async () => {
    const { result, endedMs } = await run({ "expect-version": "1.4.0", "timeout-seconds": "600" }, () => OLD);
    expect(endedMs).toBeLessThan(31_000);
    expect(result.outputs).toMatchObject({ outcome: "unhealthy", "observed-version": "1.3.0", "ready-after-ms": "" });
    expect(result.failure).toMatchObject({ code: "OTHER_VERSION" });
    expect(result.failure?.message).toContain("serves now: version 1.3.0");
  });

  test("of a login ends the wait after 30 s", async () => {
    const login = answer({}, { status: 302, headers: { location: "/login" }, body: "" });
    const { result, endedMs } = await run({ "timeout-seconds": "600" }, () => ({ observation: login }));
    expect(endedMs).toBeLessThan(31_000);
    expect(result.failure).toMatchObject({ code: "UNHEALTHY_ANSWER" });
    expect(result.outputs.reason).toContain("answers 302, a redirect to /login; expected status 200");
  });

  test("of a forbidden address ends it at once", async () => {
    const forbidden: Reaction = {
      observation: { kind: "forbidden", message: "shop.example leads to 169.254.169.254" },
    };
    const { result, endedMs } = await run({}, () => forbidden);
    expect(endedMs).toBeLessThan(10);
    expect(result.failure).toMatchObject({ code: "ADDRESS_REFUSED", kind: "configuration" });
  });

  test("does not end a wait in which the new version begins to answer", async () => {
    const rolling = ({ atMs, number }: Request) => (atMs < 50_000 && (atMs < 20_000 || number % 2 === 0) ? OLD : NEW);
    const { result } = await run({ "expect-version": "1.4.0", "timeout-seconds": "600" }, rolling);
    expect(result.outputs.outcome).toBe("healthy");
    expect(result.wait.tracks[0]?.versions.get("1.3.0")).toBeGreaterThan(0);
  });
});

describe("several URLs", () => {
  const url = "https://a.example/ready\nhttps://b.example/ready";

  test("must all be healthy at the same time", async () => {
    const react = (request: Request) => (request.url.includes("//b.") && request.atMs < 8000 ? DOWN : NEW);
    const { result } = await run({ url }, react);
    expect(result.outputs).toMatchObject({ outcome: "healthy" });
    expect(result.outputs.reason).toMatch(/^2 of 2 URLs are healthy after 8\.\d s/);
  });

  test("are not healthy when one fails while the other starts", async () => {
    const react = ({ url, atMs }: Request) => (url.includes("//a.") === atMs < 5000 ? NEW : BAD);
    const { result } = await run({ url, "timeout-seconds": "20" }, react);
    expect(result.outputs.outcome).toBe("timed-out");
  });

  test("of which any is enough are healthy with the first", async () => {
    const { result } = await run({ url, require: "any" }, (request) => (request.url.includes("//b.") ? NEW : BAD));
    expect(result.outputs).toMatchObject({ outcome: "healthy", "ready-after-ms": "1" });
  });

  test("with different versions give them all", async () => {
    const { result } = await run({ url }, (request) => (request.url.includes("//b.") ? NEW : OLD));
    expect(result.outputs["observed-version"]).toBe("1.3.0,1.4.0");
  });
});

describe("a soak", () => {
  const soak = { "soak-seconds": "10", "max-error-rate": "0.05", "max-p95-ms": "200" };

  test("that is clean gives its figures", async () => {
    const { result, endedMs } = await run(soak, () => NEW);
    expect(result.outputs).toMatchObject({ outcome: "healthy", "error-rate": "0", "p95-ms": "5", attempts: "103" });
    expect(result.outputs.reason).toContain(
      "0 of 100 answers failed in the soak (0 %; under 3.0 % with 95 % confidence)",
    );
    expect(endedMs).toBeLessThan(10_100);
  });

  test("that finds one bad backend of four is red, and ends before its time", async () => {
    const { result, endedMs } = await run(soak, ({ number }) => (number > 3 && number % 4 === 0 ? BAD : NEW));
    expect(result.outputs).toMatchObject({ outcome: "unhealthy", "ready-after-ms": "1" });
    expect(result.failure).toMatchObject({ code: "SOAK_ERRORS" });
    expect(endedMs).toBeLessThan(3000);
  });

  test("in which the old version answers again is red and says so", async () => {
    const react = ({ atMs }: Request) => (atMs < 3000 ? NEW : OLD);
    const { result } = await run({ ...soak, "expect-version": "1.4.0" }, react);
    expect(result.outputs).toMatchObject({ outcome: "unhealthy", "observed-version": "1.3.0" });
    expect(result.outputs.reason).toContain("answers 200 with version 1.3.0; expected version 1.4.0");
  });

  test("that is too slow is red", async () => {
    const slow = { observation: answer({}, { tookMs: 300 }), afterMs: 300 };
    const { result } = await run(soak, ({ number }) => (number > 50 ? slow : NEW));
    expect(result.failure).toMatchObject({ code: "SOAK_SLOW" });
    expect(result.outputs["p95-ms"]).toBe("300");
  });

  test("asks on while answers are late, and waits for the last of them", async () => {
    const { result, probe, endedMs } = await run(soak, ({ number }) => (number > 3 ? { ...NEW, afterMs: 3000 } : NEW));
    expect(probe.attempts).toHaveLength(103);
    expect(result.outputs["error-rate"]).toBe("0");
    expect(endedMs).toBeGreaterThan(12_000);
  });

  test("of a service that hangs has at most 200 requests open", async () => {
    const texts = { "soak-seconds": "60", "attempt-timeout-seconds": "60", "max-error-rate": "1" };
    const { probe, result } = await run(texts, ({ number }) => (number > 3 ? HANGING : NEW));
    expect(probe.mostOpen()).toBe(200);
    expect(result.outputs["error-rate"]).toBe("1");
  });

  test("with few answers says that its p95 is not to be relied on", async () => {
    const { result } = await run({ "soak-seconds": "2" }, () => NEW);
    expect(result.outputs.reason).toContain("p95 5 ms (from 20 answers, too few to rely on)");
  });
});

describe("a cancelled run", () => {
  test.each([
    ["while waiting", BAD],
    ["in the soak", NEW],
  ])("%s ends with the reason of the cancellation, and nothing stays open", async (_, reaction) => {
    const clock = createManualClock();
    const probe = createFixedProbe(clock, () => reaction);
    const cancel = new AbortController();
    const reason = new Error("cancelled");
    const ports = { probe, clock, log: createRecordingLog(), signal: cancel.signal };
    const gate = healthGate(inputsOf({ "soak-seconds": "60" }), ports);
    const cancelled = clock.sleep(5000).then(() => cancel.abort(reason));
    await expect(clock.run(Promise.all([gate, cancelled]))).rejects.toBe(reason);
    expect(clock.elapsedMs()).toBe(5000);
    await new Promise(setImmediate);
    expect(probe.attempts.filter(({ open }) => open)).toEqual([]);
  });
});

describe("a probe with a defect", () => {
  test("makes the step red instead of leaving it to wait", async () => {
    const clock = createManualClock();
    const reject = async () => Promise.reject(new TypeError("defect"));
    const probe = { attempt: reject, addressesOf: reject };
    const ports = { probe, clock, log: createRecordingLog(), signal: new AbortController().signal };
    await expect(clock.run(healthGate(inputsOf({}), ports))).rejects.toThrow("defect");
  });
});
