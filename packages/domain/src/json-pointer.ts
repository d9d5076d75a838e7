import { configuration } from "./errors.ts";
import { member } from "./json.ts";

/** A place in a JSON document: https://www.rfc-editor.org/rfc/rfc6901 */
export interface JsonPointer {
  readonly text: string;
  readonly tokens: readonly string[];
}

/**
 * Reads a pointer: empty for the whole document, else `/a/b/0`, with `~0` for `~` and `~1` for `/`. Throws a configuration
 * error.
 */
export function parseJsonPointer(text: string): JsonPointer {
  if (text !== "" && !text.startsWith("/")) throw refused(text, 'it does not start with "/"');
  if (/~(?![01])/.test(text)) throw refused(text, '"~" is written ~0 and "/" in a name ~1');
  const tokens = text
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { text, tokens };
}

/** The value that a pointer leads to, or undefined when there is none. */
export function valueAt(document: unknown, { tokens }: JsonPointer): unknown {
  let value = document;
  for (const token of tokens) value = Array.isArray(value) ? elementAt(value, token) : member(value, token);
  return value;
}

function elementAt(array: readonly unknown[], token: string): unknown {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? array[Number(token)] : undefined;
}

function refused(text: string, why: string): Error {
  return configuration("BAD_POINTER", `"${text.slice(0, 60)}" is not a JSON Pointer: ${why}`);
}
