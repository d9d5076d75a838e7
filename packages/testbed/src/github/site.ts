import { createAccess, type Access } from "./access.ts";
import { createFaultBook, type FaultBook } from "./faults.ts";
import { createRepository, type Repository } from "./repository.ts";

/** One GitHub site: its repositories, its tokens, its clock. */
export interface Site {
  readonly now: () => Date;
  /** Known once the server listens; without a slash at the end. */
  readonly addresses: { api: string; server: string };
  readonly repositories: Map<string, Repository>;
  readonly access: Access;
  readonly faults: FaultBook;
  /** Ids are unique in the whole site, so that a run's id never passes for a job's. */
  nextId(): number;
}

const FIRST_ID = 1_000_001;

/** An empty site. */
export function createSite(now: () => Date): Site {
  let next = FIRST_ID;
  return {
    now,
    addresses: { api: "", server: "" },
    repositories: new Map(),
    access: createAccess(),
    faults: createFaultBook(),
    nextId: () => next++,
  };
}

/** The repository of that name, made on first use; GitHub compares names without case. Throws for a name without one slash. */
export function openRepository(site: Site, fullName: string): Repository {
  const known = findRepository(site, fullName);
  if (known !== undefined) return known;
  if (!/^[\w.-]+\/[\w.-]+$/.test(fullName)) throw new Error(`"${fullName}" is not an owner/name`);
  const created = createRepository(site, fullName);
  site.repositories.set(fullName.toLowerCase(), created);
  return created;
}

/** The repository of that name, if it was ever opened. */
export function findRepository(site: Site, fullName: string): Repository | undefined {
  return site.repositories.get(fullName.toLowerCase());
}

/** A moment as GitHub writes it: UTC, whole seconds. */
export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
