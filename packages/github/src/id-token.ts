import { configuration, parseJson, stringMember, upstream, type HttpTransport } from "@fairway/domain";

/** A token by which a job proves to others what it is, and what stands in it. */
export interface IdToken {
  readonly text: string;
  readonly subject: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** Name of the environment that the job runs in; undefined when it names none. */
  readonly environment: string | undefined;
}

export interface IdTokens {
  /** Whether the job has the permission `id-token: write`, without which the runner offers none. */
  readonly offered: boolean;
  request(audience: string): Promise<IdToken>;
}

export interface IdTokenOptions {
  readonly http: HttpTransport;
  readonly signal: AbortSignal;
  /** Called with the token before anybody has it. */
  readonly mask: (secret: string) => void;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const MAX_BYTES = 64 * 1024;

/**
 * The OpenID Connect tokens of the job, from where the runner says that they are given out.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function openIdTokens({ http, signal, mask, environment = process.env }: IdTokenOptions): IdTokens {
  const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
  const offered = url !== "" && bearer !== "";
  return { offered, request };

  async function request(audience: string): Promise<IdToken> {
    if (!offered) throw notOffered();
    const address = new URL(url);
    address.searchParams.set("audience", audience);
    const headers = { accept: "application/json", authorization: `Bearer ${bearer}` };
    const answer = await http.request({ method: "GET", url: address.href, headers, signal });
    const text = stringMember(parseJson(Buffer.from(await answer.bytes(MAX_BYTES)).toString("utf8")), "value");
    if (answer.status !== 200 || text === undefined)
      throw upstream("ID_TOKEN_FAILED", `GitHub answered ${answer.status} to the request for the job's OIDC token`, {
        nextStep: "Run the job again; if it stays, look at https://www.githubstatus.com.",
      });
    mask(text);
    return readToken(text);
  }
}

/** What the payload says. It is not verified: whoever is shown the token does that. */
function readToken(text: string): IdToken {
  const claims = parseJson(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
  const claim = (name: string) => stringMember(claims, name) ?? "";
  return {
    text,
    subject: claim("sub"),
    repository: claim("repository"),
    repositoryId: claim("repository_id"),
    ownerId: claim("repository_owner_id"),
    environment: stringMember(claims, "environment"),
  };
}

function notOffered(): Error {
  return configuration(
    "NO_ID_TOKEN",
    "The job has no permission to ask for an OIDC token",
    "Give the job the permission id-token: write.",
  );
}
