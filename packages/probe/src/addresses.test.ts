import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

import { afterEach, describe, expect, test } from "@jest/globals";
import type { Clock } from "@fairway/domain";
import { serveHttp, type RawServer } from "@fairway/testbed";

import { findAddresses } from "./addresses.ts";
import { openProbe } from "./probe.ts";
import type { Resolve } from "./resolver.ts";

const clock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
};
const signal = new AbortController().signal;
const opened: RawServer[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

function addressesOf(url: string, ...addresses: readonly string[]) {
  const resolve: Resolve = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return openProbe({ clock, resolve }).addressesOf(url, { timeoutMs: 1000, signal });
}

describe("the addresses of a name", () => {
  test("are all that it leads to, each once, in a steady order", async () => {
    expect(await addressesOf("https://shop.example/", "127.0.0.3", "127.0.0.2", "127.0.0.3")).toEqual({
      kind: "addresses",
      addresses: ["127.0.0.2", "127.0.0.3"],
      unreachable: [],
    });
  });

  test("are the address itself where the URL has one", async () => {
    expect(await addressesOf("http://127.0.0.1:8080/")).toMatchObject({ addresses: ["127.0.0.1"] });
  });

  test("are forbidden as a whole when one of them is", async () => {
    expect(await addressesOf("https://shop.example/", "127.0.0.2", "169.254.169.254")).toMatchObject({
      kind: "forbidden",
      message: expect.stringMatching(/^shop\.example leads to 169\.254\.169\.254/),
    });
  });

  test("are a DNS failure when there are none", async () => {
    expect(await addressesOf("https://shop.example/")).toEqual({ kind: "dns", code: "ENODATA" });
  });

  test("are refused when there are more than fifty", async () => {
    const many = Array.from({ length: 51 }, (_, index) => `10.0.0.${index}`);
    expect(await addressesOf("https://shop.example/", ...many)).toMatchObject({
      kind: "forbidden",
      message: "shop.example has 51 addresses, more than 50",
    });
  });

  test("are waited for no longer than there is time", async () => {
    const resolve = async () => delay(5000, [], { signal: new AbortController().signal, ref: false });
    const found = await openProbe({ clock, resolve }).addressesOf("https://slow.example/", { timeoutMs: 50, signal });
    expect(found).toMatchObject({ kind: "timed-out", phase: "resolving" });
  });
});

describe("addresses that this machine has no route to", () => {
  const resolve: Resolve = async () => ["10.0.0.1", "2001:db8::1"].map((address) => ({ address, family: 4 }));
  const url = new URL("https://shop.example/");

  test("are set aside where another can be reached", async () => {
    const found = await findAddresses(url, resolve, async (address) => !address.includes(":"));
    expect(found).toEqual({ kind: "addresses", addresses: ["10.0.0.1"], unreachable: ["2001:db8::1"] });
  });

  test("are kept where there is no other, so that attempts say why", async () => {
    const found = await findAddresses(url, resolve, async () => false);
    expect(found).toEqual({ kind: "addresses", addresses: ["10.0.0.1", "2001:db8::1"], unreachable: [] });
  });
});

describe("an attempt at one of the addresses", () => {
  test("goes there, and asks for the name of the URL", async () => {
    const server = await serveHttp((request, response) => response.end(request.headers.host));
    opened.push(server);
    const resolve: Resolve = async () => [{ address: "127.0.0.99", family: 4 }];
    const seen = await openProbe({ clock, resolve }).attempt(`http://app.localhost:${server.port}/`, {
      timeoutMs: 1000,
      followRedirects: false,
      address: "127.0.0.1",
      signal,
    });
    expect(seen).toMatchObject({ kind: "answer", body: `app.localhost:${server.port}` });
  });

  test("is not made at an address that is never asked", async () => {
    const options = { timeoutMs: 1000, followRedirects: false, address: "169.254.169.254", signal };
    const seen = await openProbe({ clock }).attempt("https://shop.example/", options);
    expect(seen).toMatchObject({ kind: "forbidden" });
  });
});
