import type { Contender, LeaseRecord } from "./lease-record.ts";

/** What is known of the holder's run or job. Only `completed` frees a lease: anything unclear means alive. */
export type HolderLife = "alive" | "completed" | "unknown";

export type Turn =
  /** Append our record to what was read; only one of all who append to the same record can win. */
  | { readonly kind: "append"; readonly takesOverFrom?: LeaseRecord }
  | { readonly kind: "reject"; readonly holder: LeaseRecord };

/**
 * Whose turn it is, from the newest record. `life` is undefined as long as nobody asked about the holder. A record of our
 * own is in nobody's way: it is there when a write of ours arrived after we had given it up.
 */
export function decideTurn(current: LeaseRecord | undefined, me: Contender, life: HolderLife | undefined): Turn {
  if (current === undefined || current.state === "free" || current.nonce === me.nonce) return { kind: "append" };
  return life === "completed" ? { kind: "append", takesOverFrom: current } : { kind: "reject", holder: current };
}
