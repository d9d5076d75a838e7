import { parseJson, parseRetryAfter, member, stringMember } from "@fairway/domain";

import { parseChallenge, type Challenge } from "./challenge.ts";
import { basicHeader, secretOf, type Credentials } from "./credentials.ts";
import type { RegistryAnswer, RegistryRequest, Scope } from "./exchange-types.ts";
import { lookUpCredentials } from "./look-up-credentials.ts";
import type { RegistryOptions } from "./open-registry.ts";
import { addressOf } from "./registry-address.ts";
import { answerError, isTransientStatus, transientAnswer } from "./registry-errors.ts";
import { requestToken } from "./token-service.ts";
import { travel } from "./travel.ts";

/** How a registry lets an account in. */
export type RegistryAccess =
  /** It asks nobody who he is. */
  | { readonly kind: "open" }
  /** It took the user name and the password; what they allow is not told. */
  | { readonly kind: "password" }
  /** Its token service gave a token for what was asked; `granted` is what the token itself says, when it can be read. */
  | { readonly kind: "token"; readonly granted: readonly string[] | undefined };

/**
 * Asks a registry for access to a repository, and does nothing with it: one request without a login, one for a token of the
 * scope, one to show it. A token service may grant less than was asked and say so only in the token.
 * Throws a FairwayError for a registry that cannot be reached or does not let the account in.
 */
export async function probeAccess(options: RegistryOptions, scope: Scope): Promise<RegistryAccess> {
  const registry = addressOf(options.host);
  const route = { http: options.http, registry, signal: options.signal };
  const request: RegistryRequest = { method: "GET", path: "/v2/", scope };
  const first = await travel(route, request, undefined);
  if (first.status === 200) return { kind: "open" };
  const challenge = parseChallenge(first.headers["www-authenticate"]);
  if (first.status !== 401 || challenge.kind === "unknown") throw refused(options, request, first, false);
  const credentials: Credentials =
    options.credentials === undefined
      ? await lookUpCredentials(registry)
      : { kind: "password", ...options.credentials };
  options.mask?.(secretOf(credentials) ?? "");
  const { authorization, access } = await logIn(options, scope, challenge, credentials);
  const second = await travel(route, request, authorization);
  if (second.status !== 200) throw refused(options, request, second, credentials.kind !== "anonymous");
  return access;
}

async function logIn(
  options: RegistryOptions,
  scope: Scope,
  challenge: Exclude<Challenge, { kind: "unknown" }>,
  credentials: Credentials,
): Promise<{ authorization: string | undefined; access: RegistryAccess }> {
  if (challenge.kind === "basic") {
    const authorization =
      credentials.kind === "password" ? basicHeader(credentials.username, credentials.password) : undefined;
    return { authorization, access: { kind: "password" } };
  }
  const token = await requestToken(options.http, {
    challenge,
    scope,
    credentials,
    registry: addressOf(options.host),
    signal: options.signal,
    retryAfterMs: (header) => parseRetryAfter(header, options.clock.now()),
  });
  options.mask?.(token.text);
  return { authorization: `Bearer ${token.text}`, access: { kind: "token", granted: grantedBy(token.text, scope) } };
}

/** The actions on the repository in a token of the form of https://distribution.github.io/distribution/spec/auth/jwt/ */
function grantedBy(token: string, { repository }: Scope): readonly string[] | undefined {
  const claims = parseJson(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
  const access = member(claims, "access");
  if (!Array.isArray(access)) return undefined;
  const own = (access as unknown[]).filter(
    (entry) => stringMember(entry, "type") === "repository" && stringMember(entry, "name") === repository,
  );
  const actions = own.flatMap((entry) => member(entry, "actions"));
  return actions.filter((action) => typeof action === "string");
}

function refused(
  { host, clock }: RegistryOptions,
  request: RegistryRequest,
  answer: RegistryAnswer,
  loggedIn: boolean,
): Error {
  return isTransientStatus(answer.status)
    ? transientAnswer(host, answer, parseRetryAfter(answer.headers["retry-after"], clock.now()))
    : answerError(host, request, answer, loggedIn);
}
