import type { Actor } from "../access.ts";
import type { Repository, RepositoryView, Site } from "../site.ts";

/** One request as a route sees it: path parameters and query decoded, the caller known. */
export interface Call {
  readonly site: Site;
  readonly method: string;
  /** Absolute address of the request without its query; paging links are built on it. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Undefined on the few routes that need no token. */
  readonly actor: Actor | undefined;
  /** Set by the starter-asset fault: the upload breaks off half way. */
  readonly breaksUpload: boolean;
}

/** A request below `/repos/{owner}/{repo}`. */
export interface RepositoryCall extends Call {
  readonly actor: Actor;
  readonly repository: Repository;
  /** What reads answer from. Older than the repository under the stale fault; writes always see the present. */
  readonly view: RepositoryView;
}

/** A path parameter that the route's pattern is known to have. */
export function parameter(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no parameter "${name}"`);
  return value;
}

/** Whether the Accept header asks for a media type that contains the text, for example `raw`. */
export function accepts(call: Call, text: string): boolean {
  return String(call.headers["accept"] ?? "").includes(text);
}
