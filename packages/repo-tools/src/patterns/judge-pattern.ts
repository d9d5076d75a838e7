import { check } from "recheck";

/** How the time of a match grows with the length of the text, at worst. */
export type PatternVerdict =
  | { readonly kind: "linear" }
  /** With a text that shows it: `'a'.repeat(n) + '!'` for one. */
  | { readonly kind: "polynomial" | "exponential"; readonly growth: string; readonly attack: string }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Judges a regular expression by the automaton that it is, or by trying where it is none (https://makenowjust-labs.github.io/recheck/).
 * The same expression always gets the same verdict, unless the machine is too slow to come to one.
 */
export async function judgePattern(pattern: string, flags: string): Promise<PatternVerdict> {
  const relaxed = relaxCounts(pattern);
  const verdict = await judge(relaxed, flags);
  return verdict.kind === "linear" || relaxed === pattern ? verdict : judge(pattern, flags);
}

const MILLISECONDS = 20_000;

/** An escape or a class, which is left alone, or a count. */
const COUNT = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d{1,5})(,?)(\d{0,5})\}/gs;

/**
 * The expression with every count of more than three made an endless one. A count of thousands is an automaton of
 * thousands of states, which takes minutes to judge; whatever the counted one can try, the endless one can try as well,
 * so that one may be called linear when the other is.
 */
function relaxCounts(pattern: string): string {
  return pattern.replaceAll(COUNT, (whole, least: string | undefined, comma: string, most: string) => {
    if (least === undefined) return whole;
    const endless = comma !== "" && most === "";
    const isSmall = !endless && Number(most || least) <= 3;
    return isSmall ? whole : Number(least) === 0 ? "*" : "+";
  });
}

async function judge(pattern: string, flags: string): Promise<PatternVerdict> {
  const found = await check(pattern, flags, { timeout: MILLISECONDS });
  if (found.status === "safe") return { kind: "linear" };
  if (found.status === "unknown") return { kind: "unknown", reason: found.error.kind };
  const kind = found.complexity.type === "exponential" ? "exponential" : "polynomial";
  if (kind === "polynomial" && found.checker === "fuzz" && isQuick(pattern, flags, found.attack.string)) {
    return { kind: "linear" };
  }
  return { kind, growth: found.complexity.summary, attack: found.attack.pattern };
}

/**
 * Whether an attack that was guessed is none. It has about 100,000 characters: some milliseconds for a linear match, and
 * at least several seconds for any other.
 */
function isQuick(pattern: string, flags: string, attack: string): boolean {
  const startedAt = performance.now();
  attack.replace(new RegExp(pattern, flags.replace("y", "")), "");
  return performance.now() - startedAt < 1000;
}
