import type { Clock, CommitSha, Log } from "@fairway/domain";

/** Files of the checked-out commit. */
export interface VersionFiles {
  /** Text of a file, or undefined when there is none. Refuses what lies outside the workspace or is larger than `maxBytes`. */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

export interface CheckedOutCommit {
  head(): Promise<CommitSha>;
  /** The nearest tag at or before HEAD that starts with the prefix and goes on with a digit. */
  nearestTag(prefix: string): Promise<string | undefined>;
}

export interface ComputeBetaTagPorts {
  readonly files: VersionFiles;
  readonly checkout: CheckedOutCommit;
  readonly clock: Clock;
  readonly log: Log;
}
