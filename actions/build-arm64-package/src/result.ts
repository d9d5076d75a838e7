import type { FairwayError } from "@fairway/domain";

export interface BuildArm64PackageResult {
  readonly outputs: {
    readonly package: string;
    readonly "checksum-file": string;
    readonly sha256: string;
    readonly "tar-sha256": string;
    readonly sbom: string;
    readonly files: string;
    readonly outcome: "packaged" | "verified" | "planned" | "different";
  };
  /** For the summary: a name and what it is. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What else a person should know, one sentence each. */
  readonly remarks: readonly string[];
  readonly failure?: FairwayError;
}

/** The outputs of a step that wrote no package. */
export const NO_FILES = { "checksum-file": "", sha256: "", "tar-sha256": "", sbom: "", files: "" } as const;
