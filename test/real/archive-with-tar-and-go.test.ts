import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import {
  findBytes,
  hashFile,
  listTree,
  readArchive,
  readElf,
  readGoBuildInfo,
  writeArchive,
  type ArchiveEntry,
} from "@fairway/archive";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { describeWhereInstalled, describeWithTool, runTool } from "../support/tools.ts";

const folder = mkdtempSync(join(tmpdir(), "fairway-archive-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG = `${"a-folder-with-a-long-name/".repeat(9)}${"x".repeat(120)}.txt`;
const FILES: readonly (readonly [path: string, mode: number, text: string])[] = [
  ["app/bin/server", 0o755, "#!/bin/sh\necho served\n"],
  ["app/config/config.json", 0o600, "{}\n"],
  ["app/empty", 0o644, ""],
  ["app/ünïcode/\u{1f600}.txt", 0o644, "smile\n"],
  [`app/${LONG}`, 0o640, "deep\n"],
];
const entries: readonly ArchiveEntry[] = [
  { path: "app", mode: 0o755, content: { kind: "folder" } },
  { path: "app/logs", mode: 0o750, content: { kind: "folder" } },
  ...FILES.map(([path, mode, text]) => ({ path, mode, content: { kind: "bytes" as const, bytes: Buffer.from(text) } })),
];

async function pack(name: string) {
  const file = join(folder, name);
  return { file, written: await writeArchive({ entries, mtimeSeconds: 1_700_000_000, file }) };
}

describeWithTool("tar", "GNU tar", () => {
  test("extracts contents, modes and the one time as they were given", async () => {
    const { file } = await pack("extracted.tar.gz");
    const target = join(folder, "extracted");
    mkdirSync(target);
    expect(await runTool("tar", ["--same-permissions", "-xzf", file, "-C", target])).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    for (const [path, mode, text] of FILES) {
      const stats = statSync(join(target, path));
      expect([path, stats.mode & 0o7777, stats.mtimeMs]).toEqual([path, mode, 1_700_000_000_000]);
      expect(readFileSync(join(target, path), "utf8")).toBe(text);
    }
    expect(statSync(join(target, "app/logs")).mode & 0o7777).toBe(0o750);
  });

  test("writes archives that are read, and of the same bytes where both have one way to write them", async () => {
    const source = join(folder, "same");
    mkdirSync(join(source, "app"), { recursive: true });
    writeFileSync(join(source, "app/a.txt"), "a\n", { mode: 0o644 });
    const normal = ["--owner=:0", "--group=:0", "--numeric-owner", "--sort=name", "--mode=u=rwX,go=rX"];
    const words = ["--format=ustar", ...normal, "--mtime=@1700000000", "-b", "1", "-czf", join(folder, "gnu.tar.gz")];
    expect(await runTool("tar", [...words, "-C", source, "app"])).toMatchObject({ exitCode: 0 });
    const tree = await listTree(source);
    const file = join(folder, "own.tar.gz");
    const own = await writeArchive({
      mtimeSeconds: 1_700_000_000,
      file,
      entries: tree.map(({ kind, path, file: from, size }) =>
        kind === "file"
          ? { path, mode: 0o644, content: { kind, file: from, size } }
          : { path, mode: 0o755, content: { kind } },
      ),
    });
    expect((await readArchive(join(folder, "gnu.tar.gz"))).tarSha256).toBe(own.tarSha256);
  });
});

describeWithTool("python3", "Python's tarfile", () => {
  test("reads every name, mode, size and digest", async () => {
    const { file, written } = await pack("python.tar.gz");
    const script = `
import hashlib, json, sys, tarfile
with tarfile.open(sys.argv[1]) as tar:
    files = [one for one in tar if one.isfile()]
    print(json.dumps([dict(path=one.name, mode=one.mode, size=one.size,
        sha256=hashlib.sha256(tar.extractfile(one).read()).hexdigest()) for one in files]))`;
    const { stdout } = await runTool("python3", ["-c", script, file]);
    expect(JSON.parse(stdout)).toEqual(written.files);
  });
});

describeWhereInstalled(["go"], "a binary of Go", () => {
  const source = join(folder, "program");
  const build = async (name: string, env: Record<string, string>, flags: readonly string[]) => {
    const words = ["build", "-C", source, "-buildvcs=false", ...flags, "-o", join(folder, name), "."];
    const { exitCode, stderr } = await runTool("go", words, { GOOS: "linux", CGO_ENABLED: "0", ...env });
    if (exitCode !== 0) throw new Error(stderr);
    return join(folder, name);
  };
  let arm64 = "";
  beforeAll(async () => {
    mkdirSync(source);
    writeFileSync(join(source, "go.mod"), "module example.org/program\n\ngo 1.22\n");
    writeFileSync(
      join(source, "main.go"),
      'package main\n\nvar version = "none"\n\nfunc main() { println(version) }\n',
    );
    const flags = ["-trimpath", "-tags=b,a", "-ldflags=-X main.version=value-of-the-build"];
    arm64 = await build("arm64", { GOARCH: "arm64" }, flags);
  });

  test("says for which machine it is, and needs no interpreter without C", async () => {
    expect(await readElf(arm64)).toEqual({
      kind: "elf",
      class: 64,
      littleEndian: true,
      machine: "aarch64",
      type: "executable",
      interpreter: undefined,
    });
    expect(await readElf(process.execPath)).toMatchObject({
      kind: "elf",
      interpreter: expect.stringContaining("/ld-"),
    });
  });

  test("says what it was built with, as `go version -m` reads it", async () => {
    const info = await readGoBuildInfo(arm64);
    expect(info).toMatchObject({ path: "example.org/program", main: { path: "example.org/program" }, deps: [] });
    const settings = ["GOOS", "GOARCH", "CGO_ENABLED", "-tags", "-trimpath"].map((key) => info?.settings.get(key));
    expect(settings).toEqual(["linux", "arm64", "0", "b,a", "true"]);
    const { stdout } = await runTool("go", ["version", "-m", arm64]);
    const build = stdout.split("\n").flatMap((line) => /^\tbuild\t(.*)$/.exec(line)?.[1] ?? []);
    expect([...(info?.settings ?? [])].map(([key, value]) => `${key}=${value}`)).toEqual(build);
    expect(stdout).toContain(`: ${info?.goVersion}\n`);
  });

  test.each([
    ["", "-trimpath", []],
    // Only with -trimpath does Go leave the flags of the linker out of what it writes about the build.
    [" without -trimpath the value, but never the name that the linker gives it", "-buildvcs=false", ["a-value"]],
  ])("holds the value that was set, and of one whose path was misspelt nothing%s", async (_, flag, found) => {
    const needles = ["a-value", "main.version.str"];
    const set = await build("set", { GOARCH: "arm64" }, [flag, "-ldflags=-X main.version=a-value"]);
    expect([...(await findBytes(set, needles))]).toHaveLength(2);
    const misspelt = await build("misspelt", { GOARCH: "arm64" }, [flag, "-ldflags=-X main.Version=a-value"]);
    expect([...(await findBytes(misspelt, needles))]).toEqual(found);
  });

  test("that reads build information itself is read by its own, as Go's command is", async () => {
    const { stdout } = await runTool("go", ["env", "GOROOT"]);
    const command = join(stdout.trim(), "bin/go");
    const info = await readGoBuildInfo(command);
    expect(info?.path).toBe("cmd/go");
    expect((await hashFile(command)).sha256).toBe(createHash("sha256").update(readFileSync(command)).digest("hex"));
  });
});
