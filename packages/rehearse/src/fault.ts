import type { Rehearsal } from "./open-rehearsal.ts";

/** A part of the world that a fault must leave as it was when the run began. */
export type WorldPart = "image-tags" | "floating-tags" | "git-tags" | "releases" | "staging" | "production";

/** All of them: a run that is refused in time moves nothing. */
export const EVERYTHING: readonly WorldPart[] = [
  "image-tags",
  "floating-tags",
  "git-tags",
  "releases",
  "staging",
  "production",
];

/** One thing that goes wrong, or one unusual way that must go well. */
export interface Fault {
  readonly name: string;
  /** What is broken, and how it ends: two lines. */
  readonly explains: readonly [string, string];
  /** Brings the world into the state that the run starts from. Returns the run. */
  prepare(rehearsal: Rehearsal): Promise<() => Promise<unknown>>;
  readonly expect: {
    readonly exit: 0 | 1;
    /** The job and step that are red; none for a green end. A job that never came to its steps has no step. */
    readonly where: { readonly job: string; readonly step: string | undefined } | undefined;
    readonly untouched: readonly WorldPart[];
    /** What the deployment record of the run says at its end; none when the run never came to a deployment. */
    readonly record:
      | { readonly environment: "staging" | "production"; readonly state: "success" | "failure"; readonly says: RegExp }
      | undefined;
  };
}
