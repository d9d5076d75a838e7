import type { AwsCredentials } from "./model.ts";
import type { SenderOptions } from "./sender.ts";
import { trustedEndpoint } from "./trusted-endpoint.ts";

/** A key or token of AWS has 40 characters or more; anything much shorter stands there for a test. */
const MIN_LENGTH = 16;

/** The last step of a request, which every try of it passes. */
const LAST = { step: "finalizeRequest", priority: "low" } as const;

interface Client {
  readonly middlewareStack: {
    add(middleware: typeof trustedEndpoint, options: typeof LAST & { readonly name: string }): void;
  };
}

interface SigningClient extends Client {
  readonly config: { readonly credentials: () => Promise<AwsCredentials> };
}

/** Lets a client send nothing over plain http or to a server that is not trusted. */
export function requireTrust(client: Client): void {
  client.middlewareStack.add(trustedEndpoint, { ...LAST, name: "trustedEndpoint" });
}

/**
 * Lets a client send nothing over plain http or to a server that is not trusted, and nothing before the credentials that it
 * signs with are masked, wherever the SDK got them from.
 */
export function guardClient(client: SigningClient, { mask }: Pick<SenderOptions, "mask">): void {
  requireTrust(client);
  if (mask === undefined) return;
  let masked: AwsCredentials | undefined;
  const maskFirst: typeof trustedEndpoint = (next) => async (args) => {
    const credentials = await client.config.credentials();
    if (credentials.secretAccessKey !== masked?.secretAccessKey) maskCredentials(credentials, mask);
    masked = credentials;
    return next(args);
  };
  client.middlewareStack.add(maskFirst, { ...LAST, name: "maskCredentials" });
}

/** Masks what is secret in credentials. */
export function maskCredentials(
  { secretAccessKey, sessionToken = "" }: AwsCredentials,
  mask: (secret: string) => void,
) {
  for (const secret of [secretAccessKey, sessionToken]) if (secret.length >= MIN_LENGTH) mask(secret);
}
