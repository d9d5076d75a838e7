import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BundleVerdict, copyBuildTree, findActions, REPOSITORY_ROOT, verifyBundles } from "@fairway/repo-tools";
import { beforeAll, expect, test } from "@jest/globals";

const actions = findActions(REPOSITORY_ROOT);
let verdicts: readonly BundleVerdict[] = [];

// One build of everything in two folders, then one verdict an action.
beforeAll(async () => {
  verdicts = await verifyBundles(REPOSITORY_ROOT, actions);
}, 300_000);

test.each(actions)("dist of %s is byte for byte what its sources give in two other folders", (action) => {
  expect(verdicts.find((verdict) => verdict.action === action)?.problems).toEqual([]);
});

test("a bundle that was changed by hand, a file too many and a file too few are found", async () => {
  const action = "compute-beta-tag";
  const copy = mkdtempSync(join(tmpdir(), "fairway-changed-"));
  const dist = join(copy, "actions", action, "dist");
  try {
    copyBuildTree(REPOSITORY_ROOT, [`actions/${action}`], copy);
    cpSync(join(REPOSITORY_ROOT, "actions", action, "dist"), dist, { recursive: true });
    appendFileSync(join(dist, "index.js"), `// built in ${copy}\n`);
    writeFileSync(join(dist, "999.index.js"), "");
    rmSync(join(dist, "licenses.txt"));
    const [verdict] = await verifyBundles(copy, [action]);
    const found = verdict?.problems.join("\n");
    expect(found).toContain("dist/index.js is not what the sources give");
    expect(found).toContain("dist/999.index.js is left over");
    expect(found).toContain("dist/licenses.txt is missing");
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 120_000);
