/**
 * Finds the cycles of a graph: one shortest cycle for each group of nodes that all reach each other, starting at the
 * node of the group that sorts first. The last node leads back to the first.
 */
export function findCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const node of [...graph.keys()].sort()) {
    if (done.has(node)) continue;
    const cycle = shortestWayBack(graph, node);
    if (cycle === undefined) continue;
    cycles.push(cycle);
    // Whoever is in the same group would only report the same entanglement again.
    for (const other of reachable(graph, node)) if (reachable(graph, other).has(node)) done.add(other);
  }
  return cycles;
}

function shortestWayBack(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

function reachable(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (const node of open) {
    for (const next of graph.get(node) ?? []) {
      if (!found.has(next)) open.push(next);
      found.add(next);
    }
  }
  return found;
}
