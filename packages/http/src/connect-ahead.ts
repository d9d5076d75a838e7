import type { Agent, ClientRequestArgs } from "node:http";
import { Socket } from "node:net";

interface Origin {
  opened: number;
  spare: Socket | undefined;
}

/**
 * Lets an agent open connections before they are needed, until it has opened so many to one origin: with every connection
 * that a request asks for, the next one is begun as well. A later request that finds all others busy then does not wait for
 * the round trips that open one. A connection that was closed while nobody used it is not used.
 */
export function connectAhead(agent: Agent, connections: number): void {
  const connect = agent.createConnection.bind(agent);
  const origins = new Map<string, Origin>();
  agent.createConnection = (options, callback) => {
    const key = `${options.host ?? ""}:${options.port ?? ""}`;
    const origin = origins.get(key) ?? { opened: 0, spare: undefined };
    origins.set(key, origin);
    const spare = takeSpare(origin);
    if (spare === undefined) origin.opened += 1;
    const connection = spare ?? connect(options, callback);
    if (origin.opened < connections) openSpare(origin, options);
    return connection;
  };

  function openSpare(origin: Origin, options: ClientRequestArgs): void {
    const spare = connect(options);
    if (!(spare instanceof Socket)) return;
    origin.opened += 1;
    origin.spare = spare;
    // Nobody waits for it: a request that meets the same trouble tells of it, and a process that is done may end.
    spare.on("error", ignore).unref();
  }
}

function takeSpare(origin: Origin): Socket | undefined {
  const { spare } = origin;
  origin.spare = undefined;
  if (spare === undefined) return undefined;
  if (spare.destroyed || spare.readableEnded) {
    spare.destroy();
    return undefined;
  }
  return spare.off("error", ignore).ref();
}

function ignore(): void {
  // See openSpare.
}
