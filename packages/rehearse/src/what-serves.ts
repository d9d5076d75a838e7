import type { Serving, WorldPicture } from "./world-picture.ts";

/** Tells what serves and what has been published, for a person who has just seen a red run. */
export function describeServing(picture: WorldPicture): string[] {
  const tags = { ...picture["image-tags"], ...picture["floating-tags"] };
  const lines = [
    `staging     ${describe(picture.staging)}`,
    `production  ${describe(picture.production)}`,
    "image tags",
    ...listed(Object.entries(tags).map(([tag, digest]) => `${tag}  ${digest}`)),
    "releases",
    ...listed(picture.releases.map(({ tag, kind, latest }) => `${tag}  ${kind}${latest ? ", latest" : ""}`)),
    "deployment records",
    ...listed(
      Object.entries(picture.records).map(([name, { newest }]) => `${name}  ${newest.state}: ${newest.description}`),
    ),
  ];
  return lines.map((line) => line.replaceAll(DIGEST, "$1"));
}

/** The first twelve digits tell digests apart for a reader. */
const DIGEST = /(sha256:[0-9a-f]{12})[0-9a-f]{52}/g;

function describe({ images, answer }: Serving): string {
  const says =
    answer.version === undefined ? `answers ${answer.status}` : `answers ${answer.status} as ${answer.version}`;
  return `${says}, from ${images.length === 0 ? "no running task" : images.join(" and ")}`;
}

function listed(lines: readonly string[]): string[] {
  return lines.length === 0 ? ["  none"] : lines.map((line) => `  ${line}`);
}
