import { causeChain, FairwayError, type Clock } from "@fairway/domain";

import { fail, type Check, type Finding, type LeftOut, type Row } from "./check.ts";

export interface CheckTime {
  readonly clock: Clock;
  readonly timeoutSeconds: number;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/**
 * Makes all checks at once, each with the same deadline of its own, so that the whole takes no longer than the slowest. What
 * one throws is its own row and hides no other. Throws only when the run is cancelled.
 */
export async function runChecks(
  checks: readonly Check[],
  time: CheckTime,
): Promise<{ rows: readonly Row[]; leftOut: readonly LeftOut[] }> {
  const asked = checks.flatMap((check) => (check.kind === "asked" ? [check] : []));
  const rows = asked.map(async ({ name, ask }) => ({ check: name, ...(await askInTime(ask, time)) }));
  const leftOut = checks.flatMap((check) =>
    check.kind === "left-out" ? [{ check: check.name, input: check.input }] : [],
  );
  return { rows: await Promise.all(rows), leftOut };
}

async function askInTime(ask: () => Promise<Finding>, { clock, timeoutSeconds, signal }: CheckTime): Promise<Finding> {
  const answered = new AbortController();
  const overdue = () =>
    fail(
      `gave no answer within ${timeoutSeconds} s`,
      "Look at the network between here and there, then run this again; timeout-seconds allows more.",
    );
  try {
    const limit = clock.sleep(timeoutSeconds * 1000, AbortSignal.any([signal, answered.signal]));
    return await Promise.race([ask(), limit.then(overdue)]);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return findingOf(error);
  } finally {
    answered.abort();
  }
}

/** What could not be asked is not ready either. */
function findingOf(error: unknown): Finding {
  const found = causeChain(error).join(": ");
  if (error instanceof FairwayError) return fail(found, error.nextStep ?? `Look the code ${error.code} up.`);
  return fail(`could not be checked: ${found}`, "This is a defect of Fairway, please report it.");
}
