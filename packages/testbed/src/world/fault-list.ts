/** A fault that has been asked for and not yet used up. `times` is how many requests it meets; 1 when left out. */
export interface Repeatable {
  readonly times?: number;
}

export interface FaultList<Fault extends Repeatable> {
  add(fault: Fault): void;
  /** The first waiting fault that applies; taking it uses up one of its times. */
  take(applies: (fault: Fault) => boolean): Fault | undefined;
  clear(): void;
}

/** Keeps injected faults in the order in which they were asked for. */
export function createFaultList<Fault extends Repeatable>(): FaultList<Fault> {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take(applies) {
      const found = waiting.find((entry) => applies(entry.fault));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) waiting.splice(waiting.indexOf(found), 1);
      return found.fault;
    },
    clear: () => void waiting.splice(0),
  };
}
