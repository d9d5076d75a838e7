import { refusal, type FairwayError, type Release } from "@fairway/domain";

import type { CreateReleaseInputs } from "./inputs.ts";

export interface CreateReleaseResult {
  readonly outputs: {
    readonly "release-id": string;
    readonly "html-url": string;
    readonly tag: string;
    readonly commit: string;
    readonly assets: string;
    readonly outcome: "created" | "resumed" | "unchanged" | "planned";
  };
  /** What was done, or would be, one sentence a step. */
  readonly steps: readonly string[];
}

/** The result of a run that ended green. */
export function report(
  release: Release | undefined,
  inputs: CreateReleaseInputs,
  outcome: CreateReleaseResult["outputs"]["outcome"],
  steps: readonly string[],
): CreateReleaseResult {
  const assets = (release?.assets ?? []).map(({ name, size, digest }) => ({ name, size, digest }));
  return {
    outputs: {
      "release-id": release === undefined ? "" : String(release.id),
      "html-url": release?.htmlUrl ?? "",
      tag: inputs.tag,
      commit: inputs.commit,
      assets: JSON.stringify(assets),
      outcome,
    },
    steps,
  };
}

/** The error for a request that contradicts what is there. */
export function conflict(reason: string): FairwayError {
  return refusal(
    "RELEASE_CONFLICT",
    `The release is refused: ${reason}`,
    "A published release and its tag never change. Release another version, or make the request match what is there.",
  );
}
