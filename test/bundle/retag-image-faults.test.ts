import type { ServerResponse } from "node:http";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import {
  listen,
  startRegistry,
  type LoopbackServer,
  type RecordedRequest,
  type RegistryServer,
} from "@fairway/testbed";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";

const NAME = "acme/shop";
const BETA = "1.0.0-abcdefg.beta";
const INDEX = "application/vnd.oci.image.index.v1+json";
const LOGIN = { username: "publisher", password: "open-sesame" };

/** More often than anything is tried. */
const ALWAYS = 99;

let registry: RegistryServer;
/** What the beta names, and what another image that is in the repository is. */
let digest = "";
let other = "";
const closers: (() => Promise<void>)[] = [];

/** Takes half a minute by nature, so it is begun before the tests and looked at in the last one. */
let drippingRun: ReturnType<typeof runAgainstDrip>;
const enough = new AbortController();
beforeAll(() => void (drippingRun = runAgainstDrip()));
afterAll(async () => {
  enough.abort();
  await drippingRun;
});

beforeEach(async () => {
  registry = await startRegistry({ auth: { kind: "basic", ...LOGIN } });
  closers.push(() => registry.close());
  digest = registry.putImage(NAME, BETA, { version: "1.0.0" });
  other = registry.putImage(NAME, "0.9.0", { version: "0.9.0" });
});

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const manifest = (method: string, reference: string) => ({ method, path: new RegExp(`/manifests/${reference}$`) });
const tags = () => registry.snapshot()[NAME]?.tags;
const untouched = () => ({ [BETA]: digest, "0.9.0": other });
const promoted = () => ({ ...untouched(), "1.0.0": digest, latest: digest });
const writes = () =>
  registry.requests.filter(({ method }) => method === "PUT").map(({ path }) => path.split("/").at(-1));

function retag(host = registry.imageHost, signal = new AbortController().signal) {
  const inputs = { source: `${host}/${NAME}:${BETA}`, tags: "1.0.0", "floating-tags": "latest", ...LOGIN };
  return runBundle({ action: "retag-image", inputs, env: { DOCKER_CONFIG: emptyFolder() }, signal });
}

/** Shows the log when the outcome is another one. */
async function expectOutcome(outcome: string, code: string, run = retag()) {
  const result = await run;
  expect([result.outputs["outcome"], logOf(result)]).toEqual([outcome, expect.stringContaining(code)]);
  return result;
}

describe("a registry that limits requests", () => {
  test.each([
    ["seconds", () => "1", 1000],
    // A date has whole seconds, so the wait for it is up to a second shorter than three.
    ["a date", () => new Date(Date.now() + 3000).toUTCString(), 1500],
  ])("is left alone for as long as it asks in %s, and then the promotion goes on", async (_, header, leastMs) => {
    const match = manifest("PUT", "1.0.0");
    registry.inject({ kind: "status", status: 429, headers: { "retry-after": header() }, match });
    const result = await expectOutcome("promoted", "it asks to wait");
    expect(result.durationMs).toBeGreaterThan(leastMs);
    expect(tags()).toEqual(promoted());
  });

  test.each([
    ["the source is looked up", manifest("HEAD", BETA), untouched],
    ["the manifest is read", manifest("GET", "sha256:.*"), untouched],
    ["the version tag is written", manifest("PUT", "1.0.0"), untouched],
    ["latest is written", manifest("PUT", "latest"), () => ({ ...untouched(), "1.0.0": digest })],
  ])("for longer than there is time ends the run at once when %s", async (_, match, left) => {
    const headers = { "retry-after": "3600", "ratelimit-remaining": "0;w=21600" };
    registry.inject({ kind: "status", status: 429, headers, match, times: ALWAYS });
    const result = await expectOutcome("error", "RATE_LIMITED");
    expect(logOf(result)).toMatch(/it asks to wait 60 min.*ratelimit-remaining is 0/);
    expect(result.durationMs).toBeLessThan(10_000);
    expect(tags()).toEqual(left());
  });
});

describe("a registry whose proxy answers web pages", () => {
  const page = { kind: "status", body: "<html>Bad gateway</html>", headers: { "content-type": "text/html" } } as const;

  test.each([
    [503, manifest("HEAD", BETA)],
    [502, manifest("GET", "sha256:.*")],
    [500, manifest("PUT", "1.0.0")],
    [504, manifest("PUT", "latest")],
  ])("with %d for a moment is asked again", async (status, match) => {
    registry.inject({ ...page, status, match });
    await expectOutcome("promoted", `answered ${status}`);
    expect(tags()).toEqual(promoted());
  });

  test.each([
    ["1.0.0", untouched],
    ["latest", () => ({ ...untouched(), "1.0.0": digest })],
  ])("to every write of %s is given up, and the next run finishes the work", async (tag, left) => {
    registry.inject({ ...page, status: 503, match: manifest("PUT", tag), times: 5 });
    const result = await expectOutcome("error", "REGISTRY_DOWN");
    expect(JSON.parse(result.outputs["tags"] ?? "")).toContainEqual({ tag, before: null, after: null });
    expect(writes().filter((written) => written === tag)).toHaveLength(5);
    expect(tags()).toEqual(left());
    await expectOutcome("promoted", "read back");
    expect(tags()).toEqual(promoted());
  });

  test("with 404 is not taken for a missing image", async () => {
    registry.inject({ ...page, status: 404, match: { path: /manifests/ }, times: ALWAYS });
    const result = await expectOutcome("error", "REGISTRY_REFUSED");
    expect(logOf(result)).not.toContain("MISSING_IMAGE");
  });
});

