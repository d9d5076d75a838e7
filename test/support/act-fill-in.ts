import { renderWorkflow } from "@fairway/repo-tools";
import type { World } from "@fairway/testbed";
import { FAIRWAY } from "./act-fairway.ts";
import type { MirrorRegistry } from "./act-registry.ts";

/** An example as a team has it after filling its own names in, and what its repository's settings hold. */
export interface FilledExample {
  readonly text: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** Names that stand in the examples for a team's own, where they are no comment. */
const PLACEHOLDER = /^[^#\n]*(?:OWNER\/|ghcr\.io|docker\.io|example\.com).*$/m;

/** Keys of a team that has no OIDC; the embedded ECS takes any. */
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAOFATEAMWITHOUT00", AWS_SECRET_ACCESS_KEY: "a-key-that-opens-nothing" };

/**
 * Fills an example in, as text, so that everything else stays as it is copied. Throws when a placeholder is left, or the
 * example reads a secret or variable that is not set here.
 */
export function fillInExample(example: string, world: World, registry: MirrorRegistry): FilledExample {
  const names: Readonly<Record<string, string>> = {
    "ghcr.io/acme/shop": world.image,
    "ghcr.io": registry.host,
    "https://staging.example.com": world.apps.staging.url,
    "https://www.example.com": world.apps.production.url,
  };
  const own = renderWorkflow(example, FAIRWAY);
  const text = Object.entries(names).reduce((done, [name, value]) => done.replaceAll(name, value), own);
  const secrets = {
    REGISTRY_USERNAME: registry.account.username,
    REGISTRY_PASSWORD: registry.account.password,
    ...KEYS,
  };
  const variables = { AWS_DEPLOY_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy" };
  const left = [...placeholdersIn(text), ...unsetIn(text, secrets, variables)];
  if (left.length > 0) throw new Error(`test/support/act-fill-in.ts has nothing for this: ${left.join(", ")}`);
  return { text, secrets, variables };
}

function placeholdersIn(text: string): string[] {
  const line = PLACEHOLDER.exec(text)?.[0];
  return line === undefined ? [] : [line.trim()];
}

function unsetIn(text: string, secrets: object, variables: object): string[] {
  const set = new Set(["GITHUB_TOKEN", ...Object.keys(secrets)].map((name) => `secrets.${name}`));
  for (const name of Object.keys(variables)) set.add(`vars.${name}`);
  return (text.match(/\b(?:secrets|vars)\.\w+/g) ?? []).filter((name) => !set.has(name));
}
