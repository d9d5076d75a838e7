import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { startGitHub, startRegistry, startWorld, type GitHubServer } from "@fairway/testbed";

import { CANARIES, type Entry, type Scene, type Stage } from "./scenes.ts";

const REPOSITORY = "acme/shop";
const BETA = "0.2.0-1234567.beta";
const DIGEST = `sha256:${"b".repeat(64)}`;
const PERMISSIONS = { contents: "write", actions: "read", deployments: "write" } as const;

/** Every action has an entry here, or the suite fails. */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  "build-arm64-package": async ({ folder }) => {
    const workspace = checkout(folder, {
      VERSION: "0.1.0\n",
      "make-assets.sh": "echo built > assets.txt\nif [ -e hold ]; then sleep 30; fi\n",
      "package.yml": [
        "schema: 1",
        "archive: { name: shop-arm64, folder: shop }",
        "commands: [{ name: assets, run: [[sh, make-assets.sh]] }]",
        "layout: [{ from: VERSION, to: VERSION }, { from: assets.txt, to: assets.txt }]",
      ].join("\n"),
    });
    return local(
      workspace,
      { manifest: "package.yml", "build-number": "42", branch: "main", commit: headOf(workspace) },
      (outputs) => {
        const file = join(workspace, outputs.get("package") ?? "missing");
        if (!existsSync(file)) return `there is no file ${outputs.get("package")}`;
        if (sha256(readFileSync(file)) !== outputs.get("sha256")) return "the package has another sha256";
        return gunzipSync(readFileSync(file)).includes("built") ? undefined : "the package lacks a file";
      },
    );
  },
  "check-concurrent": async (stage) => {
    const { github, environment, token } = await openGitHub(stage);
    const run = startRun(github);
    const inputs = { environment: "staging", "github-token": token };
    const restart = () => {
      run.complete("cancelled");
      return { GITHUB_RUN_ID: String(startRun(github).id) };
    };
    const ofRun = { ...environment, GITHUB_RUN_ID: String(run.id) };
    return remote(stage, { inputs, environment: ofRun, token, github, restart }, (outputs) => {
      const held = [...github.repository(REPOSITORY).refs].filter(([ref]) => ref.startsWith("refs/fairway/lock/"));
      return held.some(([, sha]) => outputs.get("lease-token")?.includes(sha)) ? undefined : "this run holds no lease";
    });
  },
  "check-environment": async (stage) => {
    const { github, environment, token } = await openGitHub(stage);
    github.repository(REPOSITORY).environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
    const inputs = { environment: "production", "github-token": token };
    return remote(stage, { inputs, environment, token, github }, (outputs) =>
      outputs.get("outcome") === "protected" ? undefined : "the environment is protected",
    );
  },
  "check-setup": async (stage) => {
    const login = { username: CANARIES.registryUser, password: CANARIES.registryPassword };
    const world = await startWorld({ registryAuth: { kind: "basic", ...login } });
    const { version, betaTag } = await world.seedRelease("0.1.0");
    world.repository.environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
    const token = world.github.token("job", PERMISSIONS);
    const [github, ecs, registry] = [
      await stage.via(world.github.url),
      await stage.via(world.ecs.url),
      await stage.via(world.registry.url),
    ];
    const urls = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.url, AWS_ENDPOINT_URL: ecs.url };
    return {
      inputs: {
        environment: "production",
        cluster: "production",
        service: "app",
        image: `localhost:${registry.port}/${REPOSITORY}:${version}`,
        "registry-username": login.username,
        "registry-password": login.password,
        "beta-tag": betaTag,
        "timeout-seconds": "5",
        "github-token": token,
      },
      environment: { ...world.env(), ...awsVariables(), ...urls, DOCKER_CONFIG: emptyFolder(stage.folder, "docker") },
      workspace: emptyWorkspace(stage.folder),
      secrets: { ...aws(), token, "registry password": login.password },
      untrue: () => undefined,
      close: () => world.close(),
    };
  },
  "compute-beta-tag": async ({ folder }) => {
    const workspace = checkout(folder, { "Cargo.toml": '[package]\nname = "shop"\nversion = "0.1.0"\n' });
    const head = headOf(workspace);
    return local(workspace, { "version-file": "Cargo.toml", commit: head }, (outputs) =>
      outputs.get("beta-tag") === `0.1.0-${head.slice(0, 7)}.beta` ? undefined : "the tag is another one",
    );
  },
  "create-release": async (stage) => {
    const { github, environment, token } = await openGitHub(stage);
    const repository = github.repository(REPOSITORY);
    const commit = repository.commit({ message: "work" });
    repository.seedRelease({ tag: "0.1.0" });
    const inputs = { tag: "0.2.0", commit, files: "app.txt", "generate-notes": "true", "github-token": token };
    const scene = remote(stage, { inputs, environment, token, github }, () => {
      const found = repository.releases.filter(({ tag }) => tag === "0.2.0");
      if (found.length !== 1) return `there are ${found.length} releases`;
      if (found[0]?.draft !== false) return "the release is a draft";
      const whole = found[0].assets.filter(({ state }) => state === "uploaded").map(({ name }) => name);
      if (whole.toSorted().join() !== "app.txt,app.txt.sha256,manifest.json") return `its files are ${whole.join()}`;
      return repository.refs.get("refs/tags/0.2.0") === commit ? undefined : "the tag names another commit";
    });
    writeFileSync(join(scene.workspace, "app.txt"), "bytes");
    return scene;
  },
  "ecs-deploy": (stage) => deployment(stage),
  "health-gate": async (stage) => {
    const world = await startWorld({ rate: 900 });
    await world.seedRelease("0.1.0");
    const { version } = world.apps.production.ready().body as { version: string };
    const { url } = await stage.via(world.apps.production.url);
    return {
      inputs: {
        url: `${url}/api/v1/ready`,
        "expect-version": version,
        "timeout-seconds": "4",
        "attempt-timeout-seconds": "0.5",
      },
      environment: {},
      workspace: emptyWorkspace(stage.folder),
      secrets: {},
      untrue: () => (world.apps.production.ready().status === 200 ? undefined : "the application is not ready"),
      close: () => world.close(),
    };
  },
  "record-deployment": async (stage) => {
    const { github, environment, token } = await openGitHub(stage);
    const repository = github.repository(REPOSITORY);
    repository.environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
    const commit = repository.commit({ message: "work" });
    const run = startRun(github, commit);
    const inputs = { mode: "start", environment: "production", ref: "main", commit, "github-token": token };
    const ofRun = { ...environment, GITHUB_RUN_ID: String(run.id), GITHUB_SHA: commit };
    return remote(stage, { inputs, environment: ofRun, token, github }, (outputs) => {
      const world = JSON.stringify(github.snapshot());
      const id = outputs.get("deployment-id") ?? "none";
      return world.includes(`"id":${id},`) && world.includes("in_progress")
        ? undefined
        : "there is no such record in progress";
    });
  },
  "resolve-release": async (stage) => {
    const { github, environment, token } = await openGitHub(stage);
    const repository = github.repository(REPOSITORY);
    const commit = repository.commit({ message: "work" });
    const tag = `0.2.0-${commit.slice(0, 7)}.beta`;
    const manifest = JSON.stringify({
      schema: 1,
      tag,
      version: "0.2.0",
      commit,
      prerelease: true,
      image: `ghcr.io/${REPOSITORY}:${tag}`,
      imageDigest: DIGEST,
      assets: [],
    });
    repository.seedRelease({ tag, prerelease: true, target: commit, assets: { "manifest.json": manifest } });
    const inputs = { tag, "github-token": token };
    return remote(stage, { inputs, environment, token, github }, (outputs) =>
      outputs.get("commit") === commit && outputs.get("image-digest") === DIGEST
        ? undefined
        : "that is another release",
    );
  },
  "retag-image": async (stage) => {
    const login = { username: CANARIES.registryUser, password: CANARIES.registryPassword };
    const registry = await startRegistry({ auth: { kind: "basic", ...login } });
    const digest = registry.putImage(REPOSITORY, BETA, { version: "0.2.0" });
    const { port } = await stage.via(registry.url);
    const inputs = {
      source: `localhost:${port}/${REPOSITORY}:${BETA}`,
      tags: "0.2.0",
      "floating-tags": "latest",
      ...login,
    };
    return {
      inputs: { ...inputs, "expected-digest": digest },
      environment: { DOCKER_CONFIG: emptyFolder(stage.folder, "docker") },
      workspace: emptyWorkspace(stage.folder),
      secrets: { password: login.password, login: `${login.username}:${login.password}` },
      untrue: () => {
        const wrong = ["0.2.0", "latest"].filter((tag) => registry.digestOf(REPOSITORY, tag) !== digest);
        return wrong.length === 0 ? undefined : `${wrong.join()} is not the image`;
      },
      close: () => registry.close(),
    };
  },
};

