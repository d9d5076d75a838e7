/**
 * Whether a host name, without a port, means this machine by its form alone; no name is resolved. Plain http is spoken with
 * such a host and with no other, since nobody else can listen in. An IPv6 address may stand in brackets, as URLs write it.
 */
export function isLoopbackHost(hostname: string): boolean {
  return ["localhost", "::1", "[::1]"].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}
