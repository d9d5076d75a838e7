import { parseJsonPointer } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { assess } from "./assess.ts";
import type { Failed } from "./assessment.ts";
import { parseHeaderExpectation, parseJsonExpectation, type Expectations } from "./expectations.ts";
import type { Seen } from "./ports.ts";
import { answer } from "./testing/observations.ts";

const BASE: Expectations = {
  statuses: [{ from: 200, to: 200 }],
  headers: [],
  json: [],
  version: undefined,
  versionPointer: parseJsonPointer("/version"),
};

function expecting(overrides: Partial<Expectations>): Expectations {
  return { ...BASE, ...overrides };
}

describe("an answer that passes", () => {
  test.each<[string, Expectations, Seen]>([
    ["the status alone", BASE, answer({})],
    ["no JSON where none is asked for", BASE, answer({}, { body: "<h1>ok</h1>" })],
    ["a status in a range", expecting({ statuses: [{ from: 200, to: 299 }] }), answer({}, { status: 204, body: "" })],
    ["the version", expecting({ version: "1.4.0" }), answer({ version: "1.4.0" })],
    ["a version that is a number", expecting({ version: "42" }), answer({ version: 42 })],
    [
      "a version elsewhere",
      expecting({ version: "1.4.0", versionPointer: parseJsonPointer("/build/tag") }),
      answer({ build: { tag: "1.4.0" } }),
    ],
    ["a header", expecting({ headers: [parseHeaderExpectation("X-A: b")] }), answer({}, { headers: { "x-a": "b" } })],
    [
      "every JSON expectation",
      expecting({ json: [parseJsonExpectation("/status = healthy"), parseJsonExpectation("/jobs = operational")] }),
      answer({ status: "healthy", jobs: "operational" }),
    ],
  ])("has %s", (_, expectations, observation) => {
    expect(assess(observation, expectations)).toMatchObject({ kind: "passed", tookMs: 5 });
  });

  test("tells the version even when none was asked for", () => {
    expect(assess(answer({ version: "1.4.0" }), BASE)).toMatchObject({ version: "1.4.0" });
  });

  test("is a connection for a TCP port, whatever is expected of HTTP answers", () => {
    const seen = { kind: "connected", tookMs: 2 } as const;
    expect(assess(seen, expecting({ version: "1.4.0" }))).toMatchObject({ kind: "passed" });
  });
});

