import { FairwayError, parseInputs, type CommitSha } from "@fairway/domain";

import type { HolderLife } from "../decide-turn.ts";
import { fields, type CheckConcurrentInputs } from "../inputs.ts";
import { acquireLease, releaseLease } from "../lease.ts";
import type { CheckConcurrentPorts, LeaseCommit, RefWrite } from "../ports.ts";
import { contenderNamed, noRuns, quietPorts } from "./contenders.ts";
import type { Answer, Call, Program } from "./replayed-program.ts";

/** One job that contends: `run/attempt`. */
export type ContenderName = `${number}/${number}`;

export type Ask = <T extends Answer>(call: Call) => Promise<T>;
type Ports = CheckConcurrentPorts;

export const inputs = leaseInputs();

/** The shipped acquireLease as a program; `change` wraps its ports, for protocols that are wrong on purpose. */
export function acquiring(name: ContenderName, change: (ports: Ports, ask: Ask) => Ports = (ports) => ports): Program {
  return async (ask) => {
    try {
      return (await acquireLease(inputs, change(portsOf(name, ask), ask))).kind;
    } catch (error) {
      if (error instanceof FairwayError && error.code === "LEASE_UNDECIDED") return "undecided";
      throw error;
    }
  };
}

/** The shipped releaseLease as a program. */
export function releasing(name: ContenderName): Program {
  return async (ask) => {
    try {
      return await releaseLease(inputs, portsOf(name, ask));
    } catch (error) {
      if (error instanceof FairwayError && error.code === "LEASE_UNDECIDED") return "undecided";
      throw error;
    }
  };
}

function portsOf(name: ContenderName, ask: Ask): Ports {
  const quiet = quietPorts();
  // Every record of a contender has a time of its own, so that it is told from an earlier one that was not placed.
  let told = 0;
  return {
    ...quiet,
    clock: { ...quiet.clock, now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * (told += 1)) },
    me: contenderNamed(name),
    runList: noRuns,
    refs: {
      read: () => ask<LeaseCommit | undefined>({ kind: "read" }),
      append: (message, parent) => ask<CommitSha>({ kind: "append", message, parent: parent?.sha }),
      create: (_ref, sha) => ask<RefWrite>({ kind: "create", sha }),
      advance: (_ref, sha) => ask<RefWrite>({ kind: "advance", sha }),
    },
    runs: {
      lifeOfAttempt: (run, attempt) => ask<HolderLife>({ kind: "life", of: `${run}/${attempt}` }),
      lifeOfJob: () => Promise.reject(new Error("these leases are scoped to runs")),
    },
  };
}

function leaseInputs(): CheckConcurrentInputs {
  const verdict = parseInputs(fields, {
    environment: "staging",
    mode: "acquire",
    scope: "run",
    strategy: "lease",
    "ref-prefix": "refs/fairway/lock",
    "github-token": "token-123",
  });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}
