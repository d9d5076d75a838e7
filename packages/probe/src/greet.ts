import { connect as open, type Socket } from "node:net";

import type { ExchangeContext } from "./exchange.ts";
import { readGreeting, startupPacket, type Greeting } from "./postgres-greeting.ts";
import { lookupUnderRule } from "./resolver.ts";

const USER = "fairway_health_gate";

type Heard = Extract<Greeting, { kind: "login-asked" | "login-refused" }>;

/**
 * Introduces itself to a PostgreSQL server and hangs up at the first word of the answer, as pg_isready does. No login is
 * made and no secret is sent, so there is nothing that TLS would protect; a server that wants TLS says so in its answer.
 * Rejects with the socket's error, or with one that says that this is not PostgreSQL.
 */
export function greet(host: string, port: number, { resolve, signal, reached }: ExchangeContext): Promise<Heard> {
  return new Promise((done, reject) => {
    reached("resolving");
    const lookup = lookupUnderRule(resolve, "postgres:", () => reached("connecting"));
    const socket = open({ host, port, lookup, signal, autoSelectFamily: true });
    socket.once("connect", () => {
      reached("waiting");
      socket.write(startupPacket(USER));
    });
    listen(socket, (greeting) => {
      socket.destroy();
      if (greeting.kind === "foreign") reject(protocolError("it does not speak PostgreSQL's protocol"));
      else if (greeting.kind === "unfinished") reject(protocolError("it hung up before it had answered"));
      else done(greeting);
    });
    socket.on("error", reject);
  });
}

function listen(socket: Socket, heard: (greeting: Greeting) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const greeting = readGreeting(bytes);
    if (greeting.kind !== "unfinished") heard(greeting);
  });
  socket.once("end", () => heard({ kind: "unfinished" }));
}

function protocolError(message: string): Error {
  return Object.assign(new Error(message), { code: "NOT_POSTGRESQL" });
}
