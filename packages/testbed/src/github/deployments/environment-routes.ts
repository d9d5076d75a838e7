import { parameter, type RepositoryCall } from "../http/call.ts";
import { pagedAs } from "../http/paging.ts";
import { notFound } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { repositoryRoutes } from "../http/router.ts";
import { nodeId } from "../present.ts";
import type { EnvironmentRecord } from "../records.ts";
import { sameName } from "./environment-book.ts";
import { presentEnvironment } from "./present-environment.ts";

const READ = "actions=read; administration=read";

/** Environments. One that was never made answers 404. https://docs.github.com/rest/deployments/environments */
export const environmentRoutes = repositoryRoutes("deployments/environments", [
  ["GET /environments", READ, listEnvironments],
  ["GET /environments/{name}/deployment-branch-policies", READ, listBranchPolicies],
  ["GET /environments/{name+}", READ, getEnvironment],
]);

function listEnvironments(call: RepositoryCall): Reply {
  const { environments } = call.view.record;
  return pagedAs(call, "environments", environments, (environment) => presentEnvironment(call.repository, environment));
}

function getEnvironment(call: RepositoryCall): Reply {
  return json(presentEnvironment(call.repository, requireEnvironment(call)));
}

function listBranchPolicies(call: RepositoryCall): Reply {
  const { id, branchPolicy } = requireEnvironment(call);
  const patterns = branchPolicy === undefined || branchPolicy === "protected" ? [] : [branchPolicy];
  return pagedAs(call, "branch_policies", patterns, (name) => ({
    id,
    node_id: nodeId("GateBranch", id),
    name,
    type: "branch",
  }));
}

function requireEnvironment(call: RepositoryCall): EnvironmentRecord {
  const name = parameter(call, "name");
  const found = call.view.record.environments.find((environment) => sameName(environment, name));
  if (found === undefined) throw notFound();
  return found;
}
