/** What a route answers. A Buffer goes out as it is, anything else as JSON, `undefined` as no body at all. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, body, headers };
}

/** Raw bytes, for the `raw` media types and for asset downloads. */
export function bytes(body: Buffer, contentType: string): Reply {
  return { status: 200, body, headers: { "content-type": contentType } };
}

/** 204 and the like. */
export function empty(status = 204, headers: Record<string, string> = {}): Reply {
  return { status, body: undefined, headers };
}
