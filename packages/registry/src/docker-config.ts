import { isRecord, member, stringMember } from "@fairway/domain";

import type { Credentials } from "./credentials.ts";

/** Where Docker's configuration says that a registry's credentials are: in the file itself, and behind a helper program. */
export interface ConfiguredCredentials {
  /** Name of a helper: `docker-credential-<name>` is the program. */
  readonly helper: string | undefined;
  readonly stored: Credentials;
}

/**
 * Finds a registry in a parsed `config.json`: `credHelpers` for exactly this host, then `credsStore`, and what `auths` holds.
 * See https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
export function findInDockerConfig(config: unknown, configKey: string): ConfiguredCredentials {
  const helper = stringMember(member(config, "credHelpers"), configKey) ?? stringMember(config, "credsStore");
  return { helper: helper === "" ? undefined : helper, stored: storedFor(member(config, "auths"), configKey) };
}

function storedFor(auths: unknown, configKey: string): Credentials {
  if (!isRecord(auths)) return { kind: "anonymous" };
  const exact = readEntry(member(auths, configKey));
  if (exact.kind !== "anonymous") return exact;
  // Old versions of Docker wrote a URL where today's write the host.
  const legacy = Object.keys(auths).find((key) => key !== configKey && hostOf(key) === hostOf(configKey));
  return legacy === undefined ? exact : readEntry(auths[legacy]);
}

function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, "").replace(/\/(v[12]\/?)?$/, "");
}

function readEntry(entry: unknown): Credentials {
  const registryToken = textOf(entry, "registrytoken");
  if (registryToken !== "") return { kind: "registry-token", token: registryToken };
  const identityToken = textOf(entry, "identitytoken");
  if (identityToken !== "") return { kind: "identity-token", token: identityToken };
  const decoded = Buffer.from(textOf(entry, "auth"), "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  const username = colon > 0 ? decoded.slice(0, colon) : textOf(entry, "username");
  const password = colon > 0 ? decoded.slice(colon + 1) : textOf(entry, "password");
  return username === "" || password === "" ? { kind: "anonymous" } : namedToken(username, password);
}

function textOf(entry: unknown, key: string): string {
  return stringMember(entry, key) ?? "";
}

/** A helper, and some logins, mark an identity token by the user name `<token>`. */
export function namedToken(username: string, secret: string): Credentials {
  if (username === "<token>") return { kind: "identity-token", token: secret };
  return { kind: "password", username, password: secret.replaceAll("\0", "") };
}
