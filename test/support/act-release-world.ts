import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readWorkflow } from "@fairway/rehearse/workflows";
import { renderWorkflow } from "@fairway/repo-tools";
import { startGitHub, type GitHubServer, type RecordedRequest, type RepositoryState } from "@fairway/testbed";
import { layOutReleaseRepository, type ReleaseRepository } from "./act-release-repository.ts";
import { createReleaseStandIns, type Attestation } from "./act-release-stand-ins.ts";
import { runAct, type ActRun } from "./act-run.ts";
import { serveStandIns, type ActStandIns } from "./act-stand-ins.ts";

/** The embedded GitHub with this repository in it, and act to release it. */
export interface ReleaseWorld {
  /** Folder of the repository that is released. */
  readonly origin: string;
  /** Runs release.yml on a new commit of main. */
  release(inputs: ReleaseInputs): Promise<ReleaseRun>;
  close(): Promise<void>;
}

/** What is typed into the form of release.yml. */
export interface ReleaseInputs extends Readonly<Record<string, string>> {
  readonly version: string;
}

export interface ReleaseRun extends ActRun {
  readonly commit: string;
  /** What the run changed on GitHub, in its order: `METHOD path`, with the ref that is named. */
  readonly writes: readonly string[];
  /** The subjects that were attested, and how many writes had come before. */
  readonly attested: readonly { readonly subjects: Attestation["subjects"]; readonly writesBefore: number }[];
  /** Every tag with its commit as the run left them. */
  readonly tags: Readonly<Record<string, string>>;
  /** Every release as the run left them, newest first. */
  readonly releases: RepositoryState["releases"];
}

interface Place {
  readonly github: GitHubServer;
  readonly repository: RepositoryState;
  readonly origin: ReleaseRepository;
  readonly standIns: ActStandIns;
  readonly attestations: readonly Attestation[];
  readonly programs: string;
  /** Each run gets a folder in this one. */
  readonly folder: string;
}

/** Name that the repository has in the embedded GitHub. */
export const RELEASED = "acme/fairway";

const root = join(import.meta.dirname, "../..");
const WORKFLOW = ".github/workflows/release.yml";
const TAGS = "refs/tags/";

/** Opens a world in which nothing has been released yet, and releases are immutable. */
export async function openReleaseWorld(): Promise<ReleaseWorld> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-act-release-"));
  const github = await startGitHub();
  const repository = github.repository(RELEASED);
  repository.immutableReleases(true);
  const origin = layOutReleaseRepository(github, RELEASED, join(folder, "origin"));
  const attestations: Attestation[] = [];
  const artifacts = join(folder, "artifacts");
  const standIns = await serveStandIns(
    createReleaseStandIns({ github, origin: origin.folder, artifacts, attestations }),
  );
  const programs = writePackageManager(join(folder, "programs"));
  const place: Place = { github, repository, origin, standIns, attestations, programs, folder };
  return {
    origin: origin.folder,
    release: (inputs) => release(place, inputs),
    close: async () => {
      await Promise.all([github.close(), standIns.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function release(place: Place, inputs: ReleaseInputs): Promise<ReleaseRun> {
  const { github, repository, origin, attestations } = place;
  const commit = await origin.commit(`Prepare ${inputs.version}`);
  const run = repository.startRun({ workflow: WORKFLOW, event: "workflow_dispatch", actor: "ada", headSha: commit });
  const [requests, attested] = [github.requests.length, attestations.length];
  const ended = await dispatch(place, { commit, inputs, run: String(run.id) });
  run.complete(ended.conclusion);
  const writesUntil = (end?: number): string[] => writesIn(github.requests.slice(requests, end));
  const tags = [...repository.refs].filter(([ref]) => ref.startsWith(TAGS));
  return {
    ...ended,
    commit,
    writes: writesUntil(),
    attested: attestations.slice(attested).map(({ subjects, requestsBefore }) => {
      return { subjects, writesBefore: writesUntil(requestsBefore).length };
    }),
    tags: Object.fromEntries(tags.map(([ref, sha]) => [ref.slice(TAGS.length), sha])),
    releases: repository.releases,
  };
}

async function dispatch(
  { github, origin, standIns, programs, folder }: Place,
  { commit, inputs, run }: { readonly commit: string; readonly inputs: ReleaseInputs; readonly run: string },
): Promise<ActRun> {
  const own = join(folder, `run-${run}`);
  const text = readFileSync(join(origin.folder, WORKFLOW), "utf8");
  return runAct({
    repository: checkOutFor(origin.folder, { commit, text }, join(own, "repository")),
    workflow: WORKFLOW,
    actor: "ada",
    inputs,
    secrets: { GITHUB_TOKEN: github.token(`run-${run}`, await permissionsOf(text, inputs)) },
    environment: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: github.url,
      GITHUB_REPOSITORY: RELEASED,
      GITHUB_RUN_ID: run,
      GITHUB_REF: "refs/heads/main",
      FAIRWAY_STAND_INS: standIns.url,
    },
    repositories: [
      { reference: `${RELEASED}@${commit}`, folder: origin.folder },
      ...standIns.repositoriesFor([text], RELEASED),
    ],
    programs,
    folder: own,
  });
}

/** `npx`, which links what this checkout has installed where the pinned pnpm would install the same from the lockfile. */
function writePackageManager(folder: string): string {
  const lines = [
    "#!/bin/sh",
    `echo "stand-in for npx $*: what is installed is linked"`,
    "mkdir node_modules",
    `ln -s "${root}"/node_modules/* node_modules/`,
    `ln -s "${root}/packages/repo-tools/node_modules" packages/repo-tools/`,
  ];
  mkdirSync(folder);
  writeFileSync(join(folder, "npx"), `${lines.join("\n")}\n`, { mode: 0o755 });
  return folder;
}

/** The repository as a person has it who starts act in it: act does not know `$/path`, so it gets the rendered workflow. */
function checkOutFor(origin: string, { commit, text }: { commit: string; text: string }, folder: string): string {
  execFileSync("git", ["clone", "--quiet", origin, folder]);
  const rendered = renderWorkflow(text, { repository: RELEASED, commit, version: "v0.0.0" });
  writeFileSync(join(folder, WORKFLOW), rendered);
  return folder;
}

/**
 * act has one token for all jobs: it gets what the jobs that may run are granted together, which is for a dry run what
 * the first one is.
 */
async function permissionsOf(text: string, inputs: ReleaseInputs): Promise<Record<string, "read" | "write">> {
  const { jobs } = await readWorkflow(WORKFLOW, text);
  const running = jobs.filter(({ id }) => id === "prove" || inputs["dry-run"] === "false");
  const granted = running.flatMap(({ permissions = {} }) => Object.entries(permissions));
  const levels = ["read", "write"] as const;
  return Object.fromEntries(
    levels.flatMap((level) => granted.flatMap(([scope, given]) => (given === level ? [[scope, level] as const] : []))),
  );
}

/** GitHub makes notes up by POST as well, and keeps nothing of it. */
function writesIn(requests: readonly RecordedRequest[]): string[] {
  const writes = requests.filter(
    ({ method, path }) => !["GET", "HEAD"].includes(method) && !path.endsWith("/releases/generate-notes"),
  );
  return writes.map(({ method, path, body }) => {
    const { ref } = path.endsWith("/git/refs") ? (JSON.parse(body.toString()) as { ref: string }) : {};
    const short = path.replace(/^.*\/repos\/acme\/fairway\//, "").replace(/&$/, "");
    return [method, short, ...(ref === undefined ? [] : [ref])].join(" ");
  });
}
