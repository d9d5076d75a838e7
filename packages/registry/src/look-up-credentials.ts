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
  const helped = helper === undefined ? stored : await askCredentialHelper(helper, address.configKey, environment);
  const found = helped.kind === "anonymous" ? stored : helped;
  if (found.kind === "anonymous" && isPrivateEcr(address.host) && hasAwsCredentials(environment)) {
    throw ecrLoginMissing(address.host);
  }
  return found;
}

/** Hosts of Amazon ECR's private registries: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function isPrivateEcr(host: string): boolean {
  return /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(host);
}

function hasAwsCredentials(environment: Readonly<Record<string, string | undefined>>): boolean {
  const names = ["AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
  return names.some((name) => (environment[name] ?? "") !== "");
}

function ecrLoginMissing(host: string): Error {
  return configuration(
    "ECR_LOGIN_MISSING",
    `${host} asks for a login. There are AWS credentials in the environment, but no login made from them in Docker's configuration`,
    "Put aws-actions/amazon-ecr-login after aws-actions/configure-aws-credentials, or name ecr-login under credHelpers in Docker's config.json and install docker-credential-ecr-login.",
  );
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
