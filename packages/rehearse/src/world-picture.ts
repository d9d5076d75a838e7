import type { World } from "@fairway/testbed";
import type { WorldPart } from "./faults.ts";

/** What a deployment can move, part by part, as plain data that can be compared. */
export type WorldPicture = Readonly<Record<WorldPart, unknown>> & {
  readonly staging: Serving;
  readonly production: Serving;
  readonly releases: readonly ReleaseFact[];
  readonly "image-tags": Readonly<Record<string, string>>;
  readonly "floating-tags": Readonly<Record<string, string>>;
  readonly "git-tags": Readonly<Record<string, string>>;
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
    "git-tags": await gitTags(world),
    releases: await releases(world),
    staging: serving(world, "staging"),
    production: serving(world, "production"),
  };
}

function serving(world: World, environment: "staging" | "production"): Serving {
  const { ecs, apps } = world.snapshot();
  const { status, body } = apps[environment];
  const version = typeof body === "object" && body !== null && "version" in body ? String(body.version) : undefined;
  const images = (ecs[`${environment}/app`]?.images ?? []).map(
    ({ image, digest }) => `${image} ${digest ?? "without a digest"}`,
  );
  return { images: [...new Set(images)].toSorted(), answer: { status, version } };
}

async function gitTags(world: World): Promise<Record<string, string>> {
  const refs = await read<readonly { ref: string; object: { sha: string } }[]>(world, "/git/matching-refs/tags/");
  return Object.fromEntries(refs.map(({ ref, object }) => [ref.replace("refs/tags/", ""), object.sha]));
}

async function releases(world: World): Promise<ReleaseFact[]> {
  const latest = await read<{ tag_name?: string }>(world, "/releases/latest").catch(() => ({ tag_name: undefined }));
  const list = await read<readonly RawRelease[]>(world, "/releases?per_page=100");
  const facts = list.map(({ tag_name: tag, draft, prerelease, assets }) => ({
    tag,
    kind: draft ? ("draft" as const) : prerelease ? ("prerelease" as const) : ("release" as const),
    latest: !draft && tag === latest.tag_name,
    assets: assets.map(({ name, digest }) => `${name} ${digest ?? ""}`).toSorted(),
  }));
  return facts.toSorted((a, b) => a.tag.localeCompare(b.tag));
}

interface RawRelease {
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly assets: readonly { readonly name: string; readonly digest: string | null }[];
}

async function read<Answer>({ github, repository }: World, path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${github.token("picture")}` };
  const answer = await fetch(`${github.url}/repos/${repository.fullName}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
