import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { RecordedRequest } from "../loopback-server.ts";
import { requirePermission, type Actor } from "./access.ts";
import { findRepository } from "./create-site.ts";
import type { Fault } from "./faults.ts";
import type { Call } from "./http/call.ts";
import { notAccessible, notFound, Refusal } from "./http/refusal.ts";
import { json, type Reply } from "./http/reply.ts";
import { findRoute, type Match } from "./http/router.ts";
import { refusalReply, sendReply } from "./http/send-reply.ts";
import { routes } from "./routes.ts";
import type { Repository, RepositoryView, Site } from "./site.ts";

/** Where the bytes of assets are, for anybody. */
const DOWNLOADS = String.raw`asset-storage/.*|[^/]+/[^/]+/releases/(?:latest/)?download/.*`;
const NEEDS_NO_TOKEN = new RegExp(`^/(?:meta|rate_limit|${DOWNLOADS})$`);

/** What Enterprise Server has beside its API. */
const NOT_OF_THE_API = new RegExp(`^/(?:api/uploads/.*|${DOWNLOADS})$`);

/** Answers one request to the site: faults first, then the token, the route, the permission, the route's own rules. */
export function createDispatch(site: Site): (request: RecordedRequest, response: ServerResponse) => Promise<void> {
  let served = 0;
  return async (request, response) => {
    served += 1;
    const arrival = readArrival(site, request);
    const faults = site.faults.meet(arrival.method, arrival.readable);
    for (const fault of faults) if (fault.kind === "delay") await pause(fault.ms);
    const fault = faults.find((one) => one.kind !== "delay");
    if (fault?.kind === "drop") {
      response.destroy();
      return;
    }
    const { reply, actor } = answer(site, arrival, fault);
    if (fault?.kind === "lost-answer") {
      response.destroy();
      return;
    }
    const requestId = `FA1R:${served.toString(16).padStart(6, "0").toUpperCase()}`;
    sendReply(response, reply, {
      requestHeaders: request.headers,
      actor,
      now: site.now(),
      requestId,
      kind: site.kind,
    });
  };
}

interface Arrival {
  readonly request: RecordedRequest;
  readonly method: string;
  /** Still encoded, without the prefix that Enterprise Server has; empty where the site has nothing. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query decoded, for faults to match. */
  readonly readable: string;
  readonly address: string;
}

function readArrival(site: Site, request: RecordedRequest): Arrival {
  const [whole = "", search = ""] = request.path.split("?", 2);
  const below = whole.replace(/^\/api\/v3(?=\/)/, "");
  const path = site.kind === "enterprise-server" && below === whole && !NOT_OF_THE_API.test(whole) ? "" : below;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const address = `${site.addresses.root}${whole}`;
  return {
    request,
    method,
    path,
    query: new URLSearchParams(search),
    readable: readableText(`${path}?${search}`),
    address,
  };
}

function readableText(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\?$/, ""));
  } catch {
    return text;
  }
}

interface Answer {
  readonly reply: Reply;
  readonly actor: Actor | undefined;
}

function answer(site: Site, arrival: Arrival, fault: Fault | undefined): Answer {
  const match = findRoute(routes, arrival.method, arrival.path);
  let actor: Actor | undefined;
  try {
    const injected = injectedReply(fault);
    if (injected !== undefined) return { reply: injected, actor };
    actor = admitted(site, arrival);
    if (match === undefined) throw notFound();
    return { reply: routed(site, arrival, { match, actor, fault }), actor };
  } catch (error) {
    if (error instanceof Refusal) return { reply: refusalReply(error, match?.route.documentation ?? ""), actor };
    throw error;
  }
}

/** The caller; asking for the limit does not count against it. */
function admitted(site: Site, { request, path }: Arrival): Actor | undefined {
  const actor = site.access.identify(request.headers);
  if (actor === undefined && !NEEDS_NO_TOKEN.test(path)) throw new Refusal(401, "Requires authentication");
  if (actor !== undefined && path !== "/rate_limit") actor.used += 1;
  return actor;
}

function injectedReply(fault: Fault | undefined): Reply | undefined {
  if (fault?.kind === "status")
    return json(fault.body ?? { message: "Server Error" }, fault.status, { ...fault.headers });
  if (fault?.kind === "workflow-permission") throw notAccessible("contents=write; contents=write,workflows=write");
  if (fault?.kind !== "secondary-limit") return undefined;
  const headers = { "retry-after": String(fault.retryAfterSeconds ?? 60) };
  const message =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. " +
    "If you reach out to GitHub Support for help, please include the request ID.";
  throw new Refusal(fault.status ?? 403, message, { headers });
}

interface Context {
  readonly match: Match;
  readonly actor: Actor | undefined;
  readonly fault: Fault | undefined;
}

function routed(site: Site, arrival: Arrival, { match, actor, fault }: Context): Reply {
  const { route, params } = match;
  const { method, address, query, request } = arrival;
  const breaksUpload = fault?.kind === "starter-asset";
  const call: Call = {
    site,
    method,
    address,
    params,
    query,
    headers: request.headers,
    body: request.body,
    actor,
    breaksUpload,
  };
  if (route.kind === "site") return route.answer(call);
  const repository = findRepository(site, `${params["owner"]}/${params["repo"]}`);
  if (repository === undefined || actor === undefined) throw notFound();
  requirePermission(actor, route.permissions);
  const reply = route.answer({ ...call, actor, repository, view: viewFor(repository, fault) });
  const named = actor.permissions !== undefined && route.permissions !== "";
  return named
    ? { ...reply, headers: { ...reply.headers, "x-accepted-github-permissions": route.permissions } }
    : reply;
}

function viewFor(repository: Repository, fault: Fault | undefined): RepositoryView {
  if (fault?.kind !== "stale") return repository.view();
  return repository.viewBefore(
    fault.ms === undefined ? { kind: "writes", writes: fault.writes ?? 1 } : { kind: "ms", ms: fault.ms },
  );
}
