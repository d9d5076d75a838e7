import { describe, expect, test } from "@jest/globals";

import { parseImageReference, renderImageReference } from "./image-reference.ts";

const digest = `sha256:${"a".repeat(64)}`;

describe("an image reference", () => {
  test.each([
    ["ghcr.io/acme/shop:1.4.0", { registry: "ghcr.io", repository: "acme/shop", tag: "1.4.0" }],
    ["acme/shop:1.4.0", { registry: "docker.io", repository: "acme/shop", tag: "1.4.0" }],
    ["postgres", { registry: "docker.io", repository: "library/postgres", tag: undefined }],
    ["index.docker.io/acme/shop", { registry: "docker.io", repository: "acme/shop" }],
    ["localhost:5000/app", { registry: "localhost:5000", repository: "app" }],
    ["localhost/app:x", { registry: "localhost", repository: "app", tag: "x" }],
    [`127.0.0.1:5000/a/b/c:t@${digest}`, { registry: "127.0.0.1:5000", repository: "a/b/c", tag: "t", digest }],
  ])("%s is taken apart as docker pull does", (text, expected) => {
    expect(parseImageReference(text)).toMatchObject(expected);
  });

  test("is written in full", () => {
    expect(renderImageReference(parseImageReference(`acme/shop:1@${digest}`))).toBe(`docker.io/acme/shop:1@${digest}`);
  });

  test.each([
    "",
    "Acme/shop",
    "acme/shop:",
    "acme/shop:a b",
    "acme/shop@sha256:abc",
    `a@${digest}@${digest}`,
    "-x/y:z",
    "https://ghcr.io/a",
    "a//b",
    "a/../b",
  ])("%j is refused", (text) => {
    expect(() => parseImageReference(text)).toThrow("is not an image reference");
  });
});
