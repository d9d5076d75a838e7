import type { CreateReleaseInputs } from "./inputs.ts";
import { keepApprovers } from "./keep-approvers.ts";
import { planRelease, planTag, type ReleasePlan } from "./plan-release.ts";
import type { CreateReleasePorts } from "./ports.ts";
import type { PreparedAsset } from "./prepare-assets.ts";
import { conflict, report, type CreateReleaseResult } from "./report.ts";

/** The dry run: all the reads and decisions, none of the writes. Throws what the real run would be refused for. */
export async function planOnly(
  inputs: CreateReleaseInputs,
  prepared: readonly PreparedAsset[],
  ports: CreateReleasePorts,
): Promise<CreateReleaseResult> {
  const { tag, commit, prerelease } = inputs;
  const by = await ports.tags.commitOf(tag);
  const tagPlan = planTag(tag, commit, by === undefined ? { kind: "free" } : { kind: "taken", by });
  if (tagPlan.kind === "refuse") throw conflict(tagPlan.reason);
  const releases = await ports.releases.all();
  const assets = await keepApprovers(inputs, { assets: prepared, releases }, ports);
  const plan = planRelease(
    assets,
    prerelease,
    releases.filter((release) => release.tag === tag),
  );
  if (plan.kind === "refuse") throw conflict(plan.reason);
  const steps = stepsOf(inputs, tagPlan.kind, plan, assets);
  for (const step of steps) ports.log.info(`plan: ${step}`);
  return report(plan.kind === "unchanged" ? plan.release : undefined, inputs, "planned", steps);
}

function stepsOf(
  { tag, commit, prerelease }: CreateReleaseInputs,
  tagPlan: "claim" | "keep",
  plan: Exclude<ReleasePlan, { kind: "refuse" }>,
  assets: readonly PreparedAsset[],
): string[] {
  if (plan.kind === "unchanged") return ["Nothing to do: the release is there, complete and the same."];
  return [
    tagPlan === "claim" ? `Claim the tag ${tag} for ${commit}.` : `Keep the tag ${tag}, which names ${commit}.`,
    plan.kind === "create" ? "Create a draft." : `Resume the draft ${plan.draft.id}.`,
    `Attach ${assets.map(({ name }) => name).join(", ")}.`,
    `Publish it as a ${prerelease ? "prerelease" : "full release"}.`,
  ];
}
