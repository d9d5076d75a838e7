import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

import { afterEach, describe, expect, test } from "@jest/globals";
import type { Clock } from "@fairway/domain";
import {
  closedPort,
  createCertificate,
  serveHttp,
  serveHttps,
  serveTcp,
  type Certificate,
  type RawServer,
} from "@fairway/testbed";

import type { Observation } from "./observation.ts";
import { openProbe, type AttemptOptions, type ProbeOptions } from "./probe.ts";

const clock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
};
const DAY = 86_400_000;
const opened: RawServer[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function opening(server: Promise<RawServer>): Promise<RawServer> {
  opened.push(await server);
  return server;
}

function attempt(
  url: string,
  options: Partial<AttemptOptions> = {},
  probe: Partial<ProbeOptions> = {},
): Promise<Observation> {
  const signal = new AbortController().signal;
  return openProbe({ clock, ...probe }).attempt(url, { timeoutMs: 3000, followRedirects: false, signal, ...options });
}

describe("an HTTP server that answers", () => {
  test("gives status, headers and body", async () => {
    const server = await opening(
      serveHttp((_, response) => {
        response.writeHead(503, { "content-type": "application/json", "x-part": ["a", "b"] });
        response.end('{"version":"1.4.0"}');
      }),
    );
    const seen = await attempt(`${server.origin}/ready`);
    expect(seen).toMatchObject({ kind: "answer", status: 503, body: '{"version":"1.4.0"}' });
    expect(seen).toMatchObject({ headers: { "content-type": "application/json", "x-part": "a, b" } });
  });

  test("sees a connection of its own for every attempt", async () => {
    const server = await opening(serveHttp((_, response) => response.end("ok")));
    const probe = openProbe({ clock });
    const signal = new AbortController().signal;
    for (let count = 0; count < 5; count += 1)
      await probe.attempt(server.origin, { timeoutMs: 3000, followRedirects: false, signal });
    expect(server.connections()).toBe(5);
  });

  test("is read without a byte order mark, so that its JSON can be parsed", async () => {
    const server = await opening(serveHttp((_, response) => response.end("\ufeff{}")));
    expect(await attempt(server.origin)).toMatchObject({ kind: "answer", body: "{}" });
  });
});

describe("a server that is not ready", () => {
  test("refuses, when its port is closed", async () => {
    expect(await attempt(`http://127.0.0.1:${await closedPort()}/`)).toEqual({ kind: "refused" });
  });

  test("times out while waiting, when it accepts and never answers", async () => {
    const server = await opening(serveHttp(() => undefined));
    expect(await attempt(server.origin, { timeoutMs: 80 })).toMatchObject({ kind: "timed-out", phase: "waiting" });
  });

  test("times out while reading, when its body drips", async () => {
    const server = await opening(
      serveHttp((_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write("."), 10);
        response.on("close", () => clearInterval(drip));
      }),
    );
    expect(await attempt(server.origin, { timeoutMs: 120 })).toMatchObject({ kind: "timed-out", phase: "reading" });
  });

  test("is broken, when it hangs up in the middle of its answer", async () => {
    const server = await opening(serveTcp((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf")));
    expect(await attempt(server.origin.replace("tcp", "http"))).toMatchObject({ kind: "broken", code: "ECONNRESET" });
  });

  test("is broken, when it does not speak HTTP", async () => {
    const server = await opening(serveTcp((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n")));
    expect(await attempt(server.origin.replace("tcp", "http"))).toMatchObject({ kind: "broken" });
  });
});

describe("a server that means harm", () => {
  test("is cut off when its body has no end", async () => {
    const chunk = Buffer.alloc(64 * 1024, "x");
    const server = await opening(
      serveHttp((_, response) => {
        const pour = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", pour);
        pour();
      }),
    );
    expect(await attempt(server.origin)).toEqual({ kind: "too-large", status: 200, maxBytes: 1024 * 1024 });
  });

  test("is broken when its headers have no end", async () => {
    const server = await opening(
      serveTcp((socket) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        for (let count = 0; count < 400; count += 1) socket.write(`x-${count}: ${"y".repeat(100)}\r\n`);
      }),
    );
    const seen = await attempt(server.origin.replace("tcp", "http"));
    expect(seen).toMatchObject({ kind: "broken", code: "HPE_HEADER_OVERFLOW" });
  });

  test("is never asked when its name leads to a metadata service", async () => {
    const resolve = async () => [
      { address: "127.0.0.1", family: 4 },
      { address: "169.254.169.254", family: 4 },
    ];
    const seen = await attempt("https://shop.example/", {}, { resolve });
    expect(seen).toMatchObject({ kind: "forbidden", message: expect.stringContaining("169.254.169.254") });
  });

  test("is never asked over plain http when its name leads away from loopback", async () => {
    const resolve = async () => [{ address: "10.1.2.3", family: 4 }];
    expect(await attempt("http://localhost:8080/", {}, { resolve })).toMatchObject({ kind: "forbidden" });
  });

  test.each(["https://169.254.169.254/latest", "tcp://[fe80::1]:5432", "http://10.1.2.3/"])(
    "is never asked at the literal address of %s",
    async (url) => {
      expect(await attempt(url)).toMatchObject({ kind: "forbidden" });
    },
  );
});

describe("a redirect", () => {
  const shop = () =>
    serveHttp((request, response) => {
      if (request.url === "/login") return response.end("please log in");
      const to = { "/ready": "/login", "/away": "https://elsewhere.example/", "/round": "/round" }[request.url ?? ""];
      return response.writeHead(302, { location: to }).end();
    });

  test("is the answer by default, not the login page behind it", async () => {
    const server = await opening(shop());
    const seen = await attempt(`${server.origin}/ready`);
    expect(seen).toMatchObject({ kind: "answer", status: 302, headers: { location: "/login" } });
  });

  test("is followed on the same origin when asked for", async () => {
    const server = await opening(shop());
    const seen = await attempt(`${server.origin}/ready`, { followRedirects: true });
    expect(seen).toMatchObject({ kind: "answer", status: 200, body: "please log in" });
  });

  test("is not followed to another origin", async () => {
    const server = await opening(shop());
    const seen = await attempt(`${server.origin}/away`, { followRedirects: true });
    expect(seen).toMatchObject({ kind: "answer", status: 302 });
  });

  test("in a circle ends after five", async () => {
    const server = await opening(shop());
    expect(await attempt(`${server.origin}/round`, { followRedirects: true })).toMatchObject({ status: 302 });
    expect(server.connections()).toBe(6);
  });
});

describe("TLS", () => {
  const serve = (tls: Certificate) => opening(serveHttps(tls, (_, response) => response.end("ok")));

  test("is accepted when the certificate is trusted and names the host", async () => {
    const tls = createCertificate({ host: "127.0.0.1" });
    const server = await serve(tls);
    const seen = await attempt(server.origin, {}, { certificateAuthorities: tls.cert });
    expect(seen).toMatchObject({ kind: "answer", status: 200 });
  });

  test("is refused when the certificate is signed by itself", async () => {
    const server = await serve(createCertificate({ host: "127.0.0.1" }));
    expect(await attempt(server.origin)).toMatchObject({ kind: "tls", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });

  test("is refused when the certificate has expired", async () => {
    const expired = { notBefore: new Date(Date.now() - 2 * DAY), notAfter: new Date(Date.now() - DAY) };
    const tls = createCertificate({ host: "127.0.0.1", ...expired });
    const server = await serve(tls);
    const seen = await attempt(server.origin, {}, { certificateAuthorities: tls.cert });
    expect(seen).toMatchObject({ kind: "tls", code: "CERT_HAS_EXPIRED" });
  });

  test("is refused when the certificate names another host", async () => {
    const tls = createCertificate({ host: "shop.example" });
    const server = await serve(tls);
    const seen = await attempt(server.origin, {}, { certificateAuthorities: tls.cert });
    expect(seen).toMatchObject({ kind: "tls", code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  test("stays verified when the environment asks to relax it", async () => {
    const server = await serve(createCertificate({ host: "127.0.0.1" }));
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      expect(await attempt(server.origin)).toMatchObject({ kind: "tls" });
    } finally {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    }
  });

  test("is missing when the port speaks plain http", async () => {
    const server = await opening(serveHttp((_, response) => response.end("ok")));
    const seen = await attempt(server.origin.replace("http", "https"));
    expect(seen).toMatchObject({ kind: "tls", message: "wrong version number" });
  });
});

describe("a TCP port", () => {
  test("is connected when something listens", async () => {
    const server = await opening(serveTcp(() => undefined));
    expect(await attempt(server.origin)).toMatchObject({ kind: "connected" });
  });

  test("is refused when nothing listens", async () => {
    expect(await attempt(`tcp://127.0.0.1:${await closedPort()}`)).toEqual({ kind: "refused" });
  });
});

describe("a PostgreSQL server", () => {
  const TOO_MANY = Buffer.from("E\0\0\0\u0025SFATAL\0C53300\0Mtoo many clients\0\0", "latin1");
  const postgres = async (onConnection: (socket: Socket) => void) => {
    const server = await opening(serveTcp(onConnection));
    return server.origin.replace("tcp", "postgres");
  };

  test("is heard when its answer comes byte by byte", async () => {
    const url = await postgres((socket) =>
      socket.once("data", () => {
        for (const [index, byte] of TOO_MANY.entries()) setTimeout(() => socket.write(Buffer.of(byte)), index);
      }),
    );
    expect(await attempt(url)).toMatchObject({ kind: "login-refused", sqlState: "53300", message: "too many clients" });
  });

  test("is not told apart from nothing before it answers", async () => {
    const url = await postgres(() => undefined);
    expect(await attempt(url, { timeoutMs: 80 })).toMatchObject({ kind: "timed-out", phase: "waiting" });
  });

  test("is broken when it hangs up without a word", async () => {
    const url = await postgres((socket) => socket.end());
    expect(await attempt(url)).toMatchObject({ kind: "broken", code: "NOT_POSTGRESQL" });
  });

  test("is broken when it speaks something else", async () => {
    const url = await postgres((socket) => socket.end("-ERR unknown command\r\n"));
    expect(await attempt(url)).toMatchObject({
      kind: "broken",
      message: "it does not speak PostgreSQL's protocol",
    });
  });
});

describe("a name", () => {
  test("that does not resolve is a DNS failure with the resolver's code", async () => {
    const resolve = async () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    expect(await attempt("https://gone.example/", {}, { resolve })).toEqual({ kind: "dns", code: "ENOTFOUND" });
  });

  test("that resolves slowly is asked for once by attempts that overlap", async () => {
    const server = await opening(serveHttp((_, response) => response.end("ok")));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      await delay(60);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const probe = openProbe({ clock, resolve });
    const signal = new AbortController().signal;
    const options = { timeoutMs: 3000, followRedirects: false, signal };
    const url = `http://localhost:${server.port}/`;
    const seen = await Promise.all([probe.attempt(url, options), probe.attempt(url, options)]);
    expect(seen.map(({ kind }) => kind)).toEqual(["answer", "answer"]);
    expect(asked).toBe(1);
  });

  test("with a dead address first is reached at the one that answers", async () => {
    const server = await opening(serveHttp((_, response) => response.end("ok")));
    const resolve = async () => [
      { address: "::1", family: 6 },
      { address: "127.0.0.1", family: 4 },
    ];
    expect(await attempt(`http://localhost:${server.port}/`, {}, { resolve })).toMatchObject({ kind: "answer" });
  });
});

describe("an attempt that is given up", () => {
  test("ends at once as aborted", async () => {
    const server = await opening(serveHttp(() => undefined));
    const caller = new AbortController();
    const seen = attempt(server.origin, { signal: caller.signal });
    await delay(30);
    caller.abort();
    expect(await seen).toEqual({ kind: "aborted" });
  });
});
