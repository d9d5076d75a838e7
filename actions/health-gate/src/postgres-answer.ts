import { advise } from "./advise.ts";
import type { Failed, Passed } from "./assessment.ts";
import type { Seen } from "./ports.ts";
import { excerpt } from "./redact.ts";

/**
 * Classes of SQLSTATE with which a server says that it takes nobody now: no resources (too many connections), operator
 * intervention (starting up, shutting down), system and internal errors. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const NOT_READY = ["53", "57", "58", "XX"];

/**
 * Holds the first word of a PostgreSQL server against readiness. A server that asks for a login, or refuses this one for
 * what it is (an unknown user, no entry in pg_hba.conf, TLS wanted), takes connections: pg_isready has the same rule. It
 * differs in that a server without free connections, or with a defect, is not ready here.
 */
export function assessPostgres(seen: Extract<Seen, { kind: "login-asked" | "login-refused" }>): Passed | Failed {
  const passed = { kind: "passed", tookMs: seen.tookMs, version: undefined } as const;
  if (seen.kind === "login-asked")
    return { ...passed, observed: `accepts PostgreSQL connections${login(seen.method)}` };
  const { sqlState } = seen;
  if (!NOT_READY.includes(sqlState.slice(0, 2)))
    return { ...passed, observed: `accepts PostgreSQL connections (and refuses this one with ${sqlState})` };
  return {
    kind: "failed",
    code: "DATABASE",
    expected: "a PostgreSQL server that accepts connections",
    observed: `turns connections away with ${sqlState}: ${excerpt(seen.message)}`,
    excerpt: "",
    patience: "timeout",
    nextStep: advise("DATABASE", seen),
    version: undefined,
  };
}

function login(method: string): string {
  return method === "none" ? " (without authentication)" : ` (authentication: ${method})`;
}
