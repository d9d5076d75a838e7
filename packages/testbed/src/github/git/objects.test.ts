import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createObjectStore } from "./object-store.ts";
import { encode, objectSha, type GitObject, type Signature } from "./objects.ts";
import { readLeaves, writeTree } from "./trees.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "git-objects-"));
  git(["init", "--quiet", "--bare", folder]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(commandLine: string[], input: Buffer | string = ""): string {
  return execFileSync("git", ["-C", folder, ...commandLine], {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  }).trim();
}

const ada: Signature = { name: "Ada <of> Acme", email: "ada@example.org", seconds: 1_700_000_000, offset: "+0530" };

describe("the name of a git object", () => {
  test.each([
    ["an empty blob", Buffer.alloc(0)],
    ["text", Buffer.from("hello\n")],
    ["bytes that are no text", Buffer.from([0, 255, 10, 13, 0])],
  ])("equals that of git for %s", (_, content) => {
    expect(objectSha({ kind: "blob", content })).toBe(git(["hash-object", "-w", "--stdin"], content));
  });

  test("equals that of git for trees, commits and tags, and git finds nothing wrong with them", () => {
    const store = createObjectStore();
    const blob = store.add({ kind: "blob", content: Buffer.from("x\n") });
    const paths = ["lib.c", "lib/a", "lib-b/c", "lib/z/deep", "a", "é"];
    const tree = writeTree(store, new Map(paths.map((path) => [path, { mode: "100644", sha: blob }])));
    const first = { kind: "commit", tree, parents: [], author: ada, committer: ada, message: "one" } as const;
    const root = store.add(first);
    const second = { ...first, parents: [root], message: "two\n\nwith a body\n" };
    const tip = store.add(second);
    const tag = {
      kind: "tag",
      object: tip,
      objectKind: "commit",
      name: "v1",
      tagger: ada,
      message: "first\n",
    } as const;
    const all = [blob, ...treesBelow(store, tree), root, tip, store.add(tag)];
    for (const sha of all) {
      const object = store.get(sha)!;
      expect(git(["hash-object", "-t", object.kind, "-w", "--stdin"], encode(object))).toBe(sha);
    }
    git(["update-ref", "refs/tags/v1", objectSha(tag)]);
    git(["fsck", "--strict", "--no-dangling"]);
    expect(git(["log", "--format=%H", "v1"]).split("\n")).toEqual([tip, root]);
    const listed = git(["-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", tip]).split("\n");
    expect(listed.sort()).toEqual([...readLeaves(store, tree).keys()].sort());
  });
});

function treesBelow(store: { get(sha: string): GitObject | undefined }, sha: string): string[] {
  const tree = store.get(sha);
  const entries = tree?.kind === "tree" ? tree.entries.filter(({ mode }) => mode === "40000") : [];
  return [sha, ...entries.flatMap((entry) => treesBelow(store, entry.sha))];
}
