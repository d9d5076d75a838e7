export type { Resolution } from "./addresses.ts";
export type { Observation, Phase } from "./observation.ts";
export { openProbe, type AttemptOptions, type Probe, type ProbeOptions } from "./probe.ts";
