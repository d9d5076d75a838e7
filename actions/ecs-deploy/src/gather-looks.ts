import { gatherCalls, upstream } from "@fairway/domain";

import type { DescribedService, EcsDeployPorts, ServiceFleet } from "./ports.ts";

/** One DescribeServices takes at most this many. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const MOST_A_CALL = 10;
/** As long as the pauses between two looks may differ, so that looks that were together once stay together. */
const WINDOW_MS = 1000;

/**
 * The same fleet for many services of a cluster at once: looks that are asked for within a second go out together, ten to a
 * call, so that the calls grow with a tenth of the services.
 */
export function gatherLooks(cluster: string, { fleet, clock, signal }: EcsDeployPorts): ServiceFleet {
  const call = async (names: readonly string[]): Promise<ReadonlyMap<string, DescribedService>> => {
    const found = await fleet.describeServices(cluster, names);
    return new Map(names.flatMap((name, index) => (found[index] === undefined ? [] : [[name, found[index]]])));
  };
  const look = gatherCalls(call, { most: MOST_A_CALL, windowMs: WINDOW_MS, clock, signal });
  return {
    ...fleet,
    describeService: async ({ service }) => {
      const seen = await look(service);
      if (seen?.kind === "found") return seen.service;
      throw seen?.error ?? upstream("ECS_NOT_UNDERSTOOD", `ECS did not describe the service ${service}`);
    },
  };
}
