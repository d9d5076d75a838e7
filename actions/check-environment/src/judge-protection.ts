import type { EnvironmentProtection } from "./ports.ts";

export type ProtectionVerdict =
  | { readonly kind: "protected" }
  | { readonly kind: "missing" }
  | { readonly kind: "no-reviewers" };

/**
 * Whether an environment stops a run until somebody approves it. One that does not exist is the worst: GitHub makes it,
 * without any rule, as soon as a job names it.
 */
export function judgeProtection(protection: EnvironmentProtection | undefined): ProtectionVerdict {
  if (protection === undefined) return { kind: "missing" };
  return protection.reviewers.length > 0 ? { kind: "protected" } : { kind: "no-reviewers" };
}
