/** A character that shows as nothing, or changes what is shown around it. */
export interface HiddenCharacter {
  readonly line: number;
  /** `U+202E` */
  readonly codePoint: string;
}

/**
 * Characters that make a text read otherwise than it runs: marks and overrides of the writing direction, characters
 * without width, soft hyphens, tags, and the byte order mark. Where one is meant, it is written as an escape.
 * What they do: https://trojansource.codes/
 */
export function findHiddenCharacters(text: string): HiddenCharacter[] {
  return [...text.matchAll(HIDDEN)].map(({ 0: character, index }) => ({
    line: text.slice(0, index).split("\n").length,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  }));
}

const HIDDEN =
  /\u{AD}|\u{61C}|[\u{115F}\u{1160}]|\u{17B4}|\u{17B5}|\u{180E}|[\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}]|\u{3164}|\u{FEFF}|\u{FFA0}|[\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gu;
