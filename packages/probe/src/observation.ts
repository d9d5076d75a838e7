/** How far an attempt had come when its time was up. */
export type Phase = "resolving" | "connecting" | "handshaking" | "waiting" | "reading";

/** What one attempt saw. An attempt never rejects: not being answered is an observation too. */
export type Observation =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Names in lower case; a header that came several times is joined by `, `. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** Milliseconds from the start of the attempt to the last byte. */
      readonly tookMs: number;
    }
  /** A TCP connection was accepted; nothing was said over it. */
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
  /** The certificate is not trusted, or there is no TLS at the other end. */
  | { readonly kind: "tls"; readonly code: string; readonly message: string }
  | { readonly kind: "dns"; readonly code: string }
  /** The name leads to an address that is never asked. */
  | { readonly kind: "forbidden"; readonly message: string }
  | { readonly kind: "too-large"; readonly status: number; readonly maxBytes: number }
  /** Cut off, unreachable, or not HTTP. */
  | { readonly kind: "broken"; readonly code: string; readonly message: string }
  /** Given up by the caller. */
  | { readonly kind: "aborted" };
