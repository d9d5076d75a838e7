import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { locate, openWorkbench } from "./workbench.ts";

let workspace = "";
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "fairway-workbench-"));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

describe("a path of the workspace", () => {
  test("leads to a file, a folder or nothing, links inside followed", async () => {
    mkdirSync(join(workspace, "folder"));
    writeFileSync(join(workspace, "file"), "12345");
    symlinkSync("file", join(workspace, "link"));
    expect(await locate(workspace, "file")).toMatchObject({ kind: "file", size: 5 });
    expect(await locate(workspace, "link")).toMatchObject({ kind: "file", path: expect.stringMatching(/file$/) });
    expect(await locate(workspace, "folder")).toMatchObject({ kind: "folder" });
    expect(await locate(workspace, "missing")).toEqual({ kind: "missing" });
  });

  test.each(["../x", "/etc/passwd", "out", "out/passwd"])("%s is refused where it leads out", async (path) => {
    symlinkSync("/etc", join(workspace, "out"));
    await expect(locate(workspace, path)).rejects.toThrow("leads out of the workspace");
  });
});

describe("a workbench", () => {
  test("puts files in their place only when they are published, and leaves nothing else", async () => {
    const bench = await openWorkbench(workspace, "out/deep");
    await bench.write("a", "one");
    expect(readdirSync(workspace)).toEqual([expect.stringMatching(/^\.fairway-stage-/)]);
    await bench.publish(["a"]);
    await bench.clear();
    expect(readFileSync(join(workspace, "out/deep/a"), "utf8")).toBe("one");
    expect(readdirSync(workspace)).toEqual(["out"]);
    expect(existsSync(bench.builds)).toBe(false);
  });

  test("replaces what was published before", async () => {
    for (const text of ["one", "two"]) {
      const bench = await openWorkbench(workspace, "out");
      await bench.write("a", text);
      await bench.publish(["a"]);
      await bench.clear();
    }
    expect(readFileSync(join(workspace, "out/a"), "utf8")).toBe("two");
  });

  test("prepares files in the folder that they go to, which may be a file system of its own", async () => {
    mkdirSync(join(workspace, "out"));
    const bench = await openWorkbench(workspace, "out/deep");
    expect(readdirSync(join(workspace, "out"))).toEqual([expect.stringMatching(/^\.fairway-stage-/)]);
    await bench.clear();
    expect(readdirSync(join(workspace, "out"))).toEqual([]);
  });

  test.each(["../out", "link", "link/deep"])("is opened for no folder outside of the workspace: %s", async (folder) => {
    symlinkSync("/tmp", join(workspace, "link"));
    await expect(openWorkbench(workspace, folder)).rejects.toThrow("leads out");
  });

  test("publishes into no folder that leads out of the workspace since", async () => {
    const bench = await openWorkbench(workspace, "late");
    symlinkSync("/tmp", join(workspace, "late"));
    await expect(bench.publish([])).rejects.toThrow("leads out");
    await bench.clear();
  });
});
