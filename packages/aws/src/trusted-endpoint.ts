import { badCertificate, configuration, isLoopbackHost } from "@fairway/domain";

/**
 * Middleware: credentials sign each request, but over plain http its content could be read and answers forged, and a server
 * whose certificate is not trusted may be anybody. Throws PLAIN_HTTP or BAD_CERTIFICATE, in words that name the host.
 */
export function trustedEndpoint<Args extends { request: unknown }, Result>(next: (args: Args) => Promise<Result>) {
  return async (args: Args): Promise<Result> => {
    const { protocol, hostname, port } = args.request as { protocol: string; hostname: string; port?: number };
    if (protocol !== "https:" && !isLoopbackHost(hostname)) throw plainHttp(protocol, hostname);
    try {
      return await next(args);
    } catch (error) {
      throw badCertificate(port === undefined ? hostname : `${hostname}:${port}`, error) ?? error;
    }
  };
}

function plainHttp(protocol: string, hostname: string): Error {
  return configuration(
    "PLAIN_HTTP",
    `The endpoint is ${protocol}//${hostname}; plain http is used on loopback only`,
    "Set AWS_ENDPOINT_URL (or its form for one service) to an https address, or unset it.",
  );
}
