import { describe, expect, test } from "@jest/globals";

import { excerpt } from "./redact.ts";

describe("an excerpt of an answer", () => {
  test.each([
    ['{"db":"postgres://app:hunter22@db:5432/shop"}', '{"db":"postgres://***@db:5432/shop"}'],
    ['{"db_password": "hunter22", "ok": true}', '{"db_password": "***", "ok": true}'],
    ['{"apiKey":"hunter22"}', '{"apiKey":"***"}'],
    ['{"token":12345,"n":1}', '{"token":"***","n":1}'],
    ['{"secret":"hunt\\"er22"}', '{"secret":"***"}'],
    ["JWT_SECRET=hunter22 PORT=1", "JWT_SECRET=*** PORT=1"],
    ["Authorization: Bearer abcdefghijklmnop", "Authorization: *** ***"],
    ["sent bearer abcdefghijklmnop", "sent bearer ***"],
    ["see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln now", "see *** now"],
    ["ghp_abcdefghijklmnopqrstuvwxyz", "***"],
  ])("of %s is %s", (text, shown) => {
    expect(excerpt(text)).toBe(shown);
  });

  test("keeps what health endpoints say", () => {
    const text = '{"status":"healthy","version":"v1.0.0-abc1234","database":"connected","migrations":"up-to-date"}';
    expect(excerpt(text)).toBe(text);
  });

  test("is one line without control characters", () => {
    expect(excerpt("a\r\n::error::b\u001b[31m\u202ec\u2028d")).toBe("a ::error::b[31mc d");
  });

  test("is cut at its length", () => {
    expect(excerpt("x".repeat(300))).toBe(`${"x".repeat(199)}…`);
  });

  test("finds a secret that begins before the cut and ends after it", () => {
    const shown = excerpt(`{"pad":"${"x".repeat(170)}","password":"${"hunter22".repeat(10)}"}`);
    expect(shown).not.toContain("hunter");
  });

  test.each([["password"], ["a-"], ['"a'], ["eyJaaaaaaaaaaa."], ["a://"], ["token=token"]])(
    "of a megabyte of %s takes no time worth speaking of",
    (piece) => {
      const text = piece.repeat((1024 * 1024) / piece.length);
      const started = performance.now();
      for (let count = 0; count < 10; count += 1) excerpt(text);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});
