import {
  configuration,
  FairwayError,
  stringMember,
  upstream,
  type HttpRequest,
  type HttpTransport,
} from "@fairway/domain";

import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";
import { MAX_MANIFEST_BYTES } from "./manifest-types.ts";
import { nextHop } from "./redirects.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { unreachable } from "./registry-errors.ts";

const REQUEST_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;

export interface Route {
  readonly http: HttpTransport;
  readonly registry: RegistryAddress;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends one request and follows the redirects of a read. Credentials go to the registry's own origin and to no other.
 * Throws a TransientError for a connection that failed; every status is an answer.
 */
export async function travel(
  route: Route,
  request: RegistryRequest,
  authorization: string | undefined,
): Promise<RegistryAnswer> {
  const { registry } = route;
  const credentials = authorization === undefined ? {} : { authorization };
  const home = new URL(registry.origin).origin;
  let url = new URL(request.path, registry.origin);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const headers = { ...request.headers, ...(url.origin === home ? credentials : {}) };
    const answer = await receive(route, request, { method: request.method, url: url.href, headers });
    const isRead = request.method === "GET" || request.method === "HEAD";
    const next = isRead ? nextHop(url, answer, registry) : undefined;
    if (next === undefined) return answer;
    url = next;
  }
  throw upstream("TOO_MANY_REDIRECTS", `${registry.host} redirected ${request.path} more than ${MAX_REDIRECTS} times`);
}

async function receive(
  { http, registry, signal: ofRun }: Route,
  { body, streamed, timeoutMs = REQUEST_TIMEOUT_MS, signal: ofRequest }: RegistryRequest,
  request: HttpRequest,
): Promise<RegistryAnswer> {
  const signal = eitherSignal(ofRun, ofRequest);
  try {
    const content = typeof body === "function" ? body() : body;
    const response = await http.request({ ...request, body: content, timeoutMs, signal });
    const { status, headers } = response;
    if (streamed === true && status === 200) {
      return { status, headers, body: new Uint8Array(), content: response.stream() };
    }
    return { status, headers, body: await response.bytes(MAX_MANIFEST_BYTES) };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw judgeTransport(registry, error, request.url);
  }
}

/** Aborted as soon as one of the two is. */
export function eitherSignal(a: AbortSignal | undefined, b: AbortSignal | undefined): AbortSignal | undefined {
  return a === undefined || b === undefined ? (a ?? b) : AbortSignal.any([a, b]);
}

/** What the transport refuses to send, and an answer that is too large, stay what they are at every further try. */
function judgeTransport({ host, origin }: RegistryAddress, error: unknown, url: string): FairwayError {
  if (!(error instanceof FairwayError)) return unreachable(host, error);
  if (error.kind === "configuration") return error;
  const isNobody = stringMember(error.cause, "code") === "ENOTFOUND";
  if (isNobody && new URL(url).origin === new URL(origin).origin) return unknownRegistry(host);
  if (error.code !== "ANSWER_TOO_LARGE") return unreachable(host, error);
  return upstream(
    "MANIFEST_TOO_LARGE",
    `${host} answered with more than 4 MiB where a manifest or a list was expected; that is the most that registries take`,
    { nextStep: "Check that the name is that of an image. Move long annotations out of the manifest.", cause: error },
  );
}

/** A name without an address is a slip of the pen, or a runner that cannot see an internal host; no further try helps. */
function unknownRegistry(host: string): FairwayError {
  return configuration(
    "UNKNOWN_REGISTRY",
    `there is no registry ${host}: the name has no address`,
    "Check the host in source and tags. An internal name needs a runner in that network.",
  );
}
