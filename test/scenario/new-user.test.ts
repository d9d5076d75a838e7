import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  EVERYTHING,
  makeEnvironments,
  openRehearsal,
  playApplication,
  publishBeta,
  readApplication,
  takePicture,
  tellApplication,
  worldOf,
  type Application,
  type Rehearsal,
  type WorldPart,
  type WorldPicture,
} from "@fairway/rehearse/rehearsal";
import { startWorld, type World } from "@fairway/testbed";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "fairway-new-user-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What a new user fills in: another value for each name of the examples, and both services in one cluster. */
const NAMES: Readonly<Record<"staging" | "production", readonly (readonly [string, string])[]>> = {
  staging: [
    ["OWNER/", "harbour/"],
    ["ghcr.io/acme/shop", "ghcr.io/harbour/tally"],
    ["apps/server/Cargo.toml", "server/Cargo.toml"],
    ["cluster: staging", "cluster: tally"],
    ["service: app", "service: web-staging"],
    ["container: app", "container: web"],
    ["database-service: database", "database-service: postgres"],
    ["https://staging.example.com/api/v1/ready", "https://staging.tally.test/healthz"],
  ],
  production: [
    ["OWNER/", "harbour/"],
    ["ghcr.io/acme/shop", "ghcr.io/harbour/tally"],
    ["cluster: production", "cluster: tally"],
    ["service: app", "service: web"],
    ["container: app", "container: web"],
    ["https://www.example.com/api/v1/ready", "https://tally.test/healthz"],
  ],
};
const right = readApplication(repositoryOf("right"));

const SERVED_BEFORE = { status: 200, version: expect.stringMatching(/^1\.3\.0-\w{7}\.beta$/) };
const PUBLISHED_AND_PRODUCTION: readonly WorldPart[] = ["floating-tags", "production"];

/** One thing that is filled in wrongly, or is missing: where, what is refused, with the next step, and what stays. */
interface Mistake {
  readonly title: string;
  readonly file: "staging" | "production";
  readonly change?: readonly [string, string];
  /** The tag that is promoted, when it is another one than staging gave. */
  readonly betaTag?: string;
  readonly missingSecrets?: true;
  readonly where: string;
  readonly says: readonly (string | RegExp)[];
  readonly untouched: readonly WorldPart[];
}

const MISTAKES: readonly Mistake[] = [
  {
    title: "the cluster of staging",
    file: "staging",
    change: ["cluster: tally", "cluster: taly"],
    where: "Plan the deployment of the application",
    says: ["cluster", "next: Check the inputs cluster and aws-region"],
    untouched: EVERYTHING,
  },
  {
    title: "the service of staging",
    file: "staging",
    change: ["service: web-staging", "service: web-stagin"],
    where: "Plan the deployment of the application",
    says: ['no service "web-stagin" in cluster "tally"', "next: Check the inputs service, cluster"],
    untouched: EVERYTHING,
  },
  {
    title: "the container of staging",
    file: "staging",
    change: ["container: web", "container: wev"],
    where: "Plan the deployment of the application",
    says: ['no container "wev"; it has web', "next: Give the container's name"],
    untouched: EVERYTHING,
  },
  {
    title: "the database of staging",
    file: "staging",
    change: ["database-service: postgres", "database-service: postgrs"],
    where: "Plan the empty start of the database",
    says: ['no service "postgrs" in cluster "tally"', "next: Check the inputs service, cluster"],
    untouched: EVERYTHING,
  },
  {
    title: "the platform of staging's image",
    file: "staging",
    change: ["      container: web", "      platforms: linux/arm64\n      container: web"],
    where: "Plan the deployment of the application",
    says: ["runs on linux/amd64, and the image is built for linux/arm64", "next: Build the image for linux/amd64"],
    untouched: EVERYTHING,
  },
  {
    title: "the path of the health URL of staging",
    file: "staging",
    change: ["staging.tally.test/healthz", "staging.tally.test/health"],
    where: "Prove that the beta answers",
    says: [/\/health answers 404; expected status 200/, "next: "],
    untouched: PUBLISHED_AND_PRODUCTION,
  },
  {
    title: "the image of production",
    file: "production",
    change: ["ghcr.io/harbour/tally", "ghcr.io/harbour/taly"],
    where: "Plan the promotion of the image",
    says: ["/harbour/taly:1.4.0-", "next: "],
    untouched: EVERYTHING,
  },
  {
    title: "the environment of production",
    file: "production",
    change: ["      beta-tag: ${{", "      environment: prodution\n      beta-tag: ${{"],
    where: "Require reviewers and a branch rule",
    says: ["The environment prodution does not exist", "next: Open Settings, Environments"],
    untouched: EVERYTHING,
  },
  {
    title: "a beta tag that staging never gave",
    file: "production",
    betaTag: "1.4.0-0000000.beta",
    where: "Find the prerelease that staging tested",
    says: ["1.4.0-0000000.beta does not exist", "next: "],
    untouched: EVERYTHING,
  },
  {
    title: "a tag that is no beta tag",
    file: "production",
    betaTag: "v1.4.0",
    where: "Take the beta tag apart",
    says: ['"v1.4.0" is not a beta tag', "next: "],
    untouched: EVERYTHING,
  },
  {
    title: "secrets that the repository does not have",
    file: "staging",
    missingSecrets: true,
    where: "Log in to the registry",
    says: ["password is required and not given", "Set the secret"],
    untouched: EVERYTHING,
  },
  {
    title: "the cluster of production",
    file: "production",
    change: ["cluster: tally", "cluster: taly"],
    where: "Plan the deployment",
    says: ["cluster", "next: Check the inputs cluster and aws-region"],
    untouched: EVERYTHING,
  },
  {
    title: "the service of production",
    file: "production",
    change: ["service: web", "service: wbe"],
    where: "Plan the deployment",
    says: ['no service "wbe" in cluster "tally"', "next: Check the inputs service, cluster"],
    untouched: EVERYTHING,
  },
  {
    title: "the container of production",
    file: "production",
    change: ["container: web", "container: wev"],
    where: "Plan the deployment",
    says: ['no container "wev"; it has web', "next: Give the container's name"],
    untouched: EVERYTHING,
  },
];

