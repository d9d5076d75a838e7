import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { Clock, Digest, HttpTransport, Log } from "@fairway/domain";
import { createHttpTransport } from "@fairway/http";
import { listen, startRegistry, type RegistryServer } from "@fairway/testbed";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { openRegistries, type ImageCopy, type Registries } from "./open-registries.ts";

const SOURCE = "acme/shop";
const TARGET = "acme/shop-release";
const LOGIN = { username: "octo", password: "open-sesame" };
const ARTIFACT = "application/vnd.oci.image.manifest.v1+json";

const closers: (() => Promise<void> | void)[] = [];
const configuredBefore = process.env["DOCKER_CONFIG"];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-registries-"));
  closers.push(() => rmSync(folder, { recursive: true }));
  process.env["DOCKER_CONFIG"] = folder;
});

afterEach(async () => {
  process.env["DOCKER_CONFIG"] = configuredBefore;
  for (const close of closers.splice(0)) await close();
});

async function serving(options: Parameters<typeof startRegistry>[0] = {}): Promise<RegistryServer> {
  const server = await startRegistry(options);
  closers.push(() => server.close());
  return server;
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

const lines: string[] = [];
const write = (message: string) => void lines.push(message);
const log: Log = { debug: write, info: write, notice: write, warning: write, error: write, group: write };

function opened(http: HttpTransport = createHttpTransport(), loginFor?: RegistryServer): Registries {
  lines.length = 0;
  const credentials = loginFor === undefined ? undefined : { registry: loginFor.imageHost, ...LOGIN };
  return openRegistries({ http, clock: new SteppedClock(), random: () => 0.5, log, credentials });
}

interface Route {
  readonly from: RegistryServer;
  readonly to: RegistryServer;
}

/** The copy of the image that the tag beta names. */
async function copyBeta(
  registries: Registries,
  { from, to }: Route,
  referrers: ImageCopy["referrers"] = "auto",
): ReturnType<Registries["copy"]> {
  const source = { registry: from.imageHost, repository: SOURCE };
  const digest = from.digestOf(SOURCE, "beta") as Digest;
  const manifest = await registries.repository(source).fetch(digest);
  return registries.copy({ from: source, to: { registry: to.imageHost, repository: TARGET }, manifest, referrers });
}

async function inOne(options: Parameters<typeof startRegistry>[0] = {}): Promise<Route> {
  const server = await serving(options);
  server.putImage(SOURCE, "beta", { version: "1.0.0", provenance: true });
  return { from: server, to: server };
}

async function inTwo(toOptions: Parameters<typeof startRegistry>[0] = {}): Promise<Route> {
  const { from } = await inOne();
  return { from, to: await serving(toOptions) };
}

function asked({ requests }: { requests: RegistryServer["requests"] }, pattern: RegExp): number {
  return requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
}

/** Everything that hangs on the source's image is at the target, by digest. */
function expectWhole({ from, to }: Route): void {
  const wanted = from.snapshot()[SOURCE]?.manifests ?? [];
  expect(to.snapshot()[TARGET]?.manifests).toEqual(expect.arrayContaining([...wanted]));
}

/** Puts a manifest that refers to another one, and gives its digest. */
async function refer(server: RegistryServer, subject: string, text: string): Promise<string> {
  const base = `${server.url}/v2/${SOURCE}`;
  const blob = await hashOf(text);
  await fetch(`${base}/blobs/uploads/?digest=${blob}`, { method: "POST", body: text });
  const described = { digest: blob, size: Buffer.byteLength(text) };
  const document = JSON.stringify({
    schemaVersion: 2,
    mediaType: ARTIFACT,
    artifactType: "application/spdx+json",
    config: { mediaType: "application/vnd.oci.empty.v1+json", ...described },
    layers: [{ mediaType: "text/plain", ...described }],
    subject: { mediaType: ARTIFACT, digest: subject, size: 1 },
    annotations: { about: text },
  });
  const digest = await hashOf(document);
  const headers = { "content-type": ARTIFACT };
  await fetch(`${base}/manifests/${digest}`, { method: "PUT", body: document, headers });
  server.requests.length = 0;
  return digest;
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", Buffer.from(text));
  return `sha256:${Buffer.from(hash).toString("hex")}`;
}

async function listedBy(server: RegistryServer, path: string): Promise<unknown[]> {
  const headers = { accept: "application/vnd.oci.image.index.v1+json" };
  const response = await fetch(`${server.url}/v2/${TARGET}/${path}`, { headers });
  return ((await response.json()) as { manifests: unknown[] }).manifests;
}

describe("a copy within a registry", () => {
  test("mounts every blob and moves no byte of them", async () => {
    const route = await inOne();
    const report = await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(report).toMatchObject({ manifests: 5, blobsSent: 0, bytesSent: 0 });
    expect(asked(route.to, /^(GET|PUT|HEAD) .*\/blobs\//)).toBe(0);
  });

  test("of two platforms with three blobs each, looking for referrers, takes sixteen requests", async () => {
    const server = await serving();
    server.putImage(SOURCE, "beta", { version: "1.0.0" });
    await copyBeta(opened(), { from: server, to: server });
    // The index, two manifests and their PUTs and its PUT, six mounts, three questions for referrers, the list of tags.
    expect(server.requests).toHaveLength(1 + 2 + 3 + 6 + 3 + 1);
  });

  test("asks a registry without referrers API for it once", async () => {
    const server = await serving({ referrers: false });
    server.putImage(SOURCE, "beta", { version: "1.0.0" });
    await copyBeta(opened(), { from: server, to: server });
    expect(asked(server, /referrers/)).toBe(1);
    expect(server.requests).toHaveLength(1 + 2 + 3 + 6 + 1 + 1);
  });

  test("asks for both rights in one token", async () => {
    const route = await inOne({ auth: { kind: "bearer", ...LOGIN } });
    await copyBeta(opened(undefined, route.from), route, "none");
    expectWhole(route);
    const scopes = route.from.requests
      .filter(({ path }) => path.startsWith("/token"))
      .map(({ path }) => new URL(path, "http://x").searchParams.getAll("scope"));
    expect(scopes).toEqual([
      [`repository:${SOURCE}:pull`],
      [`repository:${TARGET}:pull,push`, `repository:${SOURCE}:pull`],
    ]);
  });

  test.each([400, 401, 403, 404, 405])("that is answered %d to a mount goes on as a stream", async (status) => {
    const route = await inOne({ auth: { kind: "bearer", ...LOGIN } });
    const challenge = `Bearer realm="${route.from.url}/token",error="insufficient_scope"`;
    const headers = { "www-authenticate": challenge };
    route.to.inject({ kind: "status", status, headers, match: { path: /mount=/ }, times: 99 });
    const report = await copyBeta(opened(undefined, route.from), route, "none");
    expectWhole(route);
    expect(report.blobsMounted).toBe(0);
    expect(report.blobsSent).toBeGreaterThan(0);
  });

  test("whose token service denies the two rights together goes on as a stream", async () => {
    const route = await inOne({ auth: { kind: "bearer", ...LOGIN } });
    route.from.inject({ kind: "status", status: 403, match: { path: /^\/token.*scope=.*scope=/ }, times: 99 });
    const report = await copyBeta(opened(undefined, route.from), route, "none");
    expectWhole(route);
    expect(report.blobsMounted).toBe(0);
  });

  test("whose token service grants but one of several rights asks for each alone", async () => {
    const route = await inOne({ auth: { kind: "bearer", ...LOGIN } });
    const http = createHttpTransport();
    const grudging: HttpTransport = {
      request: (request) => http.request({ ...request, url: request.url.replace(/scope=.*&(?=scope=)/, "") }),
    };
    const report = await copyBeta(opened(grudging, route.from), route, "none");
    expectWhole(route);
    expect(report.blobsMounted).toBe(0);
  });

  test("of an account that may not write says so, and is not taken for a mount that is not allowed", async () => {
    const route = await inOne({ auth: { kind: "basic", ...LOGIN } });
    route.to.inject({ kind: "status", status: 403, match: { method: "POST" }, times: 99 });
    await expect(copyBeta(opened(undefined, route.from), route)).rejects.toMatchObject({
      code: "FORBIDDEN",
      nextStep: expect.stringContaining(`repository:${TARGET}:pull,push`),
    });
  });

  test("uses the upload that a registry opens instead of mounting", async () => {
    const route = await inOne();
    const session = await fetch(`${route.to.url}/v2/${TARGET}/blobs/uploads/`, { method: "POST" });
    const location = session.headers.get("location") ?? "";
    route.to.requests.length = 0;
    route.to.inject({ kind: "status", status: 202, headers: { location }, match: { path: /mount=/ } });
    const report = await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(report.blobsSent).toBe(1);
    expect(asked(route.to, /^POST .*uploads\/$/)).toBe(0);
    expect(asked(route.to, new RegExp(`^PUT ${location}`))).toBe(1);
  });
});

describe("a copy to another registry", () => {
  test("sends the bytes of every blob once", async () => {
    const route = await inTwo();
    const report = await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(report.blobsSent).toBe(asked(route.from, /^GET .*\/blobs\//));
    expect(route.to.facts(TARGET, route.from.digestOf(SOURCE, "beta") ?? "")).toEqual(route.from.facts(SOURCE, "beta"));
  });

  test("sends nothing that is there already", async () => {
    const route = await inTwo();
    route.to.putImage(TARGET, "other", { version: "2.0.0", platforms: ["linux/amd64"] });
    const report = await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(report.blobsPresent).toBe(1);
  });

  test("done again reads the source once, and asks the target by HEAD alone", async () => {
    const route = await inTwo();
    await copyBeta(opened(), route, "none");
    route.from.requests.length = 0;
    route.to.requests.length = 0;
    const report = await copyBeta(opened(), route, "none");
    expect([route.from, route.to].map((server) => server.requests.map(({ method }) => method))).toEqual([
      ["GET"],
      // The index and the four manifests that it lists.
      ["HEAD", "HEAD", "HEAD", "HEAD", "HEAD"],
    ]);
    expect(report).toMatchObject({ manifests: 0, blobsSent: 0 });
  });

  test("brings what an index that is there already has lost", async () => {
    const route = await inTwo();
    await copyBeta(opened(), route, "none");
    const lost = (await manifestOf(route.from, "beta")).manifests?.[0]?.digest ?? "";
    await fetch(`${route.to.url}/v2/${TARGET}/manifests/${lost}`, { method: "DELETE" });
    const report = await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(report).toMatchObject({ manifests: 1, blobsSent: 0 });
  });

  test("gives a login to the registry that it is for and to no other", async () => {
    const { from } = await inOne({ auth: { kind: "basic", ...LOGIN } });
    const to = await serving({ auth: { kind: "basic", ...LOGIN } });
    await expect(copyBeta(opened(undefined, from), { from, to })).rejects.toMatchObject({ code: "NO_CREDENTIALS" });
    expect(to.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  test("brings the blobs of all platforms in one go, and puts no manifest before it has all of them", async () => {
    const route = await inTwo();
    await copyBeta(opened(), route, "none");
    const puts = route.to.requests.filter(({ method }) => method === "PUT").map(({ path }) => path);
    const firstManifest = puts.findIndex((path) => path.includes("/manifests/"));
    expect(puts.slice(firstManifest).filter((path) => path.includes("/blobs/"))).toEqual([]);
    expect(puts.at(-1)).toContain(route.from.digestOf(SOURCE, "beta"));
    expect(asked(route.to, /^HEAD .*\/manifests\//)).toBe(5);
  });

  test("asks for a blob while its upload is opened", async () => {
    const route = await inTwo();
    const body = '{"errors":[{"code":"NAME_UNKNOWN","message":"no such repository"}]}';
    route.to.inject({ kind: "status", status: 404, body, match: { method: "POST" }, times: 9 });
    await expect(copyBeta(opened(), route)).rejects.toMatchObject({ code: "MISSING_REPOSITORY" });
    expect(asked(route.from, /^GET .*\/blobs\//)).toBeGreaterThan(0);
  });

  test("says so when the repository has to be made first", async () => {
    const route = await inTwo();
    const body = '{"errors":[{"code":"NAME_UNKNOWN","message":"no such repository"}]}';
    route.to.inject({ kind: "status", status: 404, body, match: { method: "POST" }, times: 9 });
    await expect(copyBeta(opened(), route)).rejects.toMatchObject({ code: "MISSING_REPOSITORY" });
  });

  test("follows a blob to where the registry keeps it, without the credentials", async () => {
    const route = await inTwo();
    const stored = await listen(async ({ path }, response) => {
      const blob = await fetch(`${route.from.url}${path}`);
      response.end(Buffer.from(await blob.arrayBuffer()));
    });
    closers.push(() => stored.close());
    const front = await listen(async ({ path, headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401, { "www-authenticate": "Basic" }).end();
      else if (path.includes("/blobs/")) response.writeHead(307, { location: `${stored.url}${path}` }).end();
      else {
        const answer = await fetch(`${route.from.url}${path}`, { headers: { accept: headers.accept ?? "" } });
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(Buffer.from(await answer.arrayBuffer()));
      }
    });
    closers.push(() => front.close());
    const from = { ...route.from, imageHost: front.host };
    await copyBeta(opened(undefined, from), { ...route, from }, "none");
    expectWhole(route);
    expect(stored.requests.length).toBeGreaterThan(0);
    expect(stored.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });
});

describe("content in trouble", () => {
  test.each([
    ["of another length", "short"],
    ["of the same length", undefined],
  ])("that has bytes %s is refused, and the target does not have it", async (_, replaced) => {
    const route = await inTwo();
    const blob = await someBlob(route.from);
    const body = replaced ?? "x".repeat(blob.size);
    route.from.inject({
      kind: "status",
      status: 200,
      body,
      match: { method: "GET", path: new RegExp(blob.digest) },
      times: 9,
    });
    await expect(copyBeta(opened(), route, "none")).rejects.toMatchObject({ code: "DIGEST_MISMATCH" });
    const there = await fetch(`${route.to.url}/v2/${TARGET}/blobs/${blob.digest}`, { method: "HEAD" });
    expect(there.status).toBe(404);
    expect(route.to.snapshot()[TARGET]?.tags ?? {}).toEqual({});
  });

  test("whose connection is cut is fetched again", async () => {
    const route = await inTwo();
    route.from.inject({ kind: "drop", match: { method: "GET", path: /blobs/ }, times: 2 });
    await copyBeta(opened(), route, "none");
    expectWhole(route);
  });

  test("that arrived although the answer was lost is not sent again", async () => {
    const route = await inTwo();
    route.to.inject({ kind: "lost-answer", match: { method: "PUT", path: /blobs/ } });
    await copyBeta(opened(), route, "none");
    expectWhole(route);
    const sent = route.to.requests.filter(({ method, path }) => method === "PUT" && path.includes("digest="));
    expect(new Set(sent.map(({ path }) => path.split("digest=")[1])).size).toBe(sent.length);
  });

  test("that is limited is sent after the pause that the registry asks for", async () => {
    const route = await inTwo();
    const headers = { "retry-after": "7" };
    route.to.inject({ kind: "status", status: 429, headers, match: { method: "PUT", path: /uploads/ } });
    await copyBeta(opened(), route, "none");
    expectWhole(route);
    expect(lines).toContainEqual(expect.stringMatching(/a try failed: .*wait 7 s/));
  });

  test("of a registry that stays down is given up after five tries", async () => {
    const route = await inTwo();
    route.to.inject({ kind: "drop", match: { method: "PUT", path: /uploads/ }, times: 99 });
    await expect(copyBeta(opened(), route, "none")).rejects.toMatchObject({ code: "REGISTRY_DOWN" });
    expect(asked(route.to, /^PUT/)).toBeLessThanOrEqual(5 * 6);
  });

  test("that can never be sent ends what else is on its way, and nothing is tried or told any more", async () => {
    const route = await inTwo();
    const blob = await someBlob(route.from);
    const path = new RegExp(`digest=sha256%3A${blob.digest.slice(7)}`);
    route.to.inject({ kind: "status", status: 403, match: { method: "PUT", path } });
    route.to.inject({ kind: "delay", ms: 3_000, match: { method: "PUT" }, times: 9 });
    const http = createHttpTransport();
    let sent = 0;
    const counting: HttpTransport = {
      request: (request) => {
        sent += 1;
        return http.request(request);
      },
    };
    const started = performance.now();
    await expect(copyBeta(opened(counting), route, "none")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(performance.now() - started).toBeLessThan(2_500);
    const [told, before] = [lines.length, sent];
    // What was under way when the others were stopped may still arrive; after that there is silence.
    await pause(50);
    const arrived = route.to.requests.length;
    await pause(50);
    expect([lines.length, sent, route.to.requests.length]).toEqual([told, before, arrived]);
    expect(lines.filter((line) => line.startsWith("a try failed"))).toEqual([]);
  });

  test("whose upload the registry has forgotten is sent by a new one", async () => {
    const route = await inTwo();
    route.to.inject({ kind: "status", status: 404, match: { method: "PUT", path: /uploads/ } });
    await copyBeta(opened(), route, "none");
    expectWhole(route);
  });

  test("that is listed and not there makes the image not whole", async () => {
    const route = await inTwo();
    route.from.inject({
      kind: "status",
      status: 404,
      body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}',
      match: { method: "GET", path: new RegExp(`manifests/(?!${route.from.digestOf(SOURCE, "beta") ?? ""})`) },
    });
    await expect(copyBeta(opened(), route)).rejects.toMatchObject({ code: "INCOMPLETE_IMAGE" });
  });
});

async function someBlob(server: RegistryServer): Promise<{ digest: string; size: number }> {
  const { digest } = (await manifestOf(server, "beta")).manifests?.[0] ?? { digest: "" };
  const layer = (await manifestOf(server, digest)).layers?.[0];
  server.requests.length = 0;
  if (layer === undefined) throw new Error("the image has no layer");
  return layer;
}

interface ManifestText {
  readonly manifests?: { digest: string }[];
  readonly layers?: { digest: string; size: number }[];
}

async function manifestOf(server: RegistryServer, reference: string): Promise<ManifestText> {
  const headers = { accept: `application/vnd.oci.image.index.v1+json, ${ARTIFACT}` };
  const answer = await fetch(`${server.url}/v2/${SOURCE}/manifests/${reference}`, { headers });
  return (await answer.json()) as ManifestText;
}

describe("referrers", () => {
  async function signed(route: Route): Promise<{ image: string; child: string; all: string[] }> {
    const image = route.from.digestOf(SOURCE, "beta") ?? "";
    const child = (await manifestOf(route.from, image)).manifests?.[0]?.digest ?? "";
    const signature = await refer(route.from, image, "signature of the index");
    const sbom = await refer(route.from, child, "parts of one platform");
    const countersignature = await refer(route.from, signature, "signature of the signature");
    return { image, child, all: [signature, sbom, countersignature] };
  }

  test.each([
    ["within a registry", inOne],
    ["to another registry", inTwo],
  ])("of the index, of its images and of referrers come along %s", async (_, places) => {
    const route = await places();
    const { all } = await signed(route);
    expect((await copyBeta(opened(), route)).referrers).toBe(3);
    expectWhole(route);
    expect(route.to.snapshot()[TARGET]?.manifests).toEqual(expect.arrayContaining(all));
    expect(Object.keys(route.to.snapshot()[TARGET]?.tags ?? {})).toEqual([]);
  });

  test("are listed under the tag that stands in where the registry has no referrers API", async () => {
    const route = await inTwo({ referrers: false });
    const { image, all } = await signed(route);
    await copyBeta(opened(), route);
    expect(await listedBy(route.to, `manifests/${image.replace(":", "-")}`)).toEqual([
      expect.objectContaining({
        digest: all[0],
        artifactType: "application/spdx+json",
        annotations: { about: "signature of the index" },
      }),
    ]);
  });

  test("are added to the index that others add to at the same time, where the registry honours conditions", async () => {
    const route = await inTwo({ referrers: false, conditionalWrites: true });
    const { image } = await signed(route);
    const tag = image.replace(":", "-");
    const other = route.to.putImage(TARGET, "other", { version: "2.0.0" });
    const match = { method: "PUT", path: new RegExp(`manifests/${tag}$`) };
    route.to.inject({ kind: "tag-moved", repository: TARGET, tag, to: other, match });
    await copyBeta(opened(), route);
    const foreign = await listedBy(route.to, `manifests/${other}`);
    expect(foreign).not.toEqual([]);
    expect(await listedBy(route.to, `manifests/${tag}`)).toEqual(expect.arrayContaining(foreign));
    expect(await listedBy(route.to, `manifests/${tag}`)).toHaveLength(foreign.length + 1);
  });

  test("are added to those that the tag lists already, once", async () => {
    const route = await inTwo({ referrers: false });
    const { image } = await signed(route);
    await copyBeta(opened(), route);
    const second = await refer(route.from, image, "a second signature");
    await copyBeta(opened(), route);
    await copyBeta(opened(), route);
    const listed = await listedBy(route.to, `manifests/${image.replace(":", "-")}`);
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual(expect.objectContaining({ digest: second }));
  });

  test("are found at the source by the tag that stands in", async () => {
    const first = await inTwo({ referrers: false });
    const { image, all } = await signed(first);
    await copyBeta(opened(), first);
    first.to.tag(TARGET, "beta", image);
    const last = await serving();
    const registries = opened();
    const from = { registry: first.to.imageHost, repository: TARGET };
    const manifest = await registries.repository(from).fetch(image as Digest);
    const to = { registry: last.imageHost, repository: TARGET };
    expect((await registries.copy({ from, to, manifest, referrers: "require" })).referrers).toBe(3);
    expect(await listedBy(last, `referrers/${image}`)).toEqual([expect.objectContaining({ digest: all[0] })]);
  });

  test.each([".sig", ".att", ".sbom"])("under cosign's tag %s come along under that tag", async (suffix) => {
    const route = await inTwo();
    const tag = `${route.from.digestOf(SOURCE, "beta")?.replace(":", "-") ?? ""}${suffix}`;
    const signature = route.from.putImage(SOURCE, tag, { version: "0", index: false });
    expect((await copyBeta(opened(), route)).referrers).toBe(1);
    expect(route.to.digestOf(TARGET, tag)).toBe(signature);
  });

  test("under a cosign tag that has something else at the target are left alone, with a warning", async () => {
    const route = await inTwo();
    const tag = `${route.from.digestOf(SOURCE, "beta")?.replace(":", "-") ?? ""}.sig`;
    route.from.putImage(SOURCE, tag, { version: "0", index: false });
    const theirs = route.to.putImage(TARGET, tag, { version: "9", index: false });
    await copyBeta(opened(), route);
    expect(route.to.digestOf(TARGET, tag)).toBe(theirs);
    expect(lines).toContainEqual(expect.stringContaining(`left ${route.to.imageHost}/${TARGET}:${tag} as it is`));
  });

  test("are read page after page", async () => {
    const route = await inTwo();
    const { image, all } = await signed(route);
    const second = await refer(route.from, image, "a second signature");
    const page = (digest: string | undefined) => JSON.stringify({ schemaVersion: 2, manifests: [{ digest, size: 1 }] });
    const path = `/v2/${SOURCE}/referrers/${image}`;
    const link = `<${path}?page=2>; rel="next"`;
    const match = { method: "GET", path: new RegExp(`referrers/${image}$`) };
    route.from.inject({ kind: "status", status: 200, body: page(all[0]), headers: { link }, match });
    route.from.inject({ kind: "status", status: 200, body: page(second), match: { method: "GET", path: /page=2/ } });
    expect((await copyBeta(opened(), route)).referrers).toBe(4);
  });

  test("without an end are refused", async () => {
    const route = await inTwo();
    const image = route.from.digestOf(SOURCE, "beta") ?? "";
    for (let page = 0; page < 100; page += 1) {
      const link = `</v2/${SOURCE}/referrers/${image}?page=${page}>; rel="next"`;
      const body = '{"manifests":[]}';
      route.from.inject({ kind: "status", status: 200, body, headers: { link }, match: { path: /referrers/ } });
    }
    await expect(copyBeta(opened(), route)).rejects.toMatchObject({ code: "TOO_MANY_REFERRERS" });
  });

  test("are not looked for with none", async () => {
    const route = await inTwo();
    await signed(route);
    expect((await copyBeta(opened(), route, "none")).referrers).toBe(0);
    expect(asked(route.from, /referrers|tags/)).toBe(0);
  });

  test("that the target does not take are a warning with auto, and an error with require", async () => {
    const route = await inTwo();
    const { all } = await signed(route);
    const refuse = { kind: "status", status: 400, match: { method: "PUT", path: new RegExp(all[0] ?? "") } } as const;
    route.to.inject({ ...refuse, times: 2 });
    expect((await copyBeta(opened(), route)).referrers).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/^a referrer did not come along/));
    await expect(copyBeta(opened(), route, "require")).rejects.toMatchObject({ code: "REGISTRY_REFUSED" });
  });
});

describe("killed before any request, a copy that is run again ends in the same state", () => {
  test.each([
    ["within a registry", inOne],
    ["to another registry", inTwo],
    ["to a registry without referrers API", () => inTwo({ referrers: false })],
  ])("%s", async (_, places) => {
    const prepare = async (): Promise<Route> => {
      const route = await places();
      await refer(route.from, route.from.digestOf(SOURCE, "beta") ?? "", "signature");
      return route;
    };
    const whole = await prepare();
    const counter = { left: Number.POSITIVE_INFINITY, count: 0 };
    await copyBeta(opened(mortal(counter)), whole);
    const wanted = whole.to.snapshot()[TARGET];
    for (let left = 0; left < counter.count; left += 1) {
      const route = await prepare();
      await expect(copyBeta(opened(mortal({ left, count: 0 })), route)).rejects.toThrow();
      await copyBeta(opened(), route);
      expect(route.to.snapshot()[TARGET]).toEqual(wanted);
      const sent = route.to.requests.filter(({ method, path }) => method === "PUT" && path.includes("digest="));
      const blobs = sent.map(({ path }) => path.split("digest=")[1]);
      // What the first run had finished the second did not send again.
      expect(blobs).toEqual([...new Set(blobs)]);
    }
  });
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
