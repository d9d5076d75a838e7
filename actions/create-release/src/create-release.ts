import { FairwayError, refusal, upstream, type Release } from "@fairway/domain";

import { isNewest } from "./choose-latest.ts";
import { prepareAssets, prepareNotes, type PreparedAsset } from "./content.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import { planRelease, planTag, type ReleasePlan } from "./plan-release.ts";
import type { CreateReleasePorts, NewRelease } from "./ports.ts";

export interface CreateReleaseResult {
  readonly outputs: {
    readonly "release-id": string;
    readonly "html-url": string;
    readonly tag: string;
    readonly commit: string;
    readonly assets: string;
    readonly outcome: "created" | "resumed" | "unchanged" | "planned";
  };
  /** What was done, or would be, one sentence a step. */
  readonly steps: readonly string[];
}

/** How often a failed write is followed by reading what is there and going on from it. */
const ROUNDS = 3;
const PAUSE_MS = 1000;

/**
 * Publishes a release in the one order that never shows a half-made one: claim the tag, make a draft, upload, verify every
 * digest, publish. A write that failed is resolved by reading the releases again; a re-run resumes or finds all done.
 */
export async function createRelease(
  inputs: CreateReleaseInputs,
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const assets = await prepareAssets(inputs, ports);
  if (inputs.dryRun) return planOnly(inputs, assets, ports);
  const claimed = await claimTag(inputs, ports);
  for (let round = 1; ; round += 1) {
    try {
      return await bringAbout(inputs, { assets, claimed, first: round === 1 }, ports);
    } catch (error) {
      const worthReading =
        error instanceof FairwayError && error.kind === "upstream" && round < ROUNDS && !ports.signal.aborted;
      if (!worthReading) throw error;
      ports.log.warning(`${error.message}; reading what is there and going on from it`);
      await ports.clock.sleep(PAUSE_MS * round, ports.signal);
    }
  }
}

interface Progress {
  readonly assets: readonly PreparedAsset[];
  readonly claimed: boolean;
  readonly first: boolean;
}

/** A fresh tag has no release yet, so its first round need not ask for one. */
async function bringAbout(
  inputs: CreateReleaseInputs,
  progress: Progress,
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const fresh = progress.claimed && progress.first;
  const needsList = !fresh || inputs.generateNotes || (inputs.makeLatest === "auto" && !inputs.prerelease);
  const releases = needsList ? await ports.releases.all() : [];
  const plan = planRelease(
    progress.assets,
    inputs.prerelease,
    releases.filter(({ tag }) => tag === inputs.tag),
  );
  if (plan.kind === "refuse") throw refused(plan.reason);
  if (plan.kind === "unchanged") {
    ports.log.info(`${inputs.tag} is published and complete; nothing to do`);
    return report(plan.release, inputs, "unchanged", ["The release was there already, complete and the same."]);
  }
  return publish(inputs, { plan, releases, progress }, ports);
}

interface Work {
  readonly plan: Extract<ReleasePlan, { kind: "create" | "resume" }>;
  readonly releases: readonly Release[];
  readonly progress: Progress;
}

async function publish(
  inputs: CreateReleaseInputs,
  { plan, releases, progress }: Work,
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const { log } = ports;
  const notes = await prepareNotes(inputs, releases, ports);
  const wanted: NewRelease = { tag: inputs.tag, name: inputs.name ?? inputs.tag, notes, prerelease: inputs.prerelease };
  const draft = plan.kind === "resume" ? plan.draft : await ports.releases.createDraft(wanted);
  log.info(plan.kind === "resume" ? `resuming the draft of ${inputs.tag}` : `created a draft of ${inputs.tag}`);
  await uploadAll(draft, plan, progress.assets, ports);
  const latest =
    !inputs.prerelease &&
    (inputs.makeLatest === "auto" ? isNewest(inputs.tag, releases) : inputs.makeLatest === "true");
  const published = await ports.releases.publish(draft.id, latest, wanted);
  requireComplete(published, progress.assets, inputs.prerelease);
  log.info(`published ${inputs.tag}${latest ? " as the latest release" : ""}: ${published.htmlUrl}`);
  const resumed = plan.kind === "resume" || !progress.claimed;
  const steps = [
    `Tag ${inputs.tag} names ${inputs.commit}.`,
    `${progress.assets.length} files attached, each verified by digest.`,
    latest ? "It is the latest release." : "It is not marked as latest.",
  ];
  return report(published, inputs, resumed ? "resumed" : "created", steps);
}

