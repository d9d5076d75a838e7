import { Octokit } from "@octokit/rest";
import { startGitHub, type GitHubOptions, type GitHubServer, type RepositoryState } from "../github/index.ts";

/** A GitHub with one repository, and the unmodified client of a person who may do everything in it. */
export interface OctokitSession {
  readonly github: GitHubServer;
  readonly repository: RepositoryState;
  readonly octokit: Octokit;
  /** Parameters that every call below the repository takes. */
  readonly here: { readonly owner: string; readonly repo: string };
  /** Another client, with a workflow's token that has these permissions alone. */
  withPermissions(permissions: Record<string, "read" | "write">): Octokit;
  /** Another client, with the token of that person. */
  as(login: string): Octokit;
  /** Another client, with that token or with none. */
  withToken(token: string | undefined): Octokit;
}

/** Opens a session; the caller closes its `github`. */
export async function openOctokitSession(options?: GitHubOptions): Promise<OctokitSession> {
  const github = await startGitHub(options);
  const connect = (token: string | undefined): Octokit =>
    new Octokit({ ...(token === undefined ? {} : { auth: token }), baseUrl: github.url, log: SILENT });
  return {
    github,
    repository: github.repository("acme/shop"),
    octokit: connect(github.token()),
    here: { owner: "acme", repo: "shop" },
    withPermissions: (permissions) => connect(github.token(undefined, permissions)),
    as: (login) => connect(github.token(login)),
    withToken: connect,
  };
}

/** Status, message and error list of an answer that the client throws; undefined when the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<ClientRefusal | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return error as ClientRefusal;
  }
}

export interface ClientRefusal {
  readonly status: number;
  readonly message: string;
  readonly response?: {
    readonly headers: Readonly<Record<string, string>>;
    readonly data: { readonly message: string; readonly status: string; readonly errors?: unknown };
  };
}

const quiet = (): void => undefined;

const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };
