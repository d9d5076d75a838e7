import type { Clock, HttpTransport } from "@fairway/domain";

import { parseChallenge, type Challenge } from "./challenge.ts";
import { basicHeader, secretOf, type Credentials } from "./credentials.ts";
import type { RegistryAnswer, Scope } from "./exchange-types.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { createTokenCache } from "./token-cache.ts";
import { requestToken, type Token, type TokenRequest } from "./token-service.ts";

export interface AuthorizerOptions {
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly registry: RegistryAddress;
  /** Asked once, and only when the registry wants to know. */
  readonly credentials: () => Promise<Credentials>;
  readonly mask: (secret: string) => void;
  readonly signal: AbortSignal | undefined;
  readonly retryAfterMs: (header: string | undefined) => number | undefined;
}

type Attempt = (authorization: string | undefined) => Promise<RegistryAnswer>;

export interface Authorizer {
  /** Makes an attempt with what the registry wants; a 401 that is left has been argued with. */
  authorize(scope: Scope, attempt: Attempt): Promise<RegistryAnswer>;
  /** Whether an account was found, for the words of an error. */
  loggedIn(): Promise<boolean>;
}

/**
 * Learns from the first 401 how the registry wants to be asked, and asks like that from then on. Requests that start
 * together do not wait for each other, which would cost a round trip where nobody is asked who they are: each may be
 * challenged, and they share one token. A token allows one scope: `pull` until something is written.
 */
export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const tokens = createTokenCache(options.clock);
  const credentials = rememberCredentials(options);
  let challenge: Challenge = { kind: "unknown" };
  return { authorize, loggedIn: async () => (await credentials()).kind !== "anonymous" };

  async function authorize(scope: Scope, attempt: Attempt): Promise<RegistryAnswer> {
    let authorization = await authorizationFor(scope);
    let answer = await attempt(authorization);
    // Twice: once for a registry that has not been asked yet, and once for a token that has expired or was revoked.
    for (let round = 0; round < 2 && answer.status === 401; round += 1) {
      challenge = parseChallenge(answer.headers["www-authenticate"]);
      // Another token for the same scope would allow as little.
      if (authorization !== undefined && allowsTooLittle(challenge)) {
        // A service that grants only a part of several rights must be asked for each alone.
        if (scope.mountFrom !== undefined) tokens.forget(scope);
        return answer;
      }
      if (authorization?.startsWith("Bearer ") === true) tokens.forget(scope);
      const renewed = await authorizationFor(scope);
      if (renewed === authorization) return answer;
      authorization = renewed;
      answer = await attempt(authorization);
    }
    return answer;
  }

  async function authorizationFor(scope: Scope): Promise<string | undefined> {
    if (challenge.kind === "unknown") return undefined;
    const known = await credentials();
    if (challenge.kind === "basic") {
      return known.kind === "password" ? basicHeader(known.username, known.password) : undefined;
    }
    const request = { ...options, challenge, scope, credentials: known };
    return `Bearer ${await tokens.find(scope, () => requestMasked(request))}`;
  }
}

/** Masks the token before anybody has it. */
async function requestMasked(request: TokenRequest & Pick<AuthorizerOptions, "http" | "mask">): Promise<Token> {
  const fresh = await requestToken(request.http, request);
  request.mask(fresh.text);
  return fresh;
}

function allowsTooLittle(challenge: Challenge): boolean {
  return challenge.kind === "bearer" && challenge.error === "insufficient_scope";
}

/** Looks the credentials up once, and masks the secret before anybody has it. */
function rememberCredentials({ credentials, mask }: AuthorizerOptions): () => Promise<Credentials> {
  let found: Promise<Credentials> | undefined;
  return () => {
    found ??= credentials().then((known) => {
      const secret = secretOf(known);
      if (secret !== undefined) mask(secret);
      return known;
    });
    return found;
  };
}
