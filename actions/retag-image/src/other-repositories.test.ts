import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parseInputs, type Clock, type HttpTransport, type Log } from "@fairway/domain";
import { createHttpTransport } from "@fairway/http";
import { openRegistries } from "@fairway/registry";
import { startRegistry, type RegistryServer } from "@fairway/testbed";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { fields, givenCredentials } from "./inputs.ts";
import { retagImage, type RetagImageResult } from "./retag-image.ts";
import { renderSummary } from "./summary.ts";

const BETA = "0.1.0-abcdefg.beta";
const SHOP = "acme/shop";
const RELEASE = "acme/shop-release";

const closers: (() => Promise<void> | void)[] = [];
const configuredBefore = process.env["DOCKER_CONFIG"];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-retag-"));
  closers.push(() => rmSync(folder, { recursive: true }));
  process.env["DOCKER_CONFIG"] = folder;
});

afterEach(async () => {
  process.env["DOCKER_CONFIG"] = configuredBefore;
  for (const close of closers.splice(0)) await close();
});

async function serving(): Promise<RegistryServer> {
  const server = await startRegistry();
  closers.push(() => server.close());
  return server;
}

/** A registry with the beta, and one without. */
async function twoRegistries(): Promise<{ home: RegistryServer; away: RegistryServer; digest: string }> {
  const [home, away] = [await serving(), await serving()];
  return { home, away, digest: home.putImage(SHOP, BETA, { version: "0.1.0" }) };
}

/** Time that passes only when somebody waits for it. */
class SteppedClock implements Clock {
  private ms = Date.parse("2026-01-31T12:00:00Z");
  now = () => new Date(this.ms);
  elapsedMs = () => this.ms;
  sleep = (ms: number) => {
    this.ms += ms;
    return Promise.resolve();
  };
}

const silent = () => undefined;
const log: Log = { debug: silent, info: silent, notice: silent, warning: silent, error: silent, group: silent };
const defaults = { "on-conflict": "fail", "move-floating": "auto", referrers: "auto", "dry-run": "false" };

