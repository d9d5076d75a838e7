import type { Access } from "./access.ts";
import type { FaultBook } from "./faults.ts";
import type { Objects, ObjectStore } from "./git/object-store.ts";
import type { RepositoryRecord } from "./records.ts";

/**
 * Where everything has a host of its own, or a server of one's own, which has one host for everything and lacks what is new.
 * https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export type SiteKind = "github.com" | "enterprise-server";

/** One GitHub site: its repositories, its tokens, its clock. */
export interface Site {
  readonly kind: SiteKind;
  readonly now: () => Date;
  /** Known once the server listens; without a slash at the end. `root` is where it listens. */
  readonly addresses: { api: string; server: string; root: string };
  readonly repositories: Map<string, Repository>;
  readonly access: Access;
  readonly faults: FaultBook;
  /** Ids are unique in the whole site, so that a run's id never passes for a job's. */
  nextId(): number;
}

/** What a read sees: one state of the repository, and the git objects that existed in it. */
export interface RepositoryView {
  readonly record: RepositoryRecord;
  readonly objects: Objects;
}

/** How far back a stale read looks. */
export type Age = { readonly kind: "writes"; readonly writes: number } | { readonly kind: "ms"; readonly ms: number };

export interface Repository {
  readonly site: Site;
  readonly id: number;
  readonly fullName: string;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly createdAt: Date;
  readonly objects: ObjectStore;
  /** The present state. */
  view(): RepositoryView;
  /** The state as it was; the oldest one kept when the age reaches further back. */
  viewBefore(age: Age): RepositoryView;
  /** Replaces parts of the record in one step. Every call is one write, and the state before it stays readable. */
  update(change: Partial<RepositoryRecord>): void;
}
