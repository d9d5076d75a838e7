import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A server on loopback whose connections and bytes are the test's own; it hangs up on everybody when it is closed. */
export interface RawServer {
  readonly port: number;
  /** `https://127.0.0.1:<port>`, with the scheme that it speaks. */
  readonly origin: string;
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

/** Where a server listens: 127.0.0.1 and a port that the system chose, unless told otherwise. */
interface Place {
  readonly host?: string;
  readonly port?: number;
}

/** HTTP without anything between the test and the answer. */
export function serveHttp(listener: RequestListener, place: Place = {}): Promise<RawServer> {
  return open("http", createHttpServer(listener), place);
}

/** HTTP over TLS with the certificate given, in PEM. */
export function serveHttps(
  tls: { key: string | Buffer; cert: string | Buffer },
  listener: RequestListener,
): Promise<RawServer> {
  return open("https", createHttpsServer(tls, listener), {});
}

/** Bytes in place of HTTP. */
export function serveTcp(onConnection: (socket: Socket) => void): Promise<RawServer> {
  return open("tcp", createTcpServer(onConnection), {});
}

/** A balancer of connections: each one goes to the next backend, all that is said on it stays there. */
export function balance(backends: readonly RawServer[]): Promise<RawServer> {
  let next = 0;
  return serveTcp((socket) => {
    const backend = backends[next++ % backends.length];
    if (backend === undefined) return;
    const behind = connect(backend.port, "127.0.0.1");
    behind.on("error", () => socket.destroy());
    socket.on("close", () => behind.destroy());
    socket.pipe(behind).pipe(socket);
  });
}

/** A port that nothing listens on. */
export async function closedPort(): Promise<number> {
  const server = await serveTcp(() => undefined);
  await server.close();
  return server.port;
}

function open(scheme: string, server: Server, { host = "127.0.0.1", port = 0 }: Place): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const { port: chosen } = server.address() as AddressInfo;
      resolve({
        port: chosen,
        origin: `${scheme}://${host}:${chosen}`,
        connections: () => accepted,
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
