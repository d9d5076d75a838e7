import { describe, expect, test } from "@jest/globals";

import { assessPostgres } from "./postgres-answer.ts";

function refusedWith(sqlState: string, message = "no") {
  return assessPostgres({ kind: "login-refused", sqlState, message, tookMs: 4 });
}

describe("a PostgreSQL server is ready", () => {
  test.each([
    ["SASL", "accepts PostgreSQL connections (authentication: SASL)"],
    ["none", "accepts PostgreSQL connections (without authentication)"],
  ])("when it answers with authentication %s", (method, observed) => {
    expect(assessPostgres({ kind: "login-asked", method, tookMs: 4 })).toEqual({
      kind: "passed",
      observed,
      tookMs: 4,
      version: undefined,
    });
  });

  test.each([
    ["28000", "the user is unknown, or pg_hba.conf has no entry"],
    ["28P01", "the password is wrong"],
    ["3D000", "the database is unknown"],
    ["08P01", "a pooler knows no such database"],
  ])("when it refuses this login with %s: %s", (sqlState) => {
    expect(refusedWith(sqlState)).toMatchObject({ kind: "passed", observed: expect.stringContaining(sqlState) });
  });
});

describe("a PostgreSQL server is not ready", () => {
  test.each([
    ["57P03", "the database system is starting up"],
    ["57P01", "terminating connection due to administrator command"],
    ["53300", "sorry, too many clients already"],
    ["58000", "could not open file"],
    ["XX000", "cache lookup failed"],
  ])("when it says %s: %s", (sqlState, message) => {
    expect(refusedWith(sqlState, message)).toMatchObject({
      kind: "failed",
      code: "DATABASE",
      patience: "timeout",
      observed: `turns connections away with ${sqlState}: ${message}`,
    });
  });
});
