import { createHash } from "node:crypto";

/** Who and when, as git writes it into commits and tags. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Since 1970, UTC. */
  readonly seconds: number;
  /** As in `+0100`. */
  readonly offset: string;
}

export interface TreeEntry {
  /** As in `100644`; a subtree is `40000`. */
  readonly mode: string;
  readonly name: string;
  readonly sha: string;
}

export interface CommitObject {
  readonly kind: "commit";
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface TagObject {
  readonly kind: "tag";
  readonly object: string;
  readonly objectKind: GitObject["kind"];
  readonly name: string;
  readonly tagger: Signature;
  readonly message: string;
}

export type GitObject =
  | { readonly kind: "blob"; readonly content: Buffer }
  | { readonly kind: "tree"; readonly entries: readonly TreeEntry[] }
  | CommitObject
  | TagObject;

/** The object's name: SHA-1 over its type, length and bytes. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function objectSha(object: GitObject): string {
  const body = encode(object);
  return createHash("sha1").update(`${object.kind} ${body.length}\0`).update(body).digest("hex");
}

/** The object's bytes as git stores them, before compression and without the header. */
export function encode(object: GitObject): Buffer {
  switch (object.kind) {
    case "blob":
      return object.content;
    case "tree":
      return Buffer.concat(inGitOrder(object.entries).map(encodeEntry));
    case "commit":
      return Buffer.from(encodeCommit(object));
    case "tag":
      return Buffer.from(encodeTag(object));
  }
}

/** Git sorts a tree by bytes, with a slash behind the names of subtrees. */
function inGitOrder(entries: readonly TreeEntry[]): TreeEntry[] {
  const key = (entry: TreeEntry) => Buffer.from(entry.mode === "40000" ? `${entry.name}/` : entry.name);
  return [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
}

function encodeEntry(entry: TreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${entry.mode} ${entry.name}\0`), Buffer.from(entry.sha, "hex")]);
}

function encodeCommit(commit: CommitObject): string {
  const parents = commit.parents.map((parent) => `parent ${parent}\n`).join("");
  const people = `author ${encodeSignature(commit.author)}\ncommitter ${encodeSignature(commit.committer)}\n`;
  return `tree ${commit.tree}\n${parents}${people}\n${commit.message}`;
}

function encodeTag(tag: TagObject): string {
  const head = `object ${tag.object}\ntype ${tag.objectKind}\ntag ${tag.name}\n`;
  return `${head}tagger ${encodeSignature(tag.tagger)}\n\n${tag.message}`;
}

function encodeSignature({ name, email, seconds, offset }: Signature): string {
  const clean = (text: string) => text.replaceAll(/[<>\n]/g, "");
  return `${clean(name)} <${clean(email)}> ${seconds} ${offset}`;
}
