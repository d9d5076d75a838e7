import { describe, expect, test } from "@jest/globals";
import { parseInputs } from "@fairway/domain";

import { checkInputs, fields } from "./inputs.ts";
import { INPUT_TEXTS } from "./testing/input-texts.ts";

function problems(texts: Readonly<Record<string, string>>): readonly string[] {
  const verdict = parseInputs(fields, { ...INPUT_TEXTS, ...texts });
  const found = verdict.kind === "invalid" ? verdict.problems : checkInputs(verdict.inputs);
  return found.map(({ input, message }) => `${input}: ${message}`);
}

describe("the inputs", () => {
  test("with their defaults and a URL are accepted", () => {
    expect(problems({})).toEqual([]);
  });

  test("are read into one object", () => {
    const texts = {
      url: "https://a.example/ready\n\n  tcp://db.internal:5432",
      "expect-status": "200, 204-206",
      "expect-json": "/status = healthy\n/database = connected",
      "max-p95-ms": "500",
      "soak-seconds": "5",
    };
    const verdict = parseInputs(fields, { ...INPUT_TEXTS, ...texts });
    expect(verdict).toMatchObject({
      kind: "valid",
      inputs: {
        url: [{ kind: "http" }, { kind: "tcp" }],
        expectStatus: [
          { from: 200, to: 200 },
          { from: 204, to: 206 },
        ],
        expectJson: [{ text: "healthy" }, { text: "connected" }],
        expectVersion: undefined,
        maxP95Ms: 500,
        soakSeconds: 5,
        followRedirects: false,
      },
    });
  });

  test("are all refused at once", () => {
    const texts = { url: "", "expect-status": "2xx", "timeout-seconds": "0", require: "some", "version-pointer": "v" };
    expect(problems(texts).map((problem) => problem.split(":")[0])).toEqual([
      "url",
      "expect-status",
      "version-pointer",
      "timeout-seconds",
      "require",
    ]);
  });
});

describe("an input that nothing would be checked against", () => {
  test.each(["expect-json", "expect-header", "expect-version"])("is refused: %s with TCP ports only", (input) => {
    const value = { "expect-json": "/a = b", "expect-header": "A: b", "expect-version": "1.4.0" }[input] ?? "";
    expect(problems({ url: "tcp://db.internal:5432", [input]: value })).toEqual([
      `${input}: is about an HTTP answer, and url names no http or https endpoint`,
    ]);
  });

  test.each(["max-error-rate", "max-p95-ms"])("is refused: %s without a soak", (input) => {
    expect(problems({ [input]: "1" })).toEqual([`${input}: is about the soak; give soak-seconds as well`]);
  });
});