/** A deployment of an image that works, or of one whose tasks crash. */
export async function deployment(stage: Stage, fault?: "crash"): Promise<Scene> {
  const world = await startWorld({ rate: 900 });
  world.buildImage({ commit: "c".repeat(40), version: "0.1.0", tag: "0.1.0" });
  const digest = world.buildImage({
    commit: "d".repeat(40),
    version: BETA,
    tag: BETA,
    ...(fault !== undefined && { fault }),
  });
  const secrets = aws();
  const environment = { ...world.env(), ...awsVariables(), AWS_ENDPOINT_URL: (await stage.via(world.ecs.url)).url };
  return {
    inputs: { cluster: "production", service: "app", image: `${world.image}:${BETA}`, "timeout-seconds": "20" },
    environment,
    workspace: emptyWorkspace(stage.folder),
    secrets,
    untrue: () => {
      const service = world.snapshot().ecs["production/app"];
      if (service?.images.every((image) => image.digest === digest) !== true) return "other images run";
      return service.rolloutState === "COMPLETED" ? undefined : `the rollout is ${service.rolloutState}`;
    },
    close: () => world.close(),
  };
}

function local(workspace: string, inputs: Scene["inputs"], untrue: Scene["untrue"]): Scene {
  return { inputs, environment: {}, workspace, secrets: {}, untrue, close: () => Promise.resolve() };
}

