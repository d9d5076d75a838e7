import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

import type { GitHubServer } from "@fairway/testbed";
import type { StandIns } from "./act-stand-ins.ts";

type StandInCall = Parameters<StandIns[string]>[0];

/** One call of actions/attest. Nothing is signed. */
export interface Attestation {
  /** SHA-256 of each subject, by its path from the workspace. */
  readonly subjects: Readonly<Record<string, string>>;
  /** How many requests GitHub had had before. */
  readonly requestsBefore: number;
}

export interface ReleasePlace {
  readonly github: GitHubServer;
  /** Repository that commits are checked out from. */
  readonly origin: string;
  /** Empty folder that keeps the artifacts of runs. */
  readonly artifacts: string;
  /** Each call of actions/attest is added here. */
  readonly attestations: Attestation[];
}

/** What plays the third-party actions of release.yml. Artifacts are kept by run, as GitHub keeps them. */
export function createReleaseStandIns(place: ReleasePlace): StandIns {
  return {
    "actions/checkout": (call) => checkOut(place, call),
    "actions/upload-artifact": (call) => Promise.resolve(upload(place, call)),
    "actions/download-artifact": (call) => Promise.resolve(download(place, call)),
    "actions/attest": (call) => Promise.resolve(attest(place, call)),
  };
}

/** A shallow checkout, by git, of a commit that the job's token can read on GitHub, into the empty workspace of a new runner. */
async function checkOut({ github, origin }: ReleasePlace, { inputs, workspace, contexts }: StandInCall) {
  const { sha = "", repository } = contexts["github"] as Readonly<Record<string, string>>;
  const commit = inputs["ref"] ?? sha;
  if (readdirSync(workspace).length > 0) throw new Error(`The job begins in ${workspace}, which is not empty.`);
  const address = `${github.url}/repos/${repository}/git/commits/${commit}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${inputs["token"]}` } });
  if (!answer.ok) throw new Error(`${commit} cannot be checked out: GitHub answered ${answer.status}.`);
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: workspace, stdio: "pipe" });
  git("init", "--quiet");
  git("-c", "protocol.file.allow=always", "fetch", "--quiet", "--depth=1", `file://${origin}`, commit);
  git("-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD");
  return { said: [`${repository} is checked out at ${commit}`], outputs: { commit, ref: commit } };
}

function upload({ artifacts }: ReleasePlace, { inputs, workspace, contexts }: StandInCall) {
  const source = join(workspace, inputs["path"] ?? "");
  const kept = keptIn(artifacts, inputs, contexts);
  if (existsSync(kept)) throw new Error(`This run has an artifact ${inputs["name"]} already.`);
  if (!existsSync(source) || readdirSync(source).length === 0) throw new Error(`${source} holds no files.`);
  cpSync(source, kept, { recursive: true });
  return { said: [`${readdirSync(kept).length} files are kept as ${inputs["name"]}`] };
}

function download({ artifacts }: ReleasePlace, { inputs, workspace, contexts }: StandInCall) {
  const kept = keptIn(artifacts, inputs, contexts);
  if (!existsSync(kept)) throw new Error(`This run has no artifact ${inputs["name"]}.`);
  cpSync(kept, join(workspace, inputs["path"] ?? ""), { recursive: true });
  return { said: [`${readdirSync(kept).length} files are taken from ${inputs["name"]}`] };
}

function keptIn(artifacts: string, inputs: StandInCall["inputs"], contexts: StandInCall["contexts"]): string {
  const { run_id: run = "" } = contexts["github"] as Readonly<Record<string, string>>;
  return join(artifacts, run, inputs["name"] ?? "");
}

/** Finds the subjects as the action does: files that the patterns match. */
function attest({ github, attestations }: ReleasePlace, { inputs, workspace }: StandInCall) {
  const patterns = (inputs["subject-path"] ?? "").split("\n").filter((line) => line !== "");
  const found = globSync(patterns, { cwd: workspace, withFileTypes: true }).filter((entry) => entry.isFile());
  if (found.length === 0) throw new Error("There is nothing to attest.");
  const files = found.map((entry) => resolve(entry.parentPath, entry.name));
  const subjects = Object.fromEntries(files.map((file) => [relative(workspace, file), digestOf(file)]));
  attestations.push({ subjects, requestsBefore: github.requests.length });
  return { said: [`${files.length} subjects; nothing is signed here`] };
}

function digestOf(file: string): string {
  return `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
}
