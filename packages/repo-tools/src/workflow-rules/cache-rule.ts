import type { Finding } from "./finding.ts";
import { namesSecret, type WorkflowFile, type WorkflowJob, type WorkflowStep } from "./workflow-file.ts";

/**
 * No cache in a job that may write, takes a secret or has an identity: whoever can fill a cache from a branch could put
 * code into it. Some actions use one unless they are told not to.
 */
export function checkCaches({ jobs }: WorkflowFile): Finding[] {
  return jobs.filter(isPrivileged).flatMap(({ id, steps }) =>
    steps.filter(usesCache).map(({ name, line }) => ({
      rule: "cache",
      line,
      message: `"${name}" may restore a cache in job ${id}, which is trusted with more than reading: turn it off.`,
    })),
  );
}

function isPrivileged({ permissions, environment, source }: WorkflowJob): boolean {
  const writes = permissions?.scopes.some(({ level }) => level === "write") === true;
  return writes || environment || namesSecret(source);
}

/** By action: whether a step with these inputs restores or fills a cache. */
const CACHING: Readonly<Record<string, (inputs: WorkflowStep["inputs"]) => boolean>> = {
  "actions/cache": () => true,
  // Caches on its own as soon as package.json names its package manager.
  "actions/setup-node": (inputs) => "cache" in inputs || inputs["package-manager-cache"] !== "false",
  "actions/setup-go": (inputs) => inputs["cache"] !== "false",
  "actions/setup-python": (inputs) => "cache" in inputs,
  "actions/setup-java": (inputs) => "cache" in inputs,
  "docker/build-push-action": (inputs) =>
    [inputs["cache-from"], inputs["cache-to"]].some((place) => place?.includes("type=gha") === true),
  "docker/setup-buildx-action": (inputs) => inputs["cache-binary"] !== "false",
};

function usesCache({ uses, inputs }: WorkflowStep): boolean {
  const action = uses?.reference.split("@")[0]?.split("/").slice(0, 2).join("/") ?? "";
  return CACHING[action]?.(inputs) === true;
}
