import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A server on loopback that hangs up on everybody when it is closed. */
export interface LoopbackServer {
  readonly port: number;
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

/** Where a server listens: 127.0.0.1 and a port that the system chose, unless told otherwise. */
interface Place {
  readonly host?: string;
  readonly port?: number;
}

export function serveHttp(listener: RequestListener, place: Place = {}): Promise<LoopbackServer> {
  return listen(createHttpServer(listener), place);
}

export function serveHttps(tls: { key: Buffer; cert: Buffer }, listener: RequestListener): Promise<LoopbackServer> {
  return listen(createHttpsServer(tls, listener), {});
}

/** Bytes in place of HTTP. */
export function serveTcp(onConnection: (socket: Socket) => void): Promise<LoopbackServer> {
  return listen(createTcpServer(onConnection), {});
}

/** A balancer of connections: each one goes to the next backend, all that is said on it stays there. */
export function balance(backends: readonly LoopbackServer[]): Promise<LoopbackServer> {
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

function listen(server: Server, { host = "127.0.0.1", port = 0 }: Place): Promise<LoopbackServer> {
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
      resolve({
        port: (server.address() as AddressInfo).port,
        connections: () => accepted,
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
