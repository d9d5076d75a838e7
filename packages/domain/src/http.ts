/** An HTTP exchange as the adapters need it; `packages/http` serves it over node:https, tests serve it from memory. */
export interface HttpTransport {
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | AsyncIterable<Uint8Array> | undefined;
  /** Milliseconds until the whole answer must be there. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; a header that came several times is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body; rejects when it has more than `maxBytes`. */
  bytes(maxBytes: number): Promise<Uint8Array>;
  /** The body as it arrives, for content that must not be held in memory. */
  stream(): AsyncIterable<Uint8Array>;
}
