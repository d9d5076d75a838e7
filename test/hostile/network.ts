import { QUICK, LOCAL } from "./remote-text.ts";
import type { Passage, Treatment } from "../support/fault-proxy.ts";
import { ENTRIES } from "./entries.ts";
import { performOnce } from "./perform.ts";
import type { HostileCase } from "./run-cases.ts";
import { openPassage } from "./scenes.ts";

const PASS: Treatment = { kind: "pass" };

const limit = (status: number, after: string): Treatment => ({
  kind: "answer",
  answer: {
    status,
    headers: { "retry-after": after, "content-type": "application/json" },
    body: Buffer.from('{"message":"slow down"}'),
  },
});

/** Faults that are over at once, or that an action must give up on soon. */
const FAULTS: Readonly<Record<string, () => Treatment>> = {
  "a reset": () => ({ kind: "reset" }),
  "an answer cut after 0 bytes": () => ({ kind: "cut", at: 0 }),
  "an answer cut after 1 byte": () => ({ kind: "cut", at: 1 }),
  "an answer cut after 40 bytes": () => ({ kind: "cut", at: 40 }),
  "a NUL for the first byte": () => ({ kind: "spoil", at: 0 }),
  "a length that is too large": () => ({ kind: "misstate", by: 10 }),
  "a length that is too small": () => ({ kind: "misstate", by: -10 }),
  "429 for a second": () => limit(429, "1"),
  "503 until a date": () => limit(503, new Date(Date.now() + 1500).toUTCString()),
  "429 for an hour": () => limit(429, "3600"),
  "an empty 200": () => ({ kind: "answer", answer: { status: 200 } }),
  "200 with null": () => ({
    kind: "answer",
    answer: { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from("null") },
  }),
  "200 with an empty list": () => ({
    kind: "answer",
    answer: { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from("[]") },
  }),
  "200 with an empty object": () => ({
    kind: "answer",
    answer: { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from("{}") },
  }),
};

/** A fault meets the first request, or all from the second on, by turns: whatever comes of it, green is only what is true. */
export function networkCases(actions: readonly string[]): HostileCase[] {
  return remoteOnly(actions).flatMap((action, turn) =>
    Object.entries(FAULTS).map(([fault, treatment], index) =>
      (turn + index) % 2 === 0
        ? networkCase(action, `${fault} at request 1`, () => openPassage((at) => (at.index === 1 ? treatment() : PASS)))
        : networkCase(action, `${fault} from request 2`, () =>
            openPassage((at) => (at.index < 2 ? PASS : treatment())),
          ),
    ),
  );
}

/**
 * A server that says nothing, or next to nothing, is waited for as long as one request may take; nothing else goes on
 * meanwhile.
 */
export function patienceCases(actions: readonly string[]): HostileCase[] {
  return remoteOnly(actions).flatMap((action) =>
    (["hang", "drip"] as const).map((kind) =>
      networkCase(action, `a ${kind} at request 1`, () => openPassage(({ index }) => (index === 1 ? { kind } : PASS))),
    ),
  );
}

function networkCase(action: string, fault: string, passage: () => Passage): HostileCase {
  return {
    action,
    fault,
    run: async () => [
      ...(await performOnce(action, { passage: passage(), inputs: QUICK[action] ?? {}, deadlineMs: 60_000 }))
        .observations,
    ],
  };
}

function remoteOnly(actions: readonly string[]): readonly string[] {
  return actions.filter((action) => ENTRIES[action] !== undefined && !LOCAL.has(action));
}
