import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";

import { checkoutOf, type PackageCheckout } from "../support/package-checkout.ts";
import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWhereInstalled, runTool } from "../support/tools.ts";

/** 88,000 lines of Go with two programs, templates and a web application that one of them embeds. */
const MODULE = "github.com/prometheus/alertmanager@v0.34.2";
const PACKAGE = "alertmanager-arm64.tar.gz";
const VERSION = "github.com/prometheus/common/version";

/**
 * As its own release has it: .promu.yml of the repository. The web application's own build needs Elm, so its sources stand
 * for it.
 */
const MANIFEST = `
schema: 1
archive: { name: alertmanager-arm64, folder: alertmanager }
web:
  folder: ui/app
  run: [[mkdir, -p, dist], [cp, -r, index.html, public, src, dist/]]
  output: ui/app/dist
  to: client
go:
  builds:
    - package: ./cmd/alertmanager
      to: bin/alertmanager
      tags: [netgo]
      variables: &variables
        ${VERSION}.Version: "{{version}}"
        ${VERSION}.Revision: "{{commit}}"
        ${VERSION}.Branch: "{{branch}}"
        ${VERSION}.BuildUser: fairway build {{build-number}}
        ${VERSION}.BuildDate: "{{build-date}}"
    - { package: ./cmd/amtool, to: bin/amtool, tags: [netgo], strip: true, variables: *variables }
layout:
  - { from: template, to: templates, include: ["*.tmpl"] }
  - { from: docs, to: docs }
  - { from: examples/ha/alertmanager.yml, to: config/alertmanager.yml, mode: "600" }
  - { from: NOTICE, to: NOTICE.txt }
license: { from: LICENSE, to: LICENSE }
generate:
  - { to: manifest.txt, text: "{{version}} {{build-number}} {{commit}}" }
empty-folders: [data]
`;

function build({ workspace, commit }: PackageCheckout, inputs: Record<string, string> = {}): Promise<StepResult> {
  return runBundle({
    action: "build-arm64-package",
    workspace,
    inputs: { manifest: "package.yml", version: "0.34.2", "build-number": "7", branch: "main", commit, ...inputs },
  });
}

function expectGreen(result: StepResult): void {
  expect(result.annotations.filter(({ level }) => level === "error")).toEqual([]);
  expect(result.conclusion).toBe("success");
}

describeWhereInstalled(["go", "readelf", "qemu-aarch64-static"], "a package of a real application", () => {
  let source = "";
  let checkout: PackageCheckout;
  let made: StepResult;
  let unpacked = "";

  async function run(tool: string, ...args: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await runTool(tool, args);
    expect([tool, exitCode, exitCode === 0 ? "" : stderr]).toEqual([tool, 0, ""]);
    return stdout;
  }

  /** The module's source with the manifest, in a repository of its own. */
  function prepare(folder = emptyFolder()): PackageCheckout {
    writeFileSync(join(folder, "package.yml"), MANIFEST);
    return checkoutOf(source, folder);
  }

  // The first time on a machine the modules are fetched and everything is compiled: minutes. Then Go's cache has it.
  beforeAll(async () => {
    source = (JSON.parse(await run("go", "mod", "download", "-json", MODULE)) as { Dir: string }).Dir;
    checkout = prepare();
    made = await build(checkout);
    expectGreen(made);
    unpacked = emptyFolder();
    await run("tar", "-xpzf", join(checkout.workspace, "out", PACKAGE), "-C", unpacked);
  }, 900_000);

  test("is unpacked by GNU tar as the manifest says, modes included", () => {
    const root = join(unpacked, "alertmanager");
    expect(readdirSync(root).toSorted()).toEqual(
      ["LICENSE", "NOTICE.txt", "bin", "client", "config", "data", "docs", "manifest.txt", "templates"].toSorted(),
    );
    expect(readdirSync(join(root, "templates")).toSorted()).toEqual(["default.tmpl", "email.tmpl"]);
    expect(readdirSync(join(root, "data"))).toEqual([]);
    const mode = (path: string) => (statSync(join(root, path)).mode & 0o777).toString(8);
    expect([mode("bin/amtool"), mode("config/alertmanager.yml"), mode("LICENSE"), mode("docs")]).toEqual([
      "755",
      "600",
      "644",
      "755",
    ]);
    expect(readFileSync(join(root, "LICENSE"))).toEqual(readFileSync(join(source, "LICENSE")));
  });

  test("passes sha256sum -c by each of its checksum files, from the folder that holds them", async () => {
    const folder = join(checkout.workspace, "out");
    for (const name of [`${PACKAGE}.sha256`, "checksums.txt"]) {
      expect(await run("sh", "-c", 'cd "$1" && sha256sum --strict -c "$2"', "sh", folder, name)).not.toContain(
        "FAILED",
      );
    }
  });

  test.each(["alertmanager", "amtool"])(
    "holds %s for ARM64, which needs no loader, and which says its version",
    async (name) => {
      const program = join(unpacked, "alertmanager/bin", name);
      const header = await run("readelf", "-h", program);
      expect(header).toMatch(/Machine:\s+AArch64/);
      expect(await run("readelf", "-l", program)).not.toContain("INTERP");
      const said = await run("qemu-aarch64-static", program, "--version");
      expect(said).toContain(`${name}, version 0.34.2 (branch: main, revision: ${checkout.commit})`);
      expect(said).toContain("build user:       fairway build 7");
      expect(said).toContain("build date:       2026-01-31T12:00:00Z");
      expect(said).toContain("platform:         linux/arm64");
    },
  );

  test("has a bill of materials with every module of the binaries", async () => {
    const bom = JSON.parse(readFileSync(join(checkout.workspace, "out/alertmanager-arm64.cdx.json"), "utf8")) as {
      components: { purl?: string }[];
    };
    const listed = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl ?? "")));
    const told = await run("go", "version", "-m", join(unpacked, "alertmanager/bin/alertmanager"));
    const modules = [...told.matchAll(/^\tdep\t(\S+)\t(\S+)/gm)].map(
      ([, path = "", version = ""]) => `pkg:golang/${path.toLowerCase()}@${version}`,
    );
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.filter((module) => !listed.has(module))).toEqual([]);
    expect([...listed].filter((purl) => purl.startsWith("pkg:npm/"))).not.toEqual([]);
  });

  test("has the same bytes from another folder with another umask, and verify names the first file that differs", async () => {
    const before = process.umask(0o077);
    try {
      const folder = join(emptyFolder(), "a longer path/of another person");
      mkdirSync(folder, { recursive: true });
      const other = prepare(folder);
      expect(other.commit).toBe(checkout.commit);
      const again = await build(other);
      expectGreen(again);
      expect(again.outputs["sha256"]).toBe(made.outputs["sha256"]);
      writeFileSync(join(folder, "examples/ha/alertmanager.yml"), "route: {}\n");
      const different = await build(other, { verify: `out/${PACKAGE}` });
      expect(different.outputs["outcome"]).toBe("different");
      expect(logOf(different)).toContain("alertmanager/config/alertmanager.yml: has the size");
    } finally {
      process.umask(before);
    }
  });

  test("is verified in its own checkout", async () => {
    const verified = await build(checkout, { verify: `out/${PACKAGE}` });
    expectGreen(verified);
    expect(verified.outputs).toMatchObject({ outcome: "verified", "tar-sha256": made.outputs["tar-sha256"] });
  });
});
