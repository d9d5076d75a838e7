import type { Log } from "@fairway/domain";

import type { Contender } from "../lease-record.ts";
import type { CheckConcurrentPorts, RunList } from "../ports.ts";

/** A contender by the name `run/attempt`. */
export function contenderNamed(name: string, overrides: Partial<Contender> = {}): Contender {
  const [run = "", attempt = "1"] = name.split("/");
  return {
    run,
    attempt,
    job: `job-${run}`,
    nonce: `nonce-${name}`,
    actor: "octocat",
    workflow: "Deploy",
    url: `https://github.com/acme/shop/actions/runs/${run}`,
    ...overrides,
  };
}

/** A clock that stands still and waits for nothing, no chance, and a log that nobody reads. */
export function quietPorts(): Pick<CheckConcurrentPorts, "clock" | "random" | "log" | "signal"> {
  const ignore = () => {};
  const log: Log = { debug: ignore, info: ignore, notice: ignore, warning: ignore, error: ignore, group: ignore };
  return {
    clock: { now: () => new Date("2026-01-01T00:00:00Z"), elapsedMs: () => 0, sleep: () => Promise.resolve() },
    random: () => 0.5,
    log,
    signal: new AbortController().signal,
  };
}

/** For the lease, which never lists runs. */
export const noRuns: RunList = {
  run: () => Promise.reject(new Error("the lease reads no run")),
  recentRuns: () => Promise.reject(new Error("the lease lists no runs")),
  jobsOf: () => Promise.reject(new Error("the lease lists no jobs")),
};
