import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";

import { generateTree } from "../support/generate-tree.ts";
import { checkoutOf } from "../support/package-checkout.ts";
import { emptyFolder, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";

/** A name that needs a record of its own in the archive: neither it nor its folder fits the header. */
const LONG = `${"a-folder-with-a-long-name/".repeat(9)}${"x".repeat(200)}.txt`;

const MANIFEST = `
schema: 1
archive: { name: large-arm64, folder: large }
layout:
  - { from: tree, to: content, exclude: ["bin/"] }
  - { from: tree/bin, to: content/bin, mode: "750" }
  - { from: secret.json, to: config/secret.json, mode: "600" }
empty-folders: [logs]
`;

describeWithTool(["tar", "diff", "sha256sum"], "a package of 300 MB with many small files", () => {
  const source = emptyFolder();
  const extracted = emptyFolder();
  let workspace = "";
  let result: StepResult | undefined;
  beforeAll(async () => {
    writeFileSync(join(source, "package.yml"), MANIFEST);
    writeFileSync(join(source, "secret.json"), "{}\n");
    const checkout = checkoutOf(source);
    ({ workspace } = checkout);
    // What a build makes is not committed.
    generateTree(join(workspace, "tree"), 300e6);
    mkdirSync(join(workspace, "tree", LONG, ".."), { recursive: true });
    writeFileSync(join(workspace, "tree", LONG), "deep\n");
    const inputs = { manifest: "package.yml", commit: checkout.commit, branch: "main" };
    result = await runBundle({ action: "build-arm64-package", workspace, inputs });
  }, 120_000);

  test("is what its checksum says", async () => {
    expect(result?.annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect(result).toMatchObject({ conclusion: "success", outputs: { outcome: "packaged" } });
    const checked = await runTool("sh", ["-c", `cd '${workspace}/out' && sha256sum -c large-arm64.tar.gz.sha256`]);
    expect(checked.stdout).toBe("large-arm64.tar.gz: OK\n");
  });

  test("is extracted by GNU tar as the very bytes, names and modes", async () => {
    const archive = join(workspace, "out/large-arm64.tar.gz");
    const unpacked = await runTool("tar", ["--same-permissions", "-xzf", archive, "-C", extracted]);
    expect(unpacked).toMatchObject({ exitCode: 0, stderr: "" });
    const large = join(extracted, "large");
    expect(readFileSync(join(large, "content", LONG), "utf8")).toBe("deep\n");
    const compared = await runTool("diff", ["-r", join(workspace, "tree"), join(large, "content")]);
    expect(compared).toMatchObject({ exitCode: 0, stdout: "" });
    const paths = ["content/bin/server", "config/secret.json", "content/i18n/language-0.json", "logs"];
    const modes = paths.map((path) => (statSync(join(large, path)).mode & 0o7777).toString(8));
    expect(modes).toEqual(["750", "600", "644", "755"]);
  });
});
