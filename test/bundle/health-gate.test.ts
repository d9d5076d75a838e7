import { readFileSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

import { afterEach, describe, expect, test } from "@jest/globals";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";
import { balance, closedPort, serveHttp, serveHttps, serveTcp, type RawServer } from "@fairway/testbed";

const NEW = { status: "healthy", version: "1.4.0" };
const OLD = { status: "healthy", version: "1.3.0" };
const opened: RawServer[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function opening(server: Promise<RawServer>): Promise<RawServer> {
  opened.push(await server);
  return server;
}

function answering(document: object, status = 200): RequestListener {
  return (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(document));
}

function gate(url: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}) {
  return runBundle({ action: "health-gate", inputs: { url, ...inputs }, env });
}

function urlOf({ port }: RawServer): string {
  return `http://127.0.0.1:${port}/ready`;
}

describe("an application that starts in 1.5 s", () => {
  const READY_AFTER_MS = 1500;
  /** The gate's own time and the end of its process, on a busy machine. Without that it is within 250 ms. */
  const NOTICED_WITHIN_MS = 750;

  /** Turns a server from one way of answering to another, and says when that was. */
  const shapes: readonly (readonly [string, (port: number) => Promise<number>])[] = [
    [
      "whose port is closed until then",
      async (port) => {
        await delay(READY_AFTER_MS);
        await opening(serveHttp(answering(NEW), { port }));
        return performance.now();
      },
    ],
    [
      "that answers 503 until then",
      async (port) => {
        let listener = answering({ status: "starting" }, 503);
        await opening(serveHttp((request, response) => listener(request, response), { port }));
        await delay(READY_AFTER_MS);
        listener = answering(NEW);
        return performance.now();
      },
    ],
    [
      "that never answers what it accepts until then",
      async (port) => {
        let listener: RequestListener = () => undefined;
        await opening(serveHttp((request, response) => listener(request, response), { port }));
        await delay(READY_AFTER_MS);
        listener = answering(NEW);
        return performance.now();
      },
    ],
  ];

  test.each(shapes)("%s is noticed at once", async (_, start) => {
    const port = await closedPort();
    const [readyAt, { result, endedAt }] = await Promise.all([
      start(port),
      gate(`http://127.0.0.1:${port}/ready`, { "expect-version": "1.4.0" }).then((result) => ({
        result,
        endedAt: performance.now(),
      })),
    ]);
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": "1.4.0" });
    expect(endedAt).toBeGreaterThan(readyAt);
    expect(endedAt - readyAt).toBeLessThan(NOTICED_WITHIN_MS);
  });
});

describe("four backends behind one address", () => {
  async function balanced(last: RequestListener) {
    const backends = [];
    for (const listener of [answering(NEW), answering(NEW), answering(NEW), last])
      backends.push(await opening(serveHttp(listener)));
    return { backends, balancer: await opening(balance(backends)) };
  }

  test("are all asked, and as often", async () => {
    const { backends, balancer } = await balanced(answering(NEW));
    const result = await gate(urlOf(balancer), { "consecutive-successes": "40" });
    expect(result.outputs).toMatchObject({ outcome: "healthy", attempts: "40" });
    expect(backends.map((backend) => backend.connections())).toEqual([10, 10, 10, 10]);
  });

  test("of which one is bad are red in the soak, before its end", async () => {
    const { balancer } = await balanced(answering({ status: "unhealthy" }, 500));
    const result = await gate(urlOf(balancer), { "soak-seconds": "60", "max-error-rate": "0.01" });
    expect(result.outputs).toMatchObject({ outcome: "unhealthy" });
    expect(result.durationMs).toBeLessThan(15_000);
  });

  test("of which one keeps the old version are red, with the mix", async () => {
    const { balancer } = await balanced(answering(OLD));
    const inputs = { "expect-version": "1.4.0", "consecutive-successes": "4", "timeout-seconds": "3" };
    const result = await gate(urlOf(balancer), inputs);
    expect(result.outputs["outcome"]).toBe("timed-out");
    expect(result.annotations[0]?.message).toMatch(/versions: (?=.*1\.3\.0 in 2\d %)(?=.*1\.4\.0 in 7\d %)/);
  });
});

describe("a name with three addresses", () => {
  const ADDRESSES = ["127.0.0.2", "127.0.0.3", "127.0.0.4"];

  /** One application at three addresses; each changes from the old version to the new after so many milliseconds. */
  async function rolling(changesAfterMs: readonly number[]): Promise<string> {
    const port = await closedPort();
    const started = performance.now();
    for (const [index, host] of ADDRESSES.entries()) {
      const isNew = () => performance.now() - started >= (changesAfterMs[index] ?? 0);
      await opening(serveHttp((...call) => answering(isNew() ? NEW : OLD)(...call), { host, port }));
    }
    return `http://app.localhost:${port}/ready`;
  }

  /** Takes the place of the system's resolver, which has no name with several loopback addresses. */
  function resolver(): Record<string, string> {
    const file = join(emptyFolder(), "resolver.cjs");
    const addresses = JSON.stringify(ADDRESSES.map((address) => ({ address, family: 4 })));
    writeFileSync(file, `require("node:dns/promises").lookup = async () => ${addresses};`);
    return { NODE_OPTIONS: `--require=${file}` };
  }

  const inputs = { resolve: "each", "expect-version": "1.4.0" };

  test("is green when the last of them has the new version, and says how they changed over", async () => {
    const url = await rolling([0, 1000, 2500]);
    const result = await gate(url, inputs, resolver());
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": "1.4.0" });
    expect(Number(result.outputs["ready-after-ms"])).toBeGreaterThan(1500);
    expect(result.outputs["reason"]).toMatch(
      /answers 200 with version 1\.4\.0 at all 3 addresses after 2\.\d s, 3 in a row; (?=.*1\.3\.0 in \d+ %)(?=.*1\.4\.0 in \d+ %).* of \d+ answers, converged at 2\.\d s$/,
    );
    for (const address of ADDRESSES) expect(result.summary).toContain(`at ${address}`);
  });

  test("is red when one of them keeps the old version, though any other would do", async () => {
    const url = await rolling([0, 0, Infinity]);
    const result = await gate(url, { ...inputs, "timeout-seconds": "4" }, resolver());
    expect(result.outputs["outcome"]).toBe("unhealthy");
    expect(result.annotations[0]?.message).toContain("version 1.3.0 at 1, version 1.4.0 at 2 of 3 addresses");
    expect((await gate(url, { "expect-version": "1.4.0" }, resolver())).outputs["outcome"]).toBe("healthy");
  });
});

describe("an application that speaks of its parts", () => {
  const parts = { ...NEW, database: "connected", migrations: "up-to-date", jobs: "operational" };

  test("is green when all of them are well", async () => {
    const server = await opening(serveHttp(answering(parts)));
    expect((await gate(urlOf(server), { preset: "compose" })).outputs["outcome"]).toBe("healthy");
  });

  test("is red when it is degraded, though it answers 200", async () => {
    const server = await opening(serveHttp(answering({ ...parts, status: "degraded" })));
    const result = await gate(urlOf(server), { preset: "compose", "timeout-seconds": "2" });
    expect(result.outputs["outcome"]).toBe("timed-out");
    expect(result.outputs["reason"]).toContain('answers 200 with /status = "degraded"; expected /status = healthy');
  });
});

describe("a server that means harm", () => {
  test("by a body without an end is cut off, and is red", async () => {
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
    const result = await gate(urlOf(server), { "timeout-seconds": "2" });
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("answers 200 with more than 1048576 bytes"),
    });
  });

  test("by a body that drips is red, and delays nothing", async () => {
    const server = await opening(
      serveHttp((_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write("."), 50);
        response.on("close", () => clearInterval(drip));
      }),
    );
    const result = await gate(urlOf(server), { "timeout-seconds": "3", "attempt-timeout-seconds": "1" });
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("its answer did not end in time"),
    });
    expect(result.durationMs).toBeLessThan(4000);
  });
});

