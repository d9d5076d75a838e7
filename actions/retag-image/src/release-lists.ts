import { runTogether } from "@fairway/domain";

import type { Targets } from "./promotion.ts";
import { groupByPlace, renderPlace, type Target } from "./targets.ts";

/** The tags of repositories, each listed once. */
export interface ReleaseLists {
  /** Lists the tags of every repository that the wanted tags are in and that was not listed before. */
  read(wanted: readonly Target[]): Promise<void>;
  /** What was read for the repository of a target. */
  of(target: Target): readonly string[];
}

/** Lists nothing yet. */
export function createReleaseLists(targets: Targets): ReleaseLists {
  const lists = new Map<string, readonly string[]>();
  return {
    read: async (wanted) => {
      const places = groupByPlace(wanted).map(([place]) => place);
      const missing = places.filter((place) => !lists.has(renderPlace(place)));
      await runTogether(
        missing.map((place) => async () => void lists.set(renderPlace(place), await targets.storeOf(place).tags())),
      );
    },
    of: ({ place }) => lists.get(renderPlace(place)) ?? [],
  };
}
