import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";

import { checkoutOf, type PackageCheckout } from "../support/package-checkout.ts";
import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWhereInstalled } from "../support/tools.ts";

const application = join(import.meta.dirname, "fixtures/package-application");
/** What a program of the machine prints. */
function output(program: string, args: readonly string[], cwd?: string): string {
  return execFileSync(program, args, { cwd, encoding: "latin1", maxBuffer: 64 * 1024 * 1024 });
}

const PACKAGE = "shop-staging-arm64.tar.gz";

function build(
  { workspace, commit }: PackageCheckout,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<StepResult> {
  return runBundle({
    action: "build-arm64-package",
    workspace,
    inputs: { manifest: "package.yml", "build-number": "42", branch: "main", commit, ...inputs },
    env,
  });
}

/** Changes the manifest; the change is not committed, which the step says in a warning. */
function edit({ workspace }: PackageCheckout, change: (text: string) => string): void {
  const path = join(workspace, "package.yml");
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error("the change of the manifest changes nothing");
  writeFileSync(path, changed);
}

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** What a person finds who lists the archive with GNU tar: mode, owner, time and path. */
function listing(archive: string): string[] {
  const lines = output("tar", ["--utc", "--full-time", "-tvzf", archive]).trim().split("\n");
  return lines.map((line) => line.replaceAll(/ +\d+ (?=2026)/g, " ").replaceAll(/ +/g, " "));
}

function errorOf(result: StepResult): string {
  return result.annotations.find(({ level }) => level === "error")?.message ?? "";
}

describeWhereInstalled(["go", "tar"], "the bundle of build-arm64-package", () => {
  test("makes the package of a server with its web application, and what lies beside it", async () => {
    const checkout = checkoutOf(application);
    const result = await build(checkout);
    expect(errorOf(result)).toBe("");
    const out = join(checkout.workspace, "out");
    expect(readdirSync(out).toSorted()).toEqual([
      "checksums.txt",
      "shop-staging-arm64.cdx.json",
      "shop-staging-arm64.files.json",
      PACKAGE,
      `${PACKAGE}.sha256`,
    ]);
    const line = (mode: string, path: string) => `${mode} 0/0 2026-01-31 12:00:00 shop/${path}`;
    expect(listing(join(out, PACKAGE))).toEqual([
      line("drwxr-xr-x", ""),
      line("-rw-r--r--", "LICENSE"),
      line("-rw-r--r--", "NOTICE.txt"),
      line("-rw-r--r--", "README.md"),
      line("drwxr-xr-x", "bin/"),
      line("-rwxr-xr-x", "bin/shop"),
      line("-rwxr-xr-x", "bin/shopctl"),
      line("drwxr-xr-x", "client/"),
      line("-rw-r--r--", "client/index.html"),
      line("drwxr-xr-x", "client/static/"),
      line("-rw-r--r--", "client/static/app.js"),
      line("drwxr-xr-x", "config/"),
      line("-rw-r--r--", "config/README.md"),
      line("-rw-------", "config/config.json"),
      line("drwxr-xr-x", "fonts/"),
      line("-rw-r--r--", "fonts/shop.woff2"),
      line("drwxr-xr-x", "i18n/"),
      line("-rw-r--r--", "i18n/de.json"),
      line("-rw-r--r--", "i18n/en.json"),
      line("drwxr-xr-x", "logs/"),
      line("-rw-r--r--", "manifest.txt"),
      line("drwxr-xr-x", "templates/"),
      line("-rw-r--r--", "templates/welcome.html"),
    ]);
    expect(result.outputs).toMatchObject({
      outcome: "packaged",
      package: `out/${PACKAGE}`,
      "checksum-file": `out/${PACKAGE}.sha256`,
      sha256: sha256(join(out, PACKAGE)),
      sbom: "out/shop-staging-arm64.cdx.json",
    });
    expect(readFileSync(join(out, `${PACKAGE}.sha256`), "utf8")).toBe(`${result.outputs["sha256"]}  ${PACKAGE}\n`);
    const checked = output("sha256sum", ["--strict", "-c", "checksums.txt"], out);
    expect(checked.match(/: OK$/gm)).toHaveLength(3);
    expect(result.summary).toContain("Package packaged");
  });

  test("fills the fields in, takes the license of the edition, and changes JSON without touching the rest", async () => {
    const checkout = checkoutOf(application);
    await build(checkout);
    const read = (path: string) => output("tar", ["-xzOf", join(checkout.workspace, "out", PACKAGE), `shop/${path}`]);
    expect(read("manifest.txt")).toBe(
      `Build Number: 42\nBuild Date: 2026-01-31T12:00:00Z\nCommit: ${checkout.commit}\nBranch: main\n`,
    );
    expect(read("client/index.html")).toBe("<title>shop 42</title>\n");
    expect(read("LICENSE")).toBe("License of the team edition\n");
    const before = readFileSync(join(application, "server/config/default.json"), "utf8");
    const expected = before
      .replace('"http://localhost:8065"', '""')
      .replace('"DEBUG"', '"INFO"')
      .replace('Notifications": true', 'Notifications": false');
    expect(read("config/config.json")).toBe(expected);
  });

  test("makes the enterprise edition where its folder is there", async () => {
    const checkout = checkoutOf(application);
    mkdirSync(join(checkout.workspace, "enterprise"));
    const result = await build(checkout);
    const archive = join(checkout.workspace, "out", PACKAGE);
    const license = output("tar", ["-xzOf", archive, "shop/LICENSE"]);
    expect(license).toBe("License of the enterprise edition\n");
    expect(result.summary).toContain("enterprise");
    const program = output("tar", ["-xzOf", archive, "shop/bin/shop"]);
    expect(program.includes("-tags=enterprise,production,sourceavailable")).toBe(true);
  });

  test("gives the same bytes in another folder, for another umask, with other times and modes on the disk", async () => {
    const one = checkoutOf(application);
    const first = await build(one);
    const before = process.umask(0o077);
    try {
      const folder = join(emptyFolder(), "another", "place");
      mkdirSync(folder, { recursive: true });
      const other = checkoutOf(application, folder);
      expect(other.commit).toBe(one.commit);
      utimesSync(join(other.workspace, "README.md"), 1, 1);
      chmodSync(join(other.workspace, "server/fonts/shop.woff2"), 0o600);
      const second = await build(other);
      expect(second.outputs["sha256"]).toBe(first.outputs["sha256"]);
      for (const name of readdirSync(join(one.workspace, "out"))) {
        expect([name, sha256(join(other.workspace, "out", name))]).toEqual([
          name,
          sha256(join(one.workspace, "out", name)),
        ]);
      }
    } finally {
      process.umask(before);
    }
  });

  test("takes SOURCE_DATE_EPOCH as its time, and refuses one that is no number", async () => {
    const checkout = checkoutOf(application);
    await build(checkout, {}, { SOURCE_DATE_EPOCH: "1769947200" });
    expect(listing(join(checkout.workspace, "out", PACKAGE))[0]).toContain("2026-02-01 12:00:00");
    expect(errorOf(await build(checkout, {}, { SOURCE_DATE_EPOCH: "yesterday" }))).toContain("SOURCE_DATE_EPOCH");
  });

  test("verifies a package, and names the first file of another one that differs", async () => {
    const checkout = checkoutOf(application);
    await build(checkout);
    const { workspace } = checkout;
    const kept = readdirSync(workspace);
    const verified = await build(checkout, { verify: `out/${PACKAGE}` });
    expect(verified.outputs).toMatchObject({ outcome: "verified", package: `out/${PACKAGE}` });
    expect(readdirSync(workspace)).toEqual(kept);
    const folder = emptyFolder();
    output("tar", ["-xzf", join(workspace, "out", PACKAGE), "-C", folder]);
    writeFileSync(join(folder, "shop/i18n/en.json"), '{"hello":"Good day"}');
    output("tar", [
      "-czf",
      join(workspace, "changed.tar.gz"),
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "-C",
      folder,
      "shop",
    ]);
    const different = await build(checkout, { verify: "changed.tar.gz" });
    expect(different.conclusion).toBe("failure");
    expect(different.outputs["outcome"]).toBe("different");
    expect(errorOf(different)).toContain("shop/i18n/en.json: has the size 20 in the package and 18 in what was built");
  });

  test("plans without a change: what would run, and what would be where", async () => {
    const checkout = checkoutOf(application);
    const before = readdirSync(checkout.workspace).toSorted();
    const planned = await build(checkout, { "dry-run": "true" });
    expect(planned.outputs).toMatchObject({ outcome: "planned", package: `out/${PACKAGE}`, sha256: "" });
    expect(logOf(planned)).toContain("webapp: node build.mjs");
    expect(logOf(planned)).toContain(
      "GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -trimpath -buildvcs=false -tags=production,sourceavailable",
    );
    expect(logOf(planned)).toContain("600 config/config.json from json[0] (server/config/default.json)");
    expect(logOf(planned)).toContain("755 bin/shop from go.builds, made by the build");
    expect(readdirSync(checkout.workspace).toSorted()).toEqual(before);
  });

  test("reports every problem of the manifest at once, with path, value and rule", async () => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) =>
      text
        .replace('mode: "600"', "mode: 600")
        .replace("license:\n  from:", "license:\n  form:")
        .replace("to: NOTICE.txt", "to: ../NOTICE.txt")
        .replace("tags: [production]", "tags: [-race]"),
    );
    const result = await build(checkout);
    expect(errorOf(result).split("\n")).toEqual([
      "package.yml has 5 problems; nothing was built.",
      expect.stringContaining('go.builds[1].tags[0]: "-race" is refused. A build tag'),
      expect.stringContaining('layout[4].to: "../NOTICE.txt" is refused. A path inside the archive'),
      expect.stringContaining("json[0].mode: 600 is refused. Mode of the files: three octal digits in quotes"),
      "- license.from: is required and not there",
      "- license.form: is not a key of the manifest; did you mean from?",
      expect.stringMatching(/^next: Correct the manifest/),
    ]);
    expect(logOf(result)).toContain("code: BAD_PACKAGE_MANIFEST (configuration)");
  });

  test("refuses an unknown field, and a field without a value", async () => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) => text.replace("Branch: {{branch}}", "Branch: {{brunch}} {{version}}"));
    expect(
      errorOf(await build(checkout))
        .split("\n")
        .slice(1),
    ).toEqual([
      "- generate[0].text: {{brunch}} is no field; did you mean {{branch}}?",
      "- generate[0].text: {{version}} has no value; give the input version",
      expect.stringMatching(/^next: Correct the manifest/),
    ]);
  });

  test.each([
    ["a misspelt variable", "model.BuildHash:", "model.BuildHsah:", "does not hold"],
    ["a misspelt package", "server/model.BuildHash:", "server/modle.BuildHash:", "does not hold"],
    ["a variable that the program never reads", "model.BuildNumber:", "model.Unused:", "does not hold"],
    [
      "a short text that is in every binary",
      'model.BuildEnterpriseReady: "{{enterprise}}"',
      'model.EnterpriseReady: "true"',
      "does not hold",
    ],
  ])("refuses %s in -X, and leaves nothing", async (_, from, to, reason) => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) => text.replaceAll(from, to));
    const before = readdirSync(checkout.workspace);
    const result = await build(checkout);
    expect(errorOf(result)).toContain(reason);
    expect(logOf(result)).toContain("code: WRONG_BINARY (refusal)");
    expect(readdirSync(checkout.workspace)).toEqual(before);
  });

  test("shows the last lines of a compiler that fails, and leaves what was there before", async () => {
    const checkout = checkoutOf(application);
    await build(checkout);
    const before = sha256(join(checkout.workspace, "out", PACKAGE));
    writeFileSync(
      join(checkout.workspace, "server/cmd/shop/broken.go"),
      "package main\n\nfunc broken() { return 1 }\n",
    );
    const result = await build(checkout);
    expect(errorOf(result)).toContain("bin/shop: go build");
    expect(logOf(result)).toContain("cmd/shop/broken.go:3:24: too many return values");
    expect(sha256(join(checkout.workspace, "out", PACKAGE))).toBe(before);
    expect(readdirSync(checkout.workspace).filter((name) => name.startsWith(".fairway"))).toEqual([]);
  });

  test("lists every problem of the layout: what is missing, what clashes, what leads out", async () => {
    const checkout = checkoutOf(application);
    const { workspace } = checkout;
    symlinkSync("/etc/hostname", join(workspace, "server/fonts/outside"));
    edit(checkout, (text) =>
      text
        .replace("{ from: README.md, to: README.md }", "{ from: README.md, to: notice.TXT }")
        .replace("from: server/config/README.md", "from: server/config/REDME.md")
        .replace("/LogSettings/ConsoleLevel", "/LogSettings/ConsoleLevle")
        .replace("empty-folders: [logs]", "empty-folders: [bin]"),
    );
    const message = errorOf(await build(checkout));
    expect(message).toContain(
      'json[0] (server/config/default.json): /LogSettings/ConsoleLevle: /LogSettings has no "ConsoleLevle"; it has EnableConsole, ConsoleLevel, Ratio',
    );
    expect(message).toContain("layout[0] (server/config/REDME.md): is not in the workspace");
    expect(message).toMatch(/layout\[1\] \(server\/fonts\): .*outside/);
    expect(message).toContain("are one name where case does not count");
    expect(message).toContain("empty-folders[0]: bin is to be empty");
    expect(existsSync(join(workspace, "out"))).toBe(false);
  });

  test("says which lines add a version of Go or Node that is not there", async () => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) => text.replace("go:\n", 'go:\n  version: "1.3"\n'));
    const result = await build(checkout);
    expect(errorOf(result)).toMatch(/^Go 1\.3 is needed and not on this runner; \d+\.\d+\.\d+ is there/);
    expect(logOf(result)).toContain('go-version: "1.3"');
    edit(checkout, (text) => text.replace('  version: "1.3"\n', "").replace("web:\n", 'web:\n  node: "3"\n'));
    expect(logOf(await build(checkout))).toContain('node-version: "3"');
  });

  test("takes Go from the runner's tool cache where PATH has another version", async () => {
    const checkout = checkoutOf(application);
    const cache = emptyFolder();
    const folder = join(cache, "go/1.3.7", process.arch, "bin");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "go"), "#!/bin/sh\necho go version go1.3.7 linux/amd64\n", { mode: 0o755 });
    writeFileSync(join(cache, "go/1.3.7", `${process.arch}.complete`), "");
    edit(checkout, (text) => text.replace("go:\n", 'go:\n  version: "1.3"\n'));
    const planned = await build(
      checkout,
      { "dry-run": "true" },
      { RUNNER_TOOL_CACHE: cache, RUNNER_TEMP: emptyFolder() },
    );
    expect(logOf(planned)).toContain("found the tools: Go 1.3.7");
  });

  test("refuses a commit that is not checked out, and warns of files that differ from it", async () => {
    const checkout = checkoutOf(application);
    expect(errorOf(await build(checkout, { commit: "1".repeat(40) }))).toContain("The checked-out commit is");
    writeFileSync(join(checkout.workspace, "README.md"), "# changed\n");
    const warned = await build(checkout, { "dry-run": "true" });
    expect(warned.annotations).toMatchObject([{ level: "warning", message: expect.stringContaining("README.md") }]);
  });

  test("stops within five seconds when the run is cancelled, and leaves neither a program nor a file", async () => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) => text.replace("[node, build.mjs]", '[sh, -c, "echo $$ > pid; sleep 60"]'));
    const before = readdirSync(checkout.workspace);
    const cancel = new AbortController();
    const timer = setTimeout(() => cancel.abort(), 3000);
    const result = await runBundle({
      action: "build-arm64-package",
      workspace: checkout.workspace,
      inputs: { manifest: "package.yml", "build-number": "42", branch: "main", commit: checkout.commit },
      signal: cancel.signal,
    });
    clearTimeout(timer);
    expect(result.conclusion).not.toBe("success");
    const pid = Number(readFileSync(join(checkout.workspace, "webapp/pid"), "utf8"));
    expect(() => process.kill(pid, 0)).toThrow();
    rmSync(join(checkout.workspace, "webapp/pid"));
    expect(readdirSync(checkout.workspace)).toEqual(before);
  });

  test("keeps the variables of the step from the commands, except those that are named", async () => {
    const checkout = checkoutOf(application);
    edit(checkout, (text) =>
      text
        .replace("[node, build.mjs]", '[sh, -c, "env > dist-env; node build.mjs"]')
        .replace("  output: webapp/dist", "  pass-environment: [NODE_AUTH_TOKEN]\n  output: webapp/dist"),
    );
    await build(
      checkout,
      {},
      { NODE_AUTH_TOKEN: "handed-on", ACTIONS_RUNTIME_TOKEN: "kept-back", NODE_OPTIONS: "", GOFLAGS: "-mod=mod" },
    );
    const seen = readFileSync(join(checkout.workspace, "webapp/dist-env"), "utf8");
    expect(seen).toContain("NODE_AUTH_TOKEN=handed-on");
    expect(seen).not.toMatch(/ACTIONS_|INPUT_|NODE_OPTIONS|GOFLAGS|GITHUB_/);
    expect(seen).toContain("SOURCE_DATE_EPOCH=1769860800");
  });

  test("lists the modules and packages that the package is made of", async () => {
    const checkout = checkoutOf(application);
    await build(checkout);
    const bom = JSON.parse(readFileSync(join(checkout.workspace, "out/shop-staging-arm64.cdx.json"), "utf8")) as {
      components: { "bom-ref": string }[];
    };
    const version = /go1\.\d+(\.\d+)?/.exec(output("go", ["version"]))?.[0].slice(2) ?? "";
    expect(bom.components.map((component) => component["bom-ref"])).toEqual([
      "bin/shop",
      "bin/shopctl",
      `pkg:golang/stdlib@${version}`,
      "pkg:npm/left-pad@1.3.0",
    ]);
    expect(statSync(join(checkout.workspace, "out/checksums.txt")).size).toBeGreaterThan(0);
  });
});
