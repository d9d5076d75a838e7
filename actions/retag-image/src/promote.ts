import { refusal, runTogether, shortDigest, type Digest } from "@fairway/domain";

import { bringContent } from "./bring-content.ts";
import { reasonToKeep, versionOfPromotion } from "./guard-floating-tag.ts";
import {
  isWrite,
  planFloatingTag,
  planVersionTag,
  type FloatingRule,
  type ObservedTag,
  type TagPlan,
} from "./plan-tag.ts";
import type { ManifestName } from "./ports.ts";
import type { Promotion, Targets } from "./promotion.ts";
import { createReleaseLists, type ReleaseLists } from "./release-lists.ts";
import { isSamePlace, placeOf, type Target } from "./targets.ts";
import { verifyTags, writeTag, writeTogether } from "./write-tag.ts";

/** Version tags on their way at the same time. */
const TAGS_AT_ONCE = 4;

/** What each tag names now. */
function observe(wanted: readonly Target[], targets: Targets): Promise<readonly ObservedTag[]> {
  return runTogether(
    wanted.map((target) => async (signal) => {
      return observation(target, await targets.storeOf(target.place).resolve(target.tag, signal));
    }),
  );
}

export function observation({ name }: Target, found: ManifestName | undefined): ObservedTag {
  return { tag: name, before: found?.digest, etag: found?.etag };
}

/**
 * Plans and writes the version tags, then the floating tags. Floating tags are looked at only after the version tags are
 * written: of two promotions at once, the second to list the repository's versions sees the other's, so the older of the
 * two leaves latest alone. That look goes beside the reading back of the version tags, and no floating tag is written
 * before both are done.
 */
export async function promote(promotion: Promotion, observed: readonly ObservedTag[]): Promise<void> {
  const { inputs, digest } = promotion;
  const versions = observed.map((one) => planVersionTag(one, digest, inputs.onConflict));
  announce(versions, promotion);
  refuseConflicts(versions, digest);
  const written = inputs.dryRun ? [] : await writeVersions(versions, promotion);
  // A run that makes a version moves floating tags as a rule. Any other finds them right, and then nothing is listed.
  const look = versions.some(isWrite) ? "with-releases" : "first";
  let floating: readonly TagPlan[] = [];
  await runTogether<void>([
    () => verifyTags(written, promotion),
    async () => {
      floating = await planFloating(promotion.targets.floating, promotion, look);
    },
  ]);
  announce(floating, promotion);
  if (!inputs.dryRun) await moveFloating(latestLast(writesOf(floating, promotion)), promotion);
}

/** The first tag goes alone, since what is refused to it would be refused to all; the others go at once after it. */
async function writeVersions(versions: readonly TagPlan[], promotion: Promotion): Promise<readonly Target[]> {
  await bringContent(promotion, await targetsOfContent(versions, promotion));
  const targets = writesOf(await lookAgain(versions, promotion), promotion);
  await runTogether(targets.slice(0, 1).map(write));
  await runTogether(targets.slice(1).map(write), TAGS_AT_ONCE);
  return targets;

  function write(target: Target): () => Promise<void> {
    return () => writeTag(target, promotion);
  }
}

/** Sending an image may take minutes, in which others may make the tags that are about to be written. */
async function lookAgain(versions: readonly TagPlan[], promotion: Promotion): Promise<readonly TagPlan[]> {
  const { inputs, digest, targets, journal } = promotion;
  if (journal.copies().every(({ report }) => report.bytesSent === 0)) return versions;
  const now = await observe(writesOf(versions, promotion), targets);
  const plans = now.map((one) => planVersionTag(one, digest, inputs.onConflict));
  announce(
    plans.filter(({ tag, before }) => journal.planOf(tag)?.before !== before),
    promotion,
  );
  refuseConflicts(plans, digest);
  return plans;
}

/**
 * Which tags need the image in their repository. Floating tags that are alone in theirs are planned for this, and again in
 * their turn.
 */
