import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, describe, expect, test } from "@jest/globals";

import { createHttpTransport } from "./transport.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that keeps the sockets that it was connected by, in their order. */
async function connected(onRequest: RequestListener = (_, response) => response.end()) {
  const sockets: Socket[] = [];
  const used: Socket[] = [];
  const server = createServer((request, response) => {
    used.push(request.socket);
    onRequest(request, response);
  });
  server.on("connection", (socket: Socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, used };
}

/** Waits for what comes by another socket than the answers do. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(1);
}

async function ask(http: ReturnType<typeof createHttpTransport>, url: string): Promise<number> {
  const answer = await http.request({ method: "GET", url });
  await answer.bytes(100);
  return answer.status;
}

describe("connections that are opened ahead", () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
  ])("are %i at most: a request opens %i", async (connectionsAhead, opened) => {
    const { url, sockets } = await connected();
    await ask(createHttpTransport({ connectionsAhead }), url);
    await until(() => sockets.length === opened);
    await sleep(5);
    expect(sockets).toHaveLength(opened);
  });

  test("carry the requests that find all others busy, and are not followed by more than were wanted", async () => {
    const { url, sockets, used } = await connected();
    const http = createHttpTransport({ connectionsAhead: 3 });
    await Promise.all([ask(http, url), ask(http, url)]);
    await until(() => sockets.length === 3);
    await Promise.all([ask(http, url), ask(http, url), ask(http, url)]);
    expect(new Set(used).size).toBe(3);
    await Promise.all([ask(http, url), ask(http, url), ask(http, url), ask(http, url)]);
    expect(sockets).toHaveLength(4);
  });

  test.each([
    ["was closed", (socket: Socket) => socket.destroy()],
    ["was ended", (socket: Socket) => socket.end()],
    ["spoke", (socket: Socket) => socket.write("HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n")],
    ["spoke and was ended", (socket: Socket) => socket.end("HTTP/1.1 408 Request Timeout\r\n\r\n")],
  ])("are not used when one %s meanwhile", async (_, spoil) => {
    const { url, sockets, used } = await connected();
    const http = createHttpTransport({ connectionsAhead: 2 });
    await ask(http, url);
    await until(() => sockets.length === 2);
    const idle = sockets.find((socket) => !used.includes(socket));
    spoil(idle!);
    await sleep(20);
    expect(await Promise.all([ask(http, url), ask(http, url)])).toEqual([200, 200]);
    expect(used).not.toContain(idle);
  });

  test("say nothing of their failure: the request that meets the same does", async () => {
    const http = createHttpTransport({ connectionsAhead: 3 });
    await expect(ask(http, "http://127.0.0.1:1/")).rejects.toMatchObject({ code: "HTTP_FAILED" });
    await expect(ask(http, "http://127.0.0.1:1/")).rejects.toMatchObject({ code: "HTTP_FAILED" });
  });
});
