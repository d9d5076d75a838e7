import type { Call } from "./http/call.ts";
import { notAccessible, notFound, Refusal } from "./http/refusal.ts";
import { json, type Reply } from "./http/reply.ts";
import { siteRoute } from "./http/router.ts";
import { ENTERPRISE_VERSION, rateLimit } from "./http/send-reply.ts";
import { presentUser } from "./present.ts";
import { timestamp } from "./timestamp.ts";

/** What is asked outside any repository. https://docs.github.com/rest/meta */
export const siteRoutes = [
  siteRoute("GET /user", "users/users", getUser),
  siteRoute("GET /rate_limit", "rate-limit/rate-limit", getRateLimit),
  siteRoute("GET /meta", "meta/meta", getMeta),
];

/** A workflow's token is no user. */
function getUser(call: Call): Reply {
  if (call.actor === undefined) throw new Refusal(401, "Requires authentication");
  if (call.actor.permissions !== undefined) throw notAccessible("");
  const since = timestamp(call.site.now());
  return json({
    ...presentUser(call.site, call.actor.login),
    name: call.actor.login,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: call.site.repositories.size,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  });
}

function getRateLimit(call: Call): Reply {
  if (call.site.kind === "enterprise-server") throw notFound("Rate limiting is not enabled.");
  const core = rateLimit(call.actor, call.site.now());
  const idle = rateLimit(undefined, call.site.now());
  return json({ resources: { core, search: idle, graphql: idle }, rate: core });
}

function getMeta(call: Call): Reply {
  const host = new URL(call.site.addresses.server).hostname;
  return json({
    ...(call.site.kind === "enterprise-server" && { installed_version: ENTERPRISE_VERSION }),
    verifiable_password_authentication: false,
    domains: { website: [host] },
    actions: [],
    hooks: [],
    web: [],
    api: [],
    git: [],
  });
}
