export { FAULTS, findFault, type Fault, type WorldPart } from "./faults.ts";
export { openRehearsal, type Rehearsal } from "./open-rehearsal.ts";
export { rehearse, type RehearseOptions, type RehearseResult } from "./rehearse.ts";
export { takePicture, type WorldPicture } from "./world-picture.ts";
