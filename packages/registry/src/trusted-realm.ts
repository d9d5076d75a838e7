import { BlockList, isIP } from "node:net";

import { isLoopbackHost, upstream } from "@fairway/domain";

import type { RegistryAddress } from "./registry-address.ts";

/**
 * The URL of a token service, when credentials may go there: https, and no address of a private network unless it is the
 * registry's own host. Loopback and plain http are for a registry on loopback only; otherwise any registry could have a
 * runner send credentials to a neighbour. Throws an upstream error.
 */
export function requireTrustedRealm(realm: string, registry: RegistryAddress): URL {
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  const problem = url === undefined ? "it is not a URL" : problemOf(url, registry);
  if (url !== undefined && problem === undefined) return url;
  throw upstream(
    "UNTRUSTED_TOKEN_SERVICE",
    `${registry.host} names "${realm.slice(0, 200)}" as its token service, and credentials are not sent there: ${problem}`,
    {
      nextStep: "Check the name of the registry; if it is yours, have its token service serve https on a public name.",
    },
  );
}

function problemOf(url: URL, registry: RegistryAddress): string | undefined {
  if (url.username !== "" || url.password !== "") return "it has credentials of its own in it";
  const { hostname } = url;
  if (isLoopbackHost(hostname)) return registry.loopback ? undefined : "it leads to this machine";
  if (url.protocol !== "https:") return "only https is allowed";
  const own = new URL(registry.origin).hostname;
  return hostname !== own && isPrivateAddress(hostname) ? "it is an address of a private network" : undefined;
}

/** By form, since no name is resolved. Of IPv6 only the global range is public: https://www.iana.org/assignments/ipv6-address-space */
function isPrivateAddress(hostname: string): boolean {
  const bare = hostname.replaceAll(/[[\]]/g, "");
  if (isIP(bare) === 6) return !/^[23]/.test(bare);
  return isIP(bare) === 4 && notPublic().check(bare, "ipv4");
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
function notPublic(): BlockList {
  const list = new BlockList();
  const subnets = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"];
  for (const subnet of [...subnets, "192.168.0.0/16", "224.0.0.0/3"]) {
    const [address = "", bits] = subnet.split("/");
    list.addSubnet(address, Number(bits), "ipv4");
  }
  return list;
}
