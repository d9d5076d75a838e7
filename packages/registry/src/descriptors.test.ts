import type { Digest } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { blobsOf, childrenOf } from "./descriptors.ts";
import type { Manifest } from "./manifest-types.ts";

const INDEX = "application/vnd.oci.image.index.v1+json";
const IMAGE = "application/vnd.oci.image.manifest.v1+json";
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

function manifestOf(mediaType: string, document: unknown): Manifest {
  return { mediaType, digest: digest("0") as Digest, bytes: Buffer.from(JSON.stringify(document)) };
}

const descriptor = (letter: string, more: object = {}) => ({ digest: digest(letter), size: 7, ...more });
const letters = (found: readonly { digest: string }[]) => found.map((one) => one.digest.slice(-1)).join("");

describe("the blobs of a manifest are", () => {
  test.each<[string, unknown, string]>([
    ["its config and its layers", { config: descriptor("a"), layers: [descriptor("b"), descriptor("c")] }, "abc"],
    ["each once", { config: descriptor("a"), layers: [descriptor("b"), descriptor("b"), descriptor("a")] }, "ab"],
    ["without layers that live elsewhere", { layers: [descriptor("b", { urls: ["https://x.example"] })] }, ""],
    ["with layers whose list of urls is empty", { layers: [descriptor("b", { urls: [] })] }, "b"],
    ["without entries that have no digest", { config: { digest: "sha256:abc" }, layers: [7, null, {}] }, ""],
    ["none when there are no layers", {}, ""],
    ["none when it is no object", "text", ""],
  ])("%s", (_, document, expected) => {
    expect(letters(blobsOf(manifestOf(IMAGE, document)))).toBe(expected);
  });

  test("none for an index, whatever else stands in it", () => {
    expect(blobsOf(manifestOf(INDEX, { config: descriptor("a"), manifests: [descriptor("b")] }))).toEqual([]);
  });
});

describe("the children of a manifest are", () => {
  test("the manifests that an index lists", () => {
    expect(letters(childrenOf(manifestOf(INDEX, { manifests: [descriptor("a"), descriptor("b")] })))).toBe("ab");
  });

  test("none for an image, whatever else stands in it", () => {
    expect(childrenOf(manifestOf(IMAGE, { manifests: [descriptor("b")] }))).toEqual([]);
  });

  test("told apart from BuildKit's attestations", () => {
    const annotations = { "vnd.docker.reference.type": "attestation-manifest" };
    const index = manifestOf(INDEX, { manifests: [descriptor("a"), descriptor("b", { annotations })] });
    expect(childrenOf(index).map(({ isAttestation }) => isAttestation)).toEqual([false, true]);
  });
});
