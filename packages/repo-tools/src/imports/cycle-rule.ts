import { findCycles } from "./find-cycles.ts";
import type { ImportCase } from "./import-case.ts";
import { entryFile } from "./resolve-import.ts";
import type { Violation } from "./violation.ts";

/**
 * Rule R9: neither files nor packages import each other in a circle. Types count: two files that need each other's
 * types are one file, or need a third. Tests are at the end of every chain and belong to no package cycle.
 */
export function findImportCycles(cases: readonly ImportCase[]): Violation[] {
  const files = edgesOf(cases, (each) => [each.from.path, entryFile(each.target)]);
  const packages = edgesOf(cases, (each) => [each.from.place.folder, workspaceFolder(each)]);
  const circles = [...cyclesIn(files), ...cyclesIn(packages)];
  return circles.map(({ edge, nodes }) => ({
    rule: "R9",
    file: edge.from.path,
    line: edge.found.line,
    message: `a circle of imports: ${nodes.join(" imports ")}; move what they share to a place of its own that imports neither`,
  }));
}

type Edges = ReadonlyMap<string, ReadonlyMap<string, ImportCase>>;

/** For each node its neighbours, each with the first import that leads there. */
function edgesOf(
  cases: readonly ImportCase[],
  ends: (each: ImportCase) => readonly [from: string, to: string | undefined],
): Edges {
  const edges = new Map<string, Map<string, ImportCase>>();
  for (const each of cases) {
    const [from, to] = ends(each);
    if (to === undefined) continue;
    const neighbours = edges.get(from) ?? new Map<string, ImportCase>();
    if (!neighbours.has(to)) neighbours.set(to, each);
    edges.set(from, neighbours);
  }
  return edges;
}

/** A package's import of its own name is a circle between files, not between packages. */
function workspaceFolder({ from, target }: ImportCase): string | undefined {
  if (from.test || target.kind !== "workspace" || target.folder === from.place.folder) return undefined;
  return target.folder;
}

function cyclesIn(edges: Edges): { readonly edge: ImportCase; readonly nodes: readonly string[] }[] {
  const graph = new Map([...edges].map(([node, neighbours]) => [node, new Set(neighbours.keys())] as const));
  return findCycles(graph).flatMap((nodes) => {
    const [first = "", second = first] = nodes;
    const edge = edges.get(first)?.get(second);
    return edge === undefined ? [] : [{ edge, nodes: [...nodes, first] }];
  });
}
