/** Replaces secret values, and their usual encodings, by `***` in everything that is shown. */
export interface Masker {
  add(value: string): void;
  mask(text: string): string;
  /** True when the text holds a masked value; the runner drops a job output that does. */
  finds(text: string): boolean;
}

/**
 * Keeps masks the way the runner does: exact strings, each line of a value of several lines, and base64 at its three
 * byte shifts, JSON and URI forms. Longer values are replaced first, so that a value inside another does not cut it.
 */
export function createMasker(initial: Iterable<string> = []): Masker {
  const values = new Set<string>();
  let longestFirst: string[] = [];
  for (const value of initial) add(value);
  return { add, mask, finds: (text) => longestFirst.some((value) => text.includes(value)) };

  function add(value: string): void {
    for (const line of [value, ...value.split(/\r\n|\r|\n/)]) {
      for (const form of formsOf(line.trim())) values.add(form);
    }
    longestFirst = [...values].sort((a, b) => b.length - a.length);
  }

  function mask(text: string): string {
    return longestFirst.reduce((masked, value) => masked.replaceAll(value, "***"), text);
  }
}

function formsOf(value: string): string[] {
  if (value === "") return [];
  const forms = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
  for (const shift of [0, 1, 2]) forms.push(base64Core(value, shift));
  return forms.filter((form) => form !== "");
}

/** The part of the base64 text that is the same whatever stands before and after the value. */
function base64Core(value: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return shift === 0 ? whole : whole.slice(4);
}
