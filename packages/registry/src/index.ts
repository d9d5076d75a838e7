export type { Manifest, ManifestName } from "./manifest-types.ts";
export { openRegistry, type ImageRepository, type Registry, type RegistryOptions } from "./open-registry.ts";
