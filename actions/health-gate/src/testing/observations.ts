import type { Observation } from "../ports.ts";

type Answer = Extract<Observation, { kind: "answer" }>;

/** A JSON answer as health endpoints give it. */
export function answer(body: unknown, overrides: Partial<Answer> = {}): Answer {
  const headers = { "content-type": "application/json" };
  return { kind: "answer", status: 200, headers, body: JSON.stringify(body), tookMs: 5, ...overrides };
}

export const REFUSED: Observation = { kind: "refused" };
export const STARTING: Observation = answer({ status: "starting" }, { status: 503 });
