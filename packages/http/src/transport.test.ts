import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

import { afterEach, describe, expect, test } from "@jest/globals";
import { upstream } from "@fairway/domain";
import { createCertificate, listen, type LoopbackServer } from "@fairway/testbed";

import { requireAllowedUrl } from "./allowed-url.ts";
import { createHttpTransport } from "./transport.ts";

const closers: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function served(handler: Parameters<typeof listen>[0]): Promise<LoopbackServer> {
  const server = await listen(handler);
  closers.push(() => server.close());
  return server;
}

/** A server that does with the connection what it likes. */
async function rawServer(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(listener as never);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const http = createHttpTransport();

async function* endlessly(onEnd: () => void = () => undefined): AsyncIterable<Uint8Array> {
  try {
    for (;;) yield Buffer.alloc(64 * 1024);
  } finally {
    onEnd();
  }
}

describe("the transport", () => {
  test("sends a body and reads the answer", async () => {
    const server = await served((request, response) => {
      response.writeHead(201, { "x-echo": String(request.headers["x-sent"]), "set-cookie": ["a=1", "b=2"] });
      response.end(request.body);
    });
    const answer = await http.request({
      method: "POST",
      url: server.url,
      headers: { "X-Sent": "yes" },
      body: Buffer.from("hello"),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ "x-echo": "yes", "set-cookie": "a=1, b=2" });
    expect(Buffer.from(await answer.bytes(100)).toString()).toBe("hello");
  });

  test("streams a body without knowing its length", async () => {
    const server = await served((request, response) => void response.end(String(request.body.byteLength)));
    const body = (async function* chunks() {
      for (let index = 0; index < 5; index += 1) yield Buffer.alloc(1000);
    })();
    const answer = await http.request({ method: "PUT", url: server.url, body });
    expect(Buffer.from(await answer.bytes(100)).toString()).toBe("5000");
  });

  test("takes no more of a body than the other side does", async () => {
    const deaf = await rawServer((request) => void request.pause());
    let taken = 0;
    const body = (async function* endless() {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(64 * 1024);
      }
    })();
    await expect(http.request({ method: "PUT", url: deaf, body, timeoutMs: 300 })).rejects.toMatchObject({
      code: "HTTP_TIMEOUT",
    });
    // What the system itself keeps for both ends of a connection.
    expect(taken * 64).toBeLessThan(16 * 1024);
  });

  test.each([
    ["in parts", () => endlessly()],
    ["in one piece", () => Buffer.alloc(64 * 1024 * 1024)],
  ])("takes the refusal of a server that does not read a body sent %s, nor closes", async (_, body) => {
    const refusing = await rawServer((request, response) => {
      request.pause();
      response.writeHead(413).end("too large");
    });
    const started = performance.now();
    const answer = await http.request({ method: "PUT", url: refusing, body: body(), timeoutMs: 20_000 });
    expect([answer.status, Buffer.from(await answer.bytes(100)).toString()]).toEqual([413, "too large"]);
    expect(performance.now() - started).toBeLessThan(5_000);
    // The next request cannot go on that connection, and does not try to.
    expect((await http.request({ method: "GET", url: refusing })).status).toBe(413);
  });

  test("stops asking for parts of a body that was refused", async () => {
    const refusing = await rawServer((request, response) => {
      request.resume();
      response.writeHead(403).end();
    });
    const ended = Promise.withResolvers<void>();
    const answer = await http.request({ method: "PUT", url: refusing, body: endlessly(ended.resolve) });
    expect(answer.status).toBe(403);
    await answer.bytes(100);
    await ended.promise;
  });

  test("sends a body to its end when the server says early that it took it", async () => {
    let received = 0;
    const early = await rawServer((request, response) => {
      response.writeHead(201).flushHeaders();
      request.on("data", (chunk: Buffer) => (received += chunk.length));
      request.on("end", () => response.end());
    });
    const body = (async function* slow() {
      for (let index = 0; index < 3; index += 1) {
        yield Buffer.alloc(1000);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const answer = await http.request({ method: "PUT", url: early, body });
    expect([answer.status, (await answer.bytes(100)).byteLength, received]).toEqual([201, 0, 3000]);
  });

  test("cuts the request, and says why, when the content ends early", async () => {
    const cut = Promise.withResolvers<boolean>();
    const server = await rawServer((request) => {
      request.resume();
      request.on("close", () => cut.resolve(!request.complete));
    });
    const reason = upstream("SOURCE_GONE", "the source of the content is gone");
    const body = (async function* broken() {
      yield Buffer.alloc(10);
      throw reason;
    })();
    await expect(http.request({ method: "PUT", url: server, body })).rejects.toBe(reason);
    expect(await cut.promise).toBe(true);
  });

  test("does not follow redirects", async () => {
    const server = await served((_, response) => void response.writeHead(302, { location: "/elsewhere" }).end());
    const answer = await http.request({ method: "GET", url: server.url });
    expect(answer.status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });

  test("refuses an answer that is larger than allowed", async () => {
    const server = await served((_, response) => void response.end("x".repeat(2000)));
    const answer = await http.request({ method: "GET", url: server.url });
    await expect(answer.bytes(1000)).rejects.toMatchObject({ code: "ANSWER_TOO_LARGE", kind: "upstream" });
  });

  test("gives up at its deadline, also in the middle of an answer", async () => {
    const silent = await rawServer(() => {});
    await expect(http.request({ method: "GET", url: silent, timeoutMs: 50 })).rejects.toMatchObject({
      code: "HTTP_TIMEOUT",
    });
    const dripping = await rawServer((_, response) => void response.write("x"));
    const answer = await http.request({ method: "GET", url: dripping, timeoutMs: 100 });
    await expect(answer.bytes(1000)).rejects.toMatchObject({ kind: "upstream" });
  });

  test("names a connection that is refused or cut", async () => {
    const cut = await rawServer((request) => void request.socket.destroy());
    await expect(http.request({ method: "GET", url: cut })).rejects.toMatchObject({ code: "HTTP_FAILED" });
    await expect(http.request({ method: "GET", url: "http://127.0.0.1:1/" })).rejects.toMatchObject({
      code: "HTTP_FAILED",
    });
  });

  test("sends nothing to a server whose certificate is not trusted, and says what is wrong with it", async () => {
    let requests = 0;
    const server = createTlsServer(createCertificate({ host: "127.0.0.1" }), () => (requests += 1));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => void server.close());
    const { port } = server.address() as AddressInfo;
    await expect(http.request({ method: "GET", url: `https://127.0.0.1:${port}/` })).rejects.toMatchObject({
      kind: "configuration",
      code: "BAD_CERTIFICATE",
      message: expect.stringContaining(`127.0.0.1:${port} cannot be trusted: it is signed by itself`),
    });
    expect(requests).toBe(0);
  });

  test("ends with the reason of a cancelled run", async () => {
    const silent = await rawServer(() => {});
    const reason = new Error("cancelled");
    const controller = new AbortController();
    const pending = http.request({ method: "GET", url: silent, signal: controller.signal });
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });
});

describe("a URL", () => {
  test.each(["https://api.github.com/x", "http://127.0.0.1:3000/x", "http://localhost/x", "http://[::1]:80/"])(
    "%s may be asked",
    (url) => {
      expect(requireAllowedUrl(url).href).toContain("://");
    },
  );

  test.each([
    ["http://example.com/", "only https"],
    ["http://127.0.0.1.example.com/", "only https"],
    ["http://localhost.example.com/", "only https"],
    ["ftp://example.com/", "only https"],
    ["file:///etc/passwd", "only https"],
    ["https://user:secret@example.com/", "user name or password"],
    ["nonsense", "is not a URL"],
  ])("%s is refused", (url, reason) => {
    expect(() => requireAllowedUrl(url)).toThrow(reason);
    expect(() => requireAllowedUrl(url)).not.toThrow("secret@");
  });
});