interface RemoteParts {
  readonly inputs: Scene["inputs"];
  readonly environment: Scene["environment"];
  readonly token: string;
  readonly github: GitHubServer;
  readonly restart?: NonNullable<Scene["restart"]>;
}

function remote({ folder }: Stage, { token, github, ...parts }: RemoteParts, untrue: Scene["untrue"]): Scene {
  return { ...parts, workspace: emptyWorkspace(folder), secrets: { token }, untrue, close: () => github.close() };
}

async function openGitHub(stage: Stage) {
  const github = await startGitHub();
  const token = github.token("job", PERMISSIONS);
  const { url } = await stage.via(github.url);
  github.repository(REPOSITORY);
  const environment = {
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: url,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: "1",
  };
  return { github, token, environment };
}

function startRun(github: GitHubServer, commit?: string) {
  const repository = github.repository(REPOSITORY);
  const headSha = commit ?? repository.commit({ message: "work" });
  return repository.startRun({
    workflow: ".github/workflows/staging.yml",
    event: "workflow_dispatch",
    actor: "octocat",
    headSha,
  });
}

function aws(): Record<string, string> {
  const { awsSecretAccessKey, awsSessionToken } = CANARIES;
  return { "AWS secret key": awsSecretAccessKey, "AWS session token": awsSessionToken };
}

function awsVariables(): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: CANARIES.awsAccessKeyId,
    AWS_SECRET_ACCESS_KEY: CANARIES.awsSecretAccessKey,
    AWS_SESSION_TOKEN: CANARIES.awsSessionToken,
  };
}

function emptyWorkspace(folder: string): string {
  return emptyFolder(folder, "workspace");
}

function emptyFolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const templates = new Map<string, string>();

/** A checkout with one commit. What is asked for twice is made once and copied. */
function checkout(folder: string, files: Readonly<Record<string, string>>): string {
  const workspace = emptyWorkspace(folder);
  const key = JSON.stringify(files);
  const known = templates.get(key);
  if (known !== undefined && existsSync(known)) {
    cpSync(known, workspace, { recursive: true });
    return workspace;
  }
  const template = join(folder, "..", `checkout-${templates.size}`);
  mkdirSync(template);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(template, name), text);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: template, stdio: "ignore" });
  git("init", "--quiet");
  git("add", ".");
  git(
    "-c",
    "user.name=Ada",
    "-c",
    "user.email=ada@example.com",
    "-c",
    "commit.gpgSign=false",
    "commit",
    "--quiet",
    "-m",
    "work",
  );
  templates.set(key, template);
  cpSync(template, workspace, { recursive: true });
  return workspace;
}

function headOf(workspace: string): string {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: workspace, encoding: "utf8" }).trim();
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
