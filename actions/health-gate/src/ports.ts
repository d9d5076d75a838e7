import type { Clock, Log } from "@fairway/domain";

/** How far an attempt had come when its time was up. */
export type Phase = "resolving" | "connecting" | "handshaking" | "waiting" | "reading";

/** What one attempt saw. */
export type Observation =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly tookMs: number;
    }
  | { readonly kind: "connected"; readonly tookMs: number }
  /** A PostgreSQL server got as far as asking for a login, or as granting it. */
  | { readonly kind: "login-asked"; readonly method: string; readonly tookMs: number }
  /** A PostgreSQL server ended the conversation with an error; `sqlState` says which. */
  | {
      readonly kind: "login-refused";
      readonly sqlState: string;
      readonly message: string;
      readonly tookMs: number;
    }
  | { readonly kind: "refused" }
  | { readonly kind: "timed-out"; readonly phase: Phase; readonly afterMs: number }
  | { readonly kind: "tls"; readonly code: string; readonly message: string }
  | { readonly kind: "dns"; readonly code: string }
  | { readonly kind: "forbidden"; readonly message: string }
  | { readonly kind: "too-large"; readonly status: number; readonly maxBytes: number }
  | { readonly kind: "broken"; readonly code: string; readonly message: string }
  | { readonly kind: "aborted" };

/** What was seen by an attempt that was not given up. */
export type Seen = Exclude<Observation, { kind: "aborted" }>;

/** The other side spoke, or at least took the connection. */
type Heard = "answer" | "connected" | "login-asked" | "login-refused";

/** Where a URL leads, or why that is not known. */
export type Resolution =
  | {
      readonly kind: "addresses";
      /** At least one, each once. */
      readonly addresses: readonly string[];
      /** Those that this machine has no route to. */
      readonly unreachable: readonly string[];
    }
  | Exclude<Observation, { kind: Heard }>;

/** Asks an endpoint once, over a connection of its own. It never rejects. */
export interface HealthProbe {
  attempt(
    url: string,
    options: {
      readonly timeoutMs: number;
      readonly followRedirects: boolean;
      /** Connects there, whatever the host's name resolves to. */
      readonly address?: string | undefined;
      readonly signal: AbortSignal;
    },
  ): Promise<Observation>;
  addressesOf(url: string, options: { readonly timeoutMs: number; readonly signal: AbortSignal }): Promise<Resolution>;
}

export interface HealthGatePorts {
  readonly probe: HealthProbe;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}