describe("a write whose answer is lost", () => {
  test.each(["1.0.0", "latest"])("is found done, and %s is not written twice", async (tag) => {
    registry.inject({ kind: "lost-answer", match: manifest("PUT", tag) });
    await expectOutcome("promoted", "read back");
    expect(writes()).toEqual(["1.0.0", "latest"]);
  });
});

describe("a repository with immutable tags", () => {
  beforeEach(() => registry.setImmutableTags(NAME, true));

  /** Somebody else is a moment faster with the tag. */
  const overtake = (to: string) =>
    registry.inject({ kind: "tag-moved", repository: NAME, tag: "1.0.0", to, match: manifest("PUT", "1.0.0") });

  test("is content when the tag has come to name the image already", async () => {
    overtake(digest);
    await expectOutcome("promoted", "read back");
    expect(tags()).toEqual(promoted());
  });

  test("refuses when the tag has come to name another image, and latest stays", async () => {
    registry.tag(NAME, "latest", other);
    overtake(other);
    await expectOutcome("error", "TAG_IMMUTABLE");
    expect(tags()).toEqual({ ...untouched(), "1.0.0": other, latest: other });
  });

  test("is told from a tag conflict when it is latest that cannot move", async () => {
    registry.tag(NAME, "latest", other);
    await expectOutcome("error", "exclude it from the repository's immutability");
    expect(tags()).toEqual({ ...untouched(), "1.0.0": digest, latest: other });
  });

  test("is not written to when everything is right", async () => {
    for (const tag of ["1.0.0", "latest"]) registry.tag(NAME, tag, digest);
    await expectOutcome("unchanged", "found");
    expect(writes()).toEqual([]);
  });
});

describe("a tag that somebody else moves between its write and the reading back", () => {
  test.each([
    // The version tag is asked for beside the source, so once without the login that is then wanted.
    ["1.0.0", 2, () => ({ ...untouched(), "1.0.0": other })],
    ["latest", 1, () => ({ ...promoted(), latest: other })],
  ])("is named when it is %s, and nothing further is written", async (tag, looks, left) => {
    // The look before the write is served as it is.
    registry.inject({ kind: "delay", ms: 0, times: looks, match: manifest("HEAD", tag) });
    registry.inject({ kind: "tag-moved", repository: NAME, tag, to: other, match: manifest("HEAD", tag) });
    const result = await expectOutcome("error", "TAG_MOVED");
    expect(logOf(result)).toContain(`${tag} names ${other} when read back`);
    expect(tags()).toEqual(left());
  });
});

describe("a redirect to another origin", () => {
  /** Serves what the registry has, as storage behind it would, whoever asks. */
  async function storage(): Promise<LoopbackServer> {
    const server = await listen(async ({ path, headers }, response) => {
      const authorization = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString("base64")}`;
      const answer = await fetch(registry.url + path, { headers: { authorization, accept: headers.accept ?? "" } });
      response.writeHead(200, { "content-type": INDEX }).end(await bytesOf(answer));
    });
    closers.push(() => server.close());
    return server;
  }

  const redirect = (method: string, reference: string, location: string) =>
    registry.inject({ kind: "status", status: 307, headers: { location }, match: manifest(method, reference) });

  test("of a read is followed without the credentials", async () => {
    const { url, requests } = await storage();
    redirect("GET", digest, `${url}/v2/${NAME}/manifests/${digest}`);
    await expectOutcome("promoted", "read back");
    const sentOn = registry.requests.filter(({ method, path }) => method === "GET" && path.endsWith(digest));
    expect(sentOn[0]?.headers.authorization).toMatch(/^Basic /);
    expect(requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([["GET", undefined]]);
    expect(tags()).toEqual(promoted());
  });

  test("of a write is not followed", async () => {
    const { url, requests } = await storage();
    redirect("PUT", "1.0.0", `${url}/v2/${NAME}/manifests/1.0.0`);
    await expectOutcome("error", "REGISTRY_REFUSED");
    expect([requests, tags()]).toEqual([[], untouched()]);
  });

  test("that leaves this machine by plain http is not followed", async () => {
    redirect("GET", digest, `http://registry.example/v2/${NAME}/manifests/${digest}`);
    await expectOutcome("error", "BAD_REDIRECT");
    expect(tags()).toEqual(untouched());
  });

  test("that leads back to itself ends", async () => {
    const location = `/v2/${NAME}/manifests/${digest}`;
    const match = manifest("GET", digest);
    registry.inject({ kind: "status", status: 307, headers: { location }, match, times: ALWAYS });
    await expectOutcome("error", "TOO_MANY_REDIRECTS");
    expect(tags()).toEqual(untouched());
  });
});

