import type { World } from "@fairway/testbed";
import { readRecords, type DeploymentRecords } from "./deployment-records.ts";
import type { WorldPart } from "./fault.ts";

/** What a deployment can move, part by part, as plain data that can be compared. */
export type WorldPicture = Readonly<Record<WorldPart, unknown>> & {
  readonly staging: Serving;
  readonly production: Serving;
  readonly releases: readonly ReleaseFact[];
  readonly "image-tags": Readonly<Record<string, string>>;
  readonly "floating-tags": Readonly<Record<string, string>>;
  readonly "git-tags": Readonly<Record<string, string>>;
  /** Per environment, whether its lease is held. No part of what is deployed, but none may be left behind. */
  readonly leases: Readonly<Record<string, "held" | "free">>;
  /** Per environment, what its deployment records say. No part of what is deployed either. */
  readonly records: Readonly<Record<string, DeploymentRecords>>;
};

/** What one environment runs, and what its application answers. */
export interface Serving {
  readonly images: readonly string[];
  readonly answer: { readonly status: number; readonly version: string | undefined };
}

export interface ReleaseFact {
  readonly tag: string;
  readonly kind: "draft" | "prerelease" | "release";
  readonly latest: boolean;
  readonly assets: readonly string[];
}

/** Only these tags may ever move. */
const FLOATING_TAGS: ReadonlySet<string> = new Set(["latest"]);

/** Reads everything that a deployment can move out of the world, past its faults. */
export async function takePicture(world: World): Promise<WorldPicture> {
  const { registry } = world.snapshot();
  const tags = Object.entries(registry[world.repository.fullName]?.tags ?? {});
  return {
    "image-tags": Object.fromEntries(tags.filter(([tag]) => !FLOATING_TAGS.has(tag))),
    "floating-tags": Object.fromEntries(tags.filter(([tag]) => FLOATING_TAGS.has(tag))),
    "git-tags": gitTags(world),
    releases: releases(world),
    leases: await leases(world),
    records: await readRecords((path) => read(world, path)),
    staging: serving(world, "staging"),
    production: serving(world, "production"),
  };
}

function serving(world: World, environment: "staging" | "production"): Serving {
  const { ecs, apps } = world.snapshot();
  const { cluster, service } = world.names[environment];
  const { status, body } = apps[environment];
  const version = typeof body === "object" && body !== null && "version" in body ? String(body.version) : undefined;
  const images = (ecs[`${cluster}/${service}`]?.images ?? []).map(({ image, digest = "" }) =>
    image.includes("@") ? image : `${image}@${digest}`,
  );
  return { images: [...new Set(images)].toSorted(), answer: { status, version } };
}

function gitTags({ repository }: World): Record<string, string> {
  const tags = [...repository.refs].filter(([ref]) => ref.startsWith("refs/tags/"));
  return Object.fromEntries(tags.map(([ref, sha]) => [ref.replace("refs/tags/", ""), sha]));
}

function releases({ repository }: World): ReleaseFact[] {
  const facts = repository.releases.map(({ tag, draft, prerelease, latest, assets }) => ({
    tag,
    kind: draft ? ("draft" as const) : prerelease ? ("prerelease" as const) : ("release" as const),
    latest,
    assets: assets.map(({ name, digest }) => `${name} ${digest ?? ""}`).toSorted(),
  }));
  return facts.toSorted((a, b) => a.tag.localeCompare(b.tag));
}

const LEASES = "refs/fairway/lock/";

/** The lease of an environment is a ref whose newest commit says in its message who holds it, if anybody. */
async function leases(world: World): Promise<WorldPicture["leases"]> {
  const refs = [...world.repository.refs].filter(([ref]) => ref.startsWith(LEASES));
  const states = refs.map(async ([ref, sha]) => {
    const { message } = await read<{ message: string }>(world, `/git/commits/${sha}`);
    return [ref.slice(LEASES.length), (JSON.parse(message) as { state: "held" | "free" }).state] as const;
  });
  return Object.fromEntries(await Promise.all(states));
}

async function read<Answer>({ github, repository }: World, path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${github.token("picture")}` };
  const answer = await fetch(`${github.url}/repos/${repository.fullName}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
