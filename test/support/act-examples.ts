import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

import { expect } from "@jest/globals";
import type { WorldPicture } from "@fairway/rehearse/rehearsal";
import type { World } from "@fairway/testbed";
import type { ActRun } from "./act-run.ts";
import type { ActWorld } from "./act-world.ts";
import { smallMattermostToPackage } from "./small-mattermost.ts";

/** One file of workflows-examples: what a person does before and with it, and how it must end. */
export interface ActExample {
  readonly file: string;
  readonly does: string;
  /** Programs of the machine that it builds with. Where one is missing the example is skipped, by name. */
  readonly programs?: readonly string[];
  /** Variables that every step has besides those of the world. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Brings the world into the state that the run starts from. Returns what is typed into the form. */
  prepare(place: ActWorld): Promise<Readonly<Record<string, string>>>;
  /** The jobs that end green, by the last part of their names; a job that is not named here must not have run. */
  readonly jobs: readonly string[];
  /** What the world shows afterwards. */
  proves(ended: EndedExample): void;
}

export interface EndedExample {
  readonly run: ActRun;
  readonly before: WorldPicture;
  readonly after: WorldPicture;
  /** Every service by `cluster/service`, past what a picture shows. */
  readonly services: ReturnType<World["snapshot"]>["ecs"];
}

/**
 * In the order in which a team runs them for the first time, one after the other in one world. A file of
 * workflows-examples without an entry here fails the tests.
 */
