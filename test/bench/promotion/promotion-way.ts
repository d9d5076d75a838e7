/** What a promotion is made of: a beta that becomes other tags. */
export interface Promotion {
  /** `same` repository, `mount` into another repository of the registry, or `copy` to another registry. */
  readonly kind: "same" | "mount" | "copy";
  /** Host and repository without a tag. */
  readonly source: string;
  readonly target: string;
  /** The version, and where two are asked for the floating tag behind it. */
  readonly tags: readonly string[];
  /** Empty, and gone after the round: nobody knows anything from before, as on a fresh runner. */
  readonly home: string;
}

/** One way of doing it. */
export interface PromotionWay {
  /** `retag-image` is this repository's bundle; everything else is a program of the machine. */
  readonly program: string;
  name(promotion: Pick<Promotion, "kind" | "tags">): string;
  /** What the figures do not say. */
  readonly remark: string;
  /** The command lines, one after another; none for the bundle. */
  commands(promotion: Promotion): readonly (readonly string[])[];
  /** Words after which the program says at once what is wrong with them: its cold start. */
  readonly wrong: readonly string[];
}

export const BETA = "1.4.0-abcdefg.beta";
