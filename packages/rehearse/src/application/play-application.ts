import type { Rehearsal } from "../open-rehearsal.ts";
import { manifestsOf } from "./manifests.ts";
import type { Application } from "./application.ts";

/** Stages the application as its folder has it, and promotes what was staged if that was green. */
export async function playApplication(rehearsal: Rehearsal, application: Application): Promise<void> {
  const { repository } = rehearsal.world;
  const files = manifestsOf(application);
  const commit = repository.commit({ message: "Make the application as it is here", files, branch: "main" });
  const staged = await rehearsal.stage(commit);
  const betaTag = staged.jobs.map(({ outputs }) => outputs["beta-tag"]).find((tag) => tag !== undefined);
  if (staged.conclusion === "success" && betaTag !== undefined) await rehearsal.promote(betaTag);
}
