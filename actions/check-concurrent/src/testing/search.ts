/** One step of a world, in words, and the world after it. */
export interface Move<World> {
  readonly label: string;
  readonly world: World;
}

export interface SearchRules<World> {
  /** Equal keys mean worlds that cannot be told apart. */
  readonly keyOf: (world: World) => string;
  /** Everything that can happen next; nothing means that the world has ended. */
  readonly movesOf: (world: World) => Promise<readonly Move<World>[]>;
  readonly isBroken: (world: World) => boolean;
  /** How an ended world ended, in words. */
  readonly endingOf: (world: World) => string;
}

export interface SearchResult {
  readonly states: number;
  /** The shortest way to a broken world; the search ends there. */
  readonly broken: readonly string[] | undefined;
  /** Every way in which worlds ended, each with the shortest way there. */
  readonly endings: ReadonlyMap<string, readonly string[]>;
}

interface Reached<World> {
  readonly world: World;
  readonly label: string;
  readonly from: Reached<World> | undefined;
}

/** Visits every world that can be reached, nearest first, each once. */
export async function searchWorlds<World>(start: World, rules: SearchRules<World>): Promise<SearchResult> {
  const seen = new Set([rules.keyOf(start)]);
  const endings = new Map<string, readonly string[]>();
  let frontier: Reached<World>[] = [{ world: start, label: "", from: undefined }];
  while (frontier.length > 0) {
    const next: Reached<World>[] = [];
    for (const reached of frontier) {
      if (rules.isBroken(reached.world)) return { states: seen.size, broken: wayTo(reached), endings };
      const moves = await rules.movesOf(reached.world);
      const ending = moves.length === 0 ? rules.endingOf(reached.world) : undefined;
      if (ending !== undefined && !endings.has(ending)) endings.set(ending, wayTo(reached));
      for (const { label, world } of moves) {
        const known = seen.size;
        seen.add(rules.keyOf(world));
        if (seen.size > known) next.push({ world, label, from: reached });
      }
    }
    frontier = next;
  }
  return { states: seen.size, broken: undefined, endings };
}

function wayTo<World>(reached: Reached<World>): string[] {
  const labels: string[] = [];
  for (let at = reached; at.from !== undefined; at = at.from) labels.push(at.label);
  return labels.reverse();
}
