import { configuration, parseCommitSha, type CommitSha } from "@fairway/domain";

import { runProgram } from "./run-program.ts";

/** The git repository that the workflow checked out. */
export interface Checkout {
  /** The commit that is checked out. Throws a configuration error when the folder is no git repository. */
  head(): Promise<CommitSha>;
}

/** Opens the checkout in a folder. The folder may belong to another user (containers do that), so it is named as safe. */
export function openCheckout(folder: string): Checkout {
  return {
    head: async () => {
      const args = ["-c", "safe.directory=*", "rev-parse", "--verify", "HEAD"];
      const { exitCode, stdout, stderr } = await runProgram("git", args, folder);
      if (exitCode === 0) return parseCommitSha(stdout.trim());
      throw configuration(
        "NO_CHECKOUT",
        `git found no commit in the workspace: ${stderr.trim().split("\n")[0] ?? ""}`,
        "Put actions/checkout before this step.",
      );
    },
  };
}
