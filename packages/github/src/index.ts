export { openApprovals } from "./approvals.ts";
export { connectGitHub, type GitHubConnection, type GitHubOptions } from "./connect.ts";
export { openDeployments } from "./deployments.ts";
export { openEnvironments } from "./environments.ts";
export { openLeaseRefs } from "./lease-refs.ts";
export { openReleases } from "./releases.ts";
export { openRuns } from "./runs.ts";
export { openTags } from "./tags.ts";
