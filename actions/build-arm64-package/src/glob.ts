/** A pattern of paths: `*` is anything but a slash, `**` any number of folders, `?` one character; all else is itself. */
export interface Glob {
  readonly pattern: string;
  matches(path: string): boolean;
}

/** Reads a pattern. One that ends in a slash means everything in that folder. */
export function parseGlob(pattern: string): Glob {
  const parts = pattern.replace(/\/$/, "/**").split("/");
  // What ends in ** means what is in a folder, and not the folder: one part at least.
  if (parts.at(-1) === "**") parts.push("*");
  const folders: Wildcards<string, string> = { isStar: (part) => part === "**", fits: matchesPart };
  return { pattern, matches: (path) => matchSequence(parts, path.split("/"), folders) };
}

const LETTERS: Wildcards<string, string> = {
  isStar: (letter) => letter === "*",
  fits: (letter, found) => letter === "?" || letter === found,
};

function matchesPart(pattern: string, part: string): boolean {
  return matchSequence(Array.from(pattern), Array.from(part), LETTERS);
}

interface Wildcards<P, T> {
  /** Whether it stands for any number of items. */
  readonly isStar: (pattern: P) => boolean;
  readonly fits: (pattern: P, item: T) => boolean;
}

/**
 * Matches items against a pattern in which some places stand for any number of items. When something does not fit, only the
 * last such place takes one item more, so that the time is bounded by the product of both lengths.
 */
function matchSequence<P, T>(pattern: readonly P[], items: readonly T[], { isStar, fits }: Wildcards<P, T>): boolean {
  let at = 0;
  let star: { readonly at: number; readonly taken: number } | undefined;
  for (let index = 0; index < items.length;) {
    const wanted = pattern[at];
    const item = items[index];
    if (wanted !== undefined && isStar(wanted)) {
      star = { at, taken: index };
      at += 1;
    } else if (wanted !== undefined && item !== undefined && fits(wanted, item)) {
      at += 1;
      index += 1;
    } else if (star === undefined) {
      return false;
    } else {
      star = { at: star.at, taken: star.taken + 1 };
      at = star.at + 1;
      index = star.taken;
    }
  }
  return pattern.slice(at).every(isStar);
}
