import type { Contender, LeaseRecord } from "./lease-record.ts";

/** What is known of the holder's run or job. Only `completed` frees a lease: anything unclear means alive. */
export type HolderLife = "alive" | "completed" | "unknown";

export type Turn =
  /** Append our record to what was read; only one of all who append to the same record can win. */
  | { readonly kind: "append"; readonly takesOverFrom?: LeaseRecord }
  /** The record is the one that this very contender wrote: an earlier answer was lost. */
  | { readonly kind: "ours" }
  | { readonly kind: "reject"; readonly holder: LeaseRecord };

/** Whose turn it is, from the newest record. `life` is undefined as long as nobody asked about the holder. */
export function decideTurn(current: LeaseRecord | undefined, me: Contender, life: HolderLife | undefined): Turn {
  if (current === undefined || current.state === "free") return { kind: "append" };
  if (current.nonce === me.nonce) return { kind: "ours" };
  return life === "completed" ? { kind: "append", takesOverFrom: current } : { kind: "reject", holder: current };
}
