import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { isWellFormed } from "./ref-name.ts";

test.each([
  "refs/heads/main",
  "refs/tags/0.1.0-abcdefg.beta",
  "refs/fairway/lock/staging",
  "refs/heads/a.lock.b",
  "refs/heads/a@b",
  "refs/heads/@",
  "refs/heads/a b",
  "refs/heads/a..b",
  "refs/heads/a.lock",
  "refs/heads/a.lock/b",
  "refs/heads/.a",
  "refs/heads/a.",
  "refs/heads//a",
  "refs/heads/a/",
  "refs/heads/a~1",
  "refs/heads/a^",
  "refs/heads/a:b",
  "refs/heads/a?",
  "refs/heads/a*",
  "refs/heads/a[b",
  "refs/heads/a\\b",
  "refs/heads/a@{b",
  "refs/heads/a\u0001b",
  "refs/heads/a\u007Fb",
  "refs/heads/ünï",
])("the grammar of ref names agrees with git about %j", (name) => {
  const verdict = spawnSync("git", ["check-ref-format", name]).status === 0;
  expect(isWellFormed(name)).toBe(verdict);
});
