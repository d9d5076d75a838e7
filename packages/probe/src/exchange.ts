import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from "node:https";
import type { Socket } from "node:net";

import { TooLargeError } from "./classify.ts";
import type { Phase } from "./observation.ts";
import { lookupUnderRule, type Resolve } from "./resolver.ts";

const MAX_BODY_BYTES = 1024 * 1024;
const FRESH = { keepAlive: false, autoSelectFamily: true };

/** What an exchange needs beside its URL. `reached` is told how far it has come. */
export interface ExchangeContext {
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
  readonly reached: (phase: Phase) => void;
  /** Certificates to trust in place of Node's own list, in PEM. */
  readonly certificateAuthorities: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * One GET over a connection that was opened for it and is closed after it: a kept connection would meet the same backend
 * behind a balancer every time. TLS is verified whatever NODE_TLS_REJECT_UNAUTHORIZED says. Rejects with the socket's error.
 */
export function exchange(url: URL, context: ExchangeContext): Promise<Answer> {
  return new Promise((resolve, reject) => {
    context.reached("resolving");
    const secure = url.protocol === "https:";
    const request = secure
      ? httpsRequest(url, { ...optionsFor(url, context), ...trust(context), agent: freshSecureAgent() })
      : httpRequest(url, { ...optionsFor(url, context), agent: new HttpAgent(FRESH) });
    request.on("socket", (socket: Socket) => watch(socket, secure, context));
    request.on("response", (incoming) => {
      context.reached("reading");
      read(incoming).then(resolve, reject);
    });
    request.on("error", reject);
    request.end();
  });
}

function optionsFor(url: URL, { resolve, signal, reached }: ExchangeContext): RequestOptions {
  return {
    method: "GET",
    signal,
    lookup: lookupUnderRule(resolve, url.protocol, () => reached("connecting")),
    headers: {
      "user-agent": "fairway-health-gate",
      accept: "application/json, */*;q=0.5",
      // A compressed answer would have to be expanded under a cap of its own; none is needed for a health endpoint.
      "accept-encoding": "identity",
      "cache-control": "no-cache",
    },
  };
}

function trust({ certificateAuthorities }: ExchangeContext): RequestOptions {
  const ca = certificateAuthorities === undefined ? {} : { ca: certificateAuthorities };
  return { rejectUnauthorized: true, minVersion: "TLSv1.2", ...ca };
}

/** No session is resumed, so that every attempt checks the certificate that is served now. */
function freshSecureAgent(): HttpsAgent {
  return new HttpsAgent({ ...FRESH, maxCachedSessions: 0 });
}

function watch(socket: Socket, secure: boolean, { reached }: ExchangeContext): void {
  socket.once("connect", () => reached(secure ? "handshaking" : "waiting"));
  socket.once("secureConnect", () => reached("waiting"));
}

async function read(incoming: IncomingMessage): Promise<Answer> {
  const status = incoming.statusCode ?? 0;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop destroys the connection.
    if (size > MAX_BODY_BYTES) throw new TooLargeError(status, MAX_BODY_BYTES);
    chunks.push(chunk);
  }
  return { status, headers: joinHeaders(incoming.headers), body: new TextDecoder().decode(Buffer.concat(chunks)) };
}

function joinHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return joined;
}
