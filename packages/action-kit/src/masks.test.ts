import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { mask, maskAwsCredentials, withoutSecrets } from "./masks.ts";

/** What the runner would read. */
let said = "";
const write = process.stdout.write.bind(process.stdout);
beforeEach(() => {
  said = "";
  process.stdout.write = (chunk) => {
    said += String(chunk);
    return true;
  };
});
afterEach(() => void (process.stdout.write = write));

describe("a masked secret", () => {
  const secret = `pa55"wörd/+`;

  test.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify(secret)],
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
    ["in the login that a server repeats", Buffer.from(`ada:${secret}!`).toString("base64")],
    ["in an address", `https://example.com/?${encodeURIComponent(secret)}`],
  ])("is taken out of an output %s", (_, text) => {
    mask(secret);
    expect(withoutSecrets(text)).toContain("***");
    expect(withoutSecrets(text)).not.toContain("pa55");
  });

  test("is told to the runner", () => {
    mask(secret);
    expect(said).toContain(`::add-mask::${secret}\n`);
  });
});

describe("credentials of AWS in the environment", () => {
  test("are masked", () => {
    maskAwsCredentials({ AWS_SECRET_ACCESS_KEY: "k".repeat(40), AWS_SESSION_TOKEN: "t".repeat(300) });
    expect(said).toContain(`::add-mask::${"k".repeat(40)}\n`);
    expect(said).toContain(`::add-mask::${"t".repeat(300)}\n`);
  });

  test("that are a word of an example are left alone", () => {
    maskAwsCredentials({ AWS_SECRET_ACCESS_KEY: "example" });
    expect(said).toBe("");
  });
});
