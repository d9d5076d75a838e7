import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { checkOutCommit } from "@fairway/rehearse/rehearsal";
import { readWorkflow } from "@fairway/rehearse/workflows";
import type { World } from "@fairway/testbed";
import { FAIRWAY, type LaidOutFairway } from "./act-fairway.ts";
import { fillInExample } from "./act-fill-in.ts";
import type { MirrorRegistry } from "./act-registry.ts";
import { runAct, type ActRun } from "./act-run.ts";
import type { ActIdTokens } from "./act-id-tokens.ts";
import type { ActStandIns } from "./act-stand-ins.ts";

/** What every run in one world shares. */
export interface ActPlace {
  readonly world: World;
  readonly registry: MirrorRegistry;
  readonly standIns: ActStandIns;
  readonly idTokens: ActIdTokens;
  readonly fairway: LaidOutFairway;
  /** Each run gets a folder in this one. */
  readonly folder: string;
}

export interface ActDispatch {
  /** A file of workflows-examples. */
  readonly example: string;
  /** What is typed into its form. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables that every step has besides those of the world. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A run as it ended, with its page and its token. */
export interface DispatchedRun extends ActRun {
  readonly url: string;
  readonly token: string;
}

const root = join(import.meta.dirname, "../..");

/** Only these come with credentials, which the stand-in for the AWS login gives to the steps after it. */
const CREDENTIALS = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|REGION|DEFAULT_REGION)$/;

/** Starts an example by hand on the newest commit of main, in a checkout of the application, and waits for its end. */
export async function dispatchExample(
  place: ActPlace,
  { example, inputs, environment }: ActDispatch,
): Promise<DispatchedRun> {
  const { world, registry, standIns, idTokens, fairway } = place;
  const caller = fillInExample(readFileSync(join(root, "workflows-examples", example), "utf8"), world, registry);
  const { secrets, variables } = caller;
  const workflow = `.github/workflows/${example}`;
  const headSha = world.repository.refs.get("refs/heads/main") ?? "";
  const run = world.repository.startRun({ workflow, event: "workflow_dispatch", actor: "developer", headSha });
  run.startJob("act");
  const folder = mkdtempSync(join(place.folder, `run-${run.id}-`));
  const permissions = await permissionsOf(workflow, caller.text);
  const token = world.github.token(`run-${run.id}`, permissions);
  const thirdParty = standIns.repositoriesFor([caller.text, ...fairway.called], FAIRWAY.repository);
  const ended = await runAct({
    repository: await checkOut(world, { token, headSha, workflow, text: caller.text }, join(folder, "application")),
    workflow,
    inputs,
    secrets: { ...secrets, GITHUB_TOKEN: token },
    variables,
    environment: {
      ...variablesOf(world),
      GITHUB_RUN_ID: String(run.id),
      FAIRWAY_STAND_INS: standIns.url,
      ...(permissions["id-token"] === "write" ? idTokens.variables : {}),
      ...environment,
    },
    repositories: [fairway.repository, ...thirdParty],
    folder,
  });
  run.complete(ended.conclusion);
  return { ...ended, url: run.htmlUrl, token };
}

/** act has one token for all jobs: it gets what the caller's jobs are granted together. */
async function permissionsOf(path: string, text: string): Promise<Record<string, "read" | "write">> {
  const { jobs, permissions: atTop = {} } = await readWorkflow(path, text);
  const granted = jobs.flatMap(({ permissions = atTop }) => Object.entries(permissions));
  const levels = ["read", "write"] as const;
  return Object.fromEntries(
    levels.flatMap((level) => granted.flatMap(([scope, given]) => (given === level ? [[scope, level] as const] : []))),
  );
}

interface Application {
  readonly token: string;
  readonly headSha: string;
  readonly workflow: string;
  readonly text: string;
}

/** The application's repository as a person has it who starts act in it. Returns its folder. */
async function checkOut(
  { github, repository }: World,
  { token, headSha, workflow, text }: Application,
  folder: string,
): Promise<string> {
  mkdirSync(dirname(join(folder, workflow)), { recursive: true });
  await checkOutCommit({ api: `${github.url}/repos/${repository.fullName}`, token, commit: headSha }, folder);
  writeFileSync(join(folder, workflow), text);
  return folder;
}

function variablesOf(world: World): Record<string, string> {
  const variables = Object.entries(world.env()).filter(([name]) => !CREDENTIALS.test(name));
  return { ...Object.fromEntries(variables), GITHUB_REF: "refs/heads/main" };
}
