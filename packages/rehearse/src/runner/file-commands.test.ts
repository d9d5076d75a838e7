import { describe, expect, test } from "@jest/globals";
import { parseKeyValueFile, parsePathFile } from "./file-commands.ts";

describe("parseKeyValueFile", () => {
  test.each([
    ["a=1\nb=2\n", { a: "1", b: "2" }],
    ["a=1=2\n", { a: "1=2" }],
    ["a=x<<y\n", { a: "x<<y" }],
    ["a=\n\n", { a: "" }],
    ["a<<END\none\ntwo\nEND\nb=2\n", { a: "one\ntwo", b: "2" }],
    ["a<<END\nEND\n", { a: "" }],
    ["a<<END\r\none\r\nEND\r\n", { a: "one" }],
    ["a<<E=F\nx=y\nE=F", { a: "x=y" }],
    ["a=1\na=2\n", { a: "2" }],
  ])("reads %j", (text, entries) => {
    expect(Object.fromEntries(parseKeyValueFile(text))).toEqual(entries);
  });

  test.each([
    ["nonsense\n", "Invalid format 'nonsense'"],
    ["=x\n", "Name must not be empty"],
    ["a<<\nx\n", "Delimiter must not be empty"],
    ["a<<END\nx\n", "Matching delimiter not found 'END'"],
    ["a<<END\nx\nEND\nforged\n", "Invalid format 'forged'"],
  ])("refuses %j", (text, message) => {
    expect(() => parseKeyValueFile(text)).toThrow(message);
  });
});

test("parsePathFile gives the folders in the order of the file", () => {
  expect(parsePathFile("/a\n\n/b\r\n")).toEqual(["/a", "/b"]);
});
