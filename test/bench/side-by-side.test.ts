import { expect, test } from "@jest/globals";
import { measureSections } from "./side-by-side.ts";

test("a section that there is not is refused with the names of those there are", async () => {
  await expect(measureSections(["no-such-section"])).rejects.toThrow("There is no section no-such-section. There are");
});