function inputsOf(texts: Record<string, string>) {
  const verdict = parseInputs(fields, { ...defaults, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

function run(
  home: RegistryServer,
  texts: Record<string, string>,
  http: HttpTransport = createHttpTransport(),
): Promise<RetagImageResult> {
  const inputs = inputsOf({ source: `${home.imageHost}/${SHOP}:${BETA}`, ...texts });
  const { signal } = new AbortController();
  const options = { http, clock: new SteppedClock(), random: () => 0.5, log, signal };
  const registries = openRegistries({ ...options, credentials: givenCredentials(inputs) });
  return retagImage(inputs, { registries, log, signal });
}

const short = ({ requests }: RegistryServer) =>
  requests.map(({ method, path }) => `${method} ${path.replace("/v2/acme/", "")}`);

describe("a promotion into another repository", () => {
  test("of its registry takes twenty requests and moves no blob", async () => {
    const { home, digest } = await twoRegistries();
    const { outputs } = await run(home, { tags: `${home.imageHost}/${RELEASE}:0.1.0` });
    expect(outputs).toMatchObject({ outcome: "promoted", digest, changed: "true" });
    expect(home.digestOf(RELEASE, "0.1.0")).toBe(digest);
    expect(home.requests.length).toBeLessThanOrEqual(20);
    expect(short(home).filter((request) => /^(GET|PUT) .*blobs/.test(request))).toEqual([]);
  });

  test("calls its tags by their whole names, in outputs and in the command that puts them back", async () => {
    const { home, digest } = await twoRegistries();
    const other = home.putImage(RELEASE, "latest", { version: "0.0.9" });
    const place = `${home.imageHost}/${RELEASE}`;
    const texts = { tags: `0.1.0,${place}:0.1.0`, "floating-tags": `${place}:latest` };
    const result = await run(home, texts);
    expect(JSON.parse(result.outputs.tags)).toEqual([
      { tag: "0.1.0", before: null, after: digest },
      { tag: `${place}:0.1.0`, before: null, after: digest },
      { tag: `${place}:latest`, before: other, after: digest },
    ]);
    const summary = renderSummary(result, inputsOf({ source: `${home.imageHost}/${SHOP}:${BETA}`, ...texts }));
    expect(summary).toContain(`docker://${place}@${other} docker://${place}:latest`);
    expect(summary).toContain(`6 blobs mounted`);
  });

  test("compares a floating tag with the releases of that repository, not of the source's", async () => {
    const { home } = await twoRegistries();
    const newer = home.putImage(RELEASE, "0.2.0", { version: "0.2.0" });
    home.tag(RELEASE, "latest", newer);
    await run(home, { tags: "0.1.0", "floating-tags": `latest,${home.imageHost}/${RELEASE}:latest` });
    expect([home.digestOf(SHOP, "latest"), home.digestOf(RELEASE, "latest")]).toEqual([
      home.digestOf(SHOP, BETA),
      newer,
    ]);
  });

  test("that keeps its only tag there copies nothing", async () => {
    const { home, away } = await twoRegistries();
    const newer = away.putImage(RELEASE, "0.2.0", { version: "0.2.0" });
    away.tag(RELEASE, "latest", newer);
    const before = away.snapshot();
    const { outputs } = await run(home, { "floating-tags": `${away.imageHost}/${RELEASE}:latest` });
    expect([outputs.outcome, away.snapshot()]).toEqual(["unchanged", before]);
  });

  test("is refused before anything is copied when a version tag there names another image", async () => {
    const { home, away } = await twoRegistries();
    away.putImage(RELEASE, "0.1.0", { version: "0.0.1" });
    const before = away.snapshot();
    const { failure } = await run(home, { tags: `0.1.0,${away.imageHost}/${RELEASE}:0.1.0` });
    expect([failure?.code, away.snapshot(), home.digestOf(SHOP, "0.1.0")]).toEqual(["TAG_CONFLICT", before, undefined]);
  });

  test("is only planned by a dry run", async () => {
    const { home, away } = await twoRegistries();
    const { outputs } = await run(home, { tags: `${away.imageHost}/${RELEASE}:0.1.0`, "dry-run": "true" });
    expect(outputs).toMatchObject({ outcome: "planned", changed: "true" });
    expect(short(away)).toEqual(["HEAD shop-release/manifests/0.1.0"]);
  });
});

describe("a promotion into several registries", () => {
  const everywhere = (home: RegistryServer, away: RegistryServer) => ({
    tags: `0.1.0,${home.imageHost}/${RELEASE}:0.1.0,${away.imageHost}/${RELEASE}:0.1.0`,
    "floating-tags": `latest,${home.imageHost}/${RELEASE}:latest,${away.imageHost}/${RELEASE}:latest`,
  });

  test("has all content everywhere before the first tag, and all versions before the first floating tag", async () => {
    const { home, away } = await twoRegistries();
    const order: string[] = [];
    const http = createHttpTransport();
    const watched: HttpTransport = {
      request: (request) => {
        if (request.method === "PUT") order.push(/manifests\/([^:]*)/.exec(request.url)?.[1] ?? "blob");
        return http.request(request);
      },
    };
    await run(home, everywhere(home, away), watched);
    const tags = order.filter((one) => one !== "blob" && one !== "sha256");
    expect(tags).toEqual(["0.1.0", "0.1.0", "0.1.0", "latest", "latest", "latest"]);
    expect(order.slice(-6)).toEqual(tags);
  });

  test("done again asks by HEAD alone", async () => {
    const { home, away } = await twoRegistries();
    await run(home, everywhere(home, away));
    home.requests.length = 0;
    away.requests.length = 0;
    const { outputs } = await run(home, everywhere(home, away));
    expect(outputs.outcome).toBe("unchanged");
    expect([...home.requests, ...away.requests].map(({ method }) => method)).toEqual(Array(7).fill("HEAD"));
  });

  test("killed before any request and run again ends in the same state, and no floating tag is ever ahead", async () => {
    const whole = await twoRegistries();
    const life = { left: Number.POSITIVE_INFINITY, count: 0 };
    await run(whole.home, everywhere(whole.home, whole.away), mortal(life));
    for (let left = 0; left < life.count; left += 1) {
      const { home, away, digest } = await twoRegistries();
      const texts = everywhere(home, away);
      await run(home, texts, mortal({ left, count: 0 })).catch(silent);
      const versions = [home.digestOf(SHOP, "0.1.0"), home.digestOf(RELEASE, "0.1.0"), away.digestOf(RELEASE, "0.1.0")];
      const floating = [
        home.digestOf(SHOP, "latest"),
        home.digestOf(RELEASE, "latest"),
        away.digestOf(RELEASE, "latest"),
      ];
      expect(floating.includes(digest) && versions.some((version) => version !== digest)).toBe(false);
      await run(home, texts);
      expect([home.snapshot(), away.snapshot()]).toEqual([whole.home.snapshot(), whole.away.snapshot()]);
    }
  });
});

test.each([
  ["another image", "fail", "TAG_CONFLICT"],
  ["another image", "skip", undefined],
  ["the same image", "fail", undefined],
])("a tag that comes to name %s while the image is sent is found, with on-conflict: %s", async (image, rule, code) => {
  const { home, away, digest } = await twoRegistries();
  const other = away.putImage(RELEASE, "other", { version: "0.0.1" });
  const to = image === "another image" ? other : digest;
  away.inject({ kind: "tag-moved", repository: RELEASE, tag: "0.1.0", to, match: { method: "PUT", path: /digest=/ } });
  const result = await run(home, { tags: `${away.imageHost}/${RELEASE}:0.1.0`, "on-conflict": rule });
  expect([result.failure?.code, away.digestOf(RELEASE, "0.1.0")]).toEqual([code, to]);
  expect(away.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/0.1.0"))).toEqual([]);
  if (code !== undefined) expect(result.failure?.message).toMatch(new RegExp(`${other}.*${digest}`));
});

test("nothing goes on when the registry is down and one of several tries has failed for good", async () => {
  const { home } = await twoRegistries();
  home.down();
  const tags = ["0.1.0", "0.1", "0", "1", "2", "3"].join(",");
  const life = { left: Number.POSITIVE_INFINITY, count: 0 };
  await expect(run(home, { tags }, mortal(life))).rejects.toMatchObject({ code: "REGISTRY_DOWN" });
  const asked = life.count;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(life.count).toBe(asked);
});

test("signatures that are made after the promotion come along when it is run again and requires them", async () => {
  const { home, away, digest } = await twoRegistries();
  const texts = { tags: `${away.imageHost}/${RELEASE}:0.1.0` };
  await run(home, texts);
  const tag = `${digest.replace(":", "-")}.sig`;
  const signature = home.putImage(SHOP, tag, { version: "0", index: false });
  expect((await run(home, { ...texts, referrers: "require" })).outputs.outcome).toBe("unchanged");
  expect(away.digestOf(RELEASE, tag)).toBe(signature);
});

/** A line that is dead after so many requests, as a runner that is killed. */
function mortal(life: { left: number; count: number }): HttpTransport {
  const http = createHttpTransport();
  return {
    request: (request) => {
      life.count += 1;
      life.left -= 1;
      if (life.left < 0) return Promise.reject(new Error("killed"));
      return http.request(request);
    },
  };
}
