import { upstream, type HttpTransport } from "@fairway/domain";

/** GitHub's largest answers are release lists with long notes; nothing sensible is larger than this. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

const NOTHING = Buffer.from("null");

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * The part of the fetch interface that Octokit uses, over Fairway's own transport. Redirects are not followed. The
 * transport's own deadline holds unless `timeoutMs` is given.
 */
export function createTransportFetch(http: HttpTransport, timeoutMs?: number) {
  const deadline = timeoutMs === undefined ? {} : { timeoutMs };
  return async (url: string, options: FetchOptions = {}): Promise<unknown> => {
    const response = await http.request({
      method: options.method ?? "GET",
      url,
      headers: options.headers ?? {},
      body: bodyOf(options.body),
      signal: options.signal,
      ...deadline,
    });
    const bytes = await response.bytes(MAX_ANSWER_BYTES);
    // No call of GitHub's answers that. A proxy that does would have its null taken for a commit or a release.
    if (Buffer.from(bytes).equals(NOTHING)) throw upstream("HTTP_FAILED", `${new URL(url).host} answered null`);
    const text = () => Promise.resolve(Buffer.from(bytes).toString("utf8"));
    return {
      status: response.status,
      statusText: String(response.status),
      url,
      // A Map has the two things that are asked of headers here, and unlike Headers does not load undici.
      headers: new Map(Object.entries(response.headers)),
      text,
      arrayBuffer: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
    };
  };
}

function bodyOf(body: unknown): Uint8Array | AsyncIterable<Uint8Array> | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return Buffer.from(body, "utf8");
  return body as Uint8Array | AsyncIterable<Uint8Array>;
}
