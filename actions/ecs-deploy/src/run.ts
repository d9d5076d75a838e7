import type { Deadline } from "@fairway/domain";

import type { EcsDeployInputs } from "./inputs.ts";
import type { EcsDeployPorts, ServiceTarget } from "./ports.ts";

/** One run of the action: what was asked, of whom, and until when. */
export interface Run {
  readonly inputs: EcsDeployInputs;
  readonly ports: EcsDeployPorts;
  readonly target: ServiceTarget;
  readonly deadline: Deadline;
}
