import { refusal, shortDigest, type Digest } from "@fairway/domain";

import { reasonToKeep, versionOfPromotion } from "./guard-floating-tag.ts";
import type { RetagImageInputs } from "./inputs.ts";
import {
  isWrite,
  planFloatingTag,
  planVersionTag,
  type FloatingRule,
  type ObservedTag,
  type TagPlan,
} from "./plan-tag.ts";
import type { ManifestStore, RetagImagePorts } from "./ports.ts";
import type { Promotion } from "./promotion.ts";
import { verifyTags, writeTag } from "./write-tag.ts";

/** What each tag names now. */
export function observe(tags: readonly string[], manifests: ManifestStore): Promise<readonly ObservedTag[]> {
  return Promise.all(tags.map(async (tag) => ({ tag, before: (await manifests.resolve(tag))?.digest })));
}

/**
 * Plans and writes the version tags, then the floating tags. Floating tags are looked at only after the version tags are
 * read back: of two promotions at once, the second to list the repository's versions sees the other's, so the older of the
 * two leaves latest alone.
 */
export async function promote(promotion: Promotion, observed: readonly ObservedTag[]): Promise<void> {
  const { inputs, ports, journal, digest } = promotion;
  const versions = observed.map((one) => planVersionTag(one, digest, inputs.onConflict));
  announce(versions, promotion);
  refuseConflicts(versions, digest);
  if (!inputs.dryRun) {
    for (const plan of versions.filter(isWrite)) {
      await writeTag(plan.tag, promotion);
      await verifyTags([plan.tag], promotion);
    }
  }
  const floating = await planFloating(promotion);
  announce(floating, promotion);
  const writes = floating.filter(isWrite);
  if (inputs.dryRun || writes.length === 0) return;
  for (const plan of latestLast(writes)) await writeTag(plan.tag, promotion);
  // The last word: every tag that should name the image now, read once more.
  const right = journal.records().filter(({ plan }) => isWrite(plan) || plan.kind === "same");
  await verifyTags(
    right.map(({ plan }) => plan.tag),
    promotion,
  );
  ports.log.info(`read back ${right.length} tags: all name ${shortDigest(digest)}`);
}

function announce(plans: readonly TagPlan[], { ports: { log }, journal, digest, inputs }: Promotion): void {
  const prefix = inputs.dryRun ? "plan: " : "";
  for (const plan of plans) {
    journal.decide(plan);
    if (plan.kind === "skip") log.warning(`skipped ${plan.tag}: it names ${plan.before ?? ""}, another image`);
    else if (plan.kind === "keep") log.notice(`kept ${plan.tag} where it is: ${plan.why}`);
    else log.info(`${prefix}${describe(plan, digest)}`);
  }
}

function describe(plan: TagPlan, digest: Digest): string {
  if (plan.kind === "same") return `leave ${plan.tag}: it names the image already`;
  if (plan.kind === "conflict") return `refuse ${plan.tag}: it names ${shortDigest(plan.before ?? "")}, another image`;
  const from = plan.before === undefined ? "" : ` from ${shortDigest(plan.before)}`;
  return `${plan.kind} ${plan.tag}${from} to ${shortDigest(digest)}`;
}

function refuseConflicts(plans: readonly TagPlan[], digest: Digest): void {
  const conflicts = plans.filter((plan) => plan.kind === "conflict");
  if (conflicts.length === 0) return;
  const list = conflicts.map(({ tag, before }) => `${tag} names ${before ?? ""}`).join("; ");
  throw refusal(
    "TAG_CONFLICT",
    `${list}; the source is ${digest}. A version tag that was published is not moved, and nothing was written`,
    "Release under a new version. If that tag is wrong and nobody uses it, say so with on-conflict: move.",
  );
}

async function planFloating({ inputs, ports, digest }: Promotion): Promise<readonly TagPlan[]> {
  const observed = await observe(inputs.floatingTags ?? [], ports.manifests);
  const open = observed.some(({ before }) => before !== digest);
  const rule = open ? await floatingRule(inputs, ports) : ({ kind: "never" } as const);
  return observed.map((one) => planFloatingTag(one, digest, rule));
}

async function floatingRule(inputs: RetagImageInputs, { manifests, log }: RetagImagePorts): Promise<FloatingRule> {
  if (inputs.moveFloating !== "auto") return { kind: inputs.moveFloating };
  const version = versionOfPromotion(inputs.tags ?? [], inputs.source.tag);
  if (version === undefined) {
    log.notice("neither tags nor the source's tag is a version, so floating tags move without a comparison");
    return { kind: "always" };
  }
  const tags = await manifests.tags();
  return { kind: "auto", reasonToKeep: (tag) => reasonToKeep(tag, version, tags) };
}

/** `latest` is what most people pull, so it moves when everything else has. */
function latestLast(plans: readonly TagPlan[]): readonly TagPlan[] {
  return [...plans.filter(({ tag }) => tag !== "latest"), ...plans.filter(({ tag }) => tag === "latest")];
}
