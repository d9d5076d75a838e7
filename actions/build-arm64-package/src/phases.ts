import { renderDuration, type Clock, type Log } from "@fairway/domain";

export interface Phases {
  /** Runs one phase and says in one line what came of it and how long it took. */
  run<T>(name: string, work: () => Promise<T>, told?: (result: T) => string): Promise<T>;
}

/** The phases of a build, a line each: what, what came of it, its time, and the time since the start. */
export function createPhases({ clock, log }: { clock: Clock; log: Log }): Phases {
  const begun = clock.elapsedMs();
  return {
    run: async (name, work, told) => {
      const start = clock.elapsedMs();
      const result = await work();
      const end = clock.elapsedMs();
      const detail = told === undefined ? "" : `: ${told(result)}`;
      log.info(`${name}${detail} (${renderSeconds(end - start)}, ${renderDuration(end - begun)} since the start)`);
      return result;
    },
  };
}

function renderSeconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : renderDuration(ms);
}
