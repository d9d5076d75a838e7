import { Agent, request as requestPlain, type IncomingMessage } from "node:http";

import {
  badCertificate,
  isError,
  upstream,
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
} from "@fairway/domain";

import { requireAllowedUrl } from "./allowed-url.ts";
import { connectAhead } from "./connect-ahead.ts";
import { readInPlace } from "./read-in-place.ts";
import { sendBody } from "./send-body.ts";

const DEFAULT_TIMEOUT_MS = 30_000;

export interface TransportOptions {
  /** Connections to one origin that are opened ahead of the requests that may need them; none without it. */
  readonly connectionsAhead?: number;
}

/**
 * HTTP over node:http and node:https, which start faster than the built-in fetch and leave redirects to the caller.
 * TLS is always verified, whatever NODE_TLS_REJECT_UNAUTHORIZED says, plain http is for loopback only, proxies come from
 * HTTPS_PROXY and NO_PROXY, connections are kept for reuse, and nothing is retried: only the caller knows what may be repeated.
 */
export function createHttpTransport({ connectionsAhead = 0 }: TransportOptions = {}): HttpTransport {
  const plain = openPlain(connectionsAhead);
  let secure: Promise<Client> | undefined;
  return {
    request: async (request) => {
      const url = requireAllowedUrl(request.url);
      const deadline = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
      const client = url.protocol === "https:" ? await (secure ??= openSecure(connectionsAhead)) : plain;
      const options = { method: request.method, headers: headersOf(request), signal, agent: client.agent };
      const outgoing = client.request(url, options);
      try {
        return respond(url, await sendBody(outgoing, request.body));
      } catch (error) {
        throw failure(url, error, request.signal);
      }
    },
  };
}

/** A protocol, and its connections. */
interface Client {
  readonly request: typeof requestPlain;
  readonly agent: Agent;
}

function openPlain(connectionsAhead: number): Client {
  const agent = new Agent({ keepAlive: true });
  readInPlace(agent);
  connectAhead(agent, connectionsAhead);
  return { request: requestPlain, agent };
}

/** What TLS needs takes a moment to load, which a run that speaks to loopback alone is spared. */
async function openSecure(connectionsAhead: number): Promise<Client> {
  const https = await import("node:https");
  const agent = new https.Agent({ keepAlive: true, proxyEnv: process.env, rejectUnauthorized: true });
  // A connection by way of a proxy is made when it is needed, since the proxy may count them, and Node speaks on it first.
  if (!isProxied()) {
    readInPlace(agent);
    connectAhead(agent, connectionsAhead);
  }
  return { request: https.request, agent };
}

function isProxied(): boolean {
  return [process.env["HTTPS_PROXY"], process.env["https_proxy"]].some((proxy) => (proxy ?? "") !== "");
}

function headersOf({ headers, body }: HttpRequest): Record<string, string> {
  const length = body instanceof Uint8Array ? { "content-length": String(body.byteLength) } : {};
  return { "user-agent": "fairway", "accept-encoding": "identity", ...length, ...headers };
}

function respond(url: URL, incoming: IncomingMessage): HttpResponse {
  return {
    status: incoming.statusCode ?? 0,
    headers: joinHeaders(incoming.headers),
    bytes: (maxBytes) => readAtMost(url, incoming, maxBytes),
    stream: () => incoming as AsyncIterable<Uint8Array>,
  };
}

function joinHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return joined;
}

async function readAtMost(url: URL, incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes) throw upstream("ANSWER_TOO_LARGE", `${url.host} answered with more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    incoming.destroy();
    throw failure(url, error, undefined);
  }
  return Buffer.concat(chunks);
}

/** A cancelled run keeps its own reason; everything else is the other side's failure, with the system's word as cause. */
function failure(url: URL, error: unknown, cancelled: AbortSignal | undefined): unknown {
  if (cancelled?.aborted === true) return cancelled.reason;
  if (isError(error) && error.name === "FairwayError") return error;
  const timedOut = isError(error) && (error.name === "TimeoutError" || error.name === "AbortError");
  const code = timedOut ? "HTTP_TIMEOUT" : "HTTP_FAILED";
  const message = timedOut
    ? `${url.host} did not answer in time`
    : `${url.host} could not be reached, or cut the connection`;
  return badCertificate(url.host, error) ?? upstream(code, message, { cause: error });
}
