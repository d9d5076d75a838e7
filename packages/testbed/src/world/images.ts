import { LABELS } from "../app/sample-application.ts";
import type { ResolvedImage } from "../ecs/simulation/model.ts";
import { digestOfBytes } from "../registry/model.ts";
import type { RegistryServer } from "../registry/index.ts";

export interface ImageBuild {
  /** The commit that the image is built from. */
  readonly commit: string;
  /** What the application inside answers as its version. */
  readonly version: string;
  /** The tag that the image is pushed under. */
  readonly tag: string;
  /** How the application inside is broken, if it is. */
  readonly fault?: "crash" | "unhealthy" | "old-version";
  /** The level of its database schema; taken from the major and minor version when left out. */
  readonly schema?: number;
  readonly platforms?: readonly string[];
  /** False stores a plain manifest instead of an index. */
  readonly index?: boolean;
}

/** Builds and pushes an image of the sample application, with provenance, and gives its digest. */
export function buildImage(registry: RegistryServer, repository: string, build: ImageBuild): string {
  const labels = {
    [LABELS.commit]: build.commit,
    [LABELS.schema]: String(build.schema ?? schemaLevel(build.version)),
    ...(build.fault !== undefined && { [LABELS.fault]: build.fault }),
  };
  return registry.putImage(repository, build.tag, {
    version: build.version,
    labels,
    provenance: true,
    ...(build.platforms !== undefined && { platforms: build.platforms }),
    ...(build.index !== undefined && { index: build.index }),
  });
}

/** Another registry that the fleet may pull from. Its images must have been copied there from the embedded one. */
export type ImageMirror = Pick<RegistryServer, "imageHost" | "digestOf">;

/**
 * What an image reference of a task definition resolves to: in the embedded registry, in its mirror, or the public
 * PostgreSQL.
 */
export function resolveImage(
  registry: RegistryServer,
  reference: string,
  mirror?: ImageMirror,
): ResolvedImage | undefined {
  if (/^(docker\.io\/)?(library\/)?postgres[:@]/u.test(reference)) return publicImage(reference);
  const [, host, name = "", tag = "latest", digest] = REFERENCE.exec(reference) ?? [];
  const from = host === registry.host ? registry : [registry, mirror].find((one) => one?.imageHost === host);
  const wanted = from === undefined ? undefined : (digest ?? from.digestOf(name, tag));
  return wanted === undefined ? undefined : registry.facts(name, wanted);
}

const REFERENCE = /^([^/]+)\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/u;

function publicImage(reference: string): ResolvedImage {
  const digest = /@(sha256:[0-9a-f]{64})$/u.exec(reference)?.[1] ?? digestOfBytes(Buffer.from(reference));
  return { digest, labels: {}, architectures: ["amd64", "arm64"] };
}

function schemaLevel(version: string): number {
  const [major = 0, minor = 0] = version.split(/[.-]/u).map(Number);
  return major * 100 + minor * 10;
}
