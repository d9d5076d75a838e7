import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRunHost, runWorkflow, takePicture, type RunRecord } from "@fairway/rehearse/rehearsal";
import { readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { startWorld, type World } from "@fairway/testbed";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { blocksIn } from "./pages.ts";

const OF_GUIDE = blocksIn("yaml").filter(({ place }) => place.startsWith("docs/migrating.md"));
const [lease = "", tag = "", prerelease = "", deploy = "", fresh = "", gate = "", retag = "", publish = ""] =
  OF_GUIDE.map(({ text }) => text);

describe("the steps of docs/migrating.md, put together to workflows of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-migrating-"));
  let world: World;
  let commit: string;
  const said: string[] = [];

  beforeAll(async () => {
    world = await startWorld({ rate: 300 });
    const files = { "apps/server/Cargo.toml": '[package]\nname = "server"\nversion = "0.1.0"\n' };
    commit = world.repository.commit({ message: "Make 0.1.0", files, branch: "main" });
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  test("are as many as the guide has", () => {
    expect(OF_GUIDE).toHaveLength(8);
  });

  test("deploy a beta to staging, and record which image it is", async () => {
    const steps = [CHECKOUT, tag, BUILD, prerelease, LOG_IN, fresh, deploy, gate];
    expect(await start(`${TOP}${lease}${jobOf("deploy", steps, "needs: check-concurrent")}`)).toBe("success");
    const { staging, releases, leases } = await takePicture(world);
    expect(staging.answer).toEqual({ status: 200, version: betaTag() });
    expect(releases).toEqual([expect.objectContaining({ tag: betaTag(), kind: "prerelease" })]);
    expect(leases).toEqual({ staging: "free" });
  });

  test("promote it without a rebuild", async () => {
    expect(await start(`${TOP}jobs:\n${jobOf("promote", [retag, publish])}`)).toBe("success");
    const picture = await takePicture(world);
    const digest = picture["image-tags"][betaTag()];
    expect(picture["image-tags"]).toEqual({ [betaTag()]: digest, "0.1.0": digest });
    expect(picture["floating-tags"]).toEqual({ latest: digest });
    expect(picture.releases).toContainEqual(expect.objectContaining({ tag: "0.1.0", kind: "release", latest: true }));
  });

  const betaTag = () => `0.1.0-${commit.slice(0, 7)}.beta`;

  /** Runs a workflow as the application's repository has it. Returns its conclusion, with what was said when it is red. */
  async function start(text: string): Promise<string> {
    const { repository } = world;
    const path = ".github/workflows/own.yml";
    const event = { event: "workflow_dispatch", actor: "developer", headSha: commit, headBranch: "main" };
    const run = repository.startRun({ ...event, workflow: path, title: "Own" });
    said.length = 0;
    const record: RunRecord = await runWorkflow({
      caller: { path, content: filledIn(text, world) },
      called: { fullName: "fairway-actions/fairway", root: REPOSITORY_ROOT },
      event: {
        repository: repository.fullName,
        actor: "developer",
        ref: "refs/heads/main",
        commit,
        inputs: { "beta-tag": betaTag() },
      },
      variables: { AWS_DEPLOY_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy" },
      secrets: { REGISTRY_USERNAME: "rehearsal", REGISTRY_PASSWORD: "rehearsal-registry-password" },
      environments: {},
      host: openRunHost({ world, run, number: 1, reviewer: { login: "nobody", answer: "refuse" } }),
      folder: mkdtempSync(join(folder, "run-")),
      report: (happened) => said.push(JSON.stringify(happened)),
      signal: new AbortController().signal,
    });
    run.complete(record.conclusion);
    const errors = said.filter((line) => line.includes('"level":"error"') || line.includes("code:"));
    return [record.conclusion, ...errors].join("\n");
  }
});

const TOP = `name: Own
on:
  workflow_dispatch:
    inputs:
      beta-tag: { type: string, required: true }
permissions: {}
`;

/** What the guide leaves as it was: the steps of staging.yml, with the names of one's own. */
const STAGING = readText(REPOSITORY_ROOT, ".github/workflows/staging.yml");
const pinOf = (action: string): string => new RegExp(`${action}@[0-9a-f]{40}`).exec(STAGING)?.[0] ?? "";

const CHECKOUT = `- uses: ${pinOf("actions/checkout")}\n`;
const BUILD = `- id: build
  uses: ${pinOf("docker/build-push-action")}
  with:
    push: true
    tags: ghcr.io/acme/shop:\${{ steps.tag.outputs.beta-tag }}
    labels: |
      org.opencontainers.image.version=\${{ steps.tag.outputs.beta-tag }}
      org.opencontainers.image.revision=\${{ steps.tag.outputs.commit }}
`;
const LOG_IN = `- uses: ${pinOf("aws-actions/configure-aws-credentials")}
  with:
    role-to-assume: \${{ vars.AWS_DEPLOY_ROLE_ARN }}
    aws-region: eu-central-1
`;

function jobOf(id: string, steps: readonly string[], more = ""): string {
  const head = [`  ${id}:`, "    runs-on: ubuntu-latest", "    permissions: { contents: write, id-token: write }"];
  const lines = steps.join("").replaceAll(/^(?=.)/gm, "      ");
  return [...head, ...(more === "" ? [] : [`    ${more}`]), "    steps:", lines].join("\n");
}

function filledIn(text: string, { image, apps }: World): string {
  return text
    .replaceAll(/OWNER\/fairway\/(\S+)@v0/g, "$$/$1")
    .replaceAll("ghcr.io/acme/shop", image)
    .replaceAll("https://staging.example.com", apps.staging.url);
}
