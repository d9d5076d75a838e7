import { createHash, randomBytes } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { startDistributionRegistry, type DistributionRegistry } from "../support/distribution-registry.ts";
import { peakMemoryGauge } from "../support/peak-memory.ts";
import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool } from "../support/tools.ts";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const LAYERS = 6;
const LAYER_BYTES = 21_000_000;
const MOST_MEGABYTES = 150;

describeWithTool("docker-registry", "an image of 126 MB on its way from one registry to another", () => {
  let registries: readonly DistributionRegistry[] = [];

  beforeAll(async () => {
    registries = [await startDistributionRegistry("open"), await startDistributionRegistry("open")];
    await publish(`http://${registries[0]?.host ?? ""}/v2/acme/shop`);
  });

  afterAll(() => Promise.all(registries.map((registry) => registry.stop())));

  test(`takes at most ${MOST_MEGABYTES} MB of memory`, async () => {
    const [from, to] = registries.map(({ host }) => host);
    const gauge = peakMemoryGauge();
    const result = await runBundle({
      action: "retag-image",
      inputs: { source: `${from ?? ""}/acme/shop:beta`, tags: `${to ?? ""}/acme/shop:1.0.0` },
      env: { DOCKER_CONFIG: emptyFolder(), ...gauge.env },
    });
    expect([result.conclusion, logOf(result)]).toEqual(["success", expect.stringContaining("sent (126.0 MB)")]);
    expect(gauge.megabytes()).toBeLessThan(MOST_MEGABYTES);
  });
});

/** Pushes an image of layers that cannot be compressed. */
async function publish(base: string): Promise<void> {
  const config = await upload(base, "application/vnd.oci.image.config.v1+json", Buffer.from("{}"));
  const layers: object[] = [];
  for (let count = 0; count < LAYERS; count += 1) {
    layers.push(await upload(base, "application/vnd.oci.image.layer.v1.tar+gzip", randomBytes(LAYER_BYTES)));
  }
  const body = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config, layers });
  const put = await fetch(`${base}/manifests/beta`, { method: "PUT", headers: { "content-type": MANIFEST }, body });
  expect(put.status).toBe(201);
}

async function upload(base: string, mediaType: string, content: Buffer): Promise<object> {
  const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  const opened = await fetch(`${base}/blobs/uploads/`, { method: "POST" });
  const url = new URL(opened.headers.get("location") ?? "", base);
  url.searchParams.set("digest", digest);
  const headers = { "content-type": "application/octet-stream" };
  const put = await fetch(url, { method: "PUT", headers, body: new Uint8Array(content) });
  expect(put.status).toBe(201);
  return { mediaType, digest, size: content.length };
}