/** What GitHub refuses before any job starts. */
const REFUSED: readonly (readonly [string, readonly [string, string], RegExp])[] = [
  ["a permission", ["      deployments: write", "      deployments: read"], /asks for deployments: write.*Add it to/],
  [
    "a secret",
    ["      registry-password:", "      registry-pasword:"],
    /registry-pasword.*It takes registry-username, registry-password: correct the name/,
  ],
];

describe("a new user's own files", () => {
  let green: Outcome;
  let red: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    const tried = MISTAKES.map(async (mistake) => [mistake.title, await tryMistake(mistake)] as const);
    [green, red] = await Promise.all([
      inWorld(right, (rehearsal) => playApplication(rehearsal, right)),
      Promise.all(tried).then((outcomes) => new Map(outcomes)),
    ]);
  }, 120_000);

  test("are green when every name is right, and production serves what staging tested", () => {
    expect(green.runs.map(({ workflow, conclusion }) => [workflow, conclusion])).toEqual([
      ["Deploy staging", "success"],
      ["Deploy production", "success"],
    ]);
    const { staging, production, leases } = green.after;
    expect(production.answer).toEqual({ status: 200, version: expect.stringMatching(/^1\.4\.0-\w{7}\.beta$/) });
    expect(staging.answer).toEqual(production.answer);
    expect(green.after["floating-tags"]["latest"]).toBe(green.after["image-tags"]["1.4.0"]);
    expect(leases).toEqual({ staging: "free", production: "free" });
  });

  test.each(MISTAKES)("are red at $title, with what to change, and move nothing further", (mistake) => {
    const { runs, before, after } = red.get(mistake.title)!;
    const steps = runs.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps));
    const first = steps.find(({ conclusion }) => conclusion === "failure");
    expect(first?.name).toBe(mistake.where);
    const message = first?.annotations.find(({ level }) => level === "error")?.message;
    for (const text of mistake.says) expect(message).toEqual(expect.stringMatching(text));
    expect(only(after, mistake.untouched)).toEqual(only(before, mistake.untouched));
    if (mistake.untouched === EVERYTHING) expect(after.services).toEqual(before.services);
    expect([after.production.answer, before.staging.answer]).toEqual([SERVED_BEFORE, SERVED_BEFORE]);
    expect(Object.values(after.leases)).not.toContain("held");
  });

  test.each(REFUSED)("are refused for %s before any job starts", async (title, change, message) => {
    const wrong = { ...read(title, "production", change), image: right.image };
    const outcome = inWorld(wrong, (rehearsal) => rehearsal.promote("1.4.0-0000000.beta"));
    await expect(outcome).rejects.toThrow(message);
  });

  test("are not found where there are none, with what to copy", () => {
    expect(() => readApplication(scratch)).toThrow("has no folder .github/workflows. Give the root");
    rmSync(join(repositoryOf("half"), ".github/workflows/production.yml"));
    expect(() => readApplication(join(scratch, "half"))).toThrow(
      /No workflow in .* has a job with "uses: OWNER\/fairway.*production\.yml@v0"\. .*staging\.yml calls .*Copy/,
    );
  });
});