async function uploadAll(
  draft: Release,
  plan: Work["plan"],
  assets: readonly PreparedAsset[],
  { releases, log }: CreateReleasePorts,
): Promise<void> {
  for (const asset of plan.kind === "resume" ? plan.remove : []) {
    log.info(`removing ${asset.name} (${asset.state}), which is not what this release has`);
    await releases.deleteAsset(asset);
  }
  for (const asset of assets) {
    if (plan.kind === "resume" && !plan.upload.includes(asset.name)) continue;
    const uploaded = await releases.upload(draft, asset.name, asset.content);
    const broken =
      uploaded.state !== "uploaded" ||
      uploaded.size !== asset.size ||
      (uploaded.digest ?? asset.digest) !== asset.digest;
    if (broken)
      throw upstream(
        "BAD_UPLOAD",
        `GitHub holds ${uploaded.name} with ${uploaded.size} bytes, state ${uploaded.state}; ${asset.name} has ${asset.size}`,
      );
    log.info(`uploaded ${asset.name} (${asset.size} bytes)`);
  }
}

/** The answer to the publication is read back like any other: what the world sees must be what was asked. */
function requireComplete(published: Release, assets: readonly PreparedAsset[], prerelease: boolean): void {
  const verdict = planRelease(assets, prerelease, [published]);
  if (verdict.kind === "unchanged") return;
  const reason = verdict.kind === "refuse" ? verdict.reason : "it still is a draft";
  throw upstream("NOT_PUBLISHED", `GitHub took the publication of ${published.tag}, but ${reason}`);
}

async function claimTag({ tag, commit }: CreateReleaseInputs, { tags, log }: CreateReleasePorts): Promise<boolean> {
  const claim = await tags.claim(tag, commit);
  if (claim.kind === "claimed") {
    log.info(`claimed the tag ${tag} for ${commit}`);
    return true;
  }
  if (claim.by === undefined)
    throw upstream("TAG_REFUSED", `GitHub refused the tag ${tag}, and there is no such tag`, {
      nextStep: `Check that commit ${commit} is in this repository and that no ruleset forbids the tag.`,
    });
  const plan = planTag(tag, commit, { kind: "taken", by: claim.by });
  if (plan.kind === "refuse") throw refused(plan.reason);
  log.info(`the tag ${tag} names ${commit} already`);
  return false;
}

async function planOnly(
  inputs: CreateReleaseInputs,
  assets: readonly PreparedAsset[],
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const by = await ports.tags.commitOf(inputs.tag);
  const tagPlan = planTag(inputs.tag, inputs.commit, by === undefined ? { kind: "free" } : { kind: "taken", by });
  if (tagPlan.kind === "refuse") throw refused(tagPlan.reason);
  const releases = await ports.releases.all();
  const plan = planRelease(
    assets,
    inputs.prerelease,
    releases.filter(({ tag }) => tag === inputs.tag),
  );
  if (plan.kind === "refuse") throw refused(plan.reason);
  const steps =
    plan.kind === "unchanged"
      ? ["Nothing to do: the release is there, complete and the same."]
      : stepsOf(inputs, tagPlan.kind, plan, assets);
  for (const step of steps) ports.log.info(`plan: ${step}`);
  return report(plan.kind === "unchanged" ? plan.release : undefined, inputs, "planned", steps);
}

function stepsOf(
  inputs: CreateReleaseInputs,
  tagPlan: "claim" | "keep",
  plan: Work["plan"],
  assets: readonly PreparedAsset[],
): string[] {
  return [
    tagPlan === "claim"
      ? `Claim the tag ${inputs.tag} for ${inputs.commit}.`
      : `Keep the tag ${inputs.tag}, which names ${inputs.commit}.`,
    plan.kind === "create" ? "Create a draft." : `Resume the draft ${plan.draft.id}.`,
    `Attach ${assets.map(({ name }) => name).join(", ")}.`,
    `Publish it as a ${inputs.prerelease ? "prerelease" : "full release"}.`,
  ];
}

function refused(reason: string): FairwayError {
  return refusal(
    "RELEASE_CONFLICT",
    `The release is refused: ${reason}`,
    "A published release and its tag never change. Release another version, or make the request match what is there.",
  );
}

function report(
  release: Release | undefined,
  inputs: CreateReleaseInputs,
  outcome: CreateReleaseResult["outputs"]["outcome"],
  steps: readonly string[],
): CreateReleaseResult {
  const assets = (release?.assets ?? []).map(({ name, size, digest }) => ({ name, size, digest }));
  return {
    outputs: {
      "release-id": release === undefined ? "" : String(release.id),
      "html-url": release?.htmlUrl ?? "",
      tag: inputs.tag,
      commit: inputs.commit,
      assets: JSON.stringify(assets),
      outcome,
    },
    steps,
  };
}
