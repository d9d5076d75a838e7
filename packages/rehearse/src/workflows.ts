export { readWorkflow } from "./engine/read-workflow.ts";
export type { Job, Step, Workflow } from "./engine/workflow.ts";
export { fillIn } from "./fill-in.ts";
export { readActionMetadata, type ActionMetadata } from "./runner/action-metadata.ts";
export { validateWorkflow } from "./validate-workflow.ts";
