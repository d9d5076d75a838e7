import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Actor } from "../access.ts";
import type { SiteKind } from "../site.ts";
import type { Refusal } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";

export interface Envelope {
  readonly requestHeaders: IncomingHttpHeaders;
  readonly actor: Actor | undefined;
  readonly now: Date;
  readonly requestId: string;
  readonly kind: SiteKind;
}

/** One that has neither digests of assets nor immutable releases, and counts no requests unless its owner wants it. */
export const ENTERPRISE_VERSION = "3.16.0";

const HOURLY_LIMIT = 5000;
const HOUR_SECONDS = 3600;

/** Writes a reply with the headers that every answer of GitHub carries. Node keeps the body from a HEAD request. */
export function sendReply(response: ServerResponse, reply: Reply, envelope: Envelope): void {
  const body = bodyOf(reply);
  const headers = { ...commonHeaders(envelope), ...contentHeaders(reply, body), ...reply.headers };
  const tag = headers["etag"];
  const unchanged = tag !== undefined && reply.status === 200 && envelope.requestHeaders["if-none-match"] === tag;
  response.sendDate = false;
  response.writeHead(unchanged ? 304 : reply.status, headers);
  response.end(unchanged ? undefined : body);
}

/** The body that GitHub gives an error. The status is in it as text. */
export function refusalReply(refusal: Refusal, documentation: string): Reply {
  const { status, message, errors, headers } = refusal;
  const documentationUrl = `https://docs.github.com/rest${documentation === "" ? "" : `/${documentation}`}`;
  const body = {
    message,
    ...(errors.length === 0 ? {} : { errors }),
    documentation_url: documentationUrl,
    status: String(status),
  };
  return json(body, status, { ...headers });
}

/** What is left of the hourly limit. It is counted and shown, and never enforced: tests would meet it by chance. */
export function rateLimit(
  actor: Actor | undefined,
  now: Date,
): { limit: number; used: number; remaining: number; reset: number } {
  const used = Math.min(actor?.used ?? 0, HOURLY_LIMIT);
  const hour = Math.floor(now.getTime() / 1000 / HOUR_SECONDS);
  return { limit: HOURLY_LIMIT, used, remaining: HOURLY_LIMIT - used, reset: (hour + 1) * HOUR_SECONDS };
}

function bodyOf(reply: Reply): Buffer | undefined {
  if (reply.body === undefined) return undefined;
  return Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(JSON.stringify(reply.body));
}

function commonHeaders(envelope: Envelope): Record<string, string> {
  const { now, actor, requestId, kind } = envelope;
  return {
    ...(kind === "github.com" ? limitHeaders(envelope) : { "x-github-enterprise-version": ENTERPRISE_VERSION }),
    date: now.toUTCString(),
    "x-github-request-id": requestId,
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    ...(actor !== undefined && actor.permissions === undefined ? { "x-oauth-scopes": "repo, workflow" } : {}),
  };
}

function limitHeaders({ actor, now }: Envelope): Record<string, string> {
  const limit = rateLimit(actor, now);
  return {
    "x-ratelimit-limit": String(limit.limit),
    "x-ratelimit-remaining": String(limit.remaining),
    "x-ratelimit-used": String(limit.used),
    "x-ratelimit-reset": String(limit.reset),
    "x-ratelimit-resource": "core",
  };
}

function contentHeaders(reply: Reply, body: Buffer | undefined): Record<string, string> {
  if (body === undefined) return reply.status === 204 ? {} : { "content-length": "0" };
  const type = Buffer.isBuffer(reply.body) ? {} : { "content-type": "application/json; charset=utf-8" };
  const etag = reply.status === 200 ? { etag: `W/"${createHash("sha256").update(body).digest("hex")}"` } : {};
  return { ...type, ...etag, "content-length": String(body.length) };
}
