import type { Value } from "../expressions/evaluate.ts";
import { githubVariables } from "./github-context.ts";
import type { StepPlace } from "./step-place.ts";

/**
 * The whole environment of a step's process: little of this machine's, the endpoints of the world, what the runner
 * sets, what earlier steps left, and the `env:` of workflow, job and step, the narrower one winning.
 */
export function stepEnvironment({ state, contexts, environment }: StepPlace): Record<string, string> {
  const { request } = state.place.jobs;
  const path = [...state.left.path, process.env["PATH"] ?? ""].join(":");
  return {
    HOME: process.env["HOME"] ?? "",
    ...request.host.environment,
    CI: "true",
    GITHUB_ACTIONS: "true",
    ...githubVariables(contexts["github"] as Readonly<Record<string, Value>>),
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    RUNNER_NAME: "rehearsal",
    RUNNER_ENVIRONMENT: "self-hosted",
    RUNNER_TEMP: state.folders.temp,
    RUNNER_TOOL_CACHE: state.folders.tools,
    ...state.environment,
    ...state.left.environment,
    ...environment,
    PATH: path,
  };
}
