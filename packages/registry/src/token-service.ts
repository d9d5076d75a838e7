import {
  parseJson,
  stringMember,
  member,
  upstream,
  configuration,
  FairwayError,
  type HttpTransport,
  type HttpRequest,
  type HttpResponse,
} from "@fairway/domain";

import type { Challenge } from "./challenge.ts";
import { basicHeader, type Credentials } from "./credentials.ts";
import type { Scope } from "./exchange-types.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { isTransientStatus, transientAnswer, unreachable } from "./registry-errors.ts";
import { requireTrustedRealm } from "./trusted-realm.ts";

/** The lifetime of a token that does not say: https://distribution.github.io/distribution/spec/auth/token/ */
const DEFAULT_LIFETIME_S = 60;
const MAX_ANSWER_BYTES = 256 * 1024;

export interface Token {
  readonly text: string;
  readonly lifetimeMs: number;
}

export interface TokenRequest {
  readonly challenge: Extract<Challenge, { kind: "bearer" }>;
  readonly scope: Scope;
  readonly credentials: Credentials;
  readonly registry: RegistryAddress;
  readonly signal: AbortSignal | undefined;
  readonly retryAfterMs: (header: string | undefined) => number | undefined;
}

/**
 * Exchanges credentials for a token that allows one scope. Throws a configuration error when the service does not know the
 * account, and a transient one when it is limited or down.
 */
export async function requestToken(http: HttpTransport, request: TokenRequest): Promise<Token> {
  const { credentials } = request;
  const realm = requireTrustedRealm(request.challenge.realm, request.registry);
  if (credentials.kind === "registry-token") return { text: credentials.token, lifetimeMs: Number.POSITIVE_INFINITY };
  if (credentials.kind !== "identity-token") return ask(http, byQuery(realm, request), request, realm);
  return ask(http, byForm(realm, request, credentials.token), request, realm);
}

function byQuery(realm: URL, { challenge, scope, credentials }: TokenRequest): HttpRequest {
  const url = new URL(realm);
  if (challenge.service !== undefined) url.searchParams.set("service", challenge.service);
  for (const one of scopesOf(scope)) url.searchParams.append("scope", one);
  const headers =
    credentials.kind === "password" ? { authorization: basicHeader(credentials.username, credentials.password) } : {};
  return { method: "GET", url: url.href, headers };
}

/** An identity token is a refresh token: https://distribution.github.io/distribution/spec/auth/oauth/ */
function byForm(realm: URL, { challenge, scope }: TokenRequest, token: string): HttpRequest {
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    service: challenge.service ?? realm.host,
    client_id: "fairway",
    scope: scopesOf(scope).join(" "),
    refresh_token: token,
  });
  return {
    method: "POST",
    url: realm.href,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new TextEncoder().encode(form.toString()),
  };
}

/** One token may allow several things: https://distribution.github.io/distribution/spec/auth/scope/ */
function scopesOf({ repository, actions, mountFrom }: Scope): readonly string[] {
  const own = `repository:${repository}:${actions}`;
  return mountFrom === undefined ? [own] : [own, `repository:${mountFrom}:pull`];
}

async function ask(http: HttpTransport, exchange: HttpRequest, request: TokenRequest, realm: URL): Promise<Token> {
  const { status, headers, body } = await answerOf(http, { ...exchange, signal: request.signal }, request, realm);
  if (isTransientStatus(status)) {
    throw transientAnswer(realm.host, { status, headers, body }, request.retryAfterMs(headers["retry-after"]));
  }
  if (status !== 200) throw refused(status, request, realm);
  const answer = parseJson(new TextDecoder().decode(body));
  const text = stringMember(answer, "token") ?? stringMember(answer, "access_token") ?? "";
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw upstream("BAD_TOKEN_ANSWER", `${realm.host} answered the request for a token without one`);
  }
  const seconds = member(answer, "expires_in");
  return { text, lifetimeMs: (typeof seconds === "number" && seconds > 0 ? seconds : DEFAULT_LIFETIME_S) * 1000 };
}

async function answerOf(
  http: HttpTransport,
  exchange: HttpRequest,
  { signal }: TokenRequest,
  realm: URL,
): Promise<{ status: number; headers: HttpResponse["headers"]; body: Uint8Array }> {
  try {
    const response = await http.request(exchange);
    return { status: response.status, headers: response.headers, body: await response.bytes(MAX_ANSWER_BYTES) };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    // What the transport refuses to send, it refuses at every further try.
    throw error instanceof FairwayError && error.kind === "configuration" ? error : unreachable(realm.host, error);
  }
}

function refused(status: number, { credentials, registry, scope }: TokenRequest, realm: URL): Error {
  if (status >= 300 && status < 400) {
    return upstream(
      "BAD_TOKEN_ANSWER",
      `${realm.host} redirects the request for a token; credentials do not follow it`,
    );
  }
  const loggedIn = credentials.kind !== "anonymous";
  return configuration(
    loggedIn ? "UNAUTHORIZED" : "NO_CREDENTIALS",
    `${realm.host}, the token service of ${registry.host}, gave no token for ${scopesOf(scope).join(" ")}: it answered ${status} to ${loggedIn ? "the given account" : "a request without credentials"}`,
    loggedIn
      ? "Check the user name and the password or token, and that the repository exists."
      : `Put docker/login-action for ${registry.host} before this step. The inputs username and password do the same for the source's registry.`,
  );
}
