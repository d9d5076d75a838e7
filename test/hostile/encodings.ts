import { gzipSync } from "node:zlib";

/** How a secret can stand in a text without being seen at once. */
const ENCODINGS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  base64: (secret) => core(secret, 0),
  "base64 after one byte": (secret) => core(secret, 1),
  "base64 after two bytes": (secret) => core(secret, 2),
  base64url: (secret) => Buffer.from(secret).toString("base64url"),
  hex: (secret) => Buffer.from(secret).toString("hex"),
  HEX: (secret) => Buffer.from(secret).toString("hex").toUpperCase(),
  "percent-encoded": encodeURIComponent,
  "form-encoded": (secret) => new URLSearchParams({ "": secret }).toString().slice(1),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  XML: (secret) => secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  "JSON in JSON": (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  reversed: (secret) => Array.from(secret).toReversed().join(""),
  "gzip in base64": (secret) => gzipSync(secret).toString("base64").slice(14, -12),
};

export const ENCODING_COUNT = Object.keys(ENCODINGS).length;

/** The part of a base64 text that is the same whatever stands before and after the secret. */
function core(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return before === 0 ? whole : whole.slice(4);
}

/** In which encodings a text holds a secret. */
export function findSecret(text: string, secret: string): string[] {
  return Object.entries(ENCODINGS)
    .filter(([, encode]) => encode(secret).length >= 6 && text.includes(encode(secret)))
    .map(([name]) => name);
}
