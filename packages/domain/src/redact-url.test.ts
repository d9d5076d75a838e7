import { expect, test } from "@jest/globals";

import { redactUrl } from "./redact-url.ts";

test.each([
  ["https://shop.example/ready", "https://shop.example/ready"],
  ["https://ann:hunter22@shop.example/ready", "https://…@shop.example/ready"],
  ["https://ann:a@b?hunter22@shop.example/", "https://…@shop.example/"],
  ["https://ann:\nhunter22@shop.example/", "https://…@shop.example/"],
  ["https://shop.example/ready?key=hunter22", "https://shop.example/ready"],
  ["https://shop.example/ready#hunter22", "https://shop.example/ready"],
  ["no URL at all", "no URL at all"],
  ["", ""],
  [`https://shop.example/${"a".repeat(200)}`, `https://shop.example/${"a".repeat(79)}`],
])("%j is shown as %j", (text, shown) => {
  expect(redactUrl(text)).toBe(shown);
});
