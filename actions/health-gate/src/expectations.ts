import { configuration, isRecord, parseJson, parseJsonPointer, type JsonPointer } from "@fairway/domain";

export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

export interface JsonExpectation {
  readonly pointer: JsonPointer;
  /** The value as it was written. */
  readonly text: string;
  /** The same as JSON; undefined when it is bare text. */
  readonly json: unknown;
  /** An answer without such a place is as good as one that fulfils it. */
  readonly optional?: boolean;
}

export interface HeaderExpectation {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** All that a healthy HTTP answer must fulfil. */
export interface Expectations {
  readonly statuses: readonly StatusRange[];
  readonly headers: readonly HeaderExpectation[];
  readonly json: readonly JsonExpectation[];
  readonly version: string | undefined;
  readonly versionPointer: JsonPointer;
}

/** Reads one status or a range of them, `200` or `200-299`. Throws a configuration error. */
export function parseStatusRange(text: string): StatusRange {
  const [, from = "", to = from] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(text) ?? [];
  if (from === "" || Number(from) > Number(to))
    throw configuration("BAD_STATUS", `"${text.slice(0, 30)}" is not an HTTP status or a range such as 200-299`);
  return { from: Number(from), to: Number(to) };
}

export function renderStatuses(statuses: readonly StatusRange[]): string {
  return statuses.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(" or ");
}

/**
 * Reads `/pointer = value`. A pointer may hold "=", so an "=" with white space around it is the separator where there is
 * one, else the first. Throws a configuration error.
 */
export function parseJsonExpectation(line: string): JsonExpectation {
  const match = /^(|.*?\S)\s+=\s+(.*)$/.exec(line) ?? /^([^=]*?)\s*=\s*(.*)$/.exec(line);
  const [, pointer, text = ""] = match ?? [];
  if (pointer === undefined || text === "")
    throw configuration("BAD_EXPECTATION", `"${line.slice(0, 60)}" is not of the form /pointer = value`);
  return { pointer: parseJsonPointer(pointer), text, json: parseJson(text) };
}

/**
 * Whether a value is what was expected: equal as JSON, or a string that reads exactly as the expectation was written, so
 * that `/version = 1.10` means the version 1.10 and nobody has to think of quotes. Text in quotes means a string only.
 */
export function fulfils({ text, json, optional = false }: JsonExpectation, value: unknown): boolean {
  if (value === undefined) return optional;
  return (typeof value === "string" && value === text) || (json !== undefined && equalJson(json, value));
}

/** Reads `Name: value`. Throws a configuration error. */
export function parseHeaderExpectation(line: string): HeaderExpectation {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.+)$/.exec(line) ?? [];
  if (name === undefined || value === undefined)
    throw configuration("BAD_EXPECTATION", `"${line.slice(0, 60)}" is not of the form Name: value`);
  return { name: name.toLowerCase(), value };
}

function equalJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((element, index) => equalJson(element, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]))
  );
}
