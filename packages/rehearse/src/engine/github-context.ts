import { toText, type Value } from "../expressions/evaluate.ts";
import type { RunRequest } from "./run-request.ts";
import type { Workflow } from "./workflow.ts";

/** The `github` context of a run. A called workflow sees its caller's; `token`, `job` and `workspace` come with each job. */
export function githubContext(request: Pick<RunRequest, "event" | "host">, workflow: Workflow): Record<string, Value> {
  const { event, host } = request;
  const [owner = ""] = event.repository.split("/");
  return {
    action: "",
    actor: event.actor,
    api_url: host.urls.api,
    base_ref: "",
    event: {
      inputs: event.inputs,
      ref: event.ref,
      repository: { full_name: event.repository },
      workflow: workflow.path,
    },
    event_name: "workflow_dispatch",
    graphql_url: `${host.urls.api}/graphql`,
    head_ref: "",
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags)\//, ""),
    ref_protected: false,
    ref_type: event.ref.startsWith("refs/tags/") ? "tag" : "branch",
    repository: event.repository,
    repository_id: "1",
    repository_owner: owner,
    repository_owner_id: "1",
    repositoryUrl: `${host.urls.server.replace(/^http/, "git")}/${event.repository}.git`,
    retention_days: "90",
    run_attempt: String(host.run.attempt),
    run_id: String(host.run.id),
    run_number: String(host.run.number),
    secret_source: "Actions",
    server_url: host.urls.server,
    sha: event.commit,
    triggering_actor: event.actor,
    workflow: workflow.name,
    workflow_ref: `${event.repository}/${workflow.path}@${event.ref}`,
    workflow_sha: event.commit,
  };
}

/** The names of the `github` context that the runner also gives as GITHUB_<NAME> variables. */
const VARIABLES = [
  "action",
  "actor",
  "api_url",
  "base_ref",
  "event_name",
  "graphql_url",
  "head_ref",
  "job",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
  "event_path",
];

/** GITHUB_* variables of a step. */
export function githubVariables(github: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(VARIABLES.map((name) => [`GITHUB_${name.toUpperCase()}`, toText(github[name] ?? "")]));
}
