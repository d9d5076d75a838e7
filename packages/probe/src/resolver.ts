import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { callbackify } from "node:util";

import { problemOfAddress } from "./address-rule.ts";

/** All addresses of a host name; rejects with the system's error. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The name leads to an address that is never asked. */
export class ForbiddenAddressError extends Error {}

/**
 * Asks the system's resolver, and shares a question that is still open: attempts start ten times a second, the system has
 * four threads for questions, and a slow name server would otherwise hold up everything else. Answers are not kept.
 */
export function createResolver(ask: Resolve = (host) => lookup(host, { all: true })): Resolve {
  const open = new Map<string, Promise<readonly LookupAddress[]>>();
  return (host) => {
    const asked = open.get(host) ?? ask(host).finally(() => open.delete(host));
    open.set(host, asked);
    return asked;
  };
}

/**
 * The lookup that a connection is made with: it gets only addresses that passed the rule, or none when one did not. Node
 * asks for all addresses at once, and tries them in turn, when `autoSelectFamily` is set.
 */
export function lookupUnderRule(resolve: Resolve, scheme: string, onResolved: () => void): LookupFunction {
  return callbackify(async (host: string, _options: LookupOptions): Promise<string | LookupAddress[]> => {
    const addresses = await resolve(host);
    onResolved();
    for (const { address } of addresses) {
      const problem = problemOfAddress(address, scheme);
      if (problem !== undefined) throw new ForbiddenAddressError(`${host} leads to ${problem}`);
    }
    return [...addresses];
  });
}
