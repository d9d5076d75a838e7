import { configuration } from "@fairway/domain";

import type { PackagePlan } from "./package-plan.ts";
import type { BuildArm64PackagePorts, Tool } from "./ports.ts";

export interface Tools {
  /** Undefined where the manifest has nothing for it. */
  readonly go: Tool | undefined;
  readonly node: Tool | undefined;
}

const SETUP = {
  go: { title: "Go", action: "actions/setup-go@v7", input: "go-version" },
  node: { title: "Node", action: "actions/setup-node@v7", input: "node-version" },
} as const;

/** Finds what the manifest builds with. A version that is asked for and not there is an error that says which lines add it. */
export async function findTools(plan: PackagePlan, ports: BuildArm64PackagePorts): Promise<Tools> {
  const go = plan.builds.length > 0 ? await find("go", plan.goVersion, ports) : undefined;
  // Without a version the commands take what PATH has, or need no Node at all.
  const node = plan.nodeVersion === undefined ? undefined : await find("node", plan.nodeVersion, ports);
  return { go, node };
}

async function find(name: "go" | "node", wanted: string | undefined, ports: BuildArm64PackagePorts): Promise<Tool> {
  const search = await ports.findTool(name, wanted);
  if (search.kind === "found") return search.tool;
  const { title, action, input } = SETUP[name];
  const asked = wanted === undefined ? title : `${title} ${wanted}`;
  const there = search.versions.length === 0 ? "none is" : `${search.versions.join(", ")} is`;
  throw configuration(
    "TOOL_MISSING",
    `${asked} is needed and not on this runner; ${there} there`,
    `Put these lines before this step:\n- uses: ${action}\n  with:\n    ${input}: "${wanted ?? "stable"}"`,
  );
}
