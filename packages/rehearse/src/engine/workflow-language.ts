import { registerHooks } from "node:module";

import type * as workflowParser from "@actions/workflow-parser";
import type * as ifConditions from "@actions/workflow-parser/model/converter/if-condition";

/** GitHub's own workflow parser, and its rule for the implicit success() of an `if:`. */
export interface WorkflowLanguage {
  readonly parser: typeof workflowParser;
  readonly conditions: typeof ifConditions;
}

let loaded: Promise<WorkflowLanguage> | undefined;

/**
 * Loads the parser, once. Its modules import their JSON schema without an import attribute, which Node refuses; a load
 * hook serves those files as modules while they load.
 */
export function loadWorkflowLanguage(): Promise<WorkflowLanguage> {
  loaded ??= withJsonModules(async () => ({
    parser: await import("@actions/workflow-parser"),
    conditions: await import("@actions/workflow-parser/model/converter/if-condition"),
  }));
  return loaded;
}

/** Runs a loader while JSON files can be imported without an attribute. */
export async function withJsonModules<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith("file:") || !url.endsWith(".json") || context.importAttributes["type"] === "json")
        return nextLoad(url, context);
      const { source } = nextLoad(url, { ...context, format: "json", importAttributes: { type: "json" } });
      return { format: "module", shortCircuit: true, source: `export default ${asText(source)};` };
    },
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}

function asText(source: unknown): string {
  return typeof source === "string" ? source : Buffer.from(source as Uint8Array).toString("utf8");
}
