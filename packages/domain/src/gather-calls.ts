import type { Clock } from "./clock.ts";

export interface Gathering {
  /** How many one call may ask for. */
  readonly most: number;
  /** How long the first one waits for others. */
  readonly windowMs: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

interface Waiting<Answer> {
  readonly key: string;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes one call of what is asked for one by one within a moment. Each one that asked gets the answer of its key, undefined when
 * there is none, or the error of the call that it was part of.
 */
export function gatherCalls<Answer>(
  call: (keys: string[]) => Promise<ReadonlyMap<string, Answer>>,
  { most, windowMs, clock, signal }: Gathering,
): (key: string) => Promise<Answer | undefined> {
  let waiting: Waiting<Answer>[] = [];
  const flush = async (): Promise<void> => {
    const cancelled = await clock.sleep(windowMs, signal).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const batch = waiting;
    waiting = [];
    if (cancelled !== undefined) for (const { reject } of batch) reject(cancelled.error);
    else for (let from = 0; from < batch.length; from += most) void answer(batch.slice(from, from + most), call);
  };
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (waiting.length === 1) void flush();
    });
}

/** Never rejects: each one that waits learns its own answer. */
async function answer<Answer>(
  batch: readonly Waiting<Answer>[],
  call: (keys: string[]) => Promise<ReadonlyMap<string, Answer>>,
): Promise<void> {
  try {
    const answers = await call([...new Set(batch.map(({ key }) => key))]);
    for (const { key, resolve } of batch) resolve(answers.get(key));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
