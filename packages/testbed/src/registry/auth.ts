import { randomUUID } from "node:crypto";
import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import { refusal } from "./refusal.ts";
import type { RoutedRequest } from "./route.ts";

export type RegistryAuth =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly username: string; readonly password: string };

export interface Gate {
  /** The refusal of a request that may not pass, or nothing. */
  check(routed: RoutedRequest): Answer | undefined;
  /** The token endpoint of the bearer flow. */
  token(routed: RoutedRequest): Answer;
}

interface Grant {
  readonly scopes: ReadonlySet<string>;
  readonly until: number;
}

const TOKEN_SECONDS = 300;

/**
 * Guards the registry by Basic credentials or by the token flow of
 * https://distribution.github.io/distribution/spec/auth/token/ . Tokens live for five minutes.
 */
export function createGate(auth: RegistryAuth, now: () => number): Gate {
  const grants = new Map<string, Grant>();
  return { check, token };

  function check(routed: RoutedRequest): Answer | undefined {
    if (auth.kind === "none" || routed.route.kind === "token") return undefined;
    if (auth.kind === "basic") {
      return hasBasic(routed.request, auth) ? undefined : challenge('Basic realm="embedded registry"');
    }
    return checkGrant(routed.request, neededScopes(routed));
  }

  function checkGrant(request: RecordedRequest, needed: readonly string[]): Answer | undefined {
    const grant = grants.get(/^Bearer (.+)$/u.exec(request.headers.authorization ?? "")?.[1] ?? "");
    if (grant === undefined || grant.until < now()) return challenge(bearer(request, needed));
    if (needed.every((scope) => grant.scopes.has(scope))) return undefined;
    return challenge(`${bearer(request, needed)},error="insufficient_scope"`);
  }

  function token({ request, query }: RoutedRequest): Answer {
    if (auth.kind !== "bearer") return refusal(404, "UNSUPPORTED", "this registry issues no tokens");
    const form = request.method === "POST" ? new URLSearchParams(request.body.toString("utf8")) : query;
    const allowed = request.method === "POST" ? hasForm(form, auth) : hasBasic(request, auth);
    if (!allowed) return refusal(401, "UNAUTHORIZED", "incorrect username or password");
    const id = randomUUID();
    const scopes = form.getAll("scope").flatMap((scope) => scope.split(" ").flatMap(single));
    grants.set(id, { scopes: new Set(scopes), until: now() + TOKEN_SECONDS * 1000 });
    const body = JSON.stringify({ token: id, access_token: id, expires_in: TOKEN_SECONDS });
    return { status: 200, headers: { "content-type": "application/json" }, body };
  }
}

/** `repository:name:pull,push` is two permissions. */
function single(scope: string): string[] {
  const parts = /^(.*):([^:]*)$/u.exec(scope);
  return (parts?.[2] ?? "").split(",").map((action) => `${parts?.[1] ?? ""}:${action}`);
}

function neededScopes({ request, route, query }: RoutedRequest): string[] {
  if (!("name" in route)) return [];
  const from = query.get("from");
  const source = route.kind === "upload" && from !== null ? [`repository:${from}:pull`] : [];
  const own = actionsOf(request.method).map((action) => `repository:${route.name}:${action}`);
  return [...own, ...source];
}

function actionsOf(method: string): readonly string[] {
  if (method === "GET" || method === "HEAD") return ["pull"];
  return method === "DELETE" ? ["delete"] : ["pull", "push"];
}

function bearer(request: RecordedRequest, needed: readonly string[]): string {
  const realm = `http://${request.headers.host ?? "localhost"}/token`;
  const grouped = Map.groupBy(needed, (scope) => scope.slice(0, scope.lastIndexOf(":")));
  const scope = [...grouped].map(([name, all]) => `${name}:${all.map((one) => one.slice(name.length + 1)).join(",")}`);
  return `Bearer realm="${realm}",service="embedded-registry"${scope.length === 0 ? "" : `,scope="${scope.join(" ")}"`}`;
}

function challenge(header: string): Answer {
  const answer = refusal(401, "UNAUTHORIZED", "authentication required");
  return { ...answer, headers: { ...answer.headers, "www-authenticate": header } };
}

interface Account {
  readonly username: string;
  readonly password: string;
}

function hasBasic(request: RecordedRequest, { username, password }: Account): boolean {
  const encoded = /^Basic (.+)$/iu.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return Buffer.from(encoded, "base64").toString("utf8") === `${username}:${password}`;
}

function hasForm(form: URLSearchParams, { username, password }: Account): boolean {
  return form.get("username") === username && form.get("password") === password;
}
