import type { Clock } from "@fairway/domain";

import type { ServiceFleet, ServiceTarget } from "./ports.ts";
import type { Service } from "./service-state.ts";

/** One DescribeServices takes at most this many. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const MOST_A_CALL = 10;
/** As long as the pauses between two looks may differ, so that looks that were together once stay together. */
const WINDOW_MS = 1000;

interface Waiting extends ServiceTarget {
  readonly resolve: (service: Service) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The same fleet for many services at once: looks that are asked for within a second go out together, ten to a call, so that
 * the calls grow with a tenth of the services.
 */
export function gatherLooks(fleet: ServiceFleet, clock: Clock, signal: AbortSignal): ServiceFleet {
  let waiting: Waiting[] = [];
  const flush = async (): Promise<void> => {
    const window = await clock.sleep(WINDOW_MS, signal).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const batch = waiting;
    waiting = [];
    if (window === undefined) await Promise.all(callsOf(batch).map((call) => lookAt(fleet, call)));
    else for (const { reject } of batch) reject(window.error);
  };
  return {
    ...fleet,
    describeService: (target) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...target, resolve, reject });
        if (waiting.length === 1) void flush();
      }),
  };
}

function callsOf(batch: readonly Waiting[]): Waiting[][] {
  return Array.from({ length: Math.ceil(batch.length / MOST_A_CALL) }, (_, index) =>
    batch.slice(index * MOST_A_CALL, (index + 1) * MOST_A_CALL),
  );
}

/** Never rejects: each one that waits learns its own answer. */
async function lookAt(fleet: ServiceFleet, call: readonly Waiting[]): Promise<void> {
  const cluster = call[0]?.cluster ?? "";
  try {
    const found = await fleet.describeServices(
      cluster,
      call.map(({ service }) => service),
    );
    for (const [index, { resolve, reject }] of call.entries()) {
      const answer = found[index];
      if (answer?.kind === "found") resolve(answer.service);
      else reject(answer?.error);
    }
  } catch (error) {
    for (const { reject } of call) reject(error);
  }
}
