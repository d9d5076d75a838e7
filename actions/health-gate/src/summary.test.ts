import { describe, expect, test } from "@jest/globals";
import { upstream, parseJsonPointer } from "@fairway/domain";

import { assess } from "./assess.ts";
import { NO_HISTORY } from "./history.ts";
import { renderSummary } from "./summary.ts";
import { parseTarget } from "./target.ts";
import { answer } from "./testing/observations.ts";
import { createTrack, observe } from "./track.ts";

const expectations = {
  statuses: [{ from: 200, to: 200 }],
  headers: [],
  json: [],
  version: "1.4.0",
  versionPointer: parseJsonPointer("/version"),
};

function summary(version: string): string {
  const seen = [version, "1.4.0", version, version];
  const start = createTrack(parseTarget("https://shop.example/ready"));
  const track = seen.reduce(
    (current, one, index) => observe(current, assess(answer({ version: one }), expectations), index * 1000),
    start,
  );
  return renderSummary({
    outputs: {
      "ready-after-ms": "",
      attempts: "4",
      "observed-version": version,
      "error-rate": "",
      "p95-ms": "",
      reason: `answers with ${version}`,
      outcome: "timed-out",
    },
    failure: upstream("NOT_HEALTHY_IN_TIME", `reason\nexpected: version 1.4.0\nanswer: ${version}`, {
      nextStep: "Look.",
    }),
    wait: { verdict: { kind: "expired", track }, tracks: [track], mixes: new Map(), history: NO_HISTORY, usedMs: 3000 },
  });
}

describe("the job summary", () => {
  test("gives the verdict, the next step and the evidence", () => {
    expect(summary("1.3.0")).toBe(`### Health gate: timed-out

answers with 1.3.0

**Next:** Look.

- expected: version 1.4.0
- answer: 1.3.0
`);
  });

  test("is not changed by markup that an application answers", () => {
    const text = summary("<img src=x>|[a](https://evil.example)`");
    expect(text).not.toMatch(/<img|[^\\]\[a\]|[^\\]`<|x>\|/);
  });
});
