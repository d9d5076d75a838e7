import type { Value } from "../expressions/evaluate.ts";
import type { EnvironmentAnswer, RunEvent } from "./run-events.ts";
import type { Permissions } from "./workflow.ts";

/** One run of a workflow, started by hand, and everything it needs from outside. */
export interface RunRequest {
  /** The caller's file, as its own repository names it, and its text. */
  readonly caller: { readonly path: string; readonly content: string };
  readonly called: CalledRepository;
  readonly event: DispatchEvent;
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Variables and secrets of environments, by name; they win in the jobs that name the environment. */
  readonly environments: Readonly<
    Record<
      string,
      { readonly variables: Readonly<Record<string, string>>; readonly secrets: Readonly<Record<string, string>> }
    >
  >;
  readonly host: RunHost;
  /** Folder for the jobs' workspaces and temporary files. */
  readonly folder: string;
  readonly report: (event: RunEvent) => void;
  readonly signal: AbortSignal;
}

/** The repository whose reusable workflows and actions are under test, and where it lies on disk. */
export interface CalledRepository {
  /** `owner/name` as callers write it in `uses:`. */
  readonly fullName: string;
  readonly root: string;
}

/** A `workflow_dispatch` event; its inputs are text, as the API sends them. */
export interface DispatchEvent {
  readonly repository: string;
  readonly actor: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly commit: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What GitHub and the world do for a run. */
export interface RunHost {
  readonly run: { readonly id: number; readonly number: number; readonly attempt: number; readonly url: string };
  readonly urls: { readonly server: string; readonly api: string };
  /** Added to the environment of every step: endpoints of the embedded world. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts a job, and a deployment with it when it deploys to an environment. */
  startJob(name: string, deploysTo: string | undefined): HostedJob;
  /** Waits for the environment's protection rules; `onWait` is called when a reviewer has to answer. */
  enterEnvironment(environment: string, onWait: () => void): Promise<EnvironmentAnswer>;
  /** A token with exactly these permissions, as each job gets one. */
  issueToken(permissions: Permissions): string;
  /** The stand-in for a third-party action, by `owner/name`; undefined when there is none. */
  standIn(name: string): StandIn | undefined;
  readonly standInNames: readonly string[];
}

export interface HostedJob {
  readonly id: number;
  complete(conclusion: "success" | "failure" | "cancelled", environmentUrl: string | undefined): void;
}

/** Plays a third-party action against the embedded world. Throws to fail the step. */
export type StandIn = (call: StandInCall) => Promise<StandInAnswer>;

export interface StandInCall {
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly contexts: Readonly<Record<string, Value>>;
}

export interface StandInAnswer {
  readonly said: readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}
