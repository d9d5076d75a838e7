import type { Clock, CommitSha, Digest, Log, Release, ReleaseAsset } from "@fairway/domain";

/** A file to attach, as it was when it was found. */
export interface LocalFile {
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
  /** The content from its start, at each call anew; it may be larger than memory. */
  readonly read: () => Uint8Array | AsyncIterable<Uint8Array>;
}

export interface ReleaseFiles {
  /** All files that the patterns find, in the order of their paths. Throws when a pattern finds none. */
  find(patterns: readonly string[]): Promise<readonly LocalFile[]>;
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

/** What a commit says of itself; text from elsewhere. */
export interface CommitDescription {
  readonly subject: string;
  readonly author: string;
}

export interface CommitBook {
  /** Undefined when there is no checkout, or it does not have the commit. */
  describe(commit: CommitSha): Promise<CommitDescription | undefined>;
}

export interface NewRelease {
  readonly tag: string;
  readonly name: string;
  readonly notes: string;
  readonly prerelease: boolean;
}

/** Releases of the repository. createDraft, upload and publish are single tries; after a failed one, reading tells. */
export interface ReleaseBook {
  all(): Promise<readonly Release[]>;
  /** Undefined when it is gone, or not visible yet. */
  byId(id: number): Promise<Release | undefined>;
  createDraft(release: NewRelease): Promise<Release>;
  download(asset: ReleaseAsset, maxBytes: number): Promise<Uint8Array>;
  upload(release: Release, file: LocalFile): Promise<ReleaseAsset>;
  deleteAsset(asset: ReleaseAsset): Promise<void>;
  deleteDraft(id: number): Promise<void>;
  publish(id: number, latest: boolean, release: NewRelease): Promise<Release>;
  generateNotes(tag: string, previousTag: string | undefined): Promise<string>;
}

export interface TagBook {
  commitOf(tag: string): Promise<CommitSha | undefined>;
  /** Claims a tag, or says which commit has it. May be repeated. */
  claim(tag: string, commit: CommitSha): Promise<{ kind: "claimed" } | { kind: "taken"; by: CommitSha }>;
}

export interface CreateReleasePorts {
  readonly files: ReleaseFiles;
  readonly checkout: CommitBook;
  readonly releases: ReleaseBook;
  readonly tags: TagBook;
  readonly digest: (content: Uint8Array) => Digest;
  /** Address of the repository's page, for links. */
  readonly repositoryUrl: string;
  readonly clock: Clock;
  /** From 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}
