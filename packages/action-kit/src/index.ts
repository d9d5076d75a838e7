export { mask } from "./masks.ts";
export { remoteText } from "./remote-text.ts";
export { runAction, type Action, type ActionResult, type Runtime } from "./run-action.ts";
export type { RunnerContext } from "./runner-context.ts";
