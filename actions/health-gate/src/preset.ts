import { parseJsonExpectation, type JsonExpectation } from "./expectations.ts";

/**
 * What a health document that speaks a known vocabulary must hold. The parts come before `/status`, so that a failure names
 * the part and not only the sum of all parts.
 *
 * `compose` is the vocabulary of servers that run as blue and green containers: status healthy, degraded or unhealthy;
 * database connected or disconnected; migrations up-to-date, pending or unknown; jobs operational or degraded. Only the
 * first word of each is health: degraded serves somebody, and promoting it is no goal. Not every such server has a job
 * queue, so an answer without `jobs` passes.
 */
export function expectationsOfPreset(preset: "none" | "compose"): readonly JsonExpectation[] {
  if (preset === "none") return [];
  return [
    parseJsonExpectation("/database = connected"),
    parseJsonExpectation("/migrations = up-to-date"),
    { ...parseJsonExpectation("/jobs = operational"), optional: true },
    parseJsonExpectation("/status = healthy"),
  ];
}
