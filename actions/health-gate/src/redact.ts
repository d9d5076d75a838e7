const MAX_EXCERPT = 200;
const MASK = "***";
const SECRET_WORD =
  "password|passwd|pwd|secret|token|api[-_]?key|credential|authorization|cookie|session[-_]?id|private[-_]?key";
/** Bounded on both sides, so that no answer can make the search slow. */
const SECRET_NAME = `[\\w.-]{0,40}(?:${SECRET_WORD})[\\w.-]{0,40}`;

/** What looks like a secret in an answer, and what of it may stay. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']{1,200}@/gi, `$1${MASK}@`],
  // Before the names: theirs is the first word only.
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${MASK}`],
  [new RegExp(`("${SECRET_NAME}"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|[^\\s,}\\]]+)`, "gi"), `$1"${MASK}"`],
  [new RegExp(`\\b(${SECRET_NAME}\\s*[=:]\\s*)(?!"?\\*)[^\\s&;,"'}]+`, "gi"), `$1${MASK}`],
  [/\beyJ[\w-]{10,2000}\.[\w-]+\.[\w-]*/g, MASK],
  [/\b(?:gh[pousr]_|github_pat_|AKIA|ASIA|xox[a-z]-)\w{8,}/g, MASK],
];

/**
 * The beginning of a text of unknown origin, as one line without what looks like a credential. It is a courtesy to people
 * whose health endpoint says too much, not a promise: a secret that looks like nothing is not found.
 */
export function excerpt(text: string, maxLength = MAX_EXCERPT): string {
  // Enough is looked at for a secret to be seen whole, and no more, so that a long answer costs nothing.
  const line = text
    .slice(0, maxLength * 20)
    .replaceAll(/[\s\u0085\u2028\u2029]+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  const redacted = RULES.reduce((current, [pattern, replacement]) => current.replaceAll(pattern, replacement), line);
  return redacted.length > maxLength ? `${redacted.slice(0, maxLength - 1)}…` : redacted;
}
