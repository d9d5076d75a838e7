import { createHash } from "node:crypto";

import {
  parseCommitSha,
  parseDigest,
  parseInputs,
  upstream,
  type CommitSha,
  type FairwayError,
  type Release,
  type ReleaseAsset,
} from "@fairway/domain";

import { fields, type CreateReleaseInputs } from "../inputs.ts";
import type { CreateReleasePorts, LocalFile, NewRelease } from "../ports.ts";

export const commit = parseCommitSha("a".repeat(40));
export const digest = (content: Uint8Array) =>
  parseDigest(`sha256:${createHash("sha256").update(content).digest("hex")}`);

type Write = "claim" | "createDraft" | "upload" | "publish" | "deleteDraft";

/** A write that fails, before or after it was applied, with the error given or as GitHub does without an answer. */
export interface Failure {
  readonly write: Write;
  readonly applied: boolean;
  readonly error?: Error;
}

/** Releases as GitHub keeps them: several drafts may carry one tag, a published release is the only one. */
export class InMemoryReleases {
  releases: Release[] = [];
  readonly tags = new Map<string, CommitSha>();
  readonly writes: string[] = [];
  readonly failures: Failure[] = [];
  /** How many uploads break: they leave a half-made asset behind. */
  brokenUploads = 0;
  /** How many reads of the list answer as if nothing had been written. */
  staleLists = 0;
  /** How many reads by id answer 404. */
  staleReads = 0;
  /** Uploads under way, and the most there were at once. */
  uploads = { now: 0, most: 0 };
  private nextId = 1;
  private readonly contents = new Map<number, Uint8Array>();

  all = () => Promise.resolve(this.staleLists-- > 0 ? [] : this.releases);
  byId = (id: number) =>
    Promise.resolve(this.staleReads-- > 0 ? undefined : this.releases.find((release) => release.id === id));
  commitOf = (tag: string) => Promise.resolve(this.tags.get(tag));
  generateNotes = (tag: string, previous: string | undefined) =>
    Promise.resolve(`changes from ${previous ?? "the start"} to ${tag}`);

  claim = async (tag: string, sha: CommitSha) => {
    const by = this.tags.get(tag);
    if (by !== undefined) return { kind: "taken" as const, by };
    return this.apply("claim", `tag ${tag}`, () => {
      this.tags.set(tag, sha);
      return { kind: "claimed" as const };
    });
  };

  createDraft = ({ tag, name, notes, prerelease }: NewRelease) =>
    this.apply("createDraft", `draft ${tag}`, () => this.add({ tag, name, notes, prerelease, draft: true }));

  download = ({ id }: ReleaseAsset) => Promise.resolve(this.contents.get(id) ?? new Uint8Array());

  upload = async (release: Release, { name, size, read }: LocalFile): Promise<ReleaseAsset> => {
    this.uploads.now += 1;
    this.uploads.most = Math.max(this.uploads.most, this.uploads.now);
    await new Promise((resolve) => setImmediate(resolve));
    this.uploads.now -= 1;
    if (this.find(release.id).assets.some((asset) => asset.name === name))
      throw upstream("GITHUB_REFUSED", "GitHub answered 422: already_exists");
    if (this.brokenUploads-- > 0) {
      const starter = { id: this.nextId++, name, size: 0, state: "starter", digest: undefined };
      this.change(release.id, { assets: [...this.find(release.id).assets, starter] });
      throw upstream("GITHUB_FAILED", "GitHub answered 502");
    }
    return this.apply("upload", `upload ${name}`, () => {
      const content = read();
      if (!(content instanceof Uint8Array)) throw new Error("the files of these tests are in memory");
      const asset = { id: this.nextId++, name, size, state: "uploaded", digest: digest(content) };
      this.contents.set(asset.id, content);
      this.change(release.id, { assets: [...this.find(release.id).assets, asset] });
      return asset;
    });
  };

  deleteAsset = (asset: ReleaseAsset) => {
    this.writes.push(`delete ${asset.name}`);
    for (const release of this.releases)
      this.change(release.id, { assets: release.assets.filter(({ id }) => id !== asset.id) });
    return Promise.resolve();
  };

