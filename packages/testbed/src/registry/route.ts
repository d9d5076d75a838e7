import type { RecordedRequest } from "../loopback-server.ts";

export type Route =
  | { readonly kind: "base" }
  | { readonly kind: "token" }
  | { readonly kind: "catalog" }
  | { readonly kind: "unknown" }
  | { readonly kind: "manifest"; readonly name: string; readonly reference: string }
  | { readonly kind: "blob"; readonly name: string; readonly digest: string }
  | { readonly kind: "upload"; readonly name: string; readonly session: string | undefined }
  | { readonly kind: "tags"; readonly name: string }
  | { readonly kind: "referrers"; readonly name: string; readonly digest: string };

export interface RoutedRequest {
  readonly request: RecordedRequest;
  readonly route: Route;
  readonly query: URLSearchParams;
}

const NAME = "(?<name>[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)";
const PATTERNS = {
  upload: new RegExp(`^/v2/${NAME}/blobs/uploads/(?<last>[^/]*)$`, "u"),
  blob: new RegExp(`^/v2/${NAME}/blobs/(?<last>sha256:[0-9a-f]{64})$`, "u"),
  manifest: new RegExp(`^/v2/${NAME}/manifests/(?<last>[^/]+)$`, "u"),
  tags: new RegExp(`^/v2/${NAME}/tags/list$`, "u"),
  referrers: new RegExp(`^/v2/${NAME}/referrers/(?<last>[^/]+)$`, "u"),
} as const;

/** Reads what a request asks of the distribution API from its path. */
export function routeRequest(request: RecordedRequest): RoutedRequest {
  const url = new URL(request.path, "http://registry.invalid");
  return { request, route: routeOf(decodeURIComponent(url.pathname)), query: url.searchParams };
}

function routeOf(path: string): Route {
  if (path === "/v2/" || path === "/v2") return { kind: "base" };
  if (path === "/v2/_catalog") return { kind: "catalog" };
  if (path === "/token") return { kind: "token" };
  return namedRoute(path) ?? { kind: "unknown" };
}

function namedRoute(path: string): Route | undefined {
  for (const kind of ["upload", "blob", "manifest", "tags", "referrers"] as const) {
    const groups = PATTERNS[kind].exec(path)?.groups;
    if (groups !== undefined) return withName(kind, groups["name"] ?? "", groups["last"] ?? "");
  }
  return undefined;
}

function withName(kind: keyof typeof PATTERNS, name: string, last: string): Route {
  switch (kind) {
    case "upload":
      return { kind, name, session: last === "" ? undefined : last };
    case "blob":
    case "referrers":
      return { kind, name, digest: last };
    case "manifest":
      return { kind, name, reference: last };
    case "tags":
      return { kind, name };
  }
}