export const EXAMPLES: readonly ActExample[] = [
  {
    file: "check-setup.yml",
    does: "finds everything that both deployments need, before there is anything to deploy",
    prepare: (place) => {
      place.commit("0.1.0");
      place.world.repository.environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
      return Promise.resolve({});
    },
    jobs: ["Check staging", "Check production"],
    proves: ({ run, before, after }) => {
      expect(after).toEqual(before);
      for (const summary of run.summaries) expect(summary).toMatch(/^### Setup: ready\n\n\d+ checks: 0 failed/);
    },
  },
  {
    file: "staging.yml",
    does: "builds the first version and proves that staging serves it",
    prepare: (place) => {
      place.commit("0.1.0");
      return Promise.resolve({});
    },
    jobs: [
      "Take the lease",
      "Plan the deployment",
      "Build the beta",
      "Publish the prerelease",
      "Deploy to staging",
      "Give the lease back",
    ],
    proves: ({ before, after }) => {
      const beta = betaOf(after);
      expect(after.staging).toEqual(serves(after, beta));
      expect(after.releases.map(({ tag, kind, latest }) => [tag, kind, latest])).toEqual([[beta, "prerelease", false]]);
      expect(beta).toBe(`0.1.0-${after["git-tags"][beta]?.slice(0, 7)}.beta`);
      expect(after["floating-tags"]).toEqual({});
      expect(after.production).toEqual(before.production);
      expect(after.leases).toEqual({ staging: "free" });
    },
  },
  {
    file: "production.yml",
    does: "promotes the image that staging tested",
    prepare: async (place) => ({ "beta-tag": betaOf(await place.picture()) }),
    jobs: ["Plan the promotion", "Promote to production"],
    proves: ({ before, after }) => {
      const beta = betaOf(before);
      const digest = before["image-tags"][beta];
      expect(after.production).toEqual(serves(after, beta));
      expect(after["image-tags"]).toEqual({ [beta]: digest, "0.1.0": digest });
      expect(after["floating-tags"]).toEqual({ latest: digest });
      expect(after.releases.map(({ tag, kind, latest }) => [tag, kind, latest])).toEqual([
        ["0.1.0", "release", true],
        [beta, "prerelease", false],
      ]);
      expect(after["git-tags"]["0.1.0"]).toBe(after["git-tags"][beta]);
      expect(after.staging).toEqual(before.staging);
      expect(after.leases).toEqual({ staging: "free", production: "free" });
    },
  },
  {
    file: "self-hosted-runner.yml",
    does: "puts a published beta on staging from a runner of one's own",
    prepare: async (place) => ({ "beta-tag": await place.publishBeta({ version: "0.2.0" }) }),
    jobs: ["Deploy the beta"],
    proves: ({ before, after }) => {
      expect(after).toEqual({ ...before, staging: serves(after, betaOf(after, "0.2.0")), leases: after.leases });
      expect(after.leases).toMatchObject({ staging: "free" });
    },
  },
  {
    file: "enterprise-server.yml",
    does: "promotes a beta without a called workflow, and without OIDC",
    prepare: async (place) => ({ "beta-tag": betaOf(await place.picture(), "0.2.0") }),
    jobs: ["Plan the promotion", "Promote to production"],
    proves: ({ before, after }) => expectRelease({ before, after }, "0.2.0"),
  },
  {
    file: "rollback.yml",
    does: "goes back to an earlier release, and moves nothing that is published",
    prepare: () => Promise.resolve({ release: "0.1.0" }),
    jobs: ["Find the beta of the release", "Plan the promotion", "Promote to production"],
    proves: ({ before, after }) => {
      const beta = betaOf(after, "0.1.0");
      expect(after).toEqual({ ...before, production: serves(after, beta), records: after.records });
      expect(after.records).toMatchObject({ production: { active: [beta], open: 0 } });
    },
  },
  {
    file: "several-services.yml",
    does: "promotes one image to two services of a cluster",
    prepare: async (place) => {
      addWorker(place.world);
      return { "beta-tag": await place.publishBeta({ version: "0.3.0" }) };
    },
    jobs: ["Plan the promotion", "Promote to production"],
    proves: ({ before, after, services }) => {
      expectRelease({ before, after }, "0.3.0");
      const images = [expect.objectContaining({ digest: after["image-tags"]["0.3.0"] })];
      expect(services["production/worker"]).toMatchObject({ desiredCount: 1, runningCount: 1, images });
    },
  },
  {
    file: "arm64-package.yml",
    does: "publishes a package for servers without containers",
    programs: ["go", "npm"],
    // Else every run would compile the standard library of Go anew, for its home is a folder of its own.
    environment: { GITHUB_RUN_NUMBER: "1042", GOCACHE: join(homedir(), ".cache/go-build") },
    prepare: ({ world }) => {
      const files = smallMattermostToPackage(join(import.meta.dirname, "../../node_modules/.bin/node"));
      world.repository.commit({ message: "Package it", files, branch: "main" });
      return Promise.resolve({});
    },
    jobs: ["Build and publish the package"],
    proves: ({ before, after }) => {
      const tag = "staging-1042";
      const published = after.releases.find((release) => release.tag === tag);
      expect(published).toMatchObject({ kind: "prerelease", latest: false });
      const assets = published?.assets.map((asset) => asset.split(" sha256:")) ?? [];
      const [[, packed = ""] = []] = assets.filter(([name]) => name === PACKAGE);
      const checksum = createHash("sha256").update(`${packed}  ${PACKAGE}\n`).digest("hex");
      const manifest = ["manifest.json", expect.stringMatching(/^\w{64}$/)];
      expect(assets).toEqual([manifest, [PACKAGE, packed], [`${PACKAGE}.sha256`, checksum]]);
      const releases = after.releases.filter((release) => release !== published);
      const { [tag]: _moved, ...gitTags } = after["git-tags"];
      expect({ ...after, releases, "git-tags": gitTags }).toEqual(before);
    },
  },
];

const PACKAGE = "mattermost-staging-arm64.tar.gz";

/** A second service of production that runs the application's image. */
function addWorker({ ecs }: World): void {
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  const service = { cluster: "production", serviceName: "worker", taskDefinition: "shop-production", desiredCount: 1 };
  ecs.call("CreateService", { ...service, deploymentConfiguration });
}

/** A promotion as it must leave the world: production serves the beta, which is published as the newest release. */
function expectRelease({ before, after }: Pick<EndedExample, "before" | "after">, version: string): void {
  const beta = betaOf(before, version);
  const digest = before["image-tags"][beta];
  expect(after.production).toEqual(serves(after, beta));
  expect(after["image-tags"]).toEqual({ ...before["image-tags"], [version]: digest });
  expect(after["floating-tags"]).toEqual({ latest: digest });
  expect(after.releases).toContainEqual(expect.objectContaining({ tag: version, kind: "release", latest: true }));
  expect(after["git-tags"][version]).toBe(after["git-tags"][beta]);
  expect(after.staging).toEqual(before.staging);
  expect(after.leases).toMatchObject({ production: "free" });
}

/** The one beta in a picture, or the one of a version. */
function betaOf(picture: WorldPicture, version = ""): string {
  const tags = Object.keys(picture["image-tags"]);
  const betas = tags.filter((tag) => tag.startsWith(version) && tag.endsWith(".beta"));
  expect(betas).toHaveLength(1);
  return betas[0] ?? "";
}

/** An environment whose tasks all run the image of a beta, and whose application answers as that beta. */
export function serves(picture: WorldPicture, beta: string): unknown {
  const digest = picture["image-tags"][beta] ?? "none";
  return { images: [expect.stringMatching(`@${digest}$`)], answer: { status: 200, version: beta } };
}

/** The last part of a job's name, which is the one that its workflow gives it. */
export function jobNames(run: ActRun, conclusion: string): string[] {
  return run.jobs.filter((job) => job.conclusion === conclusion).map(({ name }) => name.split("/").at(-1) ?? "");
}
