import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

import type { GitHubServer } from "@fairway/testbed";

/** What release.yml reads of this repository, and no more. */
export interface ReleaseRepository {
  /** Its folder, with a work tree at the newest commit of main. */
  readonly folder: string;
  /** Commits a line of the change log, as the person does who prepares a release, to main. Returns the SHA. */
  commit(line: string): Promise<string>;
}

/** Said in the log by what is put in the place of the build and of the tests. */
export const STAND_IN_SAYS = {
  build: "stand-in for the build:",
  test: "stand-in for the tests",
} as const;

const FILES = [
  ".github/workflows/*.yml",
  ".gitignore",
  "actions/*/{action.yml,package.json}",
  "actions/*/dist/**/*.*",
  "package.json",
  "packages/*/package.json",
  "packages/repo-tools/bin/*.mjs",
  "packages/repo-tools/src/*.ts",
  "packages/repo-tools/src/release/*.ts",
  "pnpm-*.yaml",
  "workflows-examples/*.yml",
];

const root = join(import.meta.dirname, "../..");
const WHEN = "2026-01-31T12:00:00Z";
const AUTHOR = { name: "Ada", email: "ada@example.com", date: WHEN };

/**
 * Lays out in an empty folder a git repository that holds what release.yml reads of this one. In two places something
 * else stands, which says so in the log: in `.ci/run`, because the tests cannot run themselves, and in the program of
 * `npm run build`, which takes too long here.
 */
export function layOutReleaseRepository(github: GitHubServer, fullName: string, folder: string): ReleaseRepository {
  for (const path of globSync(FILES, { cwd: root })) cpSync(join(root, path), join(folder, path));
  write(
    folder,
    "packages/repo-tools/src/build.ts",
    `console.log("${STAND_IN_SAYS.build}", ...process.argv.slice(2));\n`,
  );
  write(folder, ".ci/run", `#!/bin/sh\necho "${STAND_IN_SAYS.test}"\n`, 0o755);
  git(folder, "init", "--quiet", "--initial-branch=main");
  const lines: string[] = [];
  return {
    folder,
    commit: async (line) => {
      lines.push(`- ${line}\n`);
      write(folder, "CHANGELOG.md", lines.join(""));
      git(folder, "add", "--all");
      git(folder, "commit", "--quiet", "--message", line);
      const sha = git(folder, "rev-parse", "HEAD");
      await push(github, fullName, folder);
      return sha;
    },
  };
}

/** Makes the commit at HEAD once more in the embedded GitHub, and moves main there. Throws when it comes out as another. */
async function push(github: GitHubServer, fullName: string, folder: string): Promise<void> {
  const ask = (method: string, path: string, body: unknown) =>
    send({ url: `${github.url}/repos/${fullName}/${path}`, method, token: github.token("ada"), body });
  const [head = "", ...parents] = git(folder, "log", "-1", "--format=%H %P").split(" ").filter(Boolean);
  const message = `${git(folder, "log", "-1", "--format=%s")}\n`;
  const base = parents.map((parent) => ({ base_tree: parent }))[0];
  const { sha: tree } = await ask("POST", "git/trees", { ...base, tree: filesOfHead(folder) });
  const { sha } = await ask("POST", "git/commits", { message, tree, parents, author: AUTHOR, committer: AUTHOR });
  if (sha !== head) throw new Error(`The commit ${head} came out as ${sha} in the embedded GitHub.`);
  await ask("PATCH", "git/refs/heads/main", { sha, force: true });
}

/** The files that the commit at HEAD has brought. */
function filesOfHead(folder: string): readonly { mode: string; path: string; content: string }[] {
  const lines = git(folder, "diff-tree", "-r", "--root", "--no-commit-id", "HEAD").split("\n");
  return lines.map((line) => {
    const [about = "", path = ""] = line.split("\t");
    return { mode: about.split(" ")[1] ?? "", path, content: readFileSync(join(folder, path), "utf8") };
  });
}

interface Question {
  readonly url: string;
  readonly method: string;
  readonly token: string;
  readonly body: unknown;
}

async function send({ url, method, token, body }: Question): Promise<{ readonly sha: string }> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { readonly sha: string };
}

function write(folder: string, path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text, { mode });
}

/** Nothing of this machine's settings decides what is committed. */
function git(folder: string, ...args: readonly string[]): string {
  const env = {
    PATH: process.env["PATH"],
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: AUTHOR.name,
    GIT_AUTHOR_EMAIL: AUTHOR.email,
    GIT_AUTHOR_DATE: WHEN,
    GIT_COMMITTER_NAME: AUTHOR.name,
    GIT_COMMITTER_EMAIL: AUTHOR.email,
    GIT_COMMITTER_DATE: WHEN,
  };
  return execFileSync("git", ["-c", "core.autocrlf=false", ...args], { cwd: folder, env, encoding: "utf8" }).trim();
}
