import { objectSha, type CommitObject, type GitObject, type TagObject, type TreeEntry } from "./objects.ts";

/** Git objects that can be read; each getter answers undefined for an unknown name and for an object of another kind. */
export interface Objects {
  get(sha: string): GitObject | undefined;
  blob(sha: string): Buffer | undefined;
  tree(sha: string): readonly TreeEntry[] | undefined;
  commit(sha: string): CommitObject | undefined;
  tag(sha: string): TagObject | undefined;
  /** The full names that begin with these digits. */
  abbreviated(digits: string): string[];
}

export interface ObjectStore extends Objects {
  /** Adds an object, or finds it there already; answers its name. */
  add(object: GitObject): string;
  size(): number;
  /** The first `count` objects that were added. */
  upTo(count: number): Objects;
}

/** An append-only, content-addressed store. */
export function createObjectStore(): ObjectStore {
  const entries = new Map<string, { object: GitObject; ordinal: number }>();
  return {
    ...reader(entries, Number.POSITIVE_INFINITY),
    upTo: (count) => reader(entries, count),
    size: () => entries.size,
    add(object) {
      const sha = objectSha(object);
      if (!entries.has(sha)) entries.set(sha, { object, ordinal: entries.size });
      return sha;
    },
  };
}

function reader(entries: ReadonlyMap<string, { object: GitObject; ordinal: number }>, count: number): Objects {
  const get = (sha: string): GitObject | undefined => {
    const entry = entries.get(sha);
    return entry !== undefined && entry.ordinal < count ? entry.object : undefined;
  };
  const ofKind = <K extends GitObject["kind"]>(sha: string, kind: K): Extract<GitObject, { kind: K }> | undefined => {
    const object = get(sha);
    return object?.kind === kind ? (object as Extract<GitObject, { kind: K }>) : undefined;
  };
  return {
    get,
    blob: (sha) => ofKind(sha, "blob")?.content,
    tree: (sha) => ofKind(sha, "tree")?.entries,
    commit: (sha) => ofKind(sha, "commit"),
    tag: (sha) => ofKind(sha, "tag"),
    abbreviated: (digits) => [...entries.keys()].filter((sha) => sha.startsWith(digits) && get(sha) !== undefined),
  };
}
