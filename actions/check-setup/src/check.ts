/** What a check found: as it must be, not so, or not to be known without a change or behind another row that failed. */
export interface Finding {
  readonly state: "pass" | "fail" | "unknown";
  /** One sentence without a full stop. */
  readonly found: string;
  /** What to do; empty when there is nothing to do. */
  readonly fix: string;
}

/** One row of the table. Without the inputs that it is about a check is left out, and said to be. */
export type Check =
  | { readonly kind: "asked"; readonly name: string; readonly ask: () => Promise<Finding> }
  | { readonly kind: "left-out"; readonly name: string; readonly input: string };

export interface Row extends Finding {
  readonly check: string;
}

export interface LeftOut {
  readonly check: string;
  readonly input: string;
}

export function pass(found: string, fix = ""): Finding {
  return { state: "pass", found, fix };
}

export function fail(found: string, fix: string): Finding {
  return { state: "fail", found, fix };
}

export function unknown(found: string, fix = ""): Finding {
  return { state: "unknown", found, fix };
}

/** A check that is made when its input is given. */
export function checkOf<Value>(
  name: string,
  input: string,
  value: Value | undefined,
  ask: (value: Value) => Promise<Finding>,
): Check {
  return value === undefined ? { kind: "left-out", name, input } : { kind: "asked", name, ask: () => ask(value) };
}

/** Does something once for all who ask, when the first of them asks. */
export function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let started: Promise<Value> | undefined;
  return () => (started ??= work());
}

/** Asks on with what another check found out; where that has failed, its own row says why and this one is not known. */
export async function behind<Value>(
  row: string,
  needed: Promise<Value>,
  ask: (value: Value) => Finding | Promise<Finding>,
): Promise<Finding> {
  const known = await needed.then(
    (value) => ({ value }),
    () => undefined,
  );
  return known === undefined ? unknown(`not asked, because of the row ${row}`) : ask(known.value);
}

/** What was left out, in the order of the checks: each input that would have to be given, with the rows that it would add. */
export function groupLeftOut(leftOut: readonly LeftOut[]): readonly { input: string; checks: readonly string[] }[] {
  const groups = Map.groupBy(leftOut, ({ input }) => input);
  return [...groups].map(([input, rows]) => ({ input, checks: rows.map(({ check }) => check) }));
}
