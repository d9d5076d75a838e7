/** A command line taken apart. */
export interface CommandArguments {
  readonly flags: ReadonlySet<string>;
  readonly names: readonly string[];
}

/**
 * Takes a command line apart into flags and names, each of which must be known.
 * Throws with the known ones when one is not: a word that is misread must never mean "everything is fine".
 */
export function readArguments(
  words: readonly string[],
  knownFlags: readonly string[],
  knownNames: readonly string[],
): CommandArguments {
  for (const word of words) {
    const known = word.startsWith("-") ? knownFlags : knownNames;
    if (known.includes(word)) continue;
    throw new Error(`"${word}" is not known here. Known: ${[...knownFlags, ...knownNames].join(", ")}.`);
  }
  return {
    flags: new Set(words.filter((word) => word.startsWith("-"))),
    names: words.filter((word) => !word.startsWith("-")),
  };
}
