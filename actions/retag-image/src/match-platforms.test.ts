import { expect, test } from "@jest/globals";

import { missingPlatforms } from "./match-platforms.ts";

test.each([
  [["linux/amd64"], ["linux/amd64", "linux/arm64"], []],
  [["linux/arm64"], ["linux/arm64/v8"], []],
  [["linux/arm64/v8"], ["linux/arm64"], []],
  [["linux/arm"], ["linux/arm/v7"], []],
  [["linux/arm/v6"], ["linux/arm/v7"], ["linux/arm/v6"]],
  [["linux/arm"], ["linux/arm64"], ["linux/arm"]],
  [["linux/amd64", "linux/s390x"], ["linux/amd64"], ["linux/s390x"]],
  [["windows/amd64"], [], ["windows/amd64"]],
])("of %j, with %j there, %j are missing", (required, available, missing) => {
  expect(missingPlatforms(required, available)).toEqual(missing);
});
