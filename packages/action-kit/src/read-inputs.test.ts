import { choice, flag, optional, text } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { readInputs } from "./read-inputs.ts";

const action = { name: "sample", fields: { "dry-run": flag(), mode: choice("a", "b"), note: optional(text()) } };

describe("the inputs of a step", () => {
  test("are read from the runner's variables", () => {
    const environment = { "INPUT_DRY-RUN": "true", INPUT_MODE: " b ", PATH: "/bin", INPUT_NOTE: "" };
    expect(readInputs(action, environment)).toEqual({ dryRun: true, mode: "b", note: undefined });
  });

  test("are refused in one report that names every bad one and every unknown one", () => {
    const environment = { "INPUT_DRY-RUN": "maybe", INPUT_MOD: "a" };
    expect(() => readInputs(action, environment)).toThrow(
      [
        "3 inputs of sample refused; nothing was done.",
        '- dry-run: "maybe" is not true or false',
        "- mode: is required and was empty",
        "- mod: is not an input of this action; did you mean mode?",
      ].join("\n"),
    );
  });

  test("are checked against each other once each is valid", () => {
    const check = () => [{ input: "note", message: "contradicts mode" }];
    expect(() => readInputs({ ...action, check }, { "INPUT_DRY-RUN": "true", INPUT_MODE: "a" })).toThrow(
      "note: contradicts mode",
    );
  });
});
