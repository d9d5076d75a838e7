import type { Digest, ImageReference } from "@fairway/domain";

import type { RetagImageInputs } from "./inputs.ts";
import type { Journal } from "./journal.ts";
import type { Manifest, ManifestStore, Place, RetagImagePorts } from "./ports.ts";
import { resolveTarget, type GivenTag, type Target } from "./targets.ts";

/** What the steps of one promotion share. */
export interface Promotion {
  readonly inputs: RetagImageInputs;
  readonly ports: RetagImagePorts;
  readonly journal: Journal;
  readonly digest: Digest;
  /** The source's manifest, read on first use. */
  readonly image: () => Promise<Manifest>;
  readonly targets: Targets;
}

/** The tags that a promotion is about, and the repositories that they are in. */
export interface Targets {
  readonly versions: readonly Target[];
  readonly floating: readonly Target[];
  /** The target of that name. */
  find(name: string): Target;
  storeOf(place: Place): ManifestStore;
}

export function createTargets(inputs: RetagImageInputs, { registries }: RetagImagePorts): Targets {
  const versions = targetsOf(inputs.tags, inputs.source);
  const floating = targetsOf(inputs.floatingTags, inputs.source);
  const byName = new Map([...versions, ...floating].map((target) => [target.name, target]));
  return {
    versions,
    floating,
    find: (name) => {
      const target = byName.get(name);
      if (target === undefined) throw new Error(`no tag of this promotion is called ${name}`);
      return target;
    },
    storeOf: (place) => registries.repository(place),
  };
}

/** A tag that is named twice, once by its whole reference, is one tag. */
function targetsOf(given: readonly GivenTag[] | undefined, source: ImageReference): readonly Target[] {
  const targets = (given ?? []).map((one) => resolveTarget(one, source));
  return [...new Map(targets.map((target) => [target.name, target])).values()];
}
