import { describe, expect, test } from "@jest/globals";
import { evaluateEmbedded } from "./embedded-text.ts";
import { evaluateExpression, isTruthy, toText, type Value } from "./evaluate.ts";
import { evaluateTemplate } from "./template.ts";

const SCOPE = {
  contexts: { inputs: { word: "abc", count: 2, loud: false }, needs: { "a-b": { outputs: { "some-tag": "v1" } } } },
  status: { success: false, failure: true, cancelled: false },
};

describe("evaluateExpression", () => {
  test.each<[string, Value]>([
    ["inputs.word == 'ABC'", true],
    ["inputs.count > 1 && 'many' || 'few'", "many"],
    ["needs.a-b.outputs.some-tag", "v1"],
    ["needs['a-b'].outputs.missing", null],
    ["inputs.nothing.at.all", null],
    ["always() && failure() && !success() && !cancelled()", true],
    ["format('{0}-{1}', inputs.word, inputs.count)", "abc-2"],
    ["fromJSON('[1, {\"a\": null}]')[1].a", null],
    ["contains('abcdef', inputs.word)", true],
    ["inputs.loud", false],
  ])("gives for %s", (expression, value) => {
    expect(evaluateExpression(expression, SCOPE)).toEqual(value);
  });

  test.each([
    ["input.word", "Unrecognized named-value: 'input'"],
    ["hashFiles('x')", "Unrecognized function: 'hashFiles'"],
    ["inputs.word ==", "Unexpected end of expression"],
  ])("refuses %s and quotes it", (expression, message) => {
    expect(() => evaluateExpression(expression, SCOPE)).toThrow(`\${{ ${expression} }} does not evaluate: ${message}`);
  });

  test("knows the status functions only where they are allowed", () => {
    expect(() => evaluateExpression("always()", { contexts: {} })).toThrow("Unrecognized function: 'always'");
  });
});

describe("isTruthy", () => {
  test.each([false, 0, -0, "", null])("takes %j for false", (value) => expect(isTruthy(value)).toBe(false));
  test.each([true, 1, "false", "0", [], {}])("takes %j for true", (value) => expect(isTruthy(value)).toBe(true));
});

test.each<[Value, string]>([
  [true, "true"],
  [null, ""],
  [1.5, "1.5"],
  ["x", "x"],
])("toText writes %j as %j", (value, text) => expect(toText(value)).toBe(text));

test("a template keeps its form and evaluates what is inside", () => {
  const word = { kind: "expression", expression: "inputs.word" } as const;
  const list = { kind: "sequence", items: [word, { kind: "literal", value: 1 }] } as const;
  expect(evaluateTemplate({ kind: "mapping", entries: [["a", list]] }, SCOPE)).toEqual({ a: ["abc", 1] });
});

describe("evaluateEmbedded", () => {
  test.each([
    ["plain", "plain"],
    ["${{ inputs.word }}", "abc"],
    ["<${{inputs.word}}|${{ inputs.count }}>", "<abc|2>"],
    ["${{ format('}}{0}', inputs.word) }}", "}abc"],
    ["${{ 'a}}b' }}", "a}}b"],
    ["${{ 'it''s }}' }}", "it's }}"],
  ])("%s", (text, value) => {
    expect(evaluateEmbedded(text, SCOPE)).toBe(value);
  });

  test("refuses an expression that does not end", () => {
    expect(() => evaluateEmbedded("${{ inputs.word }", SCOPE)).toThrow("is not closed by }}");
  });
});
