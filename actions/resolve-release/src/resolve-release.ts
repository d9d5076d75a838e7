import {
  parseReleaseManifest,
  refusal,
  RELEASE_MANIFEST_NAME,
  upstream,
  versionInTag,
  type CommitSha,
  type Release,
} from "@fairway/domain";

import type { ResolveReleaseInputs } from "./inputs.ts";
import { newestRelease } from "./newest-release.ts";
import type { ReleaseBook, ResolveReleasePorts } from "./ports.ts";
import { requireTagCommit } from "./require-tag-commit.ts";

const MAX_MANIFEST_BYTES = 1024 * 1024;

export interface ResolveReleaseResult {
  readonly outputs: {
    readonly found: string;
    readonly tag: string;
    readonly version: string;
    readonly commit: string;
    readonly prerelease: string;
    readonly image: string;
    readonly "image-digest": string;
    readonly "release-id": string;
    readonly "html-url": string;
    readonly outcome: "found" | "missing";
  };
}

type Manifest = NonNullable<ReturnType<typeof parseReleaseManifest>>;

/**
 * Finds a release, checks that it is what was required, and reads what it stands for from the manifest that
 * create-release wrote. The tag's commit must be the one in a beta's name, and the manifest's: a moved tag is refused, and
 * nothing is guessed.
 */
export async function resolveRelease(
  inputs: ResolveReleaseInputs,
  ports: ResolveReleasePorts,
): Promise<ResolveReleaseResult> {
  const release =
    inputs.tag === undefined ? newestRelease(await ports.releases.all()) : await releaseOf(inputs.tag, ports.releases);
  if (release === undefined) return missing(inputs, ports);
  requireKind(release, inputs.require);
  const commit = await ports.tags.commitOf(release.tag);
  if (commit === undefined)
    throw upstream("TAG_MISSING", `The release ${release.tag} exists, but the git tag ${release.tag} does not`);
  requireTagCommit(release.tag, commit);
  const manifest = await readManifest(release, ports);
  requireSameCommit(release, commit, manifest);
  ports.log.info(`found ${release.prerelease ? "prerelease" : "release"} ${release.tag} at ${commit}`);
  return found(release, commit, manifest);
}

/** For a moment after its publication GitHub may not find a release by its tag; the list has it then. */
async function releaseOf(tag: string, releases: ReleaseBook): Promise<Release | undefined> {
  const byTag = await releases.byTag(tag);
  return byTag ?? (await releases.all()).find((release) => release.tag === tag && !release.draft);
}

function found(release: Release, commit: CommitSha, manifest: Manifest | undefined): ResolveReleaseResult {
  return {
    outputs: {
      found: "true",
      tag: release.tag,
      version: manifest?.version ?? versionInTag(release.tag),
      commit,
      prerelease: String(release.prerelease),
      image: manifest?.image ?? "",
      "image-digest": manifest?.imageDigest ?? "",
      "release-id": String(release.id),
      "html-url": release.htmlUrl,
      outcome: "found",
    },
  };
}

function missing({ tag, ifMissing }: ResolveReleaseInputs, { log }: ResolveReleasePorts): ResolveReleaseResult {
  const what = tag === undefined ? "There is no full release yet" : `${tag} does not exist as a GitHub release`;
  if (ifMissing === "fail") {
    throw refusal(
      "RELEASE_MISSING",
      what,
      "The releases page lists what there is; a draft does not count until it is published.",
    );
  }
  log.warning(`${what}. This is expected on a first deployment: there is nothing to migrate from.`);
  const empty = {
    tag: "",
    version: "",
    commit: "",
    prerelease: "",
    image: "",
    "image-digest": "",
    "release-id": "",
    "html-url": "",
  };
  return { outputs: { found: "false", ...empty, outcome: "missing" } };
}

function requireKind({ tag, prerelease }: Release, require: ResolveReleaseInputs["require"]): void {
  if (require === "prerelease" && !prerelease) {
    throw refusal(
      "NOT_A_PRERELEASE",
      `${tag} is not a prerelease; only prereleases can be promoted`,
      "Promote a beta tag, such as 0.1.0-abcdefg.beta; they are marked Pre-release on the releases page.",
    );
  }
  if (require === "release" && prerelease) {
    throw refusal(
      "NOT_A_RELEASE",
      `${tag} is a prerelease; a full release is required`,
      "Promote it first, then use its release tag.",
    );
  }
}

/** A release that Fairway did not make has no manifest: that is told, and its image stays empty. */
async function readManifest(release: Release, { releases, log }: ResolveReleasePorts): Promise<Manifest | undefined> {
  const asset = release.assets.find(({ name, state }) => name === RELEASE_MANIFEST_NAME && state === "uploaded");
  if (asset === undefined) {
    log.notice(`${release.tag} has no ${RELEASE_MANIFEST_NAME}, so its image is not known; create-release writes it`);
    return undefined;
  }
  const bytes = await releases.download(asset, MAX_MANIFEST_BYTES);
  const manifest = parseReleaseManifest(new TextDecoder().decode(bytes));
  if (manifest !== undefined) return manifest;
  throw upstream(
    "BAD_RELEASE_MANIFEST",
    `The ${RELEASE_MANIFEST_NAME} of ${release.tag} is not one that create-release wrote`,
  );
}

function requireSameCommit({ tag }: Release, commit: CommitSha, manifest: Manifest | undefined): void {
  if (manifest === undefined || (manifest.commit === commit && manifest.tag === tag)) return;
  throw refusal(
    "TAG_MOVED",
    `The tag ${tag} names commit ${commit}; its release was made of ${manifest.tag} at ${manifest.commit}`,
    "Somebody moved the tag. Find out why before anything of it is deployed; a new beta is the safe way on.",
  );
}
