import { describe, expect, test } from "@jest/globals";

import {
  choice,
  decimal,
  flag,
  integer,
  items,
  lines,
  optional,
  parsedBy,
  parseInputs,
  secret,
  text,
  token,
} from "./inputs.ts";
import { parseVersion } from "./version.ts";

const fields = {
  version: parsedBy(parseVersion),
  "dry-run": flag(),
  mode: choice("acquire", "check"),
  "timeout-seconds": integer(1, 60),
  "max-error-rate": optional(decimal(0, 1)),
  tags: optional(items(text())),
  urls: optional(lines(text())),
};

const good = { version: "1.0.0", "dry-run": "true", mode: "check", "timeout-seconds": "5" };

function endingWith(text: string): RegExp {
  return new RegExp(`${text.replaceAll("?", "[?]")}$`);
}

describe("inputs", () => {
  test("become typed values under camel-case names", () => {
    const verdict = parseInputs(fields, { ...good, tags: "a, b\nc", urls: "x,y\n\n z ", "max-error-rate": "0.05" });
    expect(verdict).toEqual({
      kind: "valid",
      inputs: {
        version: "1.0.0",
        dryRun: true,
        mode: "check",
        timeoutSeconds: 5,
        maxErrorRate: 0.05,
        tags: ["a", "b", "c"],
        urls: ["x,y", "z"],
      },
    });
  });

  test("are all reported when several are bad", () => {
    const verdict = parseInputs(fields, { version: "v1", "dry-run": "yes", mode: "aquire", "timeout-seconds": "" });
    expect(verdict).toMatchObject({
      kind: "invalid",
      problems: [{ input: "version" }, { input: "dry-run" }, { input: "mode" }, { input: "timeout-seconds" }],
    });
  });

  test.each([
    ["timeout-seconds", "61", "from 1 to 60"],
    ["timeout-seconds", "1e1", "from 1 to 60"],
    ["timeout-seconds", "-1", "from 1 to 60"],
    ["mode", "constructor", "acquire, check"],
    ["dry-run", "__proto__", "true or false"],
    ["tags", "a\na", "twice"],
    ["version", "1.0.0\n2.0.0", "not a version"],
  ])("%s: %j is refused and the rule named", (name, value, rule) => {
    const verdict = parseInputs(fields, { ...good, [name]: value });
    expect(verdict).toMatchObject({
      kind: "invalid",
      problems: [{ input: name, message: expect.stringContaining(rule) }],
    });
  });

  test.each([
    ["mode", "aquire", '"aquire" is not one of acquire, check; did you mean acquire?'],
    ["mode", "Check", "; did you mean check?"],
    ["mode", "release", '"release" is not one of acquire, check'],
    ["dry-run", "ture", '"ture" is not true or false; did you mean true?'],
    ["dry-run", "flase", "; did you mean false?"],
    ["dry-run", "yes", "; did you mean true?"],
    ["dry-run", "Off", "; did you mean false?"],
    ["dry-run", "maybe", '"maybe" is not true or false'],
  ])("%s: %s is refused with the nearest word, where one is near", (name, value, message) => {
    const verdict = parseInputs(fields, { ...good, [name]: value });
    expect(verdict).toMatchObject({ problems: [{ input: name, message: expect.stringMatching(endingWith(message)) }] });
  });

  test("never repeat a secret", () => {
    const verdict = parseInputs({ token: secret() }, { token: "abc\ndef" });
    expect(JSON.stringify(verdict)).not.toContain("abc");
  });

  test.each(["gh token", "gh\u202etoken", "${{ secrets.TOKEN }}", "tok\u00e9n", "a\nb", "x".repeat(8193)])(
    "take no token that no header can hold, and do not repeat it: %.20j",
    (value) => {
      const verdict = parseInputs({ token: token() }, { token: value });
      expect(verdict).toMatchObject({ problems: [{ input: "token" }] });
      expect(JSON.stringify(verdict)).not.toContain(value.slice(0, 4));
      expect(parseInputs({ password: secret() }, { password: value }).kind).toBe(
        value.includes("\n") || value.length > 8192 ? "invalid" : "valid",
      );
    },
  );

  test("name the length of a secret that no server would take", () => {
    const verdict = parseInputs({ token: secret() }, { token: "x".repeat(8193) });
    expect(verdict).toMatchObject({
      problems: [{ input: "token", message: "has 8193 characters, at most 8192 are allowed" }],
    });
  });

  test("cut a long value in the report", () => {
    const verdict = parseInputs({ mode: choice("a") }, { mode: "x".repeat(100_000) });
    expect(JSON.stringify(verdict).length).toBeLessThan(300);
  });
});
