import { expect, test } from "@jest/globals";

import { fields } from "./inputs.ts";

test("refuses a manifest outside of the workspace", () => {
  expect(fields.manifest.parse("../package.yml").kind).toBe("refused");
});
