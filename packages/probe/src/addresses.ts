import { createSocket } from "node:dgram";
import { isIP } from "node:net";

import { problemOfAddress } from "./address-rule.ts";
import type { Observation } from "./observation.ts";
import type { Resolve } from "./resolver.ts";

/** More addresses than this are no service behind a name any more, and asking all of them would be an attack. */
const MAX_ADDRESSES = 50;

/** Where a URL leads, or why that is not known. */
export type Resolution =
  | {
      readonly kind: "addresses";
      /** Sorted, each once. Where none is reachable all are here, and attempts at them say why. */
      readonly addresses: readonly string[];
      /** Of a family that this machine has no route for, such as IPv6 on many hosted runners. */
      readonly unreachable: readonly string[];
    }
  | Exclude<Observation, { kind: "answer" | "connected" | "login-asked" | "login-refused" }>;

/** All addresses of a URL's host. Rejects with the resolver's error. */
export async function findAddresses(
  url: URL,
  resolve: Resolve,
  hasRouteTo: (address: string) => Promise<boolean> = isRoutable,
): Promise<Resolution> {
  const host = hostOf(url);
  const found = isIP(host) === 0 ? await resolve(host) : [{ address: host }];
  const addresses = [...new Set(found.map(({ address }) => address))].toSorted();
  const problem = addresses.map((address) => problemOfAddress(address, url.protocol)).find((one) => one !== undefined);
  if (problem !== undefined)
    return { kind: "forbidden", message: isIP(host) === 0 ? `${host} leads to ${problem}` : problem };
  if (addresses.length === 0) return { kind: "dns", code: "ENODATA" };
  if (addresses.length > MAX_ADDRESSES)
    return { kind: "forbidden", message: `${host} has ${addresses.length} addresses, more than ${MAX_ADDRESSES}` };
  const routable = await Promise.all(addresses.map(hasRouteTo));
  if (!routable.includes(true)) return { kind: "addresses", addresses, unreachable: [] };
  return {
    kind: "addresses",
    addresses: addresses.filter((_, index) => routable[index]),
    unreachable: addresses.filter((_, index) => !routable[index]),
  };
}

/** The host as a name or an address; IPv6 without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Whether this machine has a route to an address. Connecting a datagram socket asks the routing table and sends nothing. */
function isRoutable(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createSocket(isIP(address) === 6 ? "udp6" : "udp4");
    const end = (routable: boolean) => () => {
      socket.removeAllListeners();
      socket.close();
      done(routable);
    };
    socket.once("error", end(false));
    socket.once("connect", end(true));
    socket.connect(9, address);
  });
}
