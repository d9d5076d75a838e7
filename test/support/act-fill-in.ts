import type { World } from "@fairway/testbed";
import { FAIRWAY } from "./act-fairway.ts";
import type { MirrorRegistry } from "./act-registry.ts";

/** An example as a team has it after filling its own names in, and what its repository's settings hold. */
export interface FilledExample {
  readonly text: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** Names that stand in the examples for a team's own. */
const PLACEHOLDER = /^[^#\n]*(?:OWNER\/|ghcr\.io|example\.com|docker\.io).*$/m;

/**
 * Fills an example in, as text, so that everything else stays as it is copied. Throws when a placeholder is left, or the
 * example reads a secret or variable that is not set here.
 */
export function fillInExample(example: string, world: World, registry: MirrorRegistry): FilledExample {
  const names: Readonly<Record<string, string>> = {
    "OWNER/fairway": FAIRWAY,
    "ghcr.io/acme/shop": world.image,
    "ghcr.io": registry.host,
    "https://staging.example.com": world.apps.staging.url,
    "https://www.example.com": world.apps.production.url,
  };
  const text = Object.entries(names).reduce((done, [name, value]) => done.replaceAll(name, value), example);
  const secrets = { REGISTRY_USERNAME: registry.account.username, REGISTRY_PASSWORD: registry.account.password };
  const variables = { AWS_DEPLOY_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy" };
  const left = PLACEHOLDER.exec(text)?.[0];
  if (left !== undefined)
    throw new Error(`The example still says ${left.trim()}: test/support/act-fill-in.ts has no name for it.`);
  const known = [
    ...Object.keys(secrets).map((name) => `secrets.${name}`),
    ...Object.keys(variables).map((name) => `vars.${name}`),
  ];
  const unknown = (text.match(/\b(?:secrets|vars)\.\w+/g) ?? []).filter(
    (name) => ![...known, "secrets.GITHUB_TOKEN"].includes(name),
  );
  if (unknown.length > 0)
    throw new Error(`The example reads ${unknown.join(", ")}, which test/support/act-fill-in.ts does not set.`);
  return { text, secrets, variables };
}
