import process from "node:process";
import { listTree, writeArchive, type ArchiveEntry } from "@fairway/archive";

/** This program, which packs a tree in a process of its own. */
export const PACK_TREE = import.meta.filename;

/** Packs a tree as a package is packed. */
async function packTree(root: string, file: string): Promise<void> {
  const tree = await listTree(root);
  const entries = tree.map(({ kind, path, file: source, size }): ArchiveEntry => {
    if (kind === "folder") return { path, mode: 0o755, content: { kind } };
    return { path, mode: path.startsWith("bin/") ? 0o755 : 0o644, content: { kind, file: source, size } };
  });
  await writeArchive({ entries, mtimeSeconds: 1_700_000_000, file });
}

if (import.meta.main) await packTree(process.argv[2] ?? "", process.argv[3] ?? "");
