import { createHash } from "node:crypto";

import type { Digest } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { createBlobFeed } from "./blob-feed.ts";
import type { Exchange } from "./exchange.ts";
import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";

const bytes = Buffer.from("a layer");
const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}` as Digest;
const blob = { digest, size: bytes.byteLength, isAttestation: false };

async function* content(): AsyncIterable<Uint8Array> {
  yield Promise.resolve(bytes);
}

/** A feed of the blob, and what it asks of a registry that answers so. */
function feed(answer: () => Promise<Partial<RegistryAnswer>> = () => Promise.resolve({ content: content() })) {
  const requests: RegistryRequest[] = [];
  const exchange: Partial<Exchange> = {
    registry: { host: "r.example", origin: "https://r.example", loopback: false } as Exchange["registry"],
    once: async (request) => {
      requests.push(request);
      return { status: 200, headers: {}, body: new Uint8Array(), ...(await answer()) };
    },
  };
  const from = { exchange: exchange as Exchange, repository: "acme/shop" };
  return { requests, ...createBlobFeed(from, blob, new AbortController().signal) };
}

async function read(parts: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const part of parts) text += Buffer.from(part).toString();
  return text;
}

describe("the feed of a blob", () => {
  test("asks once when it was asked ahead, and anew when it is opened again", async () => {
    const { ask, open, requests } = feed();
    ask();
    expect(requests).toHaveLength(1);
    expect([await read(open()), requests.length]).toEqual(["a layer", 1]);
    expect([await read(open()), requests.length]).toEqual(["a layer", 2]);
  });

  test("gives up what was asked for and never opened", () => {
    const { ask, close, requests } = feed();
    ask();
    expect(requests[0]?.signal?.aborted).toBe(false);
    close();
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  test("leaves alone what was opened", async () => {
    const { ask, open, close, requests } = feed();
    ask();
    await read(open());
    close();
    expect(requests[0]?.signal?.aborted).toBe(false);
  });

  test("fails when it is opened, not before", async () => {
    const { ask, open, failure } = feed(() => Promise.reject(new Error("down")));
    ask();
    await Promise.resolve();
    expect(failure()).toBeUndefined();
    await expect(read(open())).rejects.toThrow("down");
    expect(failure()).toMatchObject({ message: "down" });
  });
});
