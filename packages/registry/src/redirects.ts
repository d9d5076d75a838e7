import { isLoopbackHost, upstream } from "@fairway/domain";

import type { RegistryAnswer } from "./exchange-types.ts";
import type { RegistryAddress } from "./registry-address.ts";

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Where a read is sent on to, or undefined for an answer that is no redirect. The way must stay on https, or on loopback for
 * a registry that is there. Who follows it takes credentials to the registry's own origin only. Throws an upstream error.
 */
export function nextHop(from: URL, answer: RegistryAnswer, registry: RegistryAddress): URL | undefined {
  const location = answer.headers["location"];
  if (!REDIRECTS.includes(answer.status) || location === undefined) return undefined;
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (next !== undefined && isAllowed(next, registry)) return next;
  throw upstream(
    "BAD_REDIRECT",
    `${registry.host} redirects to ${next === undefined ? "something that is not a URL" : next.origin}, which is not followed: only https is`,
  );
}

function isAllowed({ protocol, hostname }: URL, registry: RegistryAddress): boolean {
  if (isLoopbackHost(hostname)) return registry.loopback && /^https?:$/.test(protocol);
  return protocol === "https:";
}
