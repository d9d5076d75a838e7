import type { Release } from "@fairway/domain";

import { isNewest } from "./choose-latest.ts";
import { gatherNotes } from "./gather-notes.ts";
import { readGivenTexts, type GivenTexts } from "./given-texts.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import { keepApprovers } from "./keep-approvers.ts";
import { listSettled, makeDraft } from "./make-draft.ts";
import { planOnly } from "./plan-only.ts";
import { planRelease, planTag, type ReleasePlan } from "./plan-release.ts";
import type { CreateReleasePorts, NewRelease } from "./ports.ts";
import { prepareAssets, type PreparedAsset } from "./prepare-assets.ts";
import { publishDraft, removeTwins, type Twins } from "./publish-draft.ts";
import { conflict, report, type CreateReleaseResult } from "./report.ts";
import { resolveWrite } from "./resolve-write.ts";
import { uploadAssets } from "./upload-assets.ts";

/** What the release is to hold; read before anything is created. */
interface Content {
  readonly assets: readonly PreparedAsset[];
  readonly given: GivenTexts;
}

/**
 * Publishes a release in the one order that never shows a half-made one: claim the tag, make a draft, upload, verify every
 * digest, publish. A write that failed is resolved by reading what is there; a re-run resumes or finds all done.
 */
export async function createRelease(
  inputs: CreateReleaseInputs,
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const given = await readGivenTexts(inputs, ports);
  const prepared = await prepareAssets(inputs, ports);
  if (inputs.dryRun) return planOnly(inputs, prepared, ports);
  const releases = await readReleases(inputs, await claimTag(inputs, ports), ports);
  const assets = await keepApprovers(inputs, { assets: prepared, releases }, ports);
  const plan = planRelease(
    assets,
    inputs.prerelease,
    releases.filter(({ tag }) => tag === inputs.tag),
  );
  switch (plan.kind) {
    case "refuse":
      throw conflict(plan.reason);
    case "unchanged":
      ports.log.info(`${inputs.tag} is published and complete; nothing to do`);
      return report(plan.release, inputs, "unchanged", ["The release was there already, complete and the same."]);
    case "create":
    case "resume":
      return bringAbout(inputs, { plan, releases, content: { assets, given } }, ports);
  }
}

/** Whether this run claimed the tag. A lost answer is resolved by claiming again, which finds the first claim. */
async function claimTag({ tag, commit }: CreateReleaseInputs, ports: CreateReleasePorts): Promise<boolean> {
  const write = () => ports.tags.claim(tag, commit);
  const claim = await resolveWrite({ write, readBack: () => Promise.resolve(undefined) }, ports);
  if (claim.kind === "claimed") {
    ports.log.info(`claimed the tag ${tag} for ${commit}`);
    return true;
  }
  const plan = planTag(tag, commit, claim);
  if (plan.kind === "refuse") throw conflict(plan.reason);
  ports.log.info(`the tag ${tag} names ${commit} already`);
  return false;
}

/** The releases as far as they are needed: a tag that was claimed this moment has none yet. */
async function readReleases(
  { tag, prerelease, generateNotes, makeLatest }: CreateReleaseInputs,
  claimed: boolean,
  ports: CreateReleasePorts,
): Promise<readonly Release[]> {
  if (!claimed) return listSettled(tag, ports);
  return generateNotes || (makeLatest === "auto" && !prerelease) ? ports.releases.all() : [];
}

interface Work {
  readonly plan: Extract<ReleasePlan, { kind: "create" | "resume" }>;
  readonly releases: readonly Release[];
  readonly content: Content;
}

async function bringAbout(
  inputs: CreateReleaseInputs,
  { plan, releases, content }: Work,
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const { assets, given } = content;
  const { tag, name = tag, prerelease } = inputs;
  const wanted: NewRelease = {
    tag,
    name,
    prerelease,
    notes: await gatherNotes(inputs, { given, assets, releases }, ports),
  };
  const { draft, twins } = await takeDraft(plan, wanted, ports);
  const missing = plan.kind === "create" ? assets : assets.filter((asset) => plan.upload.includes(asset.name));
  await uploadAssets(draft, missing, ports);
  const latest = becomesLatest(inputs, releases);
  const published = await publishDraft({ draft, wanted, assets, latest }, ports);
  await removeTwins(published, twins, ports);
  return told(inputs, { published, latest, how: outcomeOf(plan, draft, published) }, ports);
}

interface TakenDraft {
  readonly draft: Release;
  readonly twins: Twins;
}

async function takeDraft(plan: Work["plan"], wanted: NewRelease, ports: CreateReleasePorts): Promise<TakenDraft> {
  const { releases, log } = ports;
  if (plan.kind === "create") {
    const { draft, repeated } = await makeDraft(wanted, ports);
    const ofTag = async () => (await releases.all()).filter(({ tag }) => tag === wanted.tag);
    return { draft, twins: { made: draft.id, find: repeated ? ofTag : () => Promise.resolve([draft]) } };
  }
  log.info(`resuming the draft of ${wanted.tag}`);
  for (const asset of plan.remove) {
    log.info(`removing ${asset.name} (${asset.state}), which is not what this release has`);
    await releases.deleteAsset(asset);
  }
  return { draft: plan.draft, twins: { made: undefined, find: () => Promise.resolve([plan.draft, ...plan.others]) } };
}

function becomesLatest({ tag, prerelease, makeLatest }: CreateReleaseInputs, releases: readonly Release[]): boolean {
  if (prerelease) return false;
  return makeLatest === "auto" ? isNewest(tag, releases) : makeLatest === "true";
}

function outcomeOf(plan: Work["plan"], draft: Release, published: Release): "created" | "resumed" | "unchanged" {
  if (published.id !== draft.id) return "unchanged";
  return plan.kind === "create" ? "created" : "resumed";
}

interface Ending {
  readonly published: Release;
  readonly latest: boolean;
  readonly how: "created" | "resumed" | "unchanged";
}

function told(
  inputs: CreateReleaseInputs,
  { published, latest, how }: Ending,
  { log }: CreateReleasePorts,
): CreateReleaseResult {
  if (how === "unchanged") {
    log.info(`another run published ${inputs.tag} meanwhile, complete and the same: ${published.htmlUrl}`);
    return report(published, inputs, how, ["Another run published the release meanwhile, complete and the same."]);
  }
  log.info(`published ${inputs.tag}${latest ? " as the latest release" : ""}: ${published.htmlUrl}`);
  return report(published, inputs, how, [
    `Tag ${inputs.tag} names ${inputs.commit}.`,
    `${published.assets.length} files attached, each verified by digest.`,
    latest ? "It is the latest release." : "It is not marked as latest.",
  ]);
}
