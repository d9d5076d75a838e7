/** One of several pieces of work. Its signal is aborted, with the reason, when another of them has failed. */
export type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs pieces of work side by side, at most `atOnce` of them (all without it), and gives what they gave, in their order. When
 * one fails nothing new is started, the others are told to stop and waited for, so that nothing goes on, or writes into the
 * log, behind the back of whoever handles the failure. That first failure is what is thrown.
 */
export async function runTogether<T>(works: readonly Work<T>[], atOnce: number = works.length): Promise<readonly T[]> {
  const stop = new AbortController();
  const results: T[] = [];
  const waiting = works.entries();
  await Promise.all(works.slice(0, atOnce).map(takeOneAfterAnother));
  stop.signal.throwIfAborted();
  return results;

  async function takeOneAfterAnother(): Promise<void> {
    for (const [place, work] of waiting) {
      if (stop.signal.aborted) return;
      try {
        results[place] = await work(stop.signal);
      } catch (error) {
        stop.abort(error);
      }
    }
  }
}
