import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

import { createCertificate } from "@fairway/testbed";
import { afterEach, describe, expect, test } from "@jest/globals";

import { createHttpTransport } from "./transport.ts";

const PART_BYTES = 48 * 1024;
const PARTS = 40;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves at /7 many bytes of the value 7, in parts that arrive between those of other answers. */
const serve: RequestListener = (request, response) => {
  const value = Number(request.url?.slice(1));
  void (async () => {
    for (let part = 0; part < PARTS; part += 1) {
      response.write(Buffer.alloc(PART_BYTES, value));
      await sleep(1);
    }
    response.end();
  })();
};

async function servedOverTls(): Promise<string> {
  const certificate = createCertificate({ host: "127.0.0.1" });
  const trusted = getCACertificates("default");
  setDefaultCACertificates([...trusted, certificate.cert]);
  closers.push(() => setDefaultCACertificates(trusted));
  return `https://${await listening(createTlsServer(certificate, serve))}`;
}

describe("what is read in place", () => {
  test.each([
    ["http", async () => `http://${await listening(createServer(serve))}`],
    ["https", servedOverTls],
  ])("stays what it was over %s while more is read by any connection", async (_, start) => {
    const url = await start();
    const http = createHttpTransport();
    const values = [1, 2, 3, 4];
    const held = await Promise.all(
      values.map(async (value) => {
        const answer = await http.request({ method: "GET", url: `${url}/${value}` });
        const parts: Uint8Array[] = [];
        for await (const part of answer.stream()) parts.push(part);
        return parts;
      }),
    );
    for (const [index, value] of values.entries())
      expect(Buffer.concat(held[index] ?? []).equals(Buffer.alloc(PARTS * PART_BYTES, value))).toBe(true);
  });

  test("is not taken for the answer to a request that was made later", async () => {
    const sockets: Socket[] = [];
    const server = createServer((_, response) => void response.end("true"));
    server.on("connection", (socket: Socket) => void sockets.push(socket));
    const url = `http://${await listening(server)}/`;
    const http = createHttpTransport();
    const ask = async () => Buffer.from(await (await http.request({ method: "GET", url })).bytes(100)).toString();
    expect(await ask()).toBe("true");
    sockets[0]?.write("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged");
    await sleep(20);
    expect(await ask()).toBe("true");
    expect(sockets).toHaveLength(2);
  });
});
