import { findManifest } from "./manifests.ts";
import { parse } from "./manifest-check.ts";
import { isIndex, type RegistryStore, type StoredManifest } from "./model.ts";

/** What a container runtime learns of an image before it starts it. */
export interface ImageFacts {
  readonly digest: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The architectures that the image has, such as `amd64`. */
  readonly architectures: readonly string[];
}

/** Reads the facts of the image that a tag or digest names; nothing when the registry does not have it. */
export function imageFacts(store: RegistryStore, name: string, reference: string): ImageFacts | undefined {
  const found = findManifest(store.repositories.get(name), reference);
  if (found === undefined) return undefined;
  const configs = imagesOf(store, name, found).flatMap((manifest) => configOf(store, manifest));
  const architectures = configs.flatMap((config) => config.architecture ?? []).filter((one) => one !== "unknown");
  return { digest: found.digest, labels: configs[0]?.config?.Labels ?? {}, architectures };
}

interface ImageConfig {
  readonly architecture?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> };
}

function imagesOf(store: RegistryStore, name: string, manifest: StoredManifest): StoredManifest[] {
  if (!isIndex(manifest.mediaType)) return [manifest];
  const children = parse(manifest.bytes)?.manifests ?? [];
  return children.flatMap((child) => store.repositories.get(name)?.manifests.get(child.digest) ?? []);
}

function configOf(store: RegistryStore, manifest: StoredManifest): ImageConfig[] {
  const bytes = store.blobs.get(parse(manifest.bytes)?.config?.digest ?? "");
  return bytes === undefined ? [] : [JSON.parse(bytes.toString("utf8")) as ImageConfig];
}
