import { configuration, upstream, type CommitSha } from "@fairway/domain";

import { decideTurn, type HolderLife, type Turn } from "./decide-turn.ts";
import type { CheckConcurrentInputs } from "./inputs.ts";
import { leaseRef, parseLeaseRecord, renderLeaseRecord, type LeaseRecord } from "./lease-record.ts";
import type { CheckConcurrentPorts, LeaseCommit, RefWrite } from "./ports.ts";

export type LeaseVerdict =
  | { readonly kind: "acquired"; readonly token: CommitSha }
  | { readonly kind: "rejected"; readonly holder: LeaseRecord };

const ATTEMPTS = 4;
const BASE_PAUSE_MS = 300;
/** Where leases can live on a server that refuses refs outside of branches and tags. */
const BRANCH_PREFIX = "refs/heads/fairway-lock";

/**
 * Takes the lease, or says who has it. The ref only ever moves forward by compare-and-swap: of all contenders that read
 * the same record, exactly one can append to it. A lost answer is resolved by writing the same again (`confirm`), never by
 * reading, because a read may be older than the write.
 */
export async function acquireLease(inputs: CheckConcurrentInputs, ports: CheckConcurrentPorts): Promise<LeaseVerdict> {
  const ref = leaseRef(inputs.refPrefix, inputs.environment);
  let denial: string | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { current, turn } = await readTurn(ref, ports);
    if (turn.kind === "reject") return { kind: "rejected", holder: turn.holder };
    if (turn.takesOverFrom !== undefined) ports.log.info(`taking over from ${turn.takesOverFrom.url}, which has ended`);
    const token = await ports.refs.append(renderLeaseRecord(newRecord("held", inputs, ports)), current);
    const placed = await place(ref, token, current, ports);
    if (placed.kind === "written") return { kind: "acquired", token };
    if (placed.kind === "denied" && placed.reason === denial) break;
    denial = placed.kind === "denied" ? placed.reason : undefined;
    await ports.clock.sleep(ports.random() * BASE_PAUSE_MS * 2 ** (attempt - 1), ports.signal);
  }
  throw denial === undefined ? undecided(inputs.environment) : denied(ref, denial, inputs);
}

/** Says whether the lease could be had now. Nothing is written. */
export async function checkLease(
  inputs: CheckConcurrentInputs,
  ports: CheckConcurrentPorts,
): Promise<LeaseRecord | undefined> {
  const { turn } = await readTurn(leaseRef(inputs.refPrefix, inputs.environment), ports);
  return turn.kind === "reject" ? turn.holder : undefined;
}

/**
 * Gives back the lease that this run holds, or does nothing when it holds none. With a token, only that very record is
 * followed: a lease that somebody took over since is left alone.
 */
export async function releaseLease(
  inputs: CheckConcurrentInputs,
  ports: CheckConcurrentPorts,
  token?: string,
): Promise<"released" | "not-held"> {
  const ref = leaseRef(inputs.refPrefix, inputs.environment);
  const current = await ports.refs.read(ref);
  const record = current === undefined ? undefined : parseLeaseRecord(current.message);
  const ours = record?.state === "held" && (token === undefined ? record.run === ports.me.run : current?.sha === token);
  if (!ours) return "not-held";
  const freed = await ports.refs.append(renderLeaseRecord(newRecord("free", inputs, ports)), current);
  const placed = await place(ref, freed, current, ports);
  if (placed.kind === "denied") throw denied(ref, placed.reason, inputs);
  // A lost race means that somebody followed our record: then it is theirs to give back.
  return placed.kind === "written" ? "released" : "not-held";
}

async function readTurn(
  ref: string,
  ports: CheckConcurrentPorts,
): Promise<{ current: LeaseCommit | undefined; turn: Turn }> {
  const current = await ports.refs.read(ref);
  if (current === undefined) return { current, turn: decideTurn(undefined, ports.me, undefined) };
  const record = parseLeaseRecord(current.message);
  if (record === undefined) throw foreignRecord(ref, current.sha);
  const first = decideTurn(record, ports.me, undefined);
  if (first.kind !== "reject") return { current, turn: first };
  return { current, turn: decideTurn(record, ports.me, await lifeOf(record, ports)) };
}

async function lifeOf(holder: LeaseRecord, { runs, log }: CheckConcurrentPorts): Promise<HolderLife> {
  const life = await (holder.scope === "job"
    ? runs.lifeOfJob(holder.job)
    : runs.lifeOfAttempt(holder.run, holder.attempt));
  if (life === "unknown")
    log.notice(
      `GitHub does not say whether ${holder.url} still runs, so it counts as running; the token needs "actions: read"`,
    );
  return life;
}

/**
 * Moves the ref to our record. Any answer but `written` is confirmed by writing the same again: that succeeds only when the
 * ref is, or can be, at our record. What the first write was refused for is kept, because a confirmation is refused too.
 */
async function place(
  ref: string,
  token: CommitSha,
  current: LeaseCommit | undefined,
  ports: CheckConcurrentPorts,
): Promise<RefWrite> {
  const first = await (current === undefined ? ports.refs.create(ref, token) : ports.refs.advance(ref, token));
  if (first.kind === "written") return first;
  for (let confirmation = 1; confirmation <= ATTEMPTS; confirmation += 1) {
    const again = await ports.refs.advance(ref, token);
    if (again.kind === "written") return again;
    if (again.kind !== "unknown") return first.kind === "denied" ? first : again;
    await ports.clock.sleep(BASE_PAUSE_MS * confirmation, ports.signal);
  }
  throw undecided(ref);
}

function newRecord(
  state: LeaseRecord["state"],
  inputs: CheckConcurrentInputs,
  { me, clock }: CheckConcurrentPorts,
): LeaseRecord {
  return {
    version: 1,
    environment: inputs.environment,
    state,
    scope: inputs.scope,
    ...me,
    at: clock.now().toISOString(),
  };
}

function undecided(what: string): Error {
  return upstream(
    "LEASE_UNDECIDED",
    `It could not be decided who holds the lease of ${what}: GitHub's answers kept failing or changing`,
    {
      nextStep: "Run the job again; the lease is safe, and nothing was deployed.",
    },
  );
}

function denied(ref: string, reason: string, { refPrefix, environment }: CheckConcurrentInputs): Error {
  const nextStep = refPrefix.startsWith("refs/heads/")
    ? `Exempt ${refPrefix}/** from the rules that refuse it, or choose another ref-prefix.`
    : `If this server takes only branches and tags, set ref-prefix: ${BRANCH_PREFIX} in every workflow that deploys to ${environment}.`;
  return configuration("REF_DENIED", `GitHub does not let the lease's ref ${ref} be written: ${reason}`, nextStep);
}

function foreignRecord(ref: string, sha: string): Error {
  return upstream("FOREIGN_LEASE", `${ref} points at ${sha}, which is no lease record of Fairway`, {
    nextStep: "Choose another ref-prefix, or delete that ref if nothing else uses it.",
  });
}
