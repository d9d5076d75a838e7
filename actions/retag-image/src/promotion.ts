import type { Digest } from "@fairway/domain";

import type { RetagImageInputs } from "./inputs.ts";
import type { Journal } from "./journal.ts";
import type { Manifest, RetagImagePorts } from "./ports.ts";

/** What the steps of one promotion share. */
export interface Promotion {
  readonly inputs: RetagImageInputs;
  readonly ports: RetagImagePorts;
  readonly journal: Journal;
  readonly digest: Digest;
  /** The source's manifest, read on first use. */
  readonly image: () => Promise<Manifest>;
}
