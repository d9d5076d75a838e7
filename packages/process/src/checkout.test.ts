import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parseCommitSha } from "@fairway/domain";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { openCheckout } from "./checkout.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairway-checkout-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const identity = ["-c", "user.name=Ada Löwe", "-c", "user.email=ada@example.com", "-c", "commit.gpgSign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

function commitWith(message: string) {
  git("commit", "--quiet", "--allow-empty", "--message", message);
  return parseCommitSha(git("rev-parse", "HEAD"));
}

describe("what a commit says of itself", () => {
  test("is the first line of its message and the name of its author", async () => {
    git("init", "--quiet");
    const commit = commitWith("Fix the thing: a %s; `b`\n\nAnd more.");
    commitWith("Something later");
    expect(await openCheckout(folder).describe(commit)).toEqual({
      subject: "Fix the thing: a %s; `b`",
      author: "Ada Löwe",
    });
  });

  test("is unknown when the checkout does not have the commit", async () => {
    git("init", "--quiet");
    commitWith("work");
    expect(await openCheckout(folder).describe(parseCommitSha("e".repeat(40)))).toBeUndefined();
  });

  test("is unknown where there is no repository, and where there is no folder", async () => {
    const commit = parseCommitSha("e".repeat(40));
    expect(await openCheckout(folder).describe(commit)).toBeUndefined();
    expect(await openCheckout(join(folder, "missing")).describe(commit)).toBeUndefined();
  });
});
