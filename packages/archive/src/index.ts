export type { ArchiveEntry, ArchiveOptions, WrittenArchive, WrittenFile } from "./archive-types.ts";
export { findBytes } from "./find-bytes.ts";
export type { GoBuildInfo, GoModule } from "./go-build-info.ts";
export { hashFile, type FileDigest } from "./hash-file.ts";
export { listTree, type TreeEntry } from "./list-tree.ts";
export { readArchive, type ArchiveContents, type ArchivedEntry } from "./read-archive.ts";
export { readElf, type ElfFacts } from "./read-elf.ts";
export { readGoBuildInfo } from "./read-go-build-info.ts";
export { writeArchive } from "./write-archive.ts";
