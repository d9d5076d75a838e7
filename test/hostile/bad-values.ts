/** What an input may be given that nobody means. */
export type BadValue =
  | "nothing"
  | "white space"
  | "a huge text"
  | "an option"
  | "a line break"
  | "a NUL"
  | "a command"
  | "__proto__"
  | "constructor"
  | "an expression"
  | "a substitution"
  | "a path upwards"
  | "an escape sequence"
  | "a change of direction"
  | "bytes that are no UTF-8";

/** Linux hands over no variable of more than 128 KiB, its name included, so that is as huge as an input can be there. */
const HUGE = "a".repeat(128 * 1024 - 200);

/** A Map, since `__proto__` in an object's literal is no key of it. */
export const BAD_VALUES: ReadonlyMap<BadValue, string> = new Map([
  ["nothing", ""],
  ["white space", " \t\r\n\u00a0\u2003 "],
  ["a huge text", HUGE],
  ["an option", "-x"],
  ["a line break", "a\nb"],
  ["a NUL", "a\0b"],
  ["a command", "::error::fw-forged ##[error]fw-forged"],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["an expression", "${{ secrets.GITHUB_TOKEN }}"],
  ["a substitution", "$(id)"],
  ["a path upwards", "../../../../etc/passwd"],
  ["an escape sequence", "\u001b[31mred"],
  ["a change of direction", "a\u202eb"],
  // A lone surrogate, an overlong slash and 0xFF, as Node reads them.
  ["bytes that are no UTF-8", "a\ufffd\ufffd\ufffd\ufffdz"],
]);

/** Those that a process can be given as it is: no variable can hold a NUL. */
export const OF_PROCESSES: readonly BadValue[] = [...BAD_VALUES.keys()].filter(
  (value) => !["a NUL", "bytes that are no UTF-8"].includes(value),
);
