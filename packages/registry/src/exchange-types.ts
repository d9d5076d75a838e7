/** What a token must allow: `push` never comes without `pull`, which registries refuse. */
export interface Scope {
  readonly repository: string;
  readonly actions: "pull" | "pull,push";
  /** Another repository of the registry, whose blobs are to be mounted: the same token must allow `pull` there. */
  readonly mountFrom?: string;
}

export interface RegistryRequest {
  readonly method: "GET" | "HEAD" | "PUT" | "POST";
  /** From `/v2/` on, or the whole URL that a registry named for an upload. */
  readonly path: string;
  readonly scope: Scope;
  readonly headers?: Readonly<Record<string, string>>;
  /** Content that is not held in memory is opened anew for every try. */
  readonly body?: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Whether the content of a 200 is left in `content` to be read as it arrives. */
  readonly streamed?: boolean;
  /** Milliseconds until the whole answer must be there; half a minute without it. */
  readonly timeoutMs?: number;
  /** Aborted when nobody wants the answer any more, beside the signal that ends the whole run. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer whose body was read, unless it is to be streamed. */
export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly content?: AsyncIterable<Uint8Array>;
}

/** Says what went wrong by its code, as `errors[0].code` of the body; empty when the body is not of that form. */
export interface RegistryComplaint {
  readonly code: string;
  readonly message: string;
}
