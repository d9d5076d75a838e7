import { causeChain, configuration, parseJsonPointer } from "@fairway/domain";

export type JsonEdit =
  | { readonly kind: "edited"; readonly text: string }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Where a value stands in a text: from `start` up to, not including, `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives keys of a JSON text new values and leaves every other byte as it is: order of keys, numbers, indentation. A key
 * that is not there is a problem, because then the setting has another name now. Throws when the text is no JSON.
 */
export function editJson(text: string, set: readonly (readonly [pointer: string, value: unknown])[]): JsonEdit {
  requireJson(text);
  const problems: string[] = [];
  const changes: (Span & { readonly value: string })[] = [];
  for (const [pointer, value] of set) {
    const found = findValue(text, parseJsonPointer(pointer).tokens);
    if (typeof found === "string") problems.push(`${pointer}: ${found}`);
    else changes.push({ ...found, value: JSON.stringify(value) });
  }
  const ordered = changes.toSorted((left, right) => right.start - left.start);
  const inner = ordered.find((change, index) => index > 0 && change.end > (ordered[index - 1]?.start ?? change.end));
  if (inner !== undefined) problems.push("one pointer leads into the value of another; set one of the two");
  if (problems.length > 0) return { kind: "refused", problems };
  let edited = text;
  for (const { start, end, value } of ordered) edited = edited.slice(0, start) + value + edited.slice(end);
  return { kind: "edited", text: edited };
}

function requireJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw configuration("BAD_JSON", `It is no JSON: ${causeChain(error)[0] ?? ""}`, "Correct the file.");
  }
}

/** The span of the value that the steps lead to, or what is wrong. The text is valid JSON, so nothing is checked twice. */
function findValue(text: string, steps: readonly string[]): Span | string {
  let span: Span = trimmed(text);
  for (const [depth, step] of steps.entries()) {
    const children = childrenAt(text, span);
    const matches = children.filter(({ key }) => key === step);
    const way = `/${steps.slice(0, depth).join("/")}`;
    if (matches.length > 1) return `${way} has the key "${step}" twice`;
    const [match] = matches;
    if (match === undefined) return missing(way, step, children);
    span = match;
  }
  return span;
}

function missing(way: string, step: string, children: readonly Child[]): string {
  if (children.length === 0) return `${way} holds no keys, so there is no "${step}"`;
  const keys = children.slice(0, 12).map(({ key }) => key);
  return `${way} has no "${step}"; it has ${keys.join(", ")}${children.length > keys.length ? ", …" : ""}`;
}

function trimmed(text: string): Span {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

interface Child extends Span {
  readonly key: string;
}

/** The members of an object or the items of a list, with the spans of their values. */
function childrenAt(text: string, { start }: Span): Child[] {
  const open = text[start];
  if (open !== "{" && open !== "[") return [];
  const children: Child[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== "}" && text[at] !== "]") {
    let key = String(children.length);
    if (open === "{") {
      const end = skipValue(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = skipValue(text, at);
    children.push({ key, start: at, end });
    at = skipSpace(text, end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return children;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s]/.test(text[at] ?? "")) at += 1;
  return at;
}

/** The end of the value that starts here; brackets are counted outside of strings. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const letter = text[at] ?? "";
    if (letter === '"') at = skipString(text, at);
    else at += 1;
    if (letter === "{" || letter === "[") depth += 1;
    if (letter === "}" || letter === "]") depth -= 1;
    if (depth === 0 && endsValue(text, at, letter)) return at;
  }
  return at;
}

function endsValue(text: string, at: number, letter: string): boolean {
  return '"}]'.includes(letter) || at >= text.length || /[\s,}\]:]/.test(text[at] ?? "");
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
