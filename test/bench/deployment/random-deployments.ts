import type { DeploymentScript } from "./deployment-world.ts";
import { createDraw } from "./seeded-draw.ts";

const SHORTEST_MS = 3 * 60_000;
const LONGEST_MS = 15 * 60_000;

/** Deployments that succeed after 3 to 15 minutes, evenly spread; the same ones for the same seed. */
export function drawDeployments(count: number, seed: number): DeploymentScript[] {
  const draw = createDraw(seed);
  return Array.from({ length: count }, () => {
    const lastsMs = draw(SHORTEST_MS, LONGEST_MS);
    const timings = {
      provisioningMs: draw(3_000, 20_000),
      pullMs: draw(5_000, 60_000),
      activatingMs: draw(1_000, 5_000),
      // Behind a load balancer the old tasks drain before they are stopped.
      drainMs: draw(5_000, 60_000),
      stoppingMs: draw(1_000, 10_000),
      deprovisioningMs: draw(2_000, 10_000),
    };
    const fixedMs = Object.values(timings).reduce((sum, ms) => sum + ms, 0);
    const desiredCount = 1 + Math.floor(draw(0, 6));
    const start = { kind: "healthy", startMs: lastsMs - fixedMs } as const;
    return { desiredCount, healthCheck: true, timings, start, chance: Math.floor(draw(1, 2 ** 31)) };
  });
}
