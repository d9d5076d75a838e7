import { createHash } from "node:crypto";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { openWorkspace, type WorkspaceFile } from "./workspace.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "fairway-workspace-"));
  mkdirSync(join(root, "inside/deep"), { recursive: true });
  writeFileSync(join(root, "outside.txt"), "secret");
  writeFileSync(join(root, "inside/plain.txt"), "1.0.0\n");
  writeFileSync(join(root, "inside/deep/b.tar"), "b");
  writeFileSync(join(root, "inside/a.tar"), "a");
  writeFileSync(join(root, "inside/bom.txt"), "\uFEFF1.0.0");
  writeFileSync(join(root, "inside/utf16.txt"), Buffer.from("\uFEFF1.0.0", "utf16le"));
  writeFileSync(join(root, "inside/binary.txt"), Buffer.from([0x31, 0xff, 0x32]));
  symlinkSync(join(root, "outside.txt"), join(root, "inside/link.txt"));
});
afterAll(() => rmSync(root, { recursive: true }));

const workspace = () => openWorkspace(join(root, "inside"));

async function textOf(file: WorkspaceFile): Promise<string> {
  let text = "";
  for await (const chunk of file.read()) text += Buffer.from(chunk).toString();
  return text;
}

describe("the workspace", () => {
  test("gives a file's text, without a byte order mark", async () => {
    expect(await workspace().readText("plain.txt", 100)).toBe("1.0.0\n");
    expect(await workspace().readText("bom.txt", 100)).toBe("1.0.0");
  });

  test("has no such file", async () => {
    expect(await workspace().readText("missing.txt", 100)).toBeUndefined();
  });

  test.each([
    ["../outside.txt", "leads out of the workspace"],
    ["/etc/passwd", "leads out of the workspace"],
    ["link.txt", "leads out of the workspace"],
    ["../missing.txt", "leads out of the workspace"],
    ["utf16.txt", "UTF-16"],
    ["binary.txt", "not UTF-8"],
  ])("refuses %s", async (path, reason) => {
    await expect(workspace().readText(path, 100)).rejects.toThrow(reason);
  });

  test("refuses a file that is larger than allowed before reading it", async () => {
    await expect(workspace().readText("plain.txt", 3)).rejects.toThrow("has 6 bytes, at most 3 are read");
  });

  test("finds files by pattern, in order", async () => {
    const found = await workspace().find(["**/*.tar"]);
    expect(found.map(({ name }) => name)).toEqual(["a.tar", "b.tar"]);
  });

  test("gives the content of a file as often as it is asked for, with its size and digest", async () => {
    const [file] = await workspace().find(["plain.txt"]);
    if (file === undefined) throw new Error("no file");
    const sha256 = createHash("sha256").update("1.0.0\n").digest("hex");
    expect(file).toMatchObject({ size: 6, digest: `sha256:${sha256}` });
    expect([await textOf(file), await textOf(file)]).toEqual(["1.0.0\n", "1.0.0\n"]);
  });

  test("gives no more of a file that has grown than it had, and refuses one that has shrunk", async () => {
    const path = join(root, "inside/changing.log");
    writeFileSync(path, "12345");
    const [file] = await workspace().find(["changing.log"]);
    if (file === undefined) throw new Error("no file");
    writeFileSync(path, "1234567");
    expect(await textOf(file)).toBe("12345");
    writeFileSync(path, "123");
    await expect(textOf(file)).rejects.toThrow('"changing.log" had 5 bytes and has 2 fewer now');
  });

  test("refuses a pattern that finds nothing, or leads out", async () => {
    await expect(workspace().find(["*.zip"])).rejects.toThrow("finds no file");
    await expect(workspace().find(["link.txt"])).rejects.toThrow("leads out");
    await expect(workspace().find(["../*.txt"])).rejects.toThrow("leads out");
  });
});