test("what is left as in the examples is told with its place, and what is filled in is not", () => {
  expect(tellApplication(right).join("\n")).not.toContain("fill it in");
  const left = tellApplication(read("copied", "staging", ["harbour/fairway", "OWNER/fairway"])).join("\n");
  expect(left).toMatch(/fill it in:\n {2}\.github\/workflows\/staging\.yml:\d+ {2}uses: OWNER\/fairway/);
});

interface Outcome {
  readonly runs: Rehearsal["runs"];
  readonly before: Seen;
  readonly after: Seen;
}

/** Beside the picture the services as ECS has them, with counts and deployments. */
type Seen = WorldPicture & { readonly services: unknown };

async function look(world: World): Promise<Seen> {
  return { ...(await takePicture(world)), services: world.snapshot().ecs };
}

/** The world has the right names; the mistaken files are run in it. */
function tryMistake({ title, file, change, betaTag, missingSecrets }: Mistake): Promise<Outcome> {
  const files = change === undefined ? right : read(title, file, change);
  const application = { ...files, image: right.image, secrets: missingSecrets ? [] : right.secrets };
  return inWorld(application, async (rehearsal) => {
    await rehearsal.world.seedRelease("1.3.0");
    if (file === "staging") return () => playApplication(rehearsal, application);
    const published = await publishBeta(rehearsal, { version: "1.4.0" });
    return async () => void (await rehearsal.promote(betaTag ?? published));
  });
}

type Play = (rehearsal: Rehearsal) => Promise<unknown>;

/** Runs an application's files in a world of the right names. What `play` does before it gives a function back is preparation. */
async function inWorld(application: Application, play: Play): Promise<Outcome> {
  const world = await startWorld(worldOf(right));
  makeEnvironments(world, right);
  const folder = mkdtempSync(join(scratch, "run-"));
  try {
    const { signal } = new AbortController();
    const rehearsal = openRehearsal({ world, root, folder, signal, report: () => undefined, application });
    let before = await look(world);
    const run = await play(rehearsal);
    if (isRun(run)) {
      before = await look(world);
      await run();
    }
    return { runs: rehearsal.runs, before, after: await look(world) };
  } finally {
    await world.close();
  }
}

function isRun(played: unknown): played is () => Promise<void> {
  return typeof played === "function";
}

function only(picture: WorldPicture, parts: readonly WorldPart[]): unknown {
  return Object.fromEntries(parts.map((part) => [part, picture[part]]));
}

function read(title: string, file: "staging" | "production", change: readonly [string, string]): Application {
  return readApplication(repositoryOf(title.replaceAll(" ", "-"), file, change));
}

/** A repository with the examples copied and filled in, rightly but for one text. */
function repositoryOf(name: string, file?: "staging" | "production", mistake?: readonly [string, string]): string {
  const folder = join(scratch, name);
  const workflows = join(folder, ".github/workflows");
  mkdirSync(workflows, { recursive: true });
  mkdirSync(join(folder, "server"), { recursive: true });
  writeFileSync(join(folder, "server/Cargo.toml"), '[package]\nname = "tally"\nversion = "1.4.0"\n');
  for (const environment of ["staging", "production"] as const) {
    const path = join(workflows, `${environment}.yml`);
    cpSync(join(root, "workflows-examples", `${environment}.yml`), path);
    const replaced = [...NAMES[environment], ...(environment === file && mistake !== undefined ? [mistake] : [])];
    const text = replaced.reduce(
      (content, [from, to]) => {
        expect(content).toContain(from);
        return content.replace(from, to);
      },
      readFileSync(path, "utf8"),
    );
    writeFileSync(path, text);
  }
  return folder;
}
void beforeAll;
void describe;
