import type { Digest } from "@fairway/domain";

/** A tag, and what it names before anything is done. */
export interface ObservedTag {
  readonly tag: string;
  readonly before: Digest | undefined;
  /** The registry's mark for that state, where it has one. */
  readonly etag?: string | undefined;
}

/** What is done with one tag. `create` and `move` write; the others leave the tag as it is. */
export type TagPlan = ObservedTag &
  (
    | { readonly kind: "create" }
    | { readonly kind: "move" }
    | { readonly kind: "same" }
    /** A version tag of another image that `on-conflict: skip` leaves alone. */
    | { readonly kind: "skip" }
    /** A version tag of another image: nothing may be done at all. */
    | { readonly kind: "conflict" }
    /** A floating tag that stays where it is, and why. */
    | { readonly kind: "keep"; readonly why: string }
  );

/**
 * A version tag names one image for ever: it is made when it is not there, left alone when it is right, and what happens
 * when it names something else is for the caller to say.
 */
export function planVersionTag(observed: ObservedTag, digest: Digest, onConflict: "fail" | "skip" | "move"): TagPlan {
  if (observed.before === undefined) return { ...observed, kind: "create" };
  if (observed.before === digest) return { ...observed, kind: "same" };
  return { ...observed, kind: onConflict === "fail" ? "conflict" : onConflict };
}

/** Whether floating tags may move, for all of them. */
export type FloatingRule =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  /** Why a tag must not move, or undefined when it may. */
  | { readonly kind: "auto"; readonly reasonToKeep: (tag: string) => string | undefined };

/** A floating tag that is right needs nothing, whatever the rule. */
export function planFloatingTag(observed: ObservedTag, digest: Digest, rule: FloatingRule): TagPlan {
  if (observed.before === digest) return { ...observed, kind: "same" };
  const why = rule.kind === "auto" ? rule.reasonToKeep(observed.tag) : undefined;
  if (rule.kind === "never") return { ...observed, kind: "keep", why: "move-floating is never" };
  if (why !== undefined) return { ...observed, kind: "keep", why };
  return { ...observed, kind: observed.before === undefined ? "create" : "move" };
}

/** Whether the plan writes the tag. */
export function isWrite(plan: TagPlan): boolean {
  return plan.kind === "create" || plan.kind === "move";
}
