import { absent, type Found, type Manifest } from "./manifest.ts";

/** The only line of text of a VERSION or .txt file. */
export function textVersion({ content }: Manifest): Found {
  const lines = content
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [only, ...more] = lines;
  if (only === undefined) return absent("it is empty");
  return more.length === 0
    ? { kind: "version", text: only }
    : absent(`it has ${lines.length} lines of text; one is expected`);
}
