import { expect, test } from "@jest/globals";

import { parseChallenge } from "./challenge.ts";

test.each([
  [undefined, { kind: "unknown" }],
  ["", { kind: "unknown" }],
  ["Negotiate", { kind: "unknown" }],
  ["Bearer", { kind: "unknown" }],
  ['Basic realm="Registry"', { kind: "basic" }],
  ["basic", { kind: "basic" }],
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    { kind: "bearer", realm: "https://auth.docker.io/token", service: "registry.docker.io", error: undefined },
  ],
  [
    'Bearer realm="https://ghcr.io/token", error="insufficient_scope"',
    { kind: "bearer", realm: "https://ghcr.io/token", service: undefined, error: "insufficient_scope" },
  ],
  [
    "bearer realm=https://example.org/t",
    { kind: "bearer", realm: "https://example.org/t", service: undefined, error: undefined },
  ],
  [
    'Basic realm="x", Bearer realm="https://example.org/t"',
    { kind: "bearer", realm: "https://example.org/t", service: undefined, error: undefined },
  ],
  [
    'Bearer realm="https://example.org/t",service="a \\"b\\", c"',
    { kind: "bearer", realm: "https://example.org/t", service: 'a "b", c', error: undefined },
  ],
])("%s is read as %j", (header, challenge) => {
  expect(parseChallenge(header)).toEqual(challenge);
});
