import { expect, test } from "@jest/globals";
import { findHiddenCharacters } from "./hidden-characters.ts";

test.each([
  ["an override of the direction", 0x202e],
  ["an isolate", 0x2066],
  ["a mark of the direction", 0x200f],
  ["the mark of Arabic letters", 0x061c],
  ["a space without width", 0x200b],
  ["a joiner", 0x200d],
  ["a word joiner", 0x2060],
  ["a soft hyphen", 0x00ad],
  ["a byte order mark", 0xfeff],
  ["a line separator", 0x2028],
  ["a filler", 0x3164],
  ["a tag", 0xe0041],
])("%s is found, with its line", (_title, codePoint) => {
  const text = `first\nsecond ${String.fromCodePoint(codePoint)} part\n`;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  expect(findHiddenCharacters(text)).toEqual([{ line: 2, codePoint: name }]);
});

test("what people write is not hidden", () => {
  expect(findHiddenCharacters("tab\t, §, …, ≤, Ä, 漢字, العربية, 😀\r\n")).toEqual([]);
});
