import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import { peakMemoryGauge } from "../support/peak-memory.ts";
import { emptyFolder, runBundle, runnerVariables } from "../support/run-bundle.ts";

const FILES = 4;
const FILE_BYTES = 64_000_000;
const MOST_MEGABYTES = 150;

let github: GitHubServer;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());

test(`a release of ${(FILES * FILE_BYTES) / 1e6} MB takes at most ${MOST_MEGABYTES} MB of memory`, async () => {
  const commit = github.repository("acme/shop").commit({ message: "work" });
  const workspace = emptyFolder();
  const digests = Array.from({ length: FILES }, (_, index) => {
    const content = randomBytes(FILE_BYTES);
    writeFileSync(join(workspace, `part-${index}.bin`), content);
    return `sha256:${createHash("sha256").update(content).digest("hex")}`;
  });
  const gauge = peakMemoryGauge();
  const token = github.token("job", { contents: "write", actions: "read" });
  const result = await runBundle({
    action: "create-release",
    inputs: { tag: "1.0.0", commit, files: "*.bin", "github-token": token },
    env: { ...runnerVariables(github, { id: 1, sha: commit }), ...gauge.env },
    workspace,
  });
  expect(result.annotations.filter(({ level }) => level === "error")).toEqual([]);
  const [release] = github.repository("acme/shop").releases;
  const held = release?.assets.filter(({ name }) => name.endsWith(".bin")).map(({ digest }) => digest);
  expect(held?.toSorted()).toEqual(digests.toSorted());
  expect(gauge.megabytes()).toBeLessThan(MOST_MEGABYTES);
});
