import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

import { configuration, isRecord, parseJson, stringMember } from "@fairway/domain";

import { askCredentialHelper } from "./credential-helper.ts";
import type { Credentials } from "./credentials.ts";
import { findInDockerConfig } from "./docker-config.ts";
import type { RegistryAddress } from "./registry-address.ts";

/**
 * Credentials as `docker` itself would find them: the folder named by DOCKER_CONFIG, or `.docker` in the home folder; a
 * helper first, then what the file holds; nobody when there is nothing. Throws a configuration error for a broken file.
 */
export async function lookUpCredentials(
  address: RegistryAddress,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Credentials> {
  const folder = environment["DOCKER_CONFIG"] ?? "";
  const config = await readConfig(join(folder === "" ? join(homedir(), ".docker") : folder, "config.json"));
  const { helper, stored } = findInDockerConfig(config, address.configKey);
  if (helper === undefined) return stored;
  const helped = await askCredentialHelper(helper, address.configKey, environment);
  return helped.kind === "anonymous" ? stored : helped;
}

async function readConfig(file: string): Promise<unknown> {
  const content = await readText(file);
  if (content === undefined) return {};
  const config = parseJson(content);
  if (isRecord(config)) return config;
  throw configuration(
    "BAD_DOCKER_CONFIG",
    `${file} is not a JSON object, so no credentials can be read from it`,
    "Log in again with docker/login-action, or give the inputs username and password.",
  );
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = stringMember(error, "code") ?? "unknown";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw configuration("BAD_DOCKER_CONFIG", `${file} could not be read (${code})`, "Check its permissions.");
  }
}
