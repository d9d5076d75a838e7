import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "@jest/globals";
import { runStep, type StepResult } from "@fairway/rehearse";
import type { GitHubServer } from "@fairway/testbed";

const root = join(import.meta.dirname, "../..");

const folders = mkdtempSync(join(tmpdir(), "fairway-bundle-"));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

export interface BundleRun {
  readonly action: string;
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly workspace?: string;
  readonly phase?: "main" | "post";
  readonly state?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Runs the committed bundle of an action as the runner does. */
export function runBundle({
  action,
  inputs = {},
  env = {},
  workspace = emptyFolder(),
  ...rest
}: BundleRun): Promise<StepResult> {
  return runStep({
    actionFolder: join(root, "actions", action),
    inputs,
    env,
    workspace,
    contexts: contextsOf(env),
    ...rest,
  });
}

/** A workspace with nothing in it, which is gone when the tests of the file have ended. */
export function emptyFolder(): string {
  return mkdtempSync(join(folders, "workspace-"));
}

/** The variables of a run in the embedded GitHub. */
export function runnerVariables(
  github: GitHubServer,
  run: { id: string | number; attempt?: number; sha?: string; actor?: string },
): Record<string, string> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt ?? 1),
    GITHUB_ACTOR: run.actor ?? "octocat",
    GITHUB_WORKFLOW: "Deploy",
    GITHUB_SHA: run.sha ?? "",
  };
}

/** What stands in the log of a step, as one text. */
export function logOf(result: StepResult): string {
  return result.log.map((line) => line.text).join("\n");
}

function contextsOf(env: Record<string, string>) {
  return { github: { sha: env["GITHUB_SHA"] ?? "", token: env["FAIRWAY_TEST_TOKEN"] ?? "" }, job: {} };
}
