import type { Digest } from "@fairway/domain";

import { isWrite, type TagPlan } from "./plan-tag.ts";
import type { CopyReport, Place } from "./ports.ts";
import { renderPlace } from "./targets.ts";

/** What was decided for a tag, and what the tag names as far as it was read. */
export interface TagRecord {
  readonly plan: TagPlan;
  /** Undefined when there is no such tag, or when nobody could say. */
  readonly after: Digest | undefined;
}

/** An image that was brought into another repository. */
export interface CopyRecord {
  readonly to: Place;
  readonly report: CopyReport;
}

/** Keeps what is known of every tag, so that a promotion that stops half way can say how far it got. */
export interface Journal {
  /** A decision; until it is carried out the tag names what it did. */
  decide(plan: TagPlan): void;
  /** What the tag was read to name, or undefined. */
  found(tag: string, after: Digest | undefined): void;
  records(): readonly TagRecord[];
  /** What was decided last for the tag of that name. */
  planOf(tag: string): TagPlan | undefined;
  /** The image is in that repository now. */
  copied(to: Place, report: CopyReport): void;
  has(place: Place): boolean;
  copies(): readonly CopyRecord[];
}

export function createJournal(): Journal {
  const records = new Map<string, TagRecord>();
  const copies = new Map<string, CopyRecord>();
  return {
    decide: (plan) => void records.set(plan.tag, { plan, after: plan.before }),
    found: (tag, after) => {
      const record = records.get(tag);
      if (record !== undefined) records.set(tag, { ...record, after });
    },
    records: () => [...records.values()],
    planOf: (tag) => records.get(tag)?.plan,
    copied: (to, report) => void copies.set(renderPlace(to), { to, report }),
    has: (place) => copies.has(renderPlace(place)),
    copies: () => [...copies.values()],
  };
}

/** The records as they would be after the plan, for a dry run. */
export function asPlanned(records: readonly TagRecord[], digest: Digest): readonly TagRecord[] {
  return records.map(({ plan }) => ({ plan, after: isWrite(plan) ? digest : plan.before }));
}
