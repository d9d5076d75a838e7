import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { notAccessible, Refusal } from "./http/refusal.ts";

/** Who a token speaks for. */
export interface Actor {
  readonly login: string;
  /** Undefined for a person's token, which may do everything; a workflow's token carries its job's permissions. */
  readonly permissions: Readonly<Record<string, "read" | "write">> | undefined;
  /** Requests counted against the hourly limit so far. */
  used: number;
}

export interface Access {
  /** A token that works until the server closes. */
  issue(login: string | undefined, permissions: Record<string, "read" | "write"> | undefined): string;
  /** The caller, or undefined when no credentials were sent; throws 401 for credentials that are not known. */
  identify(headers: IncomingHttpHeaders): Actor | undefined;
}

const WORKFLOW_LOGIN = "github-actions[bot]";
const PERSON_LOGIN = "release-manager";

/** The known tokens. Their text is derived from a counter, so a world that is set up the same way has the same tokens. */
export function createAccess(): Access {
  const actors = new Map<string, Actor>();
  return {
    issue(login, permissions) {
      const digest = createHash("sha256").update(`token ${actors.size}`).digest("hex").slice(0, 36);
      const token = `${permissions === undefined ? "ghp" : "ghs"}_${digest}`;
      const name = login ?? (permissions === undefined ? PERSON_LOGIN : WORKFLOW_LOGIN);
      actors.set(token, { login: name, permissions, used: 0 });
      return token;
    },
    identify(headers) {
      const token = tokenOf(headers.authorization);
      if (token === undefined) return undefined;
      const actor = actors.get(token);
      if (actor === undefined) throw new Refusal(401, "Bad credentials");
      return actor;
    },
  };
}

/**
 * Throws 403 unless the actor holds every permission of one of the alternatives. `metadata=read` is always held.
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps
 */
export function requirePermission(actor: Actor, alternatives: string): void {
  if (!mayDo(actor, alternatives)) throw notAccessible(alternatives);
}

/** Whether the actor holds every permission of one of the alternatives. */
export function mayDo(actor: Actor, alternatives: string): boolean {
  const { permissions } = actor;
  if (permissions === undefined || alternatives === "") return true;
  return alternatives.split("; ").some((set) => set.split(",").every((wanted) => holds(permissions, wanted)));
}

function holds(permissions: Readonly<Record<string, "read" | "write">>, wanted: string): boolean {
  const [name = "", level] = wanted.split("=");
  if (wanted === "metadata=read") return true;
  const held = permissions[name];
  return held === "write" || (held === "read" && level === "read");
}

function tokenOf(header: string | undefined): string | undefined {
  const [scheme = "", credentials = ""] = (header ?? "").split(" ");
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return credentials;
    case "basic":
      return Buffer.from(credentials, "base64").toString("utf8").split(":").slice(1).join(":");
    default:
      return undefined;
  }
}
