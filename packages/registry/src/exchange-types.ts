/** What a token must allow: `push` never comes without `pull`, which registries refuse. */
export interface Scope {
  readonly repository: string;
  readonly actions: "pull" | "pull,push";
}

export interface RegistryRequest {
  readonly method: "GET" | "HEAD" | "PUT";
  /** From `/v2/` on. */
  readonly path: string;
  readonly scope: Scope;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** An answer whose body was read. */
export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Says what went wrong by its code, as `errors[0].code` of the body; empty when the body is not of that form. */
export interface RegistryComplaint {
  readonly code: string;
  readonly message: string;
}
