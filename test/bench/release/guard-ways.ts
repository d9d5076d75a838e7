import type { BenchWorld } from "./bench-world.ts";
import { runAction, runProgram, type Round, type Way } from "./way.ts";

const REPOSITORY = "github.localhost/acme/shop";

/** Ways to let one deployment through at a time. */
export const GUARD_WAYS: readonly Way[] = [
  {
    name: "Fairway check-concurrent, the first lease",
    remark: "exactly one passes; a holder whose run has ended is taken over",
    run: acquire,
    verify: requireLease,
  },
  {
    name: "Fairway check-concurrent, a lease that is free again",
    remark: "the same, and the usual case",
    prepare: async (world, round) => {
      await acquire(world, round);
      await check(world, round, { mode: "release", outcome: "released" });
    },
    run: acquire,
    verify: requireLease,
  },
  {
    name: "Fairway check-concurrent, rejected",
    remark: "names the holder, since when, and the link",
    prepare: async (world, round) => {
      await acquire(world, { ...round, run: world.startRun() });
    },
    run: (world, round) => check(world, round, { mode: "acquire", outcome: "rejected" }),
    verify: requireLease,
  },
  {
    name: "gh run list",
    program: "gh",
    remark: "two that start at once can both pass; lists lag",
    run: async (world, { run }) => {
      const { output, milliseconds } = await runProgram(world, "gh", [
        "run",
        "list",
        "--repo",
        REPOSITORY,
        "--workflow",
        "staging.yml",
        "--json",
        "databaseId,status",
        "--jq",
        '.[] | select(.status != "completed") | .databaseId',
      ]);
      if (!output.split("\n").includes(String(run.id)))
        throw new Error(`gh run list did not see its own run: ${output}`);
      return milliseconds;
    },
    // It changes nothing: what it saw was looked at above.
    verify: () => undefined,
  },
  {
    name: "gh api, a ref as a lock",
    program: "gh",
    remark: "exactly one passes; a crashed holder stays until somebody deletes the ref",
    run: async (world, { label }) => {
      const { milliseconds } = await runProgram(world, "gh", [
        "api",
        "--hostname",
        "github.localhost",
        "repos/acme/shop/git/refs",
        "--field",
        `ref=${lockOf(label)}`,
        "--field",
        `sha=${world.commit}`,
      ]);
      return milliseconds;
    },
    verify: requireLock,
  },
  {
    name: "curl, a ref as a lock",
    program: "curl",
    remark: "as above",
    run: async (world, { label }) => {
      const { milliseconds } = await runProgram(world, "curl", [
        "--fail",
        "--silent",
        "--show-error",
        "--header",
        `Authorization: Bearer ${world.token}`,
        "--data",
        JSON.stringify({ ref: lockOf(label), sha: world.commit }),
        `${world.gate.url}/repos/acme/shop/git/refs`,
      ]);
      return milliseconds;
    },
    verify: requireLock,
  },
];

function acquire(world: BenchWorld, round: Round): Promise<number> {
  return check(world, round, { mode: "acquire", outcome: "acquired" });
}

async function check(
  world: BenchWorld,
  { label, run }: Round,
  wanted: { mode: string; outcome: string },
): Promise<number> {
  const inputs = { environment: label, mode: wanted.mode };
  const { outcome, milliseconds } = await runAction(world, run, { action: "check-concurrent", inputs });
  if (outcome !== wanted.outcome) throw new Error(`check-concurrent ended with ${outcome}, not ${wanted.outcome}`);
  return milliseconds;
}

function requireLease({ repository }: BenchWorld, { label }: Round): void {
  if (!repository.refs.has(`refs/fairway/lock/${label}`)) throw new Error(`there is no lease ${label}`);
}

function lockOf(label: string): string {
  return `refs/heads/lock-${label}`;
}

function requireLock({ repository }: BenchWorld, { label }: Round): void {
  if (!repository.refs.has(lockOf(label))) throw new Error(`there is no ${lockOf(label)}`);
}
