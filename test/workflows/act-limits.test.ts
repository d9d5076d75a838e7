/**
 * act runs the workflows as they are but for one thing: calls of sibling actions are written out, because it does not
 * know `$/path`. It is no GitHub, though, and what it does not do is left to the rehearsal and to the checks of the
 * workflow files. Each of these limits is tried here, so that a newer act which can do more is noticed, and each names
 * the test that shows the matter in act's place:
 *
 * - references to sibling actions by `$/path`
 * - environments: reviewers, and the approval between plan and promotion
 * - permissions: a token for each job with no more than the job names, and callers that grant too little
 * - required inputs and secrets of called workflows, and inputs that they do not have
 * - ids of jobs, by which a lease of scope `job` and the strategy `runs` find their own
 *
 * Shown by nothing here: the OIDC token behind the AWS login, for the login is played by a stand-in. Third-party actions
 * are the rehearsal's stand-ins under act as well.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runAct, type ActRun } from "../support/act-run.ts";
import { describeWithTool } from "../support/tools.ts";

const root = join(import.meta.dirname, "../..");

const REHEARSAL = "packages/rehearse/src/engine/run-workflow.test.ts";

interface Limit {
  readonly title: string;
  /** A job that ends as it says on act, and would end otherwise on GitHub, if it were let run there at all. */
  readonly job: string;
  readonly ends: "success" | "failure";
  /** The test that shows what GitHub does: its file, and its title there. Undefined for what nothing here can show. */
  readonly shownBy: readonly [file: string, title: string] | undefined;
}

const LIMITS: readonly Limit[] = [
  {
    title: "refuses a job that refers to a sibling action by $/path",
    job: "sibling: {runs-on: ubuntu-latest, steps: [{run: 'true'}, {uses: $/actions/compute-beta-tag}]}",
    ends: "failure",
    shownBy: ["test/scenario/story.test.ts", "is green from end to end"],
  },
  {
    title: "enters an environment without asking its reviewers",
    job: "guarded: {runs-on: ubuntu-latest, environment: production, steps: [{run: 'true'}]}",
    ends: "success",
    shownBy: ["test/scenario/story.test.ts", "nothing has moved when the reviewer is asked"],
  },
  {
    title: "gives its one token to a job without permissions as well",
    job: `powerless: {runs-on: ubuntu-latest, permissions: {}, steps: [{run: 'test "$T" = the-token', env: {T: "\${{ github.token }}"}}]}`,
    ends: "success",
    shownBy: [REHEARSAL, "give each job a token with its own permissions"],
  },
  {
    title: "lets a called workflow have what its caller does not grant",
    job: "ungranted: {uses: ./.github/workflows/called.yml, permissions: {}, with: {must: a}, secrets: {pass: b}}",
    ends: "success",
    shownBy: [REHEARSAL, "whose caller grants too little"],
  },
  {
    title: "calls a workflow with an input that it does not have",
    job: "unknown: {uses: ./.github/workflows/called.yml, with: {must: a, nonsense: b}, secrets: {pass: c}}",
    ends: "success",
    shownBy: [REHEARSAL, "with an input that the workflow does not know"],
  },
  {
    title: "calls a workflow without its required secret and input",
    job: "missing: {uses: ./.github/workflows/called.yml}",
    ends: "success",
    shownBy: [REHEARSAL, "without a required secret"],
  },
  {
    title: "tells a job no id of its own",
    job: `nameless: {runs-on: ubuntu-latest, steps: [{run: 'test -z "$ID"', env: {ID: "\${{ job.check_run_id }}"}}]}`,
    ends: "success",
    shownBy: ["test/bundle/check-concurrent.test.ts", "frees a job's lease in the post step"],
  },
  {
    title: "offers no OIDC token to a job that may ask for one",
    job: `stranger: {runs-on: ubuntu-latest, permissions: {id-token: write}, steps: [{run: 'test -z "$ACTIONS_ID_TOKEN_REQUEST_URL"'}]}`,
    ends: "success",
    shownBy: undefined,
  },
];

const CALLED = `
on:
  workflow_call:
    inputs: { must: { type: string, required: true } }
    secrets: { pass: { required: true } }
jobs:
  any: { runs-on: ubuntu-latest, permissions: { contents: write }, steps: [{ run: "true" }] }
`;

test("what act leaves is shown by the tests that are named for it, all but the OIDC token", () => {
  const shown = LIMITS.flatMap(({ shownBy }) => (shownBy === undefined ? [] : [shownBy]));
  expect(shown).toHaveLength(LIMITS.length - 1);
  for (const [file, title] of shown) expect(readFileSync(join(root, file), "utf8")).toContain(title);
});

describeWithTool("act", "act", () => {
  let folder: string;
  let run: ActRun;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fairway-act-limits-"));
    run = await runLimits(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(LIMITS)("$title", ({ job, ends }) => {
    const id = job.split(":")[0];
    const ended = run.jobs.filter(({ name }) => name.split("/").includes(id ?? ""));
    expect(ended.map(({ conclusion }) => conclusion)).toEqual([ends]);
  });
});

/** All of them in one workflow, in a repository of their own. */
async function runLimits(folder: string): Promise<ActRun> {
  const repository = join(folder, "repository");
  mkdirSync(join(repository, ".github/workflows"), { recursive: true });
  const jobs = LIMITS.map(({ job }) => `  ${job}\n`).join("");
  writeFileSync(join(repository, ".github/workflows/limits.yml"), `on: workflow_dispatch\njobs:\n${jobs}`);
  writeFileSync(join(repository, ".github/workflows/called.yml"), CALLED);
  const author = ["-c", "user.name=developer", "-c", "user.email=developer@example.com"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...author, "commit", "--quiet", "--message", "All"],
  ]) {
    expect(spawnSync("git", args, { cwd: repository }).status).toBe(0);
  }
  return runAct({
    repository,
    workflow: ".github/workflows/limits.yml",
    secrets: { GITHUB_TOKEN: "the-token" },
    folder,
  });
}
