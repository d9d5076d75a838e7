import { listen } from "@fairway/testbed";

export interface ActIdTokens {
  /** What the runner gives to the steps of a job that has `id-token: write`. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Gives out what act does not: OpenID Connect tokens of jobs. They are not signed, and say nothing of an environment, which
 * act does not know.
 */
export async function serveIdTokens(repository: string): Promise<ActIdTokens> {
  const server = await listen(({ path }, response) => {
    const aud = new URL(path, "http://localhost").searchParams.get("audience");
    const sub = `repo:${repository}:ref:refs/heads/main`;
    const parts = [{ alg: "none" }, { aud, sub, repository, repository_id: "2", repository_owner_id: "1" }, {}];
    const value = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    response.end(JSON.stringify({ value }));
  });
  const variables = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner-s-own-token",
  };
  return { variables, close: () => server.close() };
}
