import { describe, expect, test } from "@jest/globals";

import { parseCommitSha } from "./commit.ts";
import { createFence, parseLeaseToken, renderLeaseToken } from "./lease.ts";

const commit = parseCommitSha("a".repeat(40));
const token = { ref: "refs/fairway/lock/eu=20=west", commit };

describe("a lease token", () => {
  test("is read as it was written", () => {
    expect(parseLeaseToken(renderLeaseToken(token))).toEqual(token);
  });

  test.each([
    "",
    "a".repeat(40),
    `refs/x@${commit}`,
    `refs/a/../b@${commit}`,
    `heads/a/b@${commit}`,
    `refs/a/b@${commit}\n`,
  ])("%j is none", (text) => {
    expect(() => parseLeaseToken(text)).toThrow("is not a lease token");
  });
});

describe("a fence", () => {
  const clock = { sleep: () => Promise.resolve() };
  const tip = (sha: string | undefined) => () => Promise.resolve({ tipOf: () => Promise.resolve(sha) });

  test("is open while the ref points at our record", async () => {
    await expect(createFence(token, tip(commit), clock)()).resolves.toBeUndefined();
  });

  test.each([["b".repeat(40)], [undefined]])("is closed when it points at %s", async (sha) => {
    await expect(createFence(token, tip(sha), clock)()).rejects.toMatchObject({ code: "LEASE_LOST", kind: "refusal" });
  });

  test("looks again, because a look may be older than our own write", async () => {
    const tips = ["b".repeat(40), commit];
    await expect(
      createFence(token, () => Promise.resolve({ tipOf: () => Promise.resolve(tips.shift()) }), clock)(),
    ).resolves.toBeUndefined();
  });

  test("is closed when nobody can tell", async () => {
    await expect(createFence(token, () => Promise.reject(new Error("no answer")), clock)()).rejects.toThrow(
      "no answer",
    );
  });

  test("is not there without a token", async () => {
    await expect(
      createFence(undefined, () => Promise.reject(new Error("never asked")), clock)(),
    ).resolves.toBeUndefined();
  });
});
