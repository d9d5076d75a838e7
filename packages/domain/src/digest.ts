import { configuration, quoted } from "./errors.ts";

declare const digestBrand: unique symbol;
/** `sha256:` and 64 hex digits: the name of exact bytes in a registry. */
export type Digest = string & { readonly [digestBrand]: true };

export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** Reads a digest. Only sha256 is known here: it is what every registry in use answers. Throws a configuration error. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw configuration(
    "BAD_DIGEST",
    `${quoted(text)} is not a digest: "sha256:" and 64 lower-case hex digits are expected`,
    "Copy the digest from the step that pushed the image; it looks like sha256:4bc4…",
  );
}

/** The first 12 hex digits, enough for a person to tell two digests apart. */
export function shortDigest(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}
