import type { Assessment, Failed } from "./assessment.ts";
import { errorRateBound, percentile } from "./statistics.ts";
import type { Target } from "./target.ts";

export interface Sample {
  readonly target: Target;
  readonly assessment: Assessment;
  /** Milliseconds since the soak began. */
  readonly atMs: number;
}

export interface SoakLimits {
  readonly maxErrorRate: number;
  readonly maxP95Ms: number | undefined;
}

export interface SoakFigures {
  readonly samples: number;
  readonly failed: number;
  readonly errorRate: number;
  /** The error rate is below this with 95 % confidence, were the answers independent. */
  readonly errorRateBound: number;
  /** Of the healthy answers; undefined when there were none. */
  readonly p95Ms: number | undefined;
}

export type SoakVerdict =
  | { readonly kind: "clean"; readonly figures: SoakFigures }
  | ({ readonly kind: "errors"; readonly figures: SoakFigures } & SoakFailure)
  | { readonly kind: "slow"; readonly figures: SoakFigures; readonly maxP95Ms: number };

/** A target that failed in a soak. */
export interface SoakFailure {
  readonly target: Target;
  /** How it failed last. */
  readonly failed: Failed;
  /** Milliseconds since the soak began at which it was last healthy; undefined when it never was. */
  readonly lastHealthyMs: number | undefined;
  /** The version of its last answer that had one. */
  readonly version: string | undefined;
}

/** Judges a soak that is over: errors first, since a service that fails quickly has fine latencies. */
export function judgeSoak(samples: readonly Sample[], { maxErrorRate, maxP95Ms }: SoakLimits): SoakVerdict {
  const figures = soakFigures(samples);
  const worst = lastFailure(samples);
  if (worst !== undefined && figures.errorRate > maxErrorRate) return { kind: "errors", figures, ...worst };
  const slow = maxP95Ms !== undefined && figures.p95Ms !== undefined && figures.p95Ms > maxP95Ms;
  return slow ? { kind: "slow", figures, maxP95Ms } : { kind: "clean", figures };
}

/** Whether the limit is passed already even if every answer that is still to come is healthy. */
export function isBeyondHope(failed: number, planned: number, { maxErrorRate }: SoakLimits): boolean {
  return failed > 0 && failed / planned > maxErrorRate;
}

function soakFigures(samples: readonly Sample[]): SoakFigures {
  const failed = samples.filter(({ assessment }) => assessment.kind === "failed").length;
  const took = samples.flatMap(({ assessment }) => (assessment.kind === "passed" ? [assessment.tookMs] : []));
  return {
    samples: samples.length,
    failed,
    errorRate: samples.length === 0 ? 0 : failed / samples.length,
    errorRateBound: errorRateBound(failed, samples.length),
    p95Ms: percentile(took, 0.95),
  };
}

function lastFailure(samples: readonly Sample[]): SoakFailure | undefined {
  const last = samples.findLast(({ assessment }) => assessment.kind === "failed");
  if (last?.assessment.kind !== "failed") return undefined;
  const own = samples.filter(({ target }) => target === last.target);
  return {
    target: last.target,
    failed: last.assessment,
    lastHealthyMs: own.findLast(({ assessment }) => assessment.kind === "passed")?.atMs,
    version: own.findLast(({ assessment }) => assessment.version !== undefined)?.assessment.version,
  };
}
