import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What went through a gate. */
export interface Traffic {
  readonly requests: number;
  /** TCP connections that carried a request. */
  readonly connections: number;
  /** Both directions, with headers. */
  readonly bytes: number;
}

/** Stands before a registry on loopback, counts, and makes it as far away as is wanted. */
export interface RegistryGate {
  /** `localhost:<port>`, as image references name it. */
  readonly host: string;
  /** What went through since the last call. */
  takeTraffic(): Traffic;
  close(): Promise<void>;
}

/**
 * Starts a gate. Its distance is that of a link: every answer comes one round trip later than it could, and so does the
 * first request of every connection, because a connection takes a round trip to open before it can carry anything. A
 * client that keeps its connections alive pays that once for each; nothing is charged for TLS, which is not spoken here.
 */
export async function startRegistryGate(registryHost: string, roundTripMs: number): Promise<RegistryGate> {
  const agent = new Agent({ keepAlive: true });
  const opened = new Map<Socket, Promise<void>>();
  const used = new Set<Socket>();
  let requests = 0;
  let bytesBefore = 0;
  let closedBytes = 0;

  const server = createServer((incoming, response) => {
    requests += 1;
    used.add(incoming.socket);
    void (opened.get(incoming.socket) ?? Promise.resolve()).then(() => passOn(incoming, response));
  });
  server.on("connection", (socket: Socket) => {
    opened.set(socket, pause());
    socket.on("close", () => {
      opened.delete(socket);
      closedBytes += bytesOf(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { host: `localhost:${(server.address() as AddressInfo).port}`, takeTraffic, close };

  function passOn(incoming: IncomingMessage, response: ServerResponse): void {
    // The host stays as the client wrote it: the registry builds the addresses of uploads from it.
    const headers = { ...incoming.headers, connection: "keep-alive" };
    const [host, port] = registryHost.split(":");
    const target = {
      host: host ?? "",
      port: Number(port),
      path: incoming.url ?? "/",
      method: incoming.method ?? "GET",
    };
    const outgoing = request({ ...target, headers, agent }, (answer) => {
      void pause().then(() => giveBack(answer, response));
    });
    outgoing.on("error", () => response.destroy());
    incoming.pipe(outgoing);
  }

  function giveBack(answer: IncomingMessage, response: ServerResponse): void {
    const { connection: _, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, headers);
    answer.pipe(response);
  }

  function pause(): Promise<void> {
    return roundTripMs > 0 ? sleep(roundTripMs) : Promise.resolve();
  }

  function takeTraffic(): Traffic {
    const total = [...opened.keys()].reduce((sum, socket) => sum + bytesOf(socket), closedBytes);
    const taken = { requests, connections: used.size, bytes: total - bytesBefore };
    requests = 0;
    used.clear();
    bytesBefore = total;
    return taken;
  }

  function close(): Promise<void> {
    agent.destroy();
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten;
}
