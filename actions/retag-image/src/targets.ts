import { configuration, isTagName, parseImageReference, type ImageReference } from "@fairway/domain";

import type { Place } from "./ports.ts";

/** A tag to be written: by its name alone in the source's repository, or as a whole reference in another one. */
export interface GivenTag {
  readonly tag: string;
  readonly place: Place | undefined;
}

/** A tag and where it is. */
export interface Target {
  /** The tag alone within the source's repository, else the whole reference: what people and outputs call it. */
  readonly name: string;
  readonly tag: string;
  readonly place: Place;
}

/**
 * Reads a tag, or a whole reference such as ghcr.io/acme/shop-release:1.4.0. A reference names its registry, since what looks
 * like a short name may as well be a mistyped tag. Throws a configuration error that says which part is wrong.
 */
export function parseTarget(value: string): GivenTag {
  if (isTagName(value)) return { tag: value, place: undefined };
  if (!/[/:@]/.test(value)) throw notATag(value, problemOfTag(value));
  const image = parseImageReference(value);
  const problem = problemOfReference(value, image);
  if (image.tag === undefined || problem !== undefined) throw notATag(value, problem ?? "it has no tag");
  return { tag: image.tag, place: placeOf(image) };
}

/** Where a given tag is, seen from the source. */
export function resolveTarget({ tag, place }: GivenTag, source: ImageReference): Target {
  const home = placeOf(source);
  if (place === undefined || isSamePlace(place, home)) return { name: tag, tag, place: home };
  return { name: `${renderPlace(place)}:${tag}`, tag, place };
}

export function placeOf({ registry, repository }: ImageReference): Place {
  return { registry, repository };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return renderPlace(a) === renderPlace(b);
}

/** Targets with those that are in the same repository together. */
export function groupByPlace(targets: readonly Target[]): readonly (readonly [Place, readonly Target[]])[] {
  return [...Map.groupBy(targets, ({ place }) => renderPlace(place)).values()].flatMap((group) =>
    group[0] === undefined ? [] : [[group[0].place, group] as const],
  );
}

/** `ghcr.io/acme/shop` */
export function renderPlace({ registry, repository }: Place): string {
  return `${registry}/${repository}`;
}

function problemOfReference(value: string, image: ImageReference): string | undefined {
  if (image.digest !== undefined) return "it has a digest, which nobody can choose; give the tag alone";
  if (!value.startsWith(`${image.registry}/`)) {
    return `it has no registry. Write it in full, such as ${image.registry}/${image.repository}:${image.tag ?? "1.4.0"}`;
  }
  return image.tag === undefined ? "it has no tag; latest is not assumed" : undefined;
}

function problemOfTag(value: string): string {
  if (value.includes("+")) return '"+" is not allowed in a tag; leave the build metadata out';
  if (value.length > 128) return `it has ${value.length} characters, at most 128 are allowed`;
  return "letters, digits and _ . - are allowed, and it must not start with . or -";
}

function notATag(value: string, problem: string): Error {
  return configuration("BAD_TAG", `"${value.slice(0, 100)}" is not a tag to write: ${problem}`);
}
