import { isDigest, type Digest } from "./digest.ts";
import { configuration } from "./errors.ts";

/** Where an image lives: `registry/repository`, with a tag, a digest, or both. */
export interface ImageReference {
  /** Host and port as written; Docker Hub's short names are expanded to `docker.io`. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: Digest | undefined;
}

const TAG = /^\w[\w.-]{0,127}$/;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const HOST =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d{1,5})?$/;

/** Whether `text` may be a tag: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export function isTagName(text: string): boolean {
  return TAG.test(text);
}

/**
 * Reads an image reference by the grammar of https://github.com/distribution/reference. The first part is a host when it
 * has a dot or a colon or is `localhost`, as for `docker pull`. Throws a configuration error that names the part at fault.
 */
export function parseImageReference(text: string): ImageReference {
  const [beforeDigest = "", digest, ...more] = text.split("@");
  const { name, tag } = splitTag(beforeDigest);
  const { registry, repository } = splitHost(name);
  const problem =
    problemOfText(text) ??
    problemOfTag(tag) ??
    problemOfDigest(digest, more.length) ??
    problemOfName(registry, repository);
  if (problem !== undefined) throw notAnImage(text, problem);
  return { registry, repository, tag, digest: digest as Digest | undefined };
}

/** `registry/repository:tag@digest` with the parts that are there. Docker Hub's images are written in full. */
export function renderImageReference(image: ImageReference): string {
  const tag = image.tag === undefined ? "" : `:${image.tag}`;
  const digest = image.digest === undefined ? "" : `@${image.digest}`;
  return `${image.registry}/${image.repository}${tag}${digest}`;
}

function splitTag(text: string): { name: string; tag: string | undefined } {
  const colon = text.lastIndexOf(":");
  if (colon <= text.lastIndexOf("/")) return { name: text, tag: undefined };
  return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}

function splitHost(name: string): { registry: string; repository: string } {
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  const isHost = first === "localhost" || /[.:]/.test(first);
  if (!isHost) return { registry: "docker.io", repository: slash === -1 ? `library/${name}` : name };
  if (first === "index.docker.io") return splitHost(`docker.io/${name.slice(slash + 1)}`);
  return { registry: first, repository: name.slice(slash + 1) };
}

function problemOfText(text: string): string | undefined {
  if (text.length > 512) return "it is longer than 512 characters";
  return /\s/.test(text) ? "it has white space in it" : undefined;
}

function problemOfTag(tag: string | undefined): string | undefined {
  return tag === undefined || isTagName(tag) ? undefined : `"${tag}" is not a tag`;
}

function problemOfDigest(digest: string | undefined, surplus: number): string | undefined {
  const fits = surplus === 0 && (digest === undefined || isDigest(digest));
  return fits ? undefined : 'what follows "@" is not a sha256 digest';
}

function problemOfName(registry: string, repository: string): string | undefined {
  if (!HOST.test(registry)) return `"${registry}" is not a host`;
  if (repository.length <= 255 && REPOSITORY.test(repository)) return undefined;
  return `"${repository}" is not a repository name: lower-case letters and digits, with single . _ - between them`;
}

function notAnImage(text: string, reason: string): Error {
  return configuration(
    "BAD_IMAGE",
    `"${text.slice(0, 100)}" is not an image reference: ${reason}`,
    "Write it as registry/repository:tag, for example ghcr.io/acme/shop:1.4.0.",
  );
}
