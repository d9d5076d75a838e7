import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A commit of the embedded GitHub, and a token that may read it. */
export interface CommitAddress {
  /** `<api>/repos/<owner>/<name>` */
  readonly api: string;
  readonly token: string;
  /** SHA, branch or tag. */
  readonly commit: string;
}

interface RemoteCommit {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
  readonly author: Signature;
  readonly committer: Signature;
}

interface RemoteEntry {
  readonly path: string;
  /** As in `100755`. */
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

/**
 * Makes a git repository whose HEAD is the very commit of the embedded GitHub, with the very same objects, as a shallow
 * checkout has it. Returns its SHA. Throws when git computes another SHA than the world, for then one of them lies.
 */
export async function checkOutCommit(address: CommitAddress, folder: string): Promise<string> {
  const { sha: resolved } = await get<{ sha: string }>(address, `/commits/${address.commit}`);
  const commit = await get<RemoteCommit>(address, `/git/commits/${resolved}`);
  const { tree } = await get<{ tree: readonly RemoteEntry[] }>(address, `/git/trees/${commit.tree.sha}?recursive=1`);
  git(folder, ["init", "--quiet"]);
  for (const entry of tree) {
    if (entry.type !== "blob") continue;
    const blob = await get<{ content: string }>(address, `/git/blobs/${entry.sha}`);
    writeEntry(entry, Buffer.from(blob.content, "base64"), join(folder, entry.path));
  }
  git(folder, ["add", "--all", "--force"]);
  const writtenTree = git(folder, ["write-tree"]);
  const written = git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], commitText(commit, writtenTree));
  if (written !== commit.sha) throw new Error(`The checkout of ${commit.sha} came out as ${written}.`);
  writeFileSync(join(folder, ".git/shallow"), `${written}\n`);
  git(folder, ["update-ref", "--no-deref", "HEAD", written]);
  return written;
}

/** A file that may be run stays one, and a link stays a link: git names the commit by these as well. */
function writeEntry({ mode }: RemoteEntry, content: Buffer, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (mode === "120000") symlinkSync(content.toString(), path);
  else writeFileSync(path, content, { mode: mode === "100755" ? 0o755 : 0o644 });
}

function commitText({ message, parents, author, committer }: RemoteCommit, tree: string): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map(({ sha }) => `parent ${sha}`),
    `author ${signature(author)}`,
    `committer ${signature(committer)}`,
  ];
  return `${lines.join("\n")}\n\n${message}`;
}

/** The API says dates in UTC, to the second. */
function signature({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Date.parse(date) / 1000} +0000`;
}

async function get<Answer>({ api, token }: CommitAddress, path: string): Promise<Answer> {
  const answer = await fetch(`${api}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${api}${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

function git(folder: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    "git",
    ["-c", "core.autocrlf=false", "-c", "init.defaultBranch=main", ...args],
    { cwd: folder, input, encoding: "utf8" },
  );
  if (status === 0) return stdout.trim();
  throw new Error(`git ${args[0] ?? ""} failed: ${error?.message ?? stderr.trim()}`);
}
