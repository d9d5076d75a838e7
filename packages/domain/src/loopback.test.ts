import { describe, expect, test } from "@jest/globals";

import { isLoopbackHost } from "./loopback.ts";

describe("a host that means this machine", () => {
  test.each(["localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"])("%s", (hostname) => {
    expect(isLoopbackHost(hostname)).toBe(true);
  });
});

describe("a host that may be another machine", () => {
  test.each([
    "",
    "localhost.example.org",
    "example.localhost",
    "127.0.0.1.example.org",
    "127.0.0",
    "128.0.0.1",
    "10.0.0.1",
    "[::2]",
    "::1.example.org",
    "localhost:80",
    "127.0.0.1\n",
  ])("%j", (hostname) => {
    expect(isLoopbackHost(hostname)).toBe(false);
  });
});
