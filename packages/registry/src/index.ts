export type { Manifest, ManifestName } from "./manifest-types.ts";
export {
  openRegistries,
  type CopyReport,
  type ImageCopy,
  type Registries,
  type RegistriesOptions,
  type RepositoryName,
} from "./open-registries.ts";
export { openRegistry, type ImageRepository, type Registry, type RegistryOptions } from "./open-registry.ts";
