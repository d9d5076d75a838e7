import { closestName } from "@fairway/domain";

/** What `{{…}}` in a manifest stands for. A field whose input was not given is undefined. */
export interface TemplateValues {
  readonly version: string | undefined;
  readonly "build-number": string | undefined;
  /** The build's one time, as 2026-01-31T12:00:00Z. */
  readonly "build-date": string;
  readonly commit: string;
  readonly branch: string | undefined;
  /** `true` or `false`. */
  readonly enterprise: string;
}

export interface Filler {
  /** The text with its fields filled in; what is wrong with it is kept under `place`. */
  fill(text: string, place: string): string;
  readonly problems: readonly string[];
}

/**
 * Fills fields such as {{version}} in. An unknown field, a field without a value and a brace pair that is no field are
 * problems: nothing is left as it stands and nothing becomes empty in silence.
 */
export function createFiller(values: TemplateValues): Filler {
  const problems: string[] = [];
  const known = new Map<string, string | undefined>(Object.entries(values));
  return {
    problems,
    fill: (text, place) =>
      text.replaceAll(/\{\{(.*?)\}\}/gs, (whole, inner: string) => {
        const name = inner.trim();
        const value = known.get(name);
        if (value !== undefined) return value;
        problems.push(
          `${place}: ${known.has(name) ? withoutValue(name) : unknownField(whole, name, [...known.keys()])}`,
        );
        return whole;
      }),
  };
}

function withoutValue(name: string): string {
  return `{{${name}}} has no value; give the input ${name}`;
}

function unknownField(whole: string, name: string, known: readonly string[]): string {
  const near = closestName(name, known);
  const hint = near === undefined ? `the fields are ${known.join(", ")}` : `did you mean {{${near}}}?`;
  return `${whole.slice(0, 60)} is no field; ${hint}`;
}
