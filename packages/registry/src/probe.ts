export { openImageProbe, type ImageProbe, type RegistryAccess } from "./image-probe.ts";
