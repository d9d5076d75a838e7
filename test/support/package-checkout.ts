import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { emptyFolder } from "./run-bundle.ts";

export interface PackageCheckout {
  readonly workspace: string;
  readonly commit: string;
}

/** A checkout whose one commit holds a copy of a folder. The same folder gives the same commit, whenever and wherever. */
export function checkoutOf(source: string, workspace = emptyFolder()): PackageCheckout {
  cpSync(source, workspace, { recursive: true });
  // Go keeps its modules read-only; a checkout is not.
  makeWritable(workspace);
  const when = "2026-01-31T12:00:00Z";
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: workspace,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_SYSTEM: "/dev/null",
        GIT_AUTHOR_NAME: "Ada",
        GIT_AUTHOR_EMAIL: "ada@example.com",
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_NAME: "Ada",
        GIT_COMMITTER_EMAIL: "ada@example.com",
        GIT_COMMITTER_DATE: when,
      },
    }).trim();
  git("-c", "core.autocrlf=false", "init", "--quiet", "--initial-branch=main");
  git("add", "--force", ".");
  git("commit", "--quiet", "--message", "The application");
  return { workspace, commit: git("rev-parse", "HEAD") };
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
