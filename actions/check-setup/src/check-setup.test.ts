import { expect, test } from "@jest/globals";
import { parseInputs } from "@fairway/domain";
import { fields } from "./inputs.ts";
test("x", () => {
  expect(parseInputs(fields, {}).kind).toBe("invalid");
});
