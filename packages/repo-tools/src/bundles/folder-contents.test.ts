import { existsSync, mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { compareContents, readFolder, writeContents } from "./folder-contents.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairway-folder-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a comparison", () => {
  test.each([
    ["nothing, when all is equal", { a: "1" }, { a: "1" }, []],
    ["a file that differs", { a: "1" }, { a: "2" }, [{ path: "a", kind: "differs" }]],
    ["a file that is missing", { a: "1", b: "1" }, { a: "1" }, [{ path: "b", kind: "missing" }]],
    ["a file too many", { a: "1" }, { a: "1", b: "1" }, [{ path: "b", kind: "unexpected" }]],
  ])("finds %s", (_title, expected, actual, differences) => {
    expect(compareContents(contents(expected), contents(actual))).toEqual(differences);
  });
});

describe("writing a folder", () => {
  test("leaves exactly the given files", () => {
    writeContents(folder, contents({ "index.js": "old", "12.index.js": "stale" }));
    writeContents(folder, contents({ "index.js": "new", "sub/34.index.js": "lazy" }));
    expect([...readFolder(folder)].map(([path, bytes]) => `${path}: ${bytes.toString()}`)).toEqual([
      "index.js: new",
      "sub/34.index.js: lazy",
    ]);
    expect(existsSync(join(folder, "12.index.js"))).toBe(false);
  });

  test("does not touch what is equal already", () => {
    writeContents(folder, contents({ "index.js": "same" }));
    utimesSync(join(folder, "index.js"), 1000, 1000);
    expect(writeContents(folder, contents({ "index.js": "same" }))).toEqual([]);
    expect(statSync(join(folder, "index.js")).mtimeMs).toBe(1_000_000);
  });
});

function contents(files: Readonly<Record<string, string>>): Map<string, Buffer> {
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}