  deleteDraft = (id: number) =>
    this.apply("deleteDraft", `delete draft ${id}`, () => {
      this.releases = this.releases.filter((release) => release.id !== id);
    });

  publish = (id: number, latest: boolean, { tag, name, notes, prerelease }: NewRelease) =>
    this.apply("publish", `publish ${id}${latest ? " latest" : ""}`, () => {
      if (this.releases.some((release) => release.tag === tag && !release.draft))
        throw upstream("GITHUB_REFUSED", "GitHub answered 422: already_exists");
      return this.change(id, { draft: false, name, notes, prerelease, publishedAt: `2026-01-01T00:00:0${id}Z` });
    });

  /** Puts a release in place as if it had been there. */
  add(release: Partial<Release> & Pick<Release, "tag">): Release {
    const id = this.nextId++;
    const blank = { name: release.tag, draft: false, prerelease: false, notes: "", uploadUrl: "", assets: [] };
    const added = { id, htmlUrl: `https://github.example/releases/${id}`, ...blank, ...release };
    this.releases.push(added);
    return added;
  }

  change(id: number, change: Partial<Release>): Release {
    const changed = { ...this.find(id), ...change };
    this.releases = this.releases.map((release) => (release.id === id ? changed : release));
    return changed;
  }

  private find(id: number): Release {
    const found = this.releases.find((release) => release.id === id);
    if (found === undefined) throw upstream("GITHUB_FAILED", "GitHub answered 404");
    return found;
  }

  private async apply<T>(write: Write, told: string, how: () => T): Promise<T> {
    const index = this.failures.findIndex((failure) => failure.write === write);
    const [failure] = index === -1 ? [] : this.failures.splice(index, 1);
    if (failure?.applied === false) throw failure.error ?? noAnswer();
    const result = await Promise.resolve(how());
    this.writes.push(told);
    if (failure !== undefined) throw failure.error ?? noAnswer();
    return result;
  }
}

/** The ports over the double; `slept` collects the pauses, which take no time. */
export function portsOf(book: InMemoryReleases, files: readonly LocalFile[] = []) {
  const slept: number[] = [];
  const told: string[] = [];
  const tell = (message: string) => void told.push(message);
  const elapsedMs = () => slept.reduce((total, ms) => total + ms, 0);
  const texts: Record<string, string> = { "NOTES.md": "from a file\n", "LONG.md": "x".repeat(125_001) };
  const ports: CreateReleasePorts = {
    files: { find: () => Promise.resolve(files), readText: (path) => Promise.resolve(texts[path]) },
    checkout: { describe: () => Promise.resolve({ subject: "Fix <the> thing", author: "Ada" }) },
    releases: book,
    tags: book,
    repositoryUrl: "https://github.example/acme/shop",
    digest,
    clock: { now: () => new Date(0), elapsedMs, sleep: async (ms) => void slept.push(ms) },
    random: () => 0.5,
    log: { debug: tell, info: tell, notice: tell, warning: tell, error: tell, group: tell },
    signal: new AbortController().signal,
  };
  return { ...ports, slept, told };
}

/** Inputs as the runner gives them, over the defaults of action.yml. */
export function inputs(texts: Record<string, string> = {}): CreateReleaseInputs {
  const defaults = {
    tag: "0.1.0",
    commit,
    prerelease: "false",
    checksums: "true",
    "generate-notes": "false",
    "make-latest": "auto",
    "dry-run": "false",
    "github-token": "token-123",
  };
  const verdict = parseInputs(fields, { ...defaults, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

/** A file of the workspace with that text. */
export function fileOf(name: string, text = `bytes of ${name}`): LocalFile {
  const content = new TextEncoder().encode(text);
  return { name, size: content.byteLength, digest: digest(content), read: () => content };
}

function noAnswer(): FairwayError {
  return upstream("GITHUB_UNREACHABLE", "GitHub gave no answer");
}
