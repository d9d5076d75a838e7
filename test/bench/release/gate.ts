import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { GitHubServer } from "@fairway/testbed";

/** Passes requests on to the embedded GitHub, unread and unchanged. */
export interface Gate {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the gate, which is also an HTTP proxy: `gh` speaks plain http with the host `github.localhost` alone, and finds
 * it by HTTP_PROXY. A proxy's request names the whole address, any other the path; both are passed on by their path.
 */
export async function startGate(github: GitHubServer): Promise<Gate> {
  const server = createServer((incoming, response) => {
    const { pathname, search } = new URL(incoming.url ?? "/", github.url);
    const headers = { ...incoming.headers, host: github.host };
    const outgoing = request(`${github.url}${pathname}${search}`, { method: incoming.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on("error", () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
