import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { listTree } from "./list-tree.ts";
import { useScratch } from "./testing/scratch.ts";

const scratch = useScratch();

describe("a tree", () => {
  test("is listed by the bytes of its paths, empty folders and hard links included", async () => {
    mkdirSync(scratch.path("a/logs"), { recursive: true });
    scratch.write("a.txt", "1");
    scratch.write("a/ü", "22");
    scratch.write("a/\u{1f600}", "4444");
    scratch.write("a/\uffee", "333");
    linkSync(scratch.path("a.txt"), scratch.path("Z"));
    const entries = await listTree(scratch.path("."));
    expect(entries.map(({ kind, path, size }) => `${kind} ${path} ${size}`)).toEqual([
      "file Z 1",
      "folder a 0",
      "file a.txt 1",
      "folder a/logs 0",
      "file a/ü 2",
      "file a/\uffee 3",
      "file a/\u{1f600} 4",
    ]);
  });

  test("of one file is that file", async () => {
    const file = scratch.write("only.txt", "123");
    expect(await listTree(file)).toEqual([{ kind: "file", path: "only.txt", file, size: 3 }]);
  });

  test("that is not there is the author's mistake", async () => {
    await expect(listTree(scratch.path("missing"))).rejects.toMatchObject({
      kind: "configuration",
      code: "NO_SUCH_PATH",
    });
  });
});

describe("a link", () => {
  test("to a folder inside is listed with what is in it", async () => {
    mkdirSync(scratch.path("real"));
    scratch.write("real/file", "12");
    symlinkSync("real", scratch.path("link"));
    const entries = await listTree(scratch.path("."));
    expect(entries.map(({ path, file }) => [path, file])).toContainEqual(["link/file", scratch.path("real/file")]);
  });

  test("may lead out of the root where a wider folder is named", async () => {
    mkdirSync(scratch.path("root"));
    scratch.write("shared", "12");
    symlinkSync("../shared", scratch.path("root/link"));
    const [entry] = await listTree(scratch.path("root"), { within: scratch.path(".") });
    expect(entry).toEqual({ kind: "file", path: "link", file: scratch.path("shared"), size: 2 });
  });

  test.each([
    ["out of the root", "../../outside", "LINK_OUT_OF_TREE"],
    ["to a neighbour whose name begins as the root's does", "../../root-2", "LINK_OUT_OF_TREE"],
    ["nowhere", "missing", "LINK_DANGLING"],
    ["to itself", "bad", "LINK_CYCLIC"],
    ["to the folder it lies in", ".", "LINK_CYCLIC"],
    ["to the root", "..", "LINK_CYCLIC"],
  ])("%s is refused by its name", async (_, target, code) => {
    mkdirSync(scratch.path("root/inner"), { recursive: true });
    scratch.write("outside", "secret");
    scratch.write("root-2", "secret");
    symlinkSync(target, scratch.path("root/inner/bad"));
    await expect(listTree(scratch.path("root"))).rejects.toMatchObject({
      kind: "refusal",
      code,
      message: expect.stringContaining("inner/bad cannot be packed"),
    });
  });
});

test("a socket is refused", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(scratch.path("socket"), resolve));
  try {
    await expect(listTree(scratch.path("."))).rejects.toMatchObject({ code: "SPECIAL_FILE" });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test("a name that is not UTF-8 is refused", async () => {
  writeFileSync(Buffer.concat([Buffer.from(scratch.path("x")), Buffer.of(0xff)]), "");
  await expect(listTree(scratch.path("."))).rejects.toMatchObject({ code: "NAME_NOT_UTF8" });
});
