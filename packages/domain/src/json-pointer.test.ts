import { describe, expect, test } from "@jest/globals";

import { parseJsonPointer, valueAt } from "./json-pointer.ts";

/** The document and the results of https://www.rfc-editor.org/rfc/rfc6901#section-5 */
const DOCUMENT = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

describe("the pointers of RFC 6901", () => {
  test.each([
    ["", DOCUMENT],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ['/k"l', 6],
    ["/ ", 7],
    ["/m~0n", 8],
  ])("%j leads to its value", (pointer, value) => {
    expect(valueAt(DOCUMENT, parseJsonPointer(pointer))).toEqual(value);
  });
});

describe("a pointer to nothing", () => {
  test.each(["/none", "/foo/2", "/foo/-", "/foo/01", "/foo/length", "/foo/0/x", "/__proto__", "/constructor/name"])(
    "%s gives undefined",
    (pointer) => {
      expect(valueAt(DOCUMENT, parseJsonPointer(pointer))).toBeUndefined();
    },
  );

  test("gives undefined in an answer that is no JSON", () => {
    expect(valueAt(undefined, parseJsonPointer("/version"))).toBeUndefined();
  });
});

describe("what is not a pointer", () => {
  test.each(["version", "$.version", "/a~2b", "/a~"])("%s is refused", (text) => {
    expect(() => parseJsonPointer(text)).toThrow("is not a JSON Pointer");
  });
});
