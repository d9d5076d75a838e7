import { type AppServer, type Readiness, startApp } from "./app/index.ts";
import { createSampleApplication } from "./app/sample-application.ts";
import { createWorldClock } from "./ecs/clock.ts";
import { type EcsServer, type EcsSnapshot, startEcs } from "./ecs/index.ts";
import { type GitHubServer, type RepositoryState, type SiteKind, startGitHub } from "./github/index.ts";
import { type RegistryAuth, type RegistryServer, type RegistrySnapshot, startRegistry } from "./registry/index.ts";
import { buildImage, type ImageBuild, type ImageMirror, resolveImage } from "./world/images.ts";
import { publishRelease, type SeededRelease } from "./world/seed-release.ts";
import {
  EXAMPLE_NAMES,
  type EnvironmentName,
  sampleEnvironments,
  seedDeployment,
  seedServices,
  WORLD_REGION,
  type WorldNames,
} from "./world/seed-services.ts";

export type { EnvironmentName, ImageBuild, SeededRelease, WorldNames };

export interface WorldOptions {
  /** How many times as fast as real time ECS runs; 60 when left out, at which a healthy rollout takes a second. */
  readonly rate?: number;
  /** Which GitHub it is; github.com when left out. */
  readonly site?: SiteKind;
  /** `owner/name`, on GitHub and in the registry; acme/shop when left out. */
  readonly repository?: string;
  readonly registryAuth?: RegistryAuth;
  /** What clusters, services and containers are called; as in the example workflows when left out. */
  readonly names?: WorldNames;
  /** Where the applications of both environments answer; `/api/v1/ready` with `/version` when left out. */
  readonly readiness?: Readonly<Record<EnvironmentName, Readiness>>;
  /** A real registry that the fleet pulls from as well, once images have been copied there. */
  readonly mirror?: ImageMirror;
  /** Ports to try first; a busy one is replaced by a free one. */
  readonly ports?: { readonly github?: number; readonly registry?: number; readonly ecs?: number };
}

export interface World {
  readonly github: GitHubServer;
  readonly registry: RegistryServer;
  readonly ecs: EcsServer;
  /** The sample application as each environment serves it. */
  readonly apps: Readonly<Record<EnvironmentName, AppServer>>;
  readonly repository: RepositoryState;
  readonly names: WorldNames;
  /** The image's repository without a tag: `localhost:<port>/acme/shop`. */
  readonly image: string;
  /** What a child process needs to find this world instead of the real one. Nothing in it is a secret. */
  env(): Record<string, string>;
  /** Stands in for a build and push: an image of the sample application under a tag. Returns its digest. */
  buildImage(build: ImageBuild): string;
  /** Puts an earlier release in place: commit, image and its tags, prerelease, release, and both services running it. */
  seedRelease(version: string): Promise<SeededRelease>;
  snapshot(): WorldSnapshot;
  close(): Promise<void>;
}

export interface WorldSnapshot {
  readonly github: unknown;
  readonly registry: RegistrySnapshot;
  readonly ecs: EcsSnapshot;
  readonly apps: Readonly<Record<EnvironmentName, { status: number; body: unknown }>>;
}

/**
 * Starts the embedded world on loopback: GitHub, a registry, ECS with two clusters, and the sample application that the
 * clusters run. Nothing has been released yet, and the application services run a placeholder that answers nothing.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const name = options.repository ?? "acme/shop";
  const { registry: registryPort, ecs: ecsPort } = options.ports ?? {};
  const github = await startSite(options);
  const registry = await startRegistry({
    ...(registryPort !== undefined && { port: registryPort }),
    ...(options.registryAuth !== undefined && { auth: options.registryAuth }),
  });
  const names = options.names ?? EXAMPLE_NAMES;
  const application = createSampleApplication(sampleEnvironments(names));
  const ecs = await startEcs({
    ...application,
    region: WORLD_REGION,
    clock: createWorldClock({ rate: options.rate ?? 60 }),
    resolveImage: (image) => resolveImage(registry, image, options.mirror),
    ...(ecsPort !== undefined && { port: ecsPort }),
  });
  registry.putImage("placeholder", "1", { version: "0" });
  seedServices(ecs, names, `${registry.imageHost}/placeholder:1`);
  const serve = (environment: EnvironmentName) => {
    const { cluster, service } = names[environment];
    const readiness = options.readiness?.[environment];
    return startApp({ application, cluster, service, ...(readiness && { readiness }), fleet: () => ecs.fleet() });
  };
  const apps = { staging: await serve("staging"), production: await serve("production") };
  return assemble({ github, registry, ecs, apps, names, name });
}

function startSite({ site: kind = "github.com", ports = {} }: WorldOptions): Promise<GitHubServer> {
  return startGitHub({ kind, ...(ports.github !== undefined && { port: ports.github }) });
}

interface Parts extends Pick<World, "github" | "registry" | "ecs" | "apps" | "names"> {
  /** `owner/name` */
  readonly name: string;
}

function assemble(parts: Parts): World {
  const { github, registry, ecs, apps, names, name } = parts;
  const image = `${registry.imageHost}/${name}`;
  const repository = github.repository(name);
  repository.environment("staging", {});
  repository.environment("production", { reviewers: ["release-manager"], branchPolicy: "main" });
  return {
    github,
    registry,
    ecs,
    apps,
    repository,
    names,
    image,
    env: () => variables(parts),
    buildImage: (build) => buildImage(registry, name, build),
    seedRelease: (version) => seedRelease(parts, repository, version),
    snapshot: () => ({
      github: github.snapshot(),
      registry: registry.snapshot(),
      ecs: ecs.snapshot(),
      apps: { staging: apps.staging.ready(), production: apps.production.ready() },
    }),
    async close() {
      await Promise.all([github, registry, ecs, apps.staging, apps.production].map((server) => server.close()));
    },
  };
}

function variables({ github, ecs, name }: Parts): Record<string, string> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_GRAPHQL_URL: `${github.url.replace(/\/v3$/, "")}/graphql`,
    GITHUB_REPOSITORY: name,
    AWS_ENDPOINT_URL: ecs.url,
    AWS_REGION: WORLD_REGION,
    AWS_DEFAULT_REGION: WORLD_REGION,
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLEEXAMPLE00",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

async function seedRelease(parts: Parts, repository: RepositoryState, version: string): Promise<SeededRelease> {
  const { github, registry, ecs, names, name } = parts;
  const image = `${registry.imageHost}/${name}`;
  const files = { "apps/server/Cargo.toml": `[package]\nname = "server"\nversion = "${version}"\n` };
  const commit = repository.commit({ message: `Release ${version}`, files });
  const betaTag = `${version}-${commit.slice(0, 7)}.beta`;
  const digest = buildImage(registry, name, { commit, version: betaTag, tag: betaTag });
  for (const tag of [version, "latest"]) registry.tag(name, tag, digest);
  const release: SeededRelease = { version, betaTag, commit, digest };
  const api = { url: `${github.url}/repos/${name}`, token: github.token("seed") };
  await publishRelease(api, image, release, "prerelease");
  await publishRelease(api, image, release, "release");
  seedDeployment(ecs, names, "staging", `${image}:${betaTag}`);
  seedDeployment(ecs, names, "production", `${image}:${version}`);
  return release;
}
