export { measureBundles } from "./bench/measure-bundles.ts";
export { copyBuildTree } from "./bundles/copy-tree.ts";
export { type BundleVerdict, verifyBundles } from "./bundles/verify-bundles.ts";
export { type Breach, renderBreach } from "./contract/breach.ts";
export { checkActionContract, checkRootReadme, readAllMetadata } from "./contract/check-contract.ts";
export { type ActionMetadata, parseActionMetadata } from "./contract/action-metadata.ts";
export { findActions, REPOSITORY_ROOT } from "./repository.ts";
