import type { CommitSha } from "./commit.ts";
import { isDigest, type Digest } from "./digest.ts";
import { isRecord, member, parseJson, stringMember } from "./json.ts";

/** A release as GitHub has it. */
export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly notes: string;
  /** When it was published, as `2026-01-31T12:00:00Z`; absent for a draft. */
  readonly publishedAt?: string | undefined;
  readonly htmlUrl: string;
  readonly uploadUrl: string;
  readonly assets: readonly ReleaseAsset[];
}

export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** Anything but `uploaded` is what a broken upload left behind. */
  readonly state: string;
  /** Absent for assets from before June 2025 and on older Enterprise Servers. */
  readonly digest: Digest | undefined;
}

/** The asset in which create-release records what a release is made of, and from which resolve-release reads it. */
export const RELEASE_MANIFEST_NAME = "manifest.json";

/**
 * What a release is made of. It takes no time and no run by itself, so that a promotion which is run again from another
 * run writes the same bytes; build number and time are the caller's, who has to give the same ones again.
 */
export interface ReleaseManifest {
  readonly schema: 1;
  readonly tag: string;
  readonly version: string;
  readonly commit: CommitSha;
  readonly buildNumber?: string | undefined;
  /** As `2026-01-31T12:00:00Z`. */
  readonly buildTime?: string | undefined;
  readonly prerelease: boolean;
  readonly image?: string | undefined;
  readonly imageDigest?: Digest | undefined;
  /** The beta tag that this release promotes. */
  readonly promotedFrom?: string | undefined;
  /** Logins of those who approved it; absent when nobody was asked. A repeated promotion keeps those of the first. */
  readonly approvedBy?: readonly string[] | undefined;
  readonly assets: readonly { readonly name: string; readonly size: number; readonly digest: Digest }[];
}

/** The manifest's text: stable key order, two spaces, a line end at the end. */
export function renderReleaseManifest(manifest: ReleaseManifest): string {
  const { schema, tag, version, commit, buildNumber, buildTime, prerelease, assets } = manifest;
  const { image, imageDigest, promotedFrom, approvedBy } = manifest;
  const build = { buildNumber, buildTime };
  const promotion = { image, imageDigest, promotedFrom, approvedBy };
  const ordered = { schema, tag, version, commit, ...build, prerelease, ...promotion, assets };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

/** What resolve-release takes from a manifest of unknown origin; undefined when the text is no manifest of a known schema. */
export function parseReleaseManifest(text: string):
  | (Pick<ReleaseManifest, "tag" | "version" | "image" | "imageDigest" | "promotedFrom" | "approvedBy"> & {
      readonly commit: string;
    })
  | undefined {
  const value = parseJson(text);
  const tag = stringMember(value, "tag");
  const version = stringMember(value, "version");
  const commit = stringMember(value, "commit");
  if (
    !isRecord(value) ||
    member(value, "schema") !== 1 ||
    tag === undefined ||
    version === undefined ||
    commit === undefined
  ) {
    return undefined;
  }
  const digest = stringMember(value, "imageDigest");
  return {
    tag,
    version,
    commit,
    image: stringMember(value, "image"),
    imageDigest: digest !== undefined && isDigest(digest) ? digest : undefined,
    promotedFrom: stringMember(value, "promotedFrom"),
    approvedBy: texts(member(value, "approvedBy")),
  };
}

function texts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((item): item is string => typeof item === "string");
}

/** The version that a tag stands for: of a beta tag its version, of a release tag what follows its prefix of letters. */
export function versionInTag(tag: string): string {
  return tag.replace(/-[0-9a-z]{7,40}\.beta$/, "").replace(/^[A-Za-z][A-Za-z._-]*(?=\d)/, "");
}
