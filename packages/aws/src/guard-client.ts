import type { AwsCredentials } from "./model.ts";
import type { SenderOptions } from "./sender.ts";
import { trustedEndpoint } from "./trusted-endpoint.ts";

/** A key or token of AWS has 40 characters or more; anything much shorter stands there for a test. */
const MIN_LENGTH = 16;

interface GuardedClient {
  readonly config: { readonly credentials: () => Promise<AwsCredentials> };
  readonly middlewareStack: {
    add(middleware: typeof trustedEndpoint, options: { step: "finalizeRequest"; priority: "low"; name: string }): void;
  };
}

/**
 * Lets a client send nothing over plain http or to a server that is not trusted, and nothing before the credentials that it
 * signs with are masked, wherever the SDK got them from.
 */
export function guardClient(client: GuardedClient, { mask }: Pick<SenderOptions, "mask">): void {
  const last = { step: "finalizeRequest", priority: "low" } as const;
  client.middlewareStack.add(trustedEndpoint, { ...last, name: "trustedEndpoint" });
  if (mask === undefined) return;
  let masked: AwsCredentials | undefined;
  const maskFirst: typeof trustedEndpoint = (next) => async (args) => {
    const credentials = await client.config.credentials();
    if (credentials.secretAccessKey !== masked?.secretAccessKey) maskCredentials(credentials, mask);
    masked = credentials;
    return next(args);
  };
  client.middlewareStack.add(maskFirst, { ...last, name: "maskCredentials" });
}

/** Masks what is secret in credentials. */
export function maskCredentials(
  { secretAccessKey, sessionToken = "" }: AwsCredentials,
  mask: (secret: string) => void,
) {
  for (const secret of [secretAccessKey, sessionToken]) if (secret.length >= MIN_LENGTH) mask(secret);
}
