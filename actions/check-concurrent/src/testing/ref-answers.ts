import type { CommitSha } from "@fairway/domain";

import type { RefWrite } from "../ports.ts";
import type { CommitStore } from "./commit-store.ts";
import type { Answer, Call } from "./replayed-program.ts";

type Tip = CommitSha | undefined;

/** One ref on a server, and how often the server may still misbehave. */
export interface RefState {
  readonly tip: Tip;
  /** Every value that the ref ever had, the tip among them, in a fixed order; a stale read answers with any of them. */
  readonly seen: readonly Tip[];
  readonly staleReads: number;
  readonly lostAnswers: number;
}

/** One way in which the server may answer, and what the ref is then. */
export interface PossibleAnswer {
  readonly label: string;
  /** Equal keys mean equal answers, whatever the server did. */
  readonly key: string;
  readonly answer: Answer;
  readonly ref: RefState;
}

export interface Server {
  readonly commits: CommitStore;
  /** Whether a move that is no fast-forward is made all the same. */
  readonly forced: boolean;
}

type RefCall = Exclude<Call, { kind: "append" | "life" }>;

/** All answers that a server with git's rules may give: the right one, older ones to reads, and lost ones to writes. */
export function answersTo(call: RefCall, ref: RefState, server: Server): readonly PossibleAnswer[] {
  return call.kind === "read" ? answersToRead(ref, server.commits) : answersToWrite(call, ref, server);
}

function answersToRead(ref: RefState, commits: CommitStore): PossibleAnswer[] {
  const reading = (label: string, tip: Tip, after: RefState): PossibleAnswer => {
    const answer = tip === undefined ? undefined : commits.read(tip);
    return { label: `${label} ${shortName(tip)}`, key: shortName(tip), answer, ref: after };
  };
  const fresh = reading("reads", ref.tip, ref);
  if (ref.staleReads === 0) return [fresh];
  const after = { ...ref, staleReads: ref.staleReads - 1 };
  const old = ref.seen.filter((tip) => tip !== ref.tip);
  return [fresh, ...old.map((tip) => reading("reads old", tip, after))];
}

function answersToWrite(call: Exclude<RefCall, { kind: "read" }>, ref: RefState, server: Server): PossibleAnswer[] {
  const wanted = call.kind === "remove" ? undefined : call.sha;
  const allowed = isAllowed(call, ref.tip, server);
  const after = allowed ? moved(ref, wanted) : ref;
  const answering = (told: string, answer: RefWrite, state: RefState): PossibleAnswer => {
    return { label: `${call.kind} ${shortName(wanted)}: ${told}`, key: answer.kind, answer, ref: state };
  };
  const answered = answering(allowed ? "written" : "lost", { kind: allowed ? "written" : "lost" }, after);
  if (ref.lostAnswers === 0) return [answered];
  const silent = (told: string, state: RefState) =>
    answering(told, { kind: "unknown" }, { ...state, lostAnswers: state.lostAnswers - 1 });
  const dropped = silent("dropped", ref);
  return allowed ? [answered, dropped, silent("applied, answer lost", after)] : [answered, dropped];
}

/** Git's rules: create what is absent, move to the same commit or one that comes after it, remove what is there. */
function isAllowed(call: Exclude<RefCall, { kind: "read" }>, tip: Tip, { commits, forced }: Server): boolean {
  if (call.kind === "create") return tip === undefined;
  if (tip === undefined) return false;
  return call.kind === "remove" || forced || commits.descends(call.sha, tip);
}

function moved(ref: RefState, tip: Tip): RefState {
  if (ref.seen.includes(tip)) return { ...ref, tip };
  return { ...ref, tip, seen: [...ref.seen, tip].sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1)) };
}

/** A commit of the store in few letters. */
export function shortName(tip: Tip): string {
  return tip === undefined ? "nothing" : `#${Number.parseInt(tip, 16)}`;
}
