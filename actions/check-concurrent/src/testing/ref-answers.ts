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
  readonly wrongRefusals: number;
  readonly lateWrites: number;
  /** Writes that were sent, are not waited for any more, and may still arrive. */
  readonly underWay: readonly WriteCall[];
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
type WriteCall = Exclude<RefCall, { kind: "read" }>;

/** All answers that a server with git's rules may give: the right one, older ones to reads, lost and wrong ones to writes. */
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

function answersToWrite(call: WriteCall, ref: RefState, server: Server): PossibleAnswer[] {
  const after = arrived(call, ref, server);
  const allowed = isAllowed(call, ref.tip, server);
  const answering = (told: string, answer: RefWrite, state: RefState): PossibleAnswer => {
    return { label: `${nameOf(call)}: ${told}`, key: answer.kind, answer, ref: state };
  };
  const answered = answering(allowed ? "written" : "lost", { kind: allowed ? "written" : "lost" }, after);
  const mishap = (kind: Mishap, answer: RefWrite, states: (ref: RefState) => RefState[]): PossibleAnswer[] => {
    const used = { ...ref, [kind]: ref[kind] - 1 };
    return ref[kind] === 0 ? [] : states(used).map((state) => answering(kind, answer, state));
  };
  const appliedOrNot = (state: RefState) => (allowed ? [state, arrived(call, state, server)] : [state]);
  return [
    answered,
    ...mishap("lostAnswers", { kind: "unknown" }, appliedOrNot),
    ...mishap("wrongRefusals", { kind: "lost" }, appliedOrNot),
    ...mishap("lateWrites", { kind: "unknown" }, (state) => [{ ...state, underWay: [...state.underWay, call] }]),
  ];
}

type Mishap = "lostAnswers" | "wrongRefusals" | "lateWrites";

/** What becomes of the writes under way: each arrives now, or never. */
export function lateArrivals(ref: RefState, server: Server): { label: string; ref: RefState }[] {
  return ref.underWay.flatMap((call, place) => {
    const left = { ...ref, underWay: ref.underWay.filter((_, other) => other !== place) };
    return [
      { label: `${nameOf(call)} arrives late`, ref: arrived(call, left, server) },
      { label: `${nameOf(call)} never arrives`, ref: left },
    ];
  });
}

function arrived(call: WriteCall, ref: RefState, server: Server): RefState {
  if (!isAllowed(call, ref.tip, server)) return ref;
  const tip = call.kind === "remove" ? undefined : call.sha;
  if (ref.seen.includes(tip)) return { ...ref, tip };
  return { ...ref, tip, seen: [...ref.seen, tip].sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1)) };
}

/** Git's rules: create what is absent, move to the same commit or one that comes after it, remove what is there. */
function isAllowed(call: WriteCall, tip: Tip, { commits, forced }: Server): boolean {
  if (call.kind === "create") return tip === undefined;
  if (tip === undefined) return false;
  return call.kind === "remove" || forced || commits.descends(call.sha, tip);
}

/** A write in few letters. */
export function nameOf(call: WriteCall): string {
  return call.kind === "remove" ? "remove" : `${call.kind} ${shortName(call.sha)}`;
}

/** A commit of the store in few letters. */
export function shortName(tip: Tip): string {
  return tip === undefined ? "nothing" : `#${Number.parseInt(tip, 16)}`;
}
