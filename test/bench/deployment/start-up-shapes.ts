import type { RequestListener } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { closedPort, serveHttp, type RawServer } from "@fairway/testbed";

/** An application that is not ready yet. */
export interface StartingApplication {
  readonly url: string;
  /** Becomes ready after so long, and answers when that was by `performance.now()`. */
  becomeReady(afterMs: number): Promise<number>;
  close(): Promise<void>;
}

/** One way in which an application is not ready. */
export interface StartUpShape {
  readonly name: string;
  start(): Promise<StartingApplication>;
}

export const VERSION = "1.4.0";

const ready: RequestListener = (_, response) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ version: VERSION }));

/** The three that applications come in. */
export const START_UP_SHAPES: readonly StartUpShape[] = [
  { name: "port closed until then", start: startClosed },
  { name: "503 until then", start: () => startAnswering((_, response) => response.writeHead(503).end()) },
  { name: "accepts, and never answers what it accepted before", start: () => startAnswering(() => undefined) },
];

async function startClosed(): Promise<StartingApplication> {
  const port = await closedPort();
  let server: RawServer | undefined;
  return {
    url: urlOf(port),
    becomeReady: async (afterMs) => {
      await sleep(afterMs);
      server = await serveHttp(ready, { port });
      return performance.now();
    },
    close: async () => server?.close(),
  };
}

async function startAnswering(first: RequestListener): Promise<StartingApplication> {
  let listener = first;
  const server = await serveHttp((request, response) => listener(request, response));
  return {
    url: urlOf(server.port),
    becomeReady: async (afterMs) => {
      await sleep(afterMs);
      listener = ready;
      return performance.now();
    },
    close: () => server.close(),
  };
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}/ready`;
}
