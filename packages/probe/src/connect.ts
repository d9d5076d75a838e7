import { connect as open } from "node:net";

import type { ExchangeContext } from "./exchange.ts";
import { lookupUnderRule } from "./resolver.ts";

/** Opens a TCP connection and closes it again without a word. Rejects with the socket's error. */
export function connect(host: string, port: number, { resolve, signal, reached }: ExchangeContext): Promise<void> {
  return new Promise((done, reject) => {
    reached("resolving");
    const lookup = lookupUnderRule(resolve, "tcp:", () => reached("connecting"));
    const socket = open({ host, port, lookup, signal, autoSelectFamily: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      done();
    });
  });
}
