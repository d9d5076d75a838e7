export { startGitHub, type GitHubOptions, type GitHubServer } from "./start-github.ts";
export type { RepositoryState } from "./repository-state.ts";
export type { JobState, RunState } from "./actions/run-state.ts";
export type { Fault } from "./faults.ts";
export type { SiteKind } from "./site.ts";
