export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Whether a value of unknown origin is a plain object whose keys may be read. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member of that name, only when the object itself has it: `__proto__` and its kin give undefined. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The member of that name when it is a string. */
export function stringMember(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === "string" ? found : undefined;
}

/** Parses JSON; gives undefined instead of throwing, for texts of unknown origin. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
