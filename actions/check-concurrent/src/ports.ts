import type { Clock, CommitSha, Log } from "@fairway/domain";

import type { HolderLife } from "./decide-turn.ts";
import type { Contender } from "./lease-record.ts";

/** How a compare-and-swap write ended. Only `written` is certain to be ours; the others are confirmed by writing again. */
export type RefWrite =
  | { readonly kind: "written" }
  /** Another write came first, as far as the server says. */
  | { readonly kind: "lost" }
  /** Refused for another reason, in the server's words: its rules, or refs that it does not take. */
  | { readonly kind: "denied"; readonly reason: string }
  /** No usable answer came; it may have been applied. */
  | { readonly kind: "unknown" };

export interface LeaseCommit {
  readonly sha: CommitSha;
  readonly tree: string;
  readonly message: string;
}

/** The chain of records behind one ref. */
export interface LeaseRefs {
  read(ref: string): Promise<LeaseCommit | undefined>;
  /** Writes a record that no ref points at yet. */
  append(message: string, parent: LeaseCommit | undefined): Promise<CommitSha>;
  /** Succeeds only when there is no such ref. */
  create(ref: string, sha: CommitSha): Promise<RefWrite>;
  /** Succeeds only when `sha` is, or descends from, what the ref points at. */
  advance(ref: string, sha: CommitSha): Promise<RefWrite>;
}

export interface HolderRuns {
  lifeOfAttempt(run: string, attempt: string): Promise<HolderLife>;
  lifeOfJob(job: string): Promise<HolderLife>;
}

/** A run of a workflow, as strategy runs sees it. */
export interface WorkflowRun {
  readonly run: string;
  readonly attempt: string;
  /** Id of its workflow file. */
  readonly workflow: string;
  readonly completed: boolean;
  readonly actor: string;
  readonly url: string;
  /** When its present attempt started, in UTC. */
  readonly at: string;
}

export interface RunJob {
  readonly id: string;
  readonly completed: boolean;
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  readonly name: string;
  /** `ended` is every end but success. */
  readonly state: "waiting" | "in-progress" | "succeeded" | "ended";
}

/** The runs of a workflow and their jobs. Every read throws when it fails: an unread run may be a holder. */
export interface RunList {
  /** Undefined when GitHub does not show the run (yet). */
  run(id: string): Promise<WorkflowRun | undefined>;
  /** The newest runs of a workflow, whatever their status: GitHub's filter by status misses some. */
  recentRuns(workflow: string): Promise<readonly WorkflowRun[]>;
  jobsOf(run: WorkflowRun): Promise<readonly RunJob[]>;
}

export interface CheckConcurrentPorts {
  readonly refs: LeaseRefs;
  readonly runs: HolderRuns;
  readonly runList: RunList;
  readonly me: Contender;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}
