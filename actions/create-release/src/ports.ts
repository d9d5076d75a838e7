import type { Clock, CommitSha, Digest, Log, Release, ReleaseAsset } from "@fairway/domain";

/** A file to attach, with its content as it will be uploaded. */
export interface LocalFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ReleaseFiles {
  /** All files that the patterns find, in the order of their names. Throws when a pattern finds none. */
  find(patterns: readonly string[]): Promise<readonly LocalFile[]>;
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

export interface NewRelease {
  readonly tag: string;
  readonly name: string;
  readonly notes: string;
  readonly prerelease: boolean;
}

/** Releases of the repository. Writes are single tries; after a failed one the list tells what is there. */
export interface ReleaseBook {
  all(): Promise<readonly Release[]>;
  createDraft(release: NewRelease): Promise<Release>;
  upload(release: Release, name: string, content: Uint8Array): Promise<ReleaseAsset>;
  deleteAsset(asset: ReleaseAsset): Promise<void>;
  publish(id: number, latest: boolean, release: NewRelease): Promise<Release>;
  generateNotes(tag: string, previousTag: string | undefined): Promise<string>;
}

export interface TagBook {
  commitOf(tag: string): Promise<CommitSha | undefined>;
  /** Claims a tag, or says which commit has it. */
  claim(tag: string, commit: CommitSha): Promise<{ kind: "claimed" } | { kind: "taken"; by: CommitSha | undefined }>;
}

export interface CreateReleasePorts {
  readonly files: ReleaseFiles;
  readonly releases: ReleaseBook;
  readonly tags: TagBook;
  readonly digest: (content: Uint8Array) => Digest;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}
