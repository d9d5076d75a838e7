import { listen, type LoopbackServer } from "../loopback-server.ts";
import { createSite, openRepository } from "./create-site.ts";
import { createDispatch } from "./dispatch.ts";
import type { Fault } from "./faults.ts";
import { createRepositoryState, type RepositoryState } from "./repository-state.ts";
import type { SiteKind } from "./site.ts";
import { siteSnapshot } from "./snapshot.ts";

export interface GitHubOptions {
  /** Any free port unless told. */
  readonly port?: number;
  /** The system's time unless told. */
  readonly now?: () => Date;
  /** github.com unless told. */
  readonly kind?: SiteKind;
  /** What addresses for people begin with; the server's own address unless told, and then asset downloads work there. */
  readonly serverUrl?: string;
}

export interface GitHubServer extends LoopbackServer {
  /** Of the API: where the server listens, and `/api/v3` below that on Enterprise Server. */
  readonly url: string;
  /** What addresses for people begin with. */
  readonly serverUrl: string;
  /** The repository of that `owner/name`, made with one commit on `main` when it is first named. */
  repository(fullName: string): RepositoryState;
  /** A token that works: a person's without permissions, a workflow's with them. */
  token(login?: string, permissions?: Record<string, "read" | "write">): string;
  /** Lets the next requests that match meet a fault. */
  inject(fault: Fault): void;
  /** Refs, commits, tags, releases, runs and deployments of every repository as plain JSON. */
  snapshot(): unknown;
}

/** Starts a GitHub of its own on loopback. Nothing outlives `close()`. https://docs.github.com/rest */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubServer> {
  const { kind = "github.com" } = options;
  const site = createSite(options.now ?? (() => new Date()), kind);
  const server = await listen(createDispatch(site), options.port ?? 0);
  site.addresses.root = server.url;
  site.addresses.api = kind === "github.com" ? server.url : `${server.url}/api/v3`;
  site.addresses.server = options.serverUrl ?? server.url;
  return {
    ...server,
    url: site.addresses.api,
    serverUrl: site.addresses.server,
    repository: (fullName) => createRepositoryState(openRepository(site, fullName)),
    token: (login, permissions) => site.access.issue(login, permissions),
    inject: (fault) => site.faults.inject(fault),
    snapshot: () => siteSnapshot(site),
  };
}
