import { spawn } from "node:child_process";

import { configuration, parseJson, stringMember, upstream } from "@fairway/domain";

import type { Credentials } from "./credentials.ts";
import { namedToken } from "./docker-config.ts";

const HELPER_TIMEOUT_MS = 30_000;
const MAX_OUTPUT_CHARACTERS = 256 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Asks `docker-credential-<name>` for a registry's credentials. "Not found" is nobody; a helper that is missing, fails or
 * talks nonsense is an error, since going on without credentials would hide it.
 * Protocol: https://github.com/docker/docker-credential-helpers#development
 */
export async function askCredentialHelper(
  name: string,
  configKey: string,
  environment: Environment,
): Promise<Credentials> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
    throw configuration("BAD_CREDENTIAL_HELPER", `"${name.slice(0, 64)}" is not the name of a credential helper`);
  }
  const program = `docker-credential-${name}`;
  const { exitCode, output } = await run(program, configKey, environment);
  if (exitCode !== 0) {
    if (/not found/i.test(output)) return { kind: "anonymous" };
    throw failed(program, `it ended with ${exitCode}: ${output.trim().slice(0, 200)}`);
  }
  const answer = parseJson(output);
  const username = stringMember(answer, "Username");
  const secret = stringMember(answer, "Secret");
  // What it printed may hold a secret in a broken frame, so it is not repeated.
  if (username === undefined || secret === undefined) throw failed(program, "its answer has no Username and Secret");
  return secret === "" ? { kind: "anonymous" } : namedToken(username, secret);
}

/** Helpers read their own settings from the environment (AWS_PROFILE, GOOGLE_APPLICATION_CREDENTIALS), so all of it is passed. */
function run(program: string, configKey: string, env: Environment): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    // spawn's own timeout would keep the process alive after a program that could not be started.
    const signal = AbortSignal.timeout(HELPER_TIMEOUT_MS);
    const child = spawn(program, ["get"], { env, stdio: ["pipe", "pipe", "ignore"], signal });
    let output = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text: string) => {
      if (output.length < MAX_OUTPUT_CHARACTERS) output += text;
    });
    child.on("error", (error) => reject(failed(program, "it could not be started, or did not end in 30 s", error)));
    child.on("close", (code) => resolve({ exitCode: code ?? -1, output }));
    // A helper that ends without reading gives a broken pipe here; its exit code tells more.
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${configKey}\n`);
  });
}

function failed(program: string, reason: string, cause?: unknown): Error {
  return upstream("CREDENTIAL_HELPER_FAILED", `${program} gave no credentials: ${reason}`, {
    nextStep: "Correct credHelpers or credsStore in Docker's config.json, or give the inputs username and password.",
    cause,
  });
}