describe("a manifest", () => {
  const answering = (body: string, contentType = INDEX) =>
    registry.inject({
      kind: "status",
      status: 200,
      body,
      headers: { "content-type": contentType },
      match: manifest("GET", digest),
    });

  test.each([
    ["over 4 MiB", "MANIFEST_TOO_LARGE", () => answering("x".repeat(4 * 1024 * 1024 + 1))],
    ["whose bytes are others than its digest says", "DIGEST_MISMATCH", () => answering('{"schemaVersion":2}')],
  ])("%s is refused, read once and put nowhere", async (_, code, inject) => {
    inject();
    await expectOutcome("error", code);
    expect(registry.requests.filter(({ method, path }) => method === "GET" && path.endsWith(digest))).toHaveLength(1);
    expect(tags()).toEqual(untouched());
  });
});

describe("a run that is cancelled", () => {
  test("at any of its requests never leaves latest ahead of the version, and the next run completes the work", async () => {
    const undisturbed = await cancelledAt(ALWAYS);
    expect(undisturbed).toMatchObject({ conclusion: "success", left: promoted() });
    expect(undisturbed.asked).toBeGreaterThan(8);
    // A promotion passes through these states, in this order, and through no other.
    const states = [untouched(), { ...untouched(), "1.0.0": digest }, promoted()];
    for (let number = 1; number <= undisturbed.asked; number += 1) {
      const { left, after } = await cancelledAt(number);
      expect(states).toContainEqual(left);
      expect([number, after]).toEqual([number, promoted()]);
    }
  });

  async function cancelledAt(number: number) {
    for (const tag of ["1.0.0", "latest"]) registry.deleteTag(NAME, tag);
    const cancel = new AbortController();
    const front = await startFront(registry, () => {
      if (front.requests.length === number) cancel.abort();
      return false;
    });
    const { conclusion } = await retag(front.host, cancel.signal);
    const left = tags();
    const asked = front.requests.length;
    await front.close();
    await retag();
    return { conclusion, asked, left, after: tags() };
  }

  test("while an answer drips ends within five seconds, and writes nothing", async () => {
    const cancel = new AbortController();
    const front = await startFront(registry, (request, response) => {
      if (request.method !== "GET") return false;
      drip(response, digest);
      cancel.abort();
      return true;
    });
    closers.push(() => front.close());
    const result = await retag(front.host, cancel.signal);
    expect([result.conclusion, tags()]).toEqual(["cancelled", untouched()]);
    expect(result.durationMs).toBeLessThan(6_000);
  });
});

test("an answer that drips is given up after its deadline, and asked for again", async () => {
  const { result, slow, image, dripped } = await drippingRun;
  await expectOutcome("promoted", "a try failed: ", Promise.resolve(result));
  expect(result.durationMs).toBeGreaterThan(25_000);
  expect([dripped, slow.digestOf(NAME, "1.0.0"), slow.digestOf(NAME, "latest")]).toEqual([1, image, image]);
});

/** A promotion with servers of its own, where the first reading of the manifest never comes to an end. */
async function runAgainstDrip() {
  const slow = await startRegistry();
  const image = slow.putImage(NAME, BETA, { version: "1.0.0" });
  let dripped = 0;
  const front = await startFront(slow, (request, response) => {
    if (request.method !== "GET" || !request.path.endsWith(image) || dripped > 0) return false;
    dripped += 1;
    drip(response, image);
    return true;
  });
  const result = await retag(front.host, enough.signal);
  await Promise.all([front.close(), slow.close()]);
  return { result, slow, image, dripped };
}

/** Stands before a registry and passes on, unchanged, what the interference has not answered itself. */
async function startFront(
  behind: LoopbackServer,
  answers: (request: RecordedRequest, response: ServerResponse) => boolean,
): Promise<LoopbackServer> {
  return listen(async (request, response) => {
    if (answers(request, response)) return;
    const { method, path, body } = request;
    const names = ["accept", "authorization", "content-type"] as const;
    const headers = names.flatMap((name): [string, string][] => [[name, request.headers[name] ?? ""]]);
    const sent = headers.filter(([, value]) => value !== "");
    const answer = await fetch(behind.url + path, { method, headers: sent, ...(method === "PUT" && { body }) });
    const hidden = ["connection", "keep-alive", "transfer-encoding", "date"];
    const shown = [...answer.headers].filter(([name]) => !hidden.includes(name));
    response.writeHead(answer.status, Object.fromEntries(shown)).end(await bytesOf(answer));
  });
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

/** Begins to answer with a manifest, and sends a byte now and then, for as long as anybody listens. */
function drip(response: ServerResponse, named: string): void {
  response.writeHead(200, { "content-type": INDEX, "docker-content-digest": named, "content-length": "100000" });
  const drops = setInterval(() => response.write(" "), 200);
  response.on("close", () => clearInterval(drops));
}
