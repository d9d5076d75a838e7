import { BlockList, isIP } from "node:net";

/** Ranges that no health endpoint lives in: metadata services hand out credentials, the others are no hosts at all. */
const FORBIDDEN: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ["0.0.0.0", 8, "the unspecified address"],
  ["169.254.0.0", 16, "a link-local address, where cloud metadata services answer"],
  ["168.63.129.16", 32, "a cloud metadata service"],
  ["100.100.100.200", 32, "a cloud metadata service"],
  ["224.0.0.0", 4, "a multicast address"],
  ["240.0.0.0", 4, "a reserved address"],
  ["::", 128, "the unspecified address"],
  ["fe80::", 10, "a link-local address"],
  ["ff00::", 8, "a multicast address"],
  ["fd00:ec2::", 32, "a cloud metadata service"],
  // Link-local IPv4 in the IPv6 clothes that a gateway would take off: compatible, NAT64 and 6to4.
  ["::a9fe:0", 112, "a link-local address"],
  ["64:ff9b::a9fe:0", 112, "a link-local address"],
  ["2002:a9fe::", 32, "a link-local address"],
];

const forbidden = FORBIDDEN.map(([network, prefix, what]) => ({ list: listOf([[network, prefix]]), what }));
const loopback = listOf([
  ["127.0.0.0", 8],
  ["::1", 128],
]);

/**
 * Why an address must not be connected to, or undefined when it may be. It is asked of the address that the connection
 * then goes to, not of the name, so a name cannot be pointed elsewhere in between. Without TLS only loopback is allowed.
 */
export function problemOfAddress(address: string, scheme: string): string | undefined {
  const found = forbidden.find(({ list }) => contains(list, address));
  if (found !== undefined) return `${address} is ${found.what}`;
  if (scheme === "http:" && !contains(loopback, address))
    return `${address} is not loopback, and plain http is for loopback only`;
  return undefined;
}

/** IPv4 addresses written as IPv6 (`::ffff:…`) are found in the IPv4 ranges. */
function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function listOf(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, isIP(network) === 6 ? "ipv6" : "ipv4");
  return list;
}