describe("a server that hangs", () => {
  test("costs the deadline, and not the longer time of one attempt", async () => {
    const server = await opening(serveHttp(() => undefined));
    const result = await gate(urlOf(server), { "timeout-seconds": "2", "attempt-timeout-seconds": "60" });
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("not healthy within 2 s"),
    });
    expect(result.durationMs).toBeGreaterThan(2000);
    expect(result.durationMs).toBeLessThan(3000);
  });
});

describeWithTool("openssl", "a certificate", () => {
  /** Made for each test, so that no key has to lie in the repository. */
  async function certificate(days: number): Promise<{ key: Buffer; cert: Buffer; file: string }> {
    const folder = emptyFolder();
    const [key, made, file] = ["key.pem", "made.pem", "cert.pem"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key];
    const name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
    await openssl(["req", "-x509", ...curve, "-out", made, ...name, "-days", "2"]);
    await openssl(["x509", "-in", made, "-days", String(days), "-signkey", key, "-out", file]);
    return { key: readFileSync(key), cert: readFileSync(file), file };
  }

  async function openssl(args: readonly string[]): Promise<void> {
    const { exitCode, stderr } = await runTool("openssl", args);
    if (exitCode !== 0) throw new Error(stderr);
  }

  test("that the runner was told to trust is green", async () => {
    const { file, ...tls } = await certificate(2);
    const { port } = await opening(serveHttps(tls, answering(NEW)));
    const result = await gate(`https://127.0.0.1:${port}/`, {}, { NODE_EXTRA_CA_CERTS: file });
    expect(result.outputs["outcome"]).toBe("healthy");
  });

  test("that has expired is red, even where NODE_TLS_REJECT_UNAUTHORIZED is 0", async () => {
    const { file, ...tls } = await certificate(-1);
    const { port } = await opening(serveHttps(tls, answering(NEW)));
    const env = { NODE_EXTRA_CA_CERTS: file, NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    const result = await gate(`https://127.0.0.1:${port}/`, { "timeout-seconds": "2" }, env);
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("certificate has expired (CERT_HAS_EXPIRED)"),
    });
  });
});

describe("a database", () => {
  const STARTING = Buffer.from("E\0\0\0\u0030SFATAL\0C57P03\0Mthe database is starting up\0\0", "latin1");
  const SASL = Buffer.from("R\0\0\0\u0017\0\0\0\u000aSCRAM-SHA-256\0\0", "latin1");

  test("that starts up is waited for", async () => {
    let ready = false;
    const server = await opening(serveTcp((socket) => socket.once("data", () => socket.end(ready ? SASL : STARTING))));
    const gating = gate(`postgres://127.0.0.1:${server.port}`);
    await delay(1500);
    ready = true;
    const result = await gating;
    expect(result.outputs["reason"]).toContain("accepts PostgreSQL connections (authentication: SASL)");
    expect(logOf(result)).toContain("turns connections away with 57P03: the database is starting up");
  });

  test("is not any server that takes connections", async () => {
    const server = await opening(serveHttp(answering(NEW)));
    const result = await gate(`postgres://127.0.0.1:${server.port}`, { "timeout-seconds": "2" });
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("does not speak PostgreSQL's protocol"),
    });
  });
});
