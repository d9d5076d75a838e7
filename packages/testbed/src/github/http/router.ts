import type { Call, RepositoryCall } from "./call.ts";
import type { Reply } from "./reply.ts";

interface RouteShape {
  readonly method: string;
  readonly pattern: RegExp;
  /** GitHub's notation, alternatives apart by "; ": `contents=write; contents=write,workflows=write`. Empty: none needed. */
  readonly permissions: string;
  /** Path of the page below docs.github.com/rest that describes the route's family. */
  readonly documentation: string;
}

export type Route =
  | (RouteShape & { readonly kind: "repository"; readonly answer: (call: RepositoryCall) => Reply })
  | (RouteShape & { readonly kind: "site"; readonly answer: (call: Call) => Reply });

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type RepositoryEntry = readonly [
  signature: string,
  permissions: string,
  answer: (call: RepositoryCall) => Reply,
];

/**
 * Routes below `/repos/{owner}/{repo}`. A signature is `METHOD /path`; `{name}` stands for one segment, `{name+}` for
 * the rest of the path, slashes included. The first route that matches wins, so the longer pattern goes first.
 */
export function repositoryRoutes(documentation: string, entries: readonly RepositoryEntry[]): Route[] {
  return entries.map((entry) => repositoryRoute("", documentation, entry));
}

/** The same below the address for uploads, which is another host on github.com and another path on a server of one's own. */
export function uploadRoutes(documentation: string, entries: readonly RepositoryEntry[]): Route[] {
  return entries.map((entry) => repositoryRoute("/api/uploads", documentation, entry));
}

/** A route outside any repository. */
export function siteRoute(signature: string, documentation: string, answer: (call: Call) => Reply): Route {
  const [method = "", path = ""] = signature.split(" ");
  return { kind: "site", method, pattern: compile(path), permissions: "", documentation, answer };
}

/** The first route that answers the method and the raw (still percent-encoded) path, with its decoded parameters. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  for (const route of routes) {
    const groups = route.method === method ? route.pattern.exec(path)?.groups : undefined;
    if (groups === undefined) continue;
    const params = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
    return { route, params };
  }
  return undefined;
}

function repositoryRoute(prefix: string, documentation: string, entry: RepositoryEntry): Route {
  const [signature, permissions, answer] = entry;
  const [method = "", path = ""] = signature.split(" ");
  const pattern = compile(`${prefix}/repos/{owner}/{repo}${path}`);
  return { kind: "repository", method, pattern, permissions, documentation, answer };
}

function compile(path: string): RegExp {
  const source = path
    .replaceAll(".", String.raw`\.`)
    .replaceAll(/\{(\w+)\+\}/g, "(?<$1>.+)")
    .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^(?<_>)${source}/?$`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
