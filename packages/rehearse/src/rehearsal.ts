export { runWorkflow, type RunRecord } from "./engine/run-workflow.ts";
export { FAULTS, findFault, type Fault, type WorldPart } from "./faults.ts";
export { openRehearsal, type Rehearsal } from "./open-rehearsal.ts";
export { holdLease, publishBeta } from "./preparations.ts";
export { rehearse, type RehearseOptions, type RehearseResult } from "./rehearse.ts";
export { createStandIns } from "./stand-ins.ts";
export { takePicture, type WorldPicture } from "./world-picture.ts";
export { checkOutCommit } from "./world-checkout.ts";
export { openRunHost } from "./world-host.ts";
