import type { FairwayError } from "@fairway/domain";

import { createAsker } from "./asker.ts";
import { awaitHealth, type WaitResult } from "./await-health.ts";
import { explain, explainSoak } from "./explain.ts";
import type { Expectations } from "./expectations.ts";
import type { HealthGateInputs } from "./inputs.ts";
import type { SoakVerdict } from "./judge-soak.ts";
import type { HealthGatePorts } from "./ports.ts";
import { expectationsOfPreset } from "./preset.ts";
import { renderReady, renderSoak } from "./render-verdict.ts";
import { soak } from "./soak.ts";

export interface HealthGateResult {
  readonly outputs: {
    readonly "ready-after-ms": string;
    readonly attempts: string;
    readonly "observed-version": string;
    readonly "error-rate": string;
    readonly "p95-ms": string;
    readonly reason: string;
    readonly outcome: "healthy" | "unhealthy" | "timed-out";
  };
  readonly failure: FairwayError | undefined;
  /** For the summary. */
  readonly wait: WaitResult;
}

interface Conclusion {
  readonly outcome: HealthGateResult["outputs"]["outcome"];
  readonly reason: string;
  readonly failure?: FairwayError;
  readonly soak?: SoakVerdict;
}

/**
 * Waits until what was deployed is healthy and, with a soak, stays so. Green means that the expected answers were seen,
 * from fresh connections, as many in a row as were asked for.
 */
export async function healthGate(inputs: HealthGateInputs, ports: HealthGatePorts): Promise<HealthGateResult> {
  const asker = createAsker(inputs, ports);
  const expectations = expectationsOf(inputs);
  const wait = await awaitHealth(inputs, expectations, { ...ports, asker });
  const conclusion = await conclude(wait, inputs, async (targets) =>
    soak(targets, inputs, expectations, { ...ports, asker }),
  );
  ports.log.info(`${conclusion.outcome}: ${conclusion.reason}`);
  const { outcome, reason, failure } = conclusion;
  return {
    outputs: { ...figures(wait, conclusion.soak), attempts: String(asker.count()), reason, outcome },
    failure,
    wait,
  };
}

function expectationsOf(inputs: HealthGateInputs): Expectations {
  return {
    statuses: inputs.expectStatus,
    headers: inputs.expectHeader ?? [],
    json: [...expectationsOfPreset(inputs.preset), ...(inputs.expectJson ?? [])],
    version: inputs.expectVersion,
    versionPointer: inputs.versionPointer,
  };
}

async function conclude(
  wait: WaitResult,
  inputs: HealthGateInputs,
  startSoak: (targets: HealthGateInputs["url"]) => Promise<SoakVerdict>,
): Promise<Conclusion> {
  const { verdict } = wait;
  if (verdict.kind !== "ready") {
    const { failure, reason } = explain(verdict, wait);
    return { outcome: verdict.kind === "settled" ? "unhealthy" : "timed-out", reason, failure };
  }
  const ready = renderReady(verdict, inputs, wait.mixes);
  if (inputs.soakSeconds === 0) return { outcome: "healthy", reason: ready };
  const soaked = await startSoak(verdict.tracks.map(({ target }) => target));
  if (soaked.kind === "clean") return { outcome: "healthy", reason: `${ready}; ${renderSoak(soaked)}`, soak: soaked };
  return { outcome: "unhealthy", ...explainSoak(soaked, inputs), soak: soaked };
}

function figures(
  { verdict, tracks }: WaitResult,
  soaked: SoakVerdict | undefined,
): Pick<HealthGateResult["outputs"], "ready-after-ms" | "observed-version" | "error-rate" | "p95-ms"> {
  const late = soaked?.kind === "errors" ? soaked.failed.version : undefined;
  const versions = [...new Set(late === undefined ? tracks.flatMap(({ version }) => version ?? []) : [late])];
  return {
    "ready-after-ms": verdict.kind === "ready" ? String(Math.round(verdict.afterMs)) : "",
    "observed-version": versions.join(","),
    "error-rate": soaked === undefined ? "" : String(Number(soaked.figures.errorRate.toFixed(4))),
    "p95-ms": soaked?.figures.p95Ms === undefined ? "" : String(Math.round(soaked.figures.p95Ms)),
  };
}
