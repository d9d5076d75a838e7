import type { HealthGateInputs } from "./inputs.ts";
import type { HealthGatePorts, Observation } from "./ports.ts";
import type { Target } from "./target.ts";

/** Starts attempts with the step's options and counts them. */
export interface Asker {
  /** Asks a target once. Ends as `aborted` when the signal or the run is aborted. */
  ask(target: Target, signal: AbortSignal): Promise<Observation>;
  count(): number;
}

export function createAsker(inputs: HealthGateInputs, { probe, signal: cancelled }: HealthGatePorts): Asker {
  const timeoutMs = inputs.attemptTimeoutSeconds * 1000;
  let count = 0;
  return {
    ask: (target, signal) => {
      count += 1;
      return probe.attempt(target.url, {
        timeoutMs,
        followRedirects: inputs.followRedirects,
        address: target.address,
        signal: AbortSignal.any([cancelled, signal]),
      });
    },
    count: () => count,
  };
}
