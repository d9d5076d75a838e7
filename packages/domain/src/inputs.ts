import { didYouMean } from "./closest-name.ts";
import { causeChain } from "./errors.ts";

/** What a field makes of an input's text. */
export type Parsed<T> =
  | { readonly kind: "valid"; readonly value: T }
  | { readonly kind: "refused"; readonly problem: string };

/** One input of an action: how its text becomes a value, and what is done when it is empty. */
export interface Field<T> {
  readonly parse: (text: string) => Parsed<T>;
  /** Empty is a value of its own, `undefined`, instead of an error. */
  readonly optional: boolean;
  /** The text is masked before anything else happens and is never repeated in an error. */
  readonly secret: boolean;
}

/** All inputs of an action by their names in action.yml. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;
type ValueOf<F> = F extends Field<infer T> ? T : never;

/** The typed inputs that a set of fields gives: `dry-run` becomes `dryRun`. */
export type InputsOf<F extends Fields> = { readonly [Name in keyof F & string as CamelCase<Name>]: ValueOf<F[Name]> };

export interface InputProblem {
  readonly input: string;
  readonly message: string;
}

export type InputsVerdict<F extends Fields> =
  | { readonly kind: "valid"; readonly inputs: InputsOf<F> }
  | { readonly kind: "invalid"; readonly problems: readonly InputProblem[] };

/** Parses every input and collects every problem, so that a person corrects a workflow once and not input by input. */
export function parseInputs<F extends Fields>(fields: F, texts: Readonly<Record<string, string>>): InputsVerdict<F> {
  const problems: InputProblem[] = [];
  const inputs: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const parsed = parseField(field, texts[name]?.trim() ?? "");
    if (parsed.kind === "refused") problems.push({ input: name, message: parsed.problem });
    else inputs[camelCase(name)] = parsed.value;
  }
  return problems.length > 0 ? { kind: "invalid", problems } : { kind: "valid", inputs: inputs as InputsOf<F> };
}

function parseField(field: Field<unknown>, text: string): Parsed<unknown> {
  if (text === "") return field.optional ? accept(undefined) : refuse("is required and was empty");
  return field.parse(text);
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Lets an input be left out or empty. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return { ...field, optional: true };
}

/** One line of text without control characters, at most `max` characters. `rule` completes "is not …". */
export function text(options: { max?: number; pattern?: RegExp; rule?: string } = {}): Field<string> {
  const { max = 1000, pattern, rule = "in the expected form" } = options;
  return field((value) => {
    if (value.length > max) return refuse(`has ${value.length} characters, at most ${max} are allowed`);
    if (/\p{Cc}/u.test(value))
      return refuse("has a line break or another control character in it; one line is expected");
    if (pattern !== undefined && !pattern.test(value)) return refuse(`${quote(value)} is not ${rule}`);
    return accept(value);
  });
}

/** Text of several lines, at most `max` characters. */
export function paragraph(max: number): Field<string> {
  return field((value) =>
    value.length > max ? refuse(`has ${value.length} characters, at most ${max} are allowed`) : accept(value),
  );
}

/** A value of one of the domain's own types: what its parser throws becomes the problem. */
export function parsedBy<T>(parse: (value: string) => T): Field<T> {
  return field((value) => {
    try {
      return accept(parse(value));
    } catch (error) {
      return refuse(causeChain(error)[0] ?? "is refused");
    }
  });
}

/** One of a few words. */
export function choice<const Word extends string>(...words: readonly Word[]): Field<Word> {
  return field((value) => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return accept(word);
    return refuse(`${quote(value)} is not one of ${words.join(", ")}${didYouMean(value, words)}`);
  });
}

/** What other tools take for true and false. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "on", "1"].map((word) => [word, "true"] as const),
  ...["no", "n", "off", "0"].map((word) => [word, "false"] as const),
]);

/** `true` or `false`, in the spellings of YAML's core schema, as the runner's own toolkit has it. */
export function flag(): Field<boolean> {
  return field((value) => {
    if (["true", "True", "TRUE"].includes(value)) return accept(true);
    if (["false", "False", "FALSE"].includes(value)) return accept(false);
    const meant = MEANT.get(value.toLowerCase()) ?? value;
    return refuse(`${quote(value)} is not true or false${didYouMean(meant, ["true", "false"])}`);
  });
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number): Field<number> {
  return field((value) => {
    const number = Number(value);
    const inBounds = /^\d{1,15}$/.test(value) && number >= min && number <= max;
    return inBounds ? accept(number) : refuse(`${quote(value)} is not a whole number from ${min} to ${max}`);
  });
}

/** A decimal number within bounds, both included. */
export function decimal(min: number, max: number): Field<number> {
  return field((value) => {
    const number = Number(value);
    const inBounds = /^\d{1,15}(\.\d{1,9})?$/.test(value) && number >= min && number <= max;
    return inBounds ? accept(number) : refuse(`${quote(value)} is not a number from ${min} to ${max}`);
  });
}

/** A list, one item a line; empty lines and white space around items do not count. A repeated item is refused. */
export function lines<T>(item: Field<T>, maxItems = 100): Field<readonly T[]> {
  return listOf(item, /\r\n|\n|\r/, maxItems);
}

/** A list, one item a line or separated by commas, as for tags. */
export function items<T>(item: Field<T>, maxItems = 100): Field<readonly T[]> {
  return listOf(item, /[\r\n,]/, maxItems);
}

/** No token of a forge, a cloud or a registry is longer, and servers refuse headers of 16 KiB. */
const MAX_SECRET = 8192;

/** A token or password: masked, never repeated, one line, at most 8,192 characters. */
export function secret(): Field<string> {
  return {
    ...field((value) => {
      if (value.length > MAX_SECRET) return refuse(`has ${value.length} characters, at most ${MAX_SECRET} are allowed`);
      return /\p{Cc}/u.test(value) ? refuse("has a line break or another control character in it") : accept(value);
    }),
    secret: true,
  };
}

/** A secret that is sent in a header as it is, as tokens of GitHub are: visible ASCII, which no other text fits into. */
export function token(): Field<string> {
  const { parse, ...rest } = secret();
  const refused = refuse("has a space or a character beyond ASCII in it, which no token has");
  return {
    ...rest,
    parse: (value) => {
      const parsed = parse(value);
      return parsed.kind === "valid" && !/^[\x21-\x7e]+$/.test(value) ? refused : parsed;
    },
  };
}

function listOf<T>(item: Field<T>, separator: RegExp, maxItems: number): Field<readonly T[]> {
  return field((value) => {
    const texts = value
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (texts.length > maxItems) return refuse(`has ${texts.length} items, at most ${maxItems} are allowed`);
    const repeated = texts.find((part, index) => texts.indexOf(part) !== index);
    if (repeated !== undefined) return refuse(`has ${quote(repeated)} twice`);
    return collect(texts.map((part) => item.parse(part)));
  });
}

function collect<T>(parsed: readonly Parsed<T>[]): Parsed<readonly T[]> {
  const values: T[] = [];
  const problems: string[] = [];
  for (const one of parsed) {
    if (one.kind === "valid") values.push(one.value);
    else problems.push(one.problem);
  }
  return problems.length > 0 ? refuse(problems.join("; ")) : accept(values);
}

function field<T>(parse: (value: string) => Parsed<T>): Field<T> {
  return { parse, optional: false, secret: false };
}

function accept<T>(value: T): Parsed<T> {
  return { kind: "valid", value };
}

function refuse(problem: string): { kind: "refused"; problem: string } {
  return { kind: "refused", problem };
}

function quote(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
}
