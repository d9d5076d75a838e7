import { configuration, parseCommitSha, type CommitSha } from "@fairway/domain";

import { runProgram, type ProgramResult } from "./run-program.ts";

/** The git repository that the workflow checked out. */
export interface Checkout {
  /** The commit that is checked out. Throws a configuration error when the folder is no git repository. */
  head(): Promise<CommitSha>;
  /**
   * The nearest tag at or before HEAD that starts with the prefix and goes on with a digit; undefined when there is none.
   * Throws a configuration error when the history is cut off, because then nobody can know.
   */
  nearestTag(prefix: string): Promise<string | undefined>;
  /** What a commit says of itself; undefined when the checkout does not have it, or there is no checkout. Never throws. */
  describe(commit: CommitSha): Promise<CommitDescription | undefined>;
  /** Seconds since 1970 at which HEAD was committed. */
  headTime(): Promise<number>;
  /** Paths of tracked files that differ from HEAD. */
  changedFiles(): Promise<readonly string[]>;
}

/** Text that anybody who may commit wrote: it is escaped where it is shown. */
export interface CommitDescription {
  /** First line of the message. */
  readonly subject: string;
  readonly author: string;
}

/** Opens the checkout in a folder. The folder may belong to another user (containers do that), so it is named as safe. */
export function openCheckout(folder: string): Checkout {
  const git = (...args: string[]): Promise<ProgramResult> =>
    runProgram("git", ["-c", "safe.directory=*", ...args], folder);
  return {
    head: async () => {
      const { exitCode, stdout, stderr } = await git("rev-parse", "--verify", "HEAD");
      if (exitCode === 0) return parseCommitSha(stdout.trim());
      const reason = stderr.trim().split("\n")[0] ?? "";
      throw configuration(
        "NO_CHECKOUT",
        `git found no commit in the workspace: ${reason}`,
        "Put actions/checkout before this step.",
      );
    },
    nearestTag: async (prefix) => {
      const { exitCode, stdout } = await git("describe", "--tags", "--abbrev=0", `--match=${prefix}[0-9]*`, "HEAD");
      if (exitCode === 0) return stdout.trim();
      const shallow = await git("rev-parse", "--is-shallow-repository");
      if (shallow.stdout.trim() !== "true") return undefined;
      throw configuration(
        "SHALLOW_CHECKOUT",
        `The checkout has no tag ${prefix}… and no full history to look for one`,
        "Give actions/checkout fetch-depth: 0.",
      );
    },
    describe: async (commit) => {
      // The signature is not asked for: verifying it would start another program, which may not be there.
      const format = ["--no-patch", "--no-show-signature", "--no-notes", "--format=%s%n%aN"];
      const shown = await git("show", ...format, `${commit}^{commit}`).catch(() => undefined);
      if (shown?.exitCode !== 0) return undefined;
      const [subject = "", author = ""] = shown.stdout.split("\n");
      return { subject, author };
    },
    headTime: async () => {
      const { stdout } = await git("show", "--no-patch", "--no-show-signature", "--no-notes", "--format=%ct", "HEAD");
      const seconds = stdout.trim();
      if (/^\d{1,11}$/.test(seconds)) return Number(seconds);
      throw configuration("NO_CHECKOUT", "git tells no time of the commit", "Put actions/checkout before this step.");
    },
    changedFiles: async () => {
      const { stdout } = await git("diff", "--name-only", "--no-ext-diff", "-z", "HEAD", "--");
      return stdout.split("\0").filter((path) => path !== "");
    },
  };
}
