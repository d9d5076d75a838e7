interface FaultScope {
  /**
   * Which requests it meets; everything when left out. The path is matched decoded, with its query, without `/api/v3`. A
   * HEAD request counts as GET.
   */
  readonly match?: { readonly method?: string; readonly path?: RegExp };
  /** How many requests it meets before it is spent; 1 when left out. */
  readonly times?: number;
}

type Misbehaviour =
  /** Answers this instead of asking the route; nothing is applied. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Applies the request, then cuts the connection. */
  | { readonly kind: "lost-answer" }
  /** Cuts the connection before anything is applied. */
  | { readonly kind: "drop" }
  /** A read answers from an earlier state: that many milliseconds or writes ago (one write when neither is given). */
  | { readonly kind: "stale"; readonly ms?: number; readonly writes?: number }
  /** GitHub's answer to too many requests at a time. */
  | { readonly kind: "secondary-limit"; readonly status?: 403 | 429; readonly retryAfterSeconds?: number }
  /** An asset upload answers 502 and leaves an asset in state `starter`. */
  | { readonly kind: "starter-asset" }
  /** A write of refs or releases answers as for a commit that changes workflow files and a token without that permission. */
  | { readonly kind: "workflow-permission" }
  /** Waits that long in real time, then goes on as if nothing had been; another fault may meet the same request. */
  | { readonly kind: "delay"; readonly ms: number };

export type Fault = FaultScope & Misbehaviour;

export interface FaultBook {
  inject(fault: Fault): void;
  /** The faults that meet this request, each counted as used: any number of delays, at most one of the others. */
  meet(method: string, path: string): readonly Fault[];
}

/** Some faults make sense for some requests only, and wait for one of those. */
const SUITED: Partial<Record<Fault["kind"], (method: string, path: string) => boolean>> = {
  stale: (method) => method === "GET",
  "starter-asset": (method, path) => method === "POST" && /\/releases\/\d+\/assets\?/.test(path),
  "workflow-permission": (method, path) =>
    ["POST", "PATCH"].includes(method) && /^\/repos\/[^/]+\/[^/]+\/(git\/refs|releases)\b/.test(path),
};

/** The faults in force, in the order in which they were injected. */
export function createFaultBook(): FaultBook {
  const entries: { fault: Fault; left: number }[] = [];
  return {
    inject: (fault) => void entries.push({ fault, left: fault.times ?? 1 }),
    meet(method, path) {
      const met: Fault[] = [];
      for (const entry of entries) {
        const { fault } = entry;
        const taken = fault.kind !== "delay" && met.some((other) => other.kind !== "delay");
        if (entry.left <= 0 || taken || !meets(fault, method, path)) continue;
        entry.left -= 1;
        met.push(fault);
      }
      return met;
    },
  };
}

function meets(fault: Fault, method: string, path: string): boolean {
  const wanted = fault.match?.method?.toUpperCase() ?? method;
  const pattern = fault.match?.path ?? /^/;
  const suits = SUITED[fault.kind] ?? (() => true);
  return wanted === method && path.search(pattern) >= 0 && suits(method, path);
}
