import { compareBytes } from "./compare-bytes.ts";
import type { ArchivedEntry } from "./ports.ts";

/** One package beside the other. */
export interface ComparedPackage {
  readonly entries: readonly ArchivedEntry[];
  readonly sha256: string;
  readonly tarSha256: string;
}

export type Comparison =
  /** The same file, byte for byte. */
  | { readonly kind: "same" }
  /** The same tar, compressed by another zlib. */
  | { readonly kind: "same-content" }
  /** `first` is the first path, in the order of bytes, at which they differ. */
  | { readonly kind: "different"; readonly first: string; readonly reason: string; readonly count: number };

/** Compares a package with what was built again from the same commit. */
export function comparePackages(given: ComparedPackage, built: ComparedPackage): Comparison {
  if (given.tarSha256 === built.tarSha256) return { kind: given.sha256 === built.sha256 ? "same" : "same-content" };
  const [left, right] = [given, built].map(({ entries }) => new Map(entries.map((entry) => [entry.path, entry])));
  const paths = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].toSorted(compareBytes);
  const differences = paths.flatMap((path) => {
    const reason = difference(left?.get(path), right?.get(path));
    return reason === undefined ? [] : [{ path, reason }];
  });
  const [first] = differences;
  if (first === undefined)
    return { kind: "different", first: "", reason: "the order of the entries or their headers differ", count: 0 };
  return { kind: "different", first: first.path, reason: first.reason, count: differences.length };
}

function difference(given: ArchivedEntry | undefined, built: ArchivedEntry | undefined): string | undefined {
  if (given === undefined) return "is in what was built and not in the package";
  if (built === undefined) return "is in the package and not in what was built";
  const facts: readonly (readonly [name: string, left: string | number, right: string | number])[] = [
    ["kind", given.kind, built.kind],
    ["size", given.size, built.size],
    ["sha256", given.sha256, built.sha256],
    ["mode", given.mode.toString(8), built.mode.toString(8)],
    ["owner", `${given.uid}:${given.gid}`, `${built.uid}:${built.gid}`],
    ["time", given.mtimeSeconds, built.mtimeSeconds],
  ];
  const [other] = facts.filter(([, left, right]) => left !== right);
  return other === undefined
    ? undefined
    : `has the ${other[0]} ${other[1]} in the package and ${other[2]} in what was built`;
}
