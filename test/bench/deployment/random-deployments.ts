import type { DeploymentScript } from "./deployment-world.ts";

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
    return { desiredCount, healthCheck: true, timings, start: { kind: "healthy", startMs: lastsMs - fixedMs } };
  });
}

/** Numbers between two bounds, by the generator that is called mulberry32. */
function createDraw(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (to - from);
  };
}
