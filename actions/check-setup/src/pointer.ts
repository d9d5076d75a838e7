import { configuration, member } from "@fairway/domain";

/** A place in a JSON document: https://www.rfc-editor.org/rfc/rfc6901 */
export interface Pointer {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** Reads a JSON Pointer, with `~0` for `~` and `~1` for `/`. Throws a configuration error. */
export function parsePointer(text: string): Pointer {
  if (!/^(\/([^~]|~[01])*)?$/.test(text))
    throw configuration(
      "BAD_POINTER",
      `"${text.slice(0, 60)}" is not a JSON Pointer, such as /version or /build/version`,
    );
  const tokens = text.split("/").slice(1);
  return { text, tokens: tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")) };
}

/** The value that a pointer leads to, or undefined when there is none. */
export function valueAt(document: unknown, { tokens }: Pointer): unknown {
  return tokens.reduce<unknown>(
    (value, token) => (Array.isArray(value) ? (value as unknown[])[indexOf(token)] : member(value, token)),
    document,
  );
}

function indexOf(token: string): number {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : -1;
}
