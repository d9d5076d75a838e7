import { describe, expect, test } from "@jest/globals";

import { addressOf } from "./registry-address.ts";
import { requireTrustedRealm } from "./trusted-realm.ts";

describe("credentials go to", () => {
  test.each([
    ["ghcr.io", "https://ghcr.io/token"],
    ["docker.io", "https://auth.docker.io/token"],
    ["10.1.2.3:5000", "https://10.1.2.3:5001/token"],
    ["localhost:5000", "http://localhost:5001/token"],
    ["127.0.0.1:5000", "http://127.0.0.1:5001/token"],
    ["localhost:5000", "https://auth.example.org/token"],
    ["registry.example.org", "https://8.8.8.8/token"],
    ["registry.example.org", "https://[2606:4700::1]/token"],
  ])("the service that %s names: %s", (host, realm) => {
    expect(requireTrustedRealm(realm, addressOf(host)).href).toBe(realm);
  });
});

describe("credentials do not go to", () => {
  test.each([
    ["plain http", "http://auth.example.org/token"],
    ["this machine", "https://localhost/token"],
    ["this machine over plain http", "http://127.0.0.1:9000/token"],
    ["this machine in other words", "https://0x7f000001/token"],
    ["this machine over IPv6", "https://[::1]/token"],
    ["this machine by a mapped address", "https://[::ffff:127.0.0.1]/token"],
    ["the metadata service of a cloud", "https://169.254.169.254/latest"],
    ["a private network", "https://10.0.0.1/token"],
    ["another private network", "https://192.168.1.1/token"],
    ["a third private network", "https://172.31.255.255/token"],
    ["a shared address", "https://100.64.0.1/token"],
    ["a private network over IPv6", "https://[fd00::1]/token"],
    ["a URL with credentials", "https://user:pass@auth.example.org/token"],
    ["something else than a URL", "token"],
    ["a file", "file:///etc/passwd"],
  ])("%s", (_, realm) => {
    expect(() => requireTrustedRealm(realm, addressOf("registry.example.org"))).toThrow(
      expect.objectContaining({ code: "UNTRUSTED_TOKEN_SERVICE" }),
    );
  });
});

test.each([
  ["docker.io", "https://registry-1.docker.io", "https://index.docker.io/v1/"],
  ["ghcr.io", "https://ghcr.io", "ghcr.io"],
  ["registry.example.org:8443", "https://registry.example.org:8443", "registry.example.org:8443"],
  ["localhost:5000", "http://localhost:5000", "localhost:5000"],
  ["127.0.0.1:5000", "http://127.0.0.1:5000", "127.0.0.1:5000"],
  ["localhost.example.org", "https://localhost.example.org", "localhost.example.org"],
  ["127.0.0.1.example.org", "https://127.0.0.1.example.org", "127.0.0.1.example.org"],
])("%s is asked at %s and known to Docker as %s", (host, origin, configKey) => {
  expect(addressOf(host)).toMatchObject({ origin, configKey });
});
