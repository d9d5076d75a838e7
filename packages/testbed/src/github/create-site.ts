import { createAccess } from "./access.ts";
import { createRepository } from "./create-repository.ts";
import { createFaultBook } from "./faults.ts";
import type { Repository, Site, SiteKind } from "./site.ts";

const FIRST_ID = 1_000_001;

/** An empty site. */
export function createSite(now: () => Date, kind: SiteKind): Site {
  let next = FIRST_ID;
  return {
    kind,
    now,
    addresses: { api: "", server: "", root: "" },
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
