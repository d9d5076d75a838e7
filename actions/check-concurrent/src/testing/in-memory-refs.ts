import type { CommitSha } from "@fairway/domain";

import type { LeaseCommit, LeaseRefs, RefWrite } from "../ports.ts";
import { createCommitStore } from "./commit-store.ts";

/** A repository's refs as git has them: create if absent, move forward only. */
export class InMemoryRefs implements LeaseRefs {
  readonly commits = createCommitStore();
  readonly refs = new Map<string, CommitSha>();
  /** How the next writes are answered; `applied` writes and loses the answer, `dropped` loses the request. */
  readonly losses: ("applied" | "dropped" | "answered")[] = [];
  /** How many writes ago the next reads look. */
  readonly ages: number[] = [];
  /** Why no ref may be created, in a server's words. */
  denial: string | undefined;
  /** What the adapter would have asked GitHub for: a ref and its commit are two, a first record needs a tree. */
  requests = 0;
  private readonly past: ReadonlyMap<string, CommitSha>[] = [];

  read(ref: string): Promise<LeaseCommit | undefined> {
    const age = this.ages.shift() ?? 0;
    const tip = ([...this.past, this.refs].at(-1 - age) ?? this.refs).get(ref);
    this.requests += tip === undefined ? 1 : 2;
    return Promise.resolve(tip === undefined ? undefined : this.commits.read(tip));
  }

  append(message: string, parent: LeaseCommit | undefined): Promise<CommitSha> {
    this.requests += parent === undefined ? 2 : 1;
    return Promise.resolve(this.commits.write(message, parent?.sha));
  }

  create(ref: string, sha: CommitSha): Promise<RefWrite> {
    if (this.denial !== undefined) {
      this.requests += 1;
      return Promise.resolve({ kind: "denied", reason: this.denial });
    }
    return this.write(!this.refs.has(ref), ref, sha);
  }

  advance(ref: string, sha: CommitSha): Promise<RefWrite> {
    const tip = this.refs.get(ref);
    return this.write(tip !== undefined && this.commits.descends(sha, tip), ref, sha);
  }

  private write(allowed: boolean, ref: string, sha: CommitSha): Promise<RefWrite> {
    this.requests += 1;
    const loss = this.losses.shift() ?? "answered";
    const written = allowed && loss !== "dropped";
    if (written) {
      this.past.push(new Map(this.refs));
      this.refs.set(ref, sha);
    }
    if (loss !== "answered") return Promise.resolve({ kind: "unknown" });
    return Promise.resolve({ kind: written ? "written" : "lost" });
  }
}
