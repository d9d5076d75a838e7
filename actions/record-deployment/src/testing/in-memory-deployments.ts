import { parseInputs, upstream } from "@fairway/domain";
import { createManualClock, createRecordingLog } from "@fairway/domain/testing";

import { fields, type RecordDeploymentInputs } from "../inputs.ts";
import type {
  Approval,
  Deployment,
  DeploymentBook,
  NewDeployment,
  NewStatus,
  RecordDeploymentPorts,
} from "../ports.ts";

/** Deployments as GitHub keeps them: newest first, each with its statuses, oldest first. */
export class InMemoryDeployments implements DeploymentBook {
  deployments: Deployment[] = [];
  readonly statuses = new Map<number, NewStatus[]>();
  /** What the next creations do: fail before anything is made, or after. */
  readonly failures: ("before" | "after")[] = [];
  reads = 0;
  /** The commit that every ref names. */
  sha = "a".repeat(40);

  byId = async (id: number): Promise<Deployment> => {
    const found = this.deployments.find((one) => one.id === id);
    if (found === undefined) throw upstream("GITHUB_FAILED", "GitHub answered 404");
    return Promise.resolve(found);
  };

  newest = (of: Pick<Deployment, "environment" | "task">, count: number): Promise<readonly Deployment[]> => {
    this.reads += 1;
    const same = this.deployments.filter(({ environment, task }) => environment === of.environment && task === of.task);
    return Promise.resolve(same.slice(0, count));
  };

  stateOf = (id: number): Promise<string> => {
    this.reads += 1;
    return Promise.resolve(this.statesOf(id).at(-1) ?? "pending");
  };

  create = ({ environment, task, payload }: NewDeployment): Promise<Deployment> => {
    const failure = this.failures.shift();
    if (failure === "before") return Promise.reject(noAnswer());
    const made = this.add({ environment, task, payload });
    return failure === "after" ? Promise.reject(noAnswer()) : Promise.resolve(made);
  };

  mark = (id: number, status: NewStatus): Promise<void> => {
    this.statuses.set(id, [...(this.statuses.get(id) ?? []), status]);
    return Promise.resolve();
  };

  /** Puts a record in place as if it had been there, with its states. */
  add(record: Partial<Deployment>, ...states: NewStatus["state"][]): Deployment {
    const id = this.deployments.length + 1;
    const made = { id, sha: this.sha, environment: "production", task: "deploy", payload: {}, ...record };
    this.deployments = [made, ...this.deployments];
    const told = states.map((state) => ({ state, description: "", logUrl: "" }));
    if (told.length > 0) this.statuses.set(id, told);
    return made;
  }

  statesOf(id: number): string[] {
    return (this.statuses.get(id) ?? []).map(({ state }) => state);
  }
}

/** The payload of a record that run `run` made. */
export function payloadOf(run: string, version = "0.1.0"): object {
  return { schema: 1, by: "fairway", run, attempt: "1", ref: `${version}-abcdefg.beta`, version };
}

/** The ports over the double: this run is 7, and the runs below 7 have completed unless they are named. */
export function portsOf(book: InMemoryDeployments, known: { approvals?: readonly Approval[]; alive?: string[] } = {}) {
  const log = createRecordingLog();
  const ports: RecordDeploymentPorts = {
    deployments: book,
    approvals: { of: () => Promise.resolve(known.approvals ?? []) },
    runs: { lifeOfAttempt: (run) => Promise.resolve(known.alive?.includes(run) === true ? "alive" : "completed") },
    me: { run: "7", attempt: "1", actor: "dev", url: "https://github.example/runs/7" },
    clock: createManualClock(),
    random: () => 0.5,
    log,
    signal: new AbortController().signal,
  };
  return { ...ports, log };
}

/** Inputs as the runner gives them, over the defaults of action.yml. */
export function inputs(texts: Record<string, string>): RecordDeploymentInputs {
  const verdict = parseInputs(fields, { task: "deploy", "dry-run": "false", "github-token": "token-123", ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

function noAnswer(): Error {
  return upstream("GITHUB_UNREACHABLE", "GitHub gave no answer");
}
