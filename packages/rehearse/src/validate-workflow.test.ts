import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { validateWorkflow } from "./validate-workflow.ts";

const OWN = { fullName: "owner/fairway", root: join(import.meta.dirname, "fixtures") };

const GOOD = `name: Good
on: { workflow_call: { inputs: { word: { type: string } } } }
permissions: {}
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - uses: third/party@0123456789012345678901234567890123456789 # v1
      - id: echo
        uses: $/actions/echo-inputs
        with:
          message: \${{ inputs.word }}
`;

describe("validateWorkflow", () => {
  test("is content with a good workflow, third-party actions unseen", async () => {
    expect(await validateWorkflow("good.yml", GOOD, OWN)).toEqual([]);
  });

  test.each([
    ["an unknown input", GOOD.replace("message:", "massage:"), "massage"],
    ["a missing required input", GOOD.replace("message:", "token:"), "Missing required input `message`"],
    ["an unknown context", GOOD.replace("inputs.word", "input.word"), "Unrecognized named-value: 'input'"],
    [
      "an input that the workflow does not declare",
      GOOD.replace("inputs.word", "inputs.ward"),
      "Context access might be invalid: ward",
    ],
    ["an unknown function", GOOD.replace("inputs.word", "toJsin(inputs)"), "Unrecognized function: 'toJsin'"],
    [
      "an action that is not there",
      GOOD.replace("actions/echo-inputs", "actions/echo"),
      "Unable to resolve action `owner/fairway/actions/echo@v0`",
    ],
    [
      "the outputs of a step that has not run yet",
      GOOD.replace("inputs.word", "steps.echo.outputs.sad"),
      "Context access might be invalid: echo",
    ],
  ])("complains about %s", async (_what, text, complaint) => {
    expect((await validateWorkflow("bad.yml", text, OWN)).join("\n")).toContain(complaint);
  });
});