async function targetsOfContent(versions: readonly TagPlan[], promotion: Promotion): Promise<readonly Target[]> {
  const { targets, inputs } = promotion;
  // What was signed after an earlier promotion is fetched too when signatures are required.
  const required = inputs.referrers === "require" ? targets.versions : writesOf(versions, promotion);
  const right = versions.filter(({ kind }) => kind === "same").map(({ tag }) => targets.find(tag));
  const supplied = [placeOf(inputs.source), ...[...required, ...right].map(({ place }) => place)];
  const alone = targets.floating.filter(({ place }) => !supplied.some((one) => isSamePlace(one, place)));
  return [...required, ...writesOf(await planFloating(alone, promotion), promotion)];
}

async function moveFloating(moving: readonly Target[], promotion: Promotion): Promise<void> {
  const { ports, journal, digest, targets } = promotion;
  if (moving.length === 0) return;
  await bringContent(promotion, moving);
  for (const target of await writeTogether(moving, promotion)) await writeTag(target, promotion);
  // The last word: every tag that should name the image now, read once more.
  const right = journal.records().filter(({ plan }) => isWrite(plan) || plan.kind === "same");
  await verifyTags(
    right.map(({ plan }) => targets.find(plan.tag)),
    promotion,
  );
  ports.log.info(`read back ${right.length} tags: all name ${shortDigest(digest)}`);
}

function writesOf(plans: readonly TagPlan[], { targets }: Promotion): readonly Target[] {
  return plans.filter(isWrite).map(({ tag }) => targets.find(tag));
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

/** Looks at floating tags, and at the releases beside them: with the tags, or only once one is found to be wrong. */
async function planFloating(
  wanted: readonly Target[],
  promotion: Promotion,
  look: "first" | "with-releases" = "first",
): Promise<readonly TagPlan[]> {
  const { digest, targets } = promotion;
  const version = versionToCompare(promotion);
  const releases = createReleaseLists(targets);
  let observed: readonly ObservedTag[] = [];
  await runTogether<void>([
    async () => {
      observed = await observe(wanted, targets);
    },
    ...(look === "with-releases" && version !== undefined ? [() => releases.read(wanted)] : []),
  ]);
  const open = observed.filter(({ before }) => before !== digest).map(({ tag }) => targets.find(tag));
  const rule = open.length > 0 ? await floatingRule(open, promotion, releases) : ({ kind: "never" } as const);
  return observed.map((one) => planFloatingTag(one, digest, rule));
}

/** Each repository has its own releases, so a tag is compared with those of its own. */
async function floatingRule(
  open: readonly Target[],
  promotion: Promotion,
  releases: ReleaseLists,
): Promise<FloatingRule> {
  const { inputs, targets, ports } = promotion;
  if (inputs.moveFloating !== "auto") return { kind: inputs.moveFloating };
  const version = versionToCompare(promotion);
  if (version === undefined) {
    ports.log.notice("neither tags nor the source's tag is a version, so floating tags move without a comparison");
    return { kind: "always" };
  }
  await releases.read(open);
  return {
    kind: "auto",
    reasonToKeep: (name) => {
      const target = targets.find(name);
      return reasonToKeep(target.tag, version, releases.of(target));
    },
  };
}

/** The version that floating tags would follow; undefined when there is none, or when they do not follow versions. */
function versionToCompare({ inputs, targets }: Promotion): string | undefined {
  if (inputs.moveFloating !== "auto") return undefined;
  return versionOfPromotion(
    targets.versions.map(({ tag }) => tag),
    inputs.source.tag,
  );
}

/** `latest` is what most people pull, so it moves when everything else has. */
function latestLast(targets: readonly Target[]): readonly Target[] {
  return [...targets.filter(({ tag }) => tag !== "latest"), ...targets.filter(({ tag }) => tag === "latest")];
}