describe("an answer that fails", () => {
  const html = { headers: { "content-type": "text/html; charset=utf-8" }, body: "<html>" };
  const degraded = [parseJsonExpectation("/status = healthy")];

  const cases: readonly (readonly [Expectations, Seen, Pick<Failed, "code" | "observed" | "patience">])[] = [
    [BASE, answer({}, { status: 503 }), { code: "STATUS", observed: "answers 503", patience: "timeout" }],
    [BASE, answer({}, { status: 204 }), { code: "STATUS", observed: "answers 204", patience: "timeout" }],
    [BASE, answer({}, { status: 404 }), { code: "STATUS", observed: "answers 404", patience: "timeout" }],
    [BASE, answer({}, { status: 401 }), { code: "STATUS", observed: "answers 401", patience: "grace" }],
    [BASE, answer({}, { status: 403 }), { code: "STATUS", observed: "answers 403", patience: "grace" }],
    [
      BASE,
      answer({}, { status: 302, headers: { location: "/login?next=%2F" } }),
      { code: "STATUS", observed: "answers 302, a redirect to /login", patience: "grace" },
    ],
    [
      expecting({ version: "1.4.0" }),
      answer({ version: "1.3.0" }),
      { code: "VERSION", observed: "answers 200 with version 1.3.0", patience: "grace" },
    ],
    [
      expecting({ version: "1.4.0" }),
      answer({ version: "v1.4.0" }),
      { code: "VERSION", observed: "answers 200 with version v1.4.0", patience: "grace" },
    ],
    [
      expecting({ version: "1.4.0" }),
      answer({ version: null }),
      { code: "UNVERSIONED", observed: "answers 200 with JSON without a version", patience: "timeout" },
    ],
    [
      expecting({ version: "1.4.0" }),
      answer({}, html),
      { code: "UNVERSIONED", observed: "answers 200 with text/html, not JSON", patience: "timeout" },
    ],
    [
      expecting({ json: degraded }),
      answer({ status: "degraded" }),
      { code: "JSON", observed: 'answers 200 with /status = "degraded"', patience: "timeout" },
    ],
    [
      expecting({ json: degraded }),
      answer({}),
      { code: "JSON", observed: "answers 200 with JSON without /status", patience: "timeout" },
    ],
    [
      expecting({ json: degraded }),
      answer({}, { body: "", headers: {} }),
      { code: "JSON", observed: "answers 200 with an empty body, not JSON", patience: "timeout" },
    ],
    [
      expecting({ headers: [parseHeaderExpectation("X-A: b")] }),
      answer({}, { headers: { "x-a": "c" } }),
      { code: "HEADER", observed: "answers 200 with x-a: c", patience: "timeout" },
    ],
    [
      expecting({ headers: [parseHeaderExpectation("X-A: b")] }),
      answer({}),
      { code: "HEADER", observed: "answers 200 without that header", patience: "timeout" },
    ],
  ];

  test.each(cases.map((one) => [one[2].observed, ...one] as const))("%s", (_, expectations, observation, failed) => {
    expect(assess(observation, expectations)).toMatchObject({ kind: "failed", ...failed });
  });

  test("names the old version before anything else that it does differently", () => {
    const expectations = expecting({ version: "1.4.0", json: degraded });
    expect(assess(answer({ version: "1.3.0", status: "degraded" }), expectations)).toMatchObject({ code: "VERSION" });
  });

  test("still tells the version when its status is bad", () => {
    expect(assess(answer({ version: "1.3.0" }, { status: 503 }), BASE)).toMatchObject({ version: "1.3.0" });
  });

  test("does not show the value of a member that is named like a secret", () => {
    const expectations = expecting({ json: [parseJsonExpectation("/db/password = x")] });
    const assessment = assess(answer({ db: { password: "hunter22" } }), expectations);
    expect(JSON.stringify(assessment)).not.toContain("hunter22");
  });

  test("keeps a version on one line and short", () => {
    const assessment = assess(answer({ version: `1\n::error::${"x".repeat(500)}` }), BASE);
    expect(assessment.version).toMatch(/^1 ::error::x+…$/);
    expect(assessment.version).toHaveLength(128);
  });
});

describe("no answer", () => {
  test.each<[Seen, string, string]>([
    [{ kind: "refused" }, "REFUSED", "timeout"],
    [{ kind: "timed-out", phase: "connecting", afterMs: 5000 }, "NO_ANSWER", "timeout"],
    [{ kind: "timed-out", phase: "waiting", afterMs: 5001 }, "NO_ANSWER", "timeout"],
    [{ kind: "tls", code: "CERT_HAS_EXPIRED", message: "certificate has expired" }, "TLS", "timeout"],
    [{ kind: "dns", code: "ENOTFOUND" }, "DNS", "timeout"],
    [{ kind: "forbidden", message: "metadata.internal leads to 169.254.169.254" }, "ADDRESS", "none"],
    [{ kind: "too-large", status: 200, maxBytes: 1_048_576 }, "ANSWER", "timeout"],
    [{ kind: "broken", code: "ECONNRESET", message: "socket hang up" }, "NO_ANSWER", "timeout"],
  ])("%j is %s with patience %s", (observation, code, patience) => {
    expect(assess(observation, BASE)).toMatchObject({ kind: "failed", code, patience });
  });

  test("in time is the same state however many milliseconds it took", () => {
    const after = (afterMs: number) => assess({ kind: "timed-out", phase: "waiting", afterMs }, BASE).observed;
    expect(after(5000)).toBe(after(5003));
  });
});
