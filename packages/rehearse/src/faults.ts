import { EVERYTHING, type Fault, type WorldPart } from "./fault.ts";
import type { Rehearsal } from "./open-rehearsal.ts";
import { publishBeta, publishFullRelease } from "./preparations.ts";
import { STAGING_FAULTS } from "./staging-faults.ts";

/** What a promotion may not move once its deployment has failed. */
const BUT_THE_VERSION_TAG: readonly WorldPart[] = ["floating-tags", "git-tags", "releases", "staging", "production"];

const PLAN = "production / Plan the promotion";
const PROMOTE = "production / Promote to production";

/** What can go wrong on the way to production. */
const PROMOTION_FAULTS: readonly Fault[] = [
  {
    name: "breaker-rollback",
    explains: [
      "The promoted image exits at its start in production, so the circuit breaker of ECS rolls the service back.",
      "Red at the deployment, with the exit code and the log; the earlier release serves, latest and releases stay.",
    ],
    prepare: async (rehearsal) => promotionOf(rehearsal, await brokenBeta(rehearsal, "crash")),
    expect: {
      exit: 1,
      where: { job: PROMOTE, step: "Deploy the release" },
      untouched: BUT_THE_VERSION_TAG,
      record: { environment: "production", state: "failure", says: /^0\.2\.0 failed: .*circuit breaker/ },
    },
  },
  {
    name: "unhealthy",
    explains: [
      "The promoted image starts, ECS is content, but its readiness URL answers 503.",
      "Red at the health gate; nothing is published and latest stays, while the unhealthy version runs and is named.",
    ],
    prepare: async (rehearsal) => promotionOf(rehearsal, await brokenBeta(rehearsal, "unhealthy")),
    expect: {
      exit: 1,
      where: { job: PROMOTE, step: "Prove that the release answers" },
      untouched: ["floating-tags", "git-tags", "releases", "staging"],
      record: { environment: "production", state: "failure", says: /^0\.2\.0 failed: \S/ },
    },
  },
  {
    name: "old-version-answers",
    explains: [
      "The new tasks run and are healthy, but what answers still says the earlier version.",
      "Red at the health gate, with the version expected and the one observed; nothing is published and latest stays.",
    ],
    prepare: async (rehearsal) => promotionOf(rehearsal, await brokenBeta(rehearsal, "old-version")),
    expect: {
      exit: 1,
      where: { job: PROMOTE, step: "Prove that the release answers" },
      untouched: ["floating-tags", "git-tags", "releases", "staging"],
      record: { environment: "production", state: "failure", says: /^0\.2\.0 failed: \S/ },
    },
  },
  {
    name: "not-a-prerelease",
    explains: [
      "The tag to promote names a full release, not a prerelease that staging made.",
      "Red while planning, before a reviewer is asked; nothing moves.",
    ],
    prepare: async (rehearsal) => {
      await rehearsal.world.seedRelease("0.1.0");
      return promotionOf(rehearsal, await publishFullRelease(rehearsal, "0.2.0"));
    },
    expect: {
      exit: 1,
      where: { job: PLAN, step: "Find the prerelease that staging tested" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "missing-image",
    explains: [
      "The image of the beta has been deleted from the registry since staging tested it.",
      "Red while planning, before a reviewer is asked; nothing moves.",
    ],
    prepare: async (rehearsal) => {
      const { world } = rehearsal;
      await world.seedRelease("0.1.0");
      const betaTag = await publishBeta(rehearsal, { version: "0.2.0" });
      world.registry.deleteTag(world.repository.fullName, betaTag);
      return promotionOf(rehearsal, betaTag);
    },
    expect: {
      exit: 1,
      where: { job: PLAN, step: "Plan the promotion of the image" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "tag-conflict",
    explains: [
      "The version tag of the promotion already names another image in the registry.",
      "Red while planning, with both digests; the tag is not overwritten and nothing moves.",
    ],
    prepare: async (rehearsal) => {
      const { world } = rehearsal;
      await world.seedRelease("0.1.0");
      const betaTag = await publishBeta(rehearsal, { version: "0.2.0" });
      world.buildImage({ commit: "0".repeat(40), version: "0.2.0", tag: "0.2.0" });
      return promotionOf(rehearsal, betaTag);
    },
    expect: {
      exit: 1,
      where: { job: PLAN, step: "Plan the promotion of the image" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "unprotected-environment",
    explains: [
      "The production environment has reviewers, but takes deployments from every branch.",
      "Red while planning, before a reviewer is asked, with what to click; nothing moves.",
    ],
    prepare: async (rehearsal) => {
      const { world } = rehearsal;
      await world.seedRelease("0.1.0");
      world.repository.environment("production", { reviewers: ["release-manager"] });
      return promotionOf(rehearsal, await publishBeta(rehearsal, { version: "0.2.0" }));
    },
    expect: {
      exit: 1,
      where: { job: PLAN, step: "Require reviewers and a branch rule" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "approval-refused",
    explains: [
      "The plan is good, and the required reviewer of the production environment refuses it.",
      "Red at the approval; nothing has moved, and no lease is held.",
    ],
    prepare: async (rehearsal) => {
      await rehearsal.world.seedRelease("0.1.0");
      const betaTag = await publishBeta(rehearsal, { version: "0.2.0" });
      return () => rehearsal.promote(betaTag, { answer: "refuse" });
    },
    expect: { exit: 1, where: { job: PROMOTE, step: undefined }, untouched: EVERYTHING, record: undefined },
  },
  {
    name: "registry-down",
    explains: [
      "The registry stops answering after the approval.",
      "Red at the first step that needs it, before the deployment; nothing moves and the earlier release serves.",
    ],
    prepare: async (rehearsal) => {
      await rehearsal.world.seedRelease("0.1.0");
      const betaTag = await publishBeta(rehearsal, { version: "0.2.0" });
      return () => rehearsal.promote(betaTag, { beforeAnswer: () => rehearsal.world.registry.down() });
    },
    expect: {
      exit: 1,
      where: { job: PROMOTE, step: "Give the image its version tag" },
      untouched: EVERYTHING,
      record: { environment: "production", state: "failure", says: /^0\.2\.0 failed: a step ended red/ },
    },
  },
  {
    name: "rollback",
    explains: [
      "Production serves 0.2.0, and the beta of 0.1.0 is promoted again.",
      "Green: production serves 0.1.0 again from the same image, no tag moves, and the summary says that it is a rollback.",
    ],
    prepare: async (rehearsal) => {
      const earlier = await rehearsal.world.seedRelease("0.1.0");
      await rehearsal.world.seedRelease("0.2.0");
      return promotionOf(rehearsal, earlier.betaTag);
    },
    expect: {
      exit: 0,
      where: undefined,
      untouched: ["image-tags", "floating-tags", "git-tags", "releases", "staging"],
      record: { environment: "production", state: "success", says: /^0\.1\.0 serves, as \S+:\d+$/ },
    },
  },
];

/** Every fault that can be rehearsed, by the name that --fault takes. */
export const FAULTS: readonly Fault[] = [...PROMOTION_FAULTS, ...STAGING_FAULTS];

/** Finds a fault by name. Throws an error that lists the known ones. */
export function findFault(name: string): Fault {
  const fault = FAULTS.find((candidate) => candidate.name === name);
  if (fault !== undefined) return fault;
  throw new Error(
    `No fault is called ${JSON.stringify(name)}. Known faults: ${FAULTS.map((known) => known.name).join(", ")}.`,
  );
}

function promotionOf(rehearsal: Rehearsal, betaTag: string): () => Promise<unknown> {
  return () => rehearsal.promote(betaTag);
}

async function brokenBeta(rehearsal: Rehearsal, fault: "crash" | "unhealthy" | "old-version"): Promise<string> {
  await rehearsal.world.seedRelease("0.1.0");
  return publishBeta(rehearsal, { version: "0.2.0", fault });
}
