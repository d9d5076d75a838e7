import type { CommitSha, Log, Release, ReleaseAsset } from "@fairway/domain";

export interface ReleaseBook {
  /** The published release of a tag; drafts are not found. */
  byTag(tag: string): Promise<Release | undefined>;
  all(): Promise<readonly Release[]>;
  download(asset: ReleaseAsset, maxBytes: number): Promise<Uint8Array>;
}

export interface TagBook {
  /** The commit that a tag names, through annotated tags. */
  commitOf(tag: string): Promise<CommitSha | undefined>;
}

export interface ResolveReleasePorts {
  readonly releases: ReleaseBook;
  readonly tags: TagBook;
  readonly log: Log;
}
