import type { FairwayError } from "@fairway/domain";

import type { Approval } from "./ports.ts";

export interface RecordDeploymentResult {
  readonly outputs: {
    readonly "deployment-id": string;
    readonly state: string;
    readonly approvers: string;
    readonly outcome: "started" | "resumed" | "finished" | "unchanged" | "planned";
  };
  readonly approvals: readonly Approval[];
  /** The verdict, or what was begun, in one line. */
  readonly said: string;
  /** How many earlier records were marked as inactive, and how many were closed that their runs had left open. */
  readonly replaced: number;
  readonly closed: number;
  readonly failure?: FairwayError | undefined;
}
