import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Clock, Digest, Log } from "@fairway/domain";
import { createHttpTransport } from "@fairway/http";
import { listen, startRegistry, type LoopbackServer, type RegistryServer } from "@fairway/testbed";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { openRegistry, type ImageRepository } from "./open-registry.ts";

const NAME = "acme/shop";
const LOGIN = { username: "octo", password: "open-sesame" };
const INDEX = "application/vnd.oci.image.index.v1+json";

const closers: (() => Promise<void> | void)[] = [];
const environment = { ...process.env };

beforeEach(() => {
  process.env["DOCKER_CONFIG"] = folder();
});

afterEach(async () => {
  process.env["DOCKER_CONFIG"] = environment["DOCKER_CONFIG"];
  process.env["PATH"] = environment["PATH"];
  for (const close of closers.splice(0)) await close();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "fairway-registry-"));
  closers.push(() => rmSync(path, { recursive: true }));
  return path;
}

async function serving(options: Parameters<typeof startRegistry>[0] = {}): Promise<RegistryServer> {
  const server = await startRegistry(options);
  closers.push(() => server.close());
  return server;
}

async function scripted(handler: Parameters<typeof listen>[0]): Promise<LoopbackServer> {
  const server = await listen(handler);
  closers.push(() => server.close());
  return server;
}

/** Time that passes only when somebody waits for it. */
class SteppedClock implements Clock {
  ms = Date.parse("2026-01-31T12:00:00Z");
  readonly waits: number[] = [];
  now = () => new Date(this.ms);
  elapsedMs = () => this.ms;
  sleep = (ms: number) => {
    this.waits.push(ms);
    this.ms += ms;
    return Promise.resolve();
  };
}

interface Client {
  readonly store: ImageRepository;
  readonly clock: SteppedClock;
  readonly lines: string[];
  readonly masked: string[];
}

function client(host: string, options: { login?: typeof LOGIN; signal?: AbortSignal } = {}): Client {
  const clock = new SteppedClock();
  const lines: string[] = [];
  const masked: string[] = [];
  const write = (message: string) => void lines.push(message);
  const log: Log = { debug: write, info: write, notice: write, warning: write, error: write, group: write };
  const registry = openRegistry({
    host,
    http: createHttpTransport(),
    clock,
    random: () => 0.5,
    log,
    credentials: options.login,
    mask: (secret) => void masked.push(secret),
    signal: options.signal,
  });
  return { store: registry.repository(NAME), clock, lines, masked };
}

function asked(server: LoopbackServer): string[] {
  return server.requests.map(
    ({ method, path }) => `${method} ${path.replace(`/v2/${NAME}/`, "").replace(/sha256:(.{4}).*/, "$1")}`,
  );
}

const failing = (code: string) => expect.objectContaining({ code });

describe("an image", () => {
  test("goes into a tag with the bytes that came out", async () => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" }) as Digest;
    const { store } = client(server.imageHost);
    const manifest = await store.fetch(digest);
    await store.put("1.0.0", manifest);
    expect(server.digestOf(NAME, "1.0.0")).toBe(digest);
    const sent = server.requests.at(-1);
    expect([sent?.headers["content-type"], Buffer.compare(sent?.body ?? Buffer.of(), manifest.bytes)]).toEqual([
      INDEX,
      0,
    ]);
  });

  test("without an index goes in as it is, and is not wrapped in one", async () => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0", index: false }) as Digest;
    const { store } = client(server.imageHost);
    await store.put("1.0.0", await store.fetch(digest));
    expect(server.digestOf(NAME, "1.0.0")).toBe(digest);
  });

  test("is resolved by HEAD, and a tag that is not there is undefined", async () => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" });
    const { store } = client(server.imageHost);
    expect([await store.resolve("beta"), await store.resolve("nope")]).toEqual([
      { digest, mediaType: INDEX, etag: `"${digest}"` },
      undefined,
    ]);
    expect(asked(server)).toEqual(["HEAD manifests/beta", "HEAD manifests/nope"]);
  });

  test("that is gone by digest is a missing image", async () => {
    const server = await serving();
    await expect(client(server.imageHost).store.fetch(`sha256:${"0".repeat(64)}` as Digest)).rejects.toThrow(
      failing("MISSING_IMAGE"),
    );
  });

  test.each([
    [true, ["linux/amd64", "linux/arm64"]],
    [false, ["linux/amd64"]],
  ])("with an index (%s) tells its platforms", async (index, platforms) => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0", index, provenance: index }) as Digest;
    const { store } = client(server.imageHost);
    expect(await store.platforms(await store.fetch(digest))).toEqual(platforms);
  });
});

describe("referrers are found", () => {
  async function referrersOf(server: RegistryServer, digest: string): Promise<readonly string[]> {
    const { store } = client(server.imageHost);
    return store.referrers(await store.fetch(digest as Digest));
  }

  test("in the index, where BuildKit puts attestations", async () => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0", provenance: true });
    expect(await referrersOf(server, digest)).toHaveLength(2);
  });

  test.each([".sig", ".att", ".sbom"])("under cosign's tag that ends in %s", async (suffix) => {
    const server = await serving({ referrers: false });
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" });
    const signature = server.putImage(NAME, `${digest.replace(":", "-")}${suffix}`, { version: "0", index: false });
    expect(await referrersOf(server, digest)).toEqual([signature]);
  });

  test("by the tag that stands in for the API", async () => {
    const server = await serving({ referrers: false });
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" });
    server.putImage(NAME, digest.replace(":", "-"), { version: "0" });
    expect(await referrersOf(server, digest)).toHaveLength(2);
  });

  test("by the API, with what refers to the index", async () => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0", index: false }) as Digest;
    const { store } = client(server.imageHost);
    const subject = await store.fetch(digest);
    const document = {
      ...(JSON.parse(Buffer.from(subject.bytes).toString("utf8")) as object),
      subject: { mediaType: subject.mediaType, digest, size: subject.bytes.length },
    };
    await store.put("signature", {
      ...subject,
      digest: await hashOf(document),
      bytes: Buffer.from(JSON.stringify(document)),
    });
    expect(await store.referrers(subject)).toEqual([server.digestOf(NAME, "signature")]);
  });

  test("nowhere when there are none", async () => {
    const server = await serving();
    expect(await referrersOf(server, server.putImage(NAME, "beta", { version: "1.0.0" }))).toEqual([]);
  });
});

async function hashOf(document: object): Promise<Digest> {
  const hash = await crypto.subtle.digest("SHA-256", Buffer.from(JSON.stringify(document)));
  return `sha256:${Buffer.from(hash).toString("hex")}` as Digest;
}

describe("a registry that wants a login", () => {
  test.each(["basic", "bearer"] as const)("gets the one that was given (%s)", async (kind) => {
    const server = await serving({ auth: { kind, ...LOGIN } });
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" }) as Digest;
    const { store } = client(server.imageHost, { login: LOGIN });
    await store.put("1.0.0", await store.fetch(digest));
    expect(server.digestOf(NAME, "1.0.0")).toBe(digest);
  });

  test.each(["basic", "bearer"] as const)("gets the one of Docker's configuration (%s)", async (kind) => {
    const server = await serving({ auth: { kind, ...LOGIN } });
    const auth = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString("base64");
    writeConfig({ auths: { [server.imageHost]: { auth } } });
    server.putImage(NAME, "beta", { version: "1.0.0" });
    expect(await client(server.imageHost).store.resolve("beta")).toBeDefined();
  });

  test("gets the one of a credential helper, which is asked for this host", async () => {
    const server = await serving({ auth: { kind: "bearer", ...LOGIN } });
    helper(
      `read host; test "$host" = "${server.imageHost}" || exit 1; printf '{"Username":"octo","Secret":"open-sesame"}'`,
    );
    writeConfig({ credHelpers: { [server.imageHost]: "fairway-test" } });
    server.putImage(NAME, "beta", { version: "1.0.0" });
    const { store, masked } = client(server.imageHost);
    expect(await store.resolve("beta")).toBeDefined();
    expect(masked).toContain(LOGIN.password);
  });

  test("is told who asks by what the file holds when the helper knows nobody", async () => {
    const server = await serving({ auth: { kind: "basic", ...LOGIN } });
    helper("echo credentials not found in native keychain; exit 1");
    writeConfig({ credsStore: "fairway-test", auths: { [server.imageHost]: LOGIN } });
    server.putImage(NAME, "beta", { version: "1.0.0" });
    expect(await client(server.imageHost).store.resolve("beta")).toBeDefined();
  });

  test.each([
    ["fails", "echo boom; exit 3", "fairway-test"],
    ["talks nonsense", "echo no", "fairway-test"],
    ["is not installed", "exit 0", "fairway-absent"],
  ])("is not asked without credentials when the helper %s", async (_, script, name) => {
    const server = await serving({ auth: { kind: "basic", ...LOGIN } });
    helper(script);
    writeConfig({ credsStore: name });
    await expect(client(server.imageHost).store.resolve("beta")).rejects.toThrow(failing("CREDENTIAL_HELPER_FAILED"));
  });

  test("that issues tokens gives one token to requests that start together, and challenges nobody after that", async () => {
    const server = await serving({ auth: { kind: "bearer", ...LOGIN } });
    const { store } = client(server.imageHost, { login: LOGIN });
    await Promise.all([store.resolve("a"), store.resolve("b")]);
    await Promise.all([store.resolve("c"), store.resolve("d")]);
    expect(
      asked(server)
        .map((request) => request.replace(/\?.*/, ""))
        .sort(),
    ).toEqual([
      "GET /token",
      "HEAD manifests/a",
      "HEAD manifests/a",
      "HEAD manifests/b",
      "HEAD manifests/b",
      "HEAD manifests/c",
      "HEAD manifests/d",
    ]);
  });

  test("is asked for the right to push only when something is written", async () => {
    const server = await serving({ auth: { kind: "bearer", ...LOGIN } });
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" }) as Digest;
    const { store } = client(server.imageHost, { login: LOGIN });
    const manifest = await store.fetch(digest);
    const scopes = () =>
      server.requests.map(({ path }) => new URL(path, server.url).searchParams.get("scope")).filter(Boolean);
    const before = scopes();
    await store.put("1.0.0", manifest);
    await store.resolve("1.0.0");
    expect([before, scopes()]).toEqual([
      [`repository:${NAME}:pull`],
      [`repository:${NAME}:pull`, `repository:${NAME}:pull,push`],
    ]);
  });

  test("has its secrets masked before they are used", async () => {
    const server = await serving({ auth: { kind: "bearer", ...LOGIN } });
    const { store, masked } = client(server.imageHost, { login: LOGIN });
    await store.resolve("beta");
    const used = server.requests.at(-1)?.headers.authorization?.replace("Bearer ", "");
    expect(masked).toEqual([LOGIN.password, used]);
  });

  test.each([
    ["basic", LOGIN.password.toUpperCase(), "UNAUTHORIZED"],
    ["bearer", LOGIN.password.toUpperCase(), "UNAUTHORIZED"],
    ["basic", undefined, "NO_CREDENTIALS"],
    ["bearer", undefined, "NO_CREDENTIALS"],
  ] as const)("tells a wrong password from none (%s, %s)", async (kind, password, code) => {
    const server = await serving({ auth: { kind, ...LOGIN } });
    const login = password === undefined ? {} : { login: { ...LOGIN, password } };
    const failed = client(server.imageHost, login).store.resolve("beta");
    await expect(failed).rejects.toThrow(failing(code));
    await expect(failed).rejects.not.toThrow(password ?? "-");
  });

  test("gets a new token when the old one is not accepted any more", async () => {
    let revoked = false;
    const server = await scripted(({ path, headers }, response) => {
      if (path.startsWith("/token")) response.end(JSON.stringify({ token: revoked ? "second" : "first" }));
      else if (headers.authorization === `Bearer ${revoked ? "second" : "first"}`) response.writeHead(200, found).end();
      else response.writeHead(401, { "www-authenticate": `Bearer realm="http://${headers.host ?? ""}/token"` }).end();
    });
    const { store } = client(server.host, { login: LOGIN });
    await store.resolve("beta");
    revoked = true;
    expect(await store.resolve("beta")).toBeDefined();
  });

  test("gets an identity token by the form that is made for it", async () => {
    const server = await scripted(({ method, path, headers, body }, response) => {
      const refresh = method === "POST" && new URLSearchParams(body.toString()).get("refresh_token") === "identity";
      if (path.startsWith("/token"))
        response.writeHead(refresh ? 200 : 400).end(JSON.stringify({ access_token: "fresh" }));
      else if (headers.authorization === "Bearer fresh") response.writeHead(200, found).end();
      else response.writeHead(401, { "www-authenticate": `Bearer realm="http://${headers.host ?? ""}/token"` }).end();
    });
    writeConfig({ auths: { [server.host]: { identitytoken: "identity" } } });
    expect(await client(server.host).store.resolve("beta")).toBeDefined();
  });

  test("that forbids says which right is missing", async () => {
    const server = await serving();
    server.inject({ kind: "status", status: 403, body: '{"errors":[{"code":"DENIED","message":"no write"}]}' });
    await expect(client(server.imageHost).store.put("1.0.0", stored())).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("DENIED: no write"),
      nextStep: expect.stringContaining(`repository:${NAME}:pull,push`),
    });
  });

  test("reads a broken configuration as an error, not as nobody", async () => {
    const server = await serving({ auth: { kind: "basic", ...LOGIN } });
    writeFileSync(join(process.env["DOCKER_CONFIG"] ?? "", "config.json"), "{");
    await expect(client(server.imageHost).store.resolve("beta")).rejects.toThrow(failing("BAD_DOCKER_CONFIG"));
  });
});

describe("a registry in trouble", () => {
  test.each([
    ["seconds", "7", 7000],
    ["a date", "Sat, 31 Jan 2026 12:00:09 GMT", 9000],
  ])("is left alone as long as it asks for, in %s", async (_, header, ms) => {
    const server = await serving();
    server.inject({ kind: "status", status: 429, headers: { "retry-after": header } });
    const { store, clock } = client(server.imageHost);
    expect(await store.resolve("beta")).toBeUndefined();
    expect(clock.waits).toEqual([ms]);
  });

  test("that asks for a longer pause than there is time is not waited for, and the error says how long", async () => {
    const server = await serving();
    server.inject({
      kind: "status",
      status: 429,
      headers: { "retry-after": "3600", "ratelimit-remaining": "0;w=21600" },
    });
    const { store, clock } = client(server.imageHost);
    await expect(store.resolve("beta")).rejects.toMatchObject({
      code: "RATE_LIMITED",
      message: expect.stringMatching(/60 min.*0;w=21600/),
    });
    expect(clock.waits).toEqual([]);
  });

  test("that answers web pages is tried five times, with growing pauses", async () => {
    const server = await serving();
    server.inject({ kind: "status", status: 503, body: "<html>", headers: { "content-type": "text/html" }, times: 9 });
    const { store, clock } = client(server.imageHost);
    await expect(store.resolve("beta")).rejects.toThrow(failing("REGISTRY_DOWN"));
    expect([server.requests.length, clock.waits]).toEqual([5, [250, 500, 1000, 2000]]);
  });

  test("that cuts connections is down", async () => {
    const server = await serving();
    server.down();
    await expect(client(server.imageHost).store.resolve("beta")).rejects.toThrow(failing("REGISTRY_DOWN"));
  });

  test("whose name has no address is unknown, and is not asked again", async () => {
    const { store, clock } = client("registry.invalid");
    await expect(store.resolve("beta")).rejects.toMatchObject({ code: "UNKNOWN_REGISTRY", kind: "configuration" });
    expect(clock.waits).toEqual([]);
  });

  test("that comes back is found back", async () => {
    const server = await serving();
    server.putImage(NAME, "beta", { version: "1.0.0" });
    server.inject({ kind: "drop", times: 2 });
    expect(await client(server.imageHost).store.resolve("beta")).toBeDefined();
  });

  test("is not asked again once the run was cancelled", async () => {
    const server = await serving();
    const cancel = new AbortController();
    cancel.abort(new Error("cancelled"));
    await expect(client(server.imageHost, { signal: cancel.signal }).store.resolve("beta")).rejects.toThrow(
      "cancelled",
    );
  });

  test.each([404, 400, 418])(
    "that answers a web page with %d does not mean that the image is missing",
    async (status) => {
      const server = await serving();
      server.inject({ kind: "status", status, body: "<html>", headers: { "content-type": "text/html" }, times: 9 });
      await expect(client(server.imageHost).store.resolve("beta")).rejects.toThrow(failing("REGISTRY_REFUSED"));
    },
  );
});

describe("a write", () => {
  async function ready(): Promise<{ server: RegistryServer; write: () => Promise<void>; digest: string }> {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" });
    const { store } = client(server.imageHost);
    const manifest = await store.fetch(digest as Digest);
    server.requests.length = 0;
    return { server, digest, write: () => store.put("1.0.0", manifest) };
  }

  test("whose answer is lost is found by reading, and not repeated", async () => {
    const { server, write, digest } = await ready();
    server.inject({ kind: "lost-answer", match: { method: "PUT" } });
    await write();
    expect([asked(server), server.digestOf(NAME, "1.0.0")]).toEqual([
      ["PUT manifests/1.0.0", "HEAD manifests/1.0.0"],
      digest,
    ]);
  });

  test("that did not arrive is repeated after reading", async () => {
    const { server, write, digest } = await ready();
    server.inject({ kind: "drop", match: { method: "PUT" } });
    await write();
    expect([asked(server), server.digestOf(NAME, "1.0.0")]).toEqual([
      ["PUT manifests/1.0.0", "HEAD manifests/1.0.0", "PUT manifests/1.0.0"],
      digest,
    ]);
  });

  test("that was limited is repeated without reading: the registry said that it did nothing", async () => {
    const { server, write } = await ready();
    server.inject({ kind: "status", status: 429, match: { method: "PUT" } });
    await write();
    expect(asked(server)).toEqual(["PUT manifests/1.0.0", "PUT manifests/1.0.0"]);
  });

  test("to an immutable tag that is right already is done", async () => {
    const { server, write } = await ready();
    await write();
    server.setImmutableTags(NAME, true);
    await expect(write()).resolves.toBeUndefined();
  });

  test("to an immutable tag of another image is refused by that name", async () => {
    const { server, write } = await ready();
    const other = server.putImage(NAME, "1.0.0", { version: "0.9.0" });
    server.setImmutableTags(NAME, true);
    await expect(write()).rejects.toMatchObject({ code: "TAG_IMMUTABLE", message: expect.stringContaining(other) });
  });

  describe("where the tag must still be what it was", () => {
    const absent = { digest: undefined };
    const etagOf = (digest: Digest) => ({ digest, etag: `"${digest}"` });

    async function conditional(honoured = true) {
      const server = await serving({ conditionalWrites: honoured });
      const [wanted, other] = [
        server.putImage(NAME, "beta", { version: "1.0.0" }),
        server.putImage(NAME, "0.9.0", { version: "0.9.0" }),
      ] as [Digest, Digest];
      const { store } = client(server.imageHost);
      const manifest = await store.fetch(wanted);
      server.requests.length = 0;
      const put = (before: { digest: Digest | undefined; etag?: string }) => store.put("1.0.0", manifest, before);
      return { server, wanted, other, put };
    }

    test("does not overwrite a tag that somebody else made, and names both images", async () => {
      const { server, wanted, other, put } = await conditional();
      server.tag(NAME, "1.0.0", other);
      await expect(put(absent)).rejects.toMatchObject({
        code: "TAG_MOVED",
        message: expect.stringMatching(new RegExp(`names ${other}, and named nothing.*${wanted}`)),
      });
      expect(server.digestOf(NAME, "1.0.0")).toBe(other);
    });

    test("does not overwrite a tag that somebody else moved, or removed", async () => {
      const { server, wanted, other, put } = await conditional();
      server.tag(NAME, "1.0.0", other);
      const third = server.putImage(NAME, "0.8.0", { version: "0.8.0" }) as Digest;
      await expect(put(etagOf(third))).rejects.toMatchObject({ code: "TAG_MOVED" });
      expect(server.digestOf(NAME, "1.0.0")).toBe(other);
      server.deleteTag(NAME, "1.0.0");
      await expect(put(etagOf(third))).rejects.toThrow("names nothing");
      server.tag(NAME, "1.0.0", third);
      await put(etagOf(third));
      expect(server.digestOf(NAME, "1.0.0")).toBe(wanted);
    });

    test("is content when somebody else made the same tag of the same image", async () => {
      const { server, wanted, put } = await conditional();
      server.tag(NAME, "1.0.0", wanted);
      await put(absent);
      expect(asked(server)).toEqual(["PUT manifests/1.0.0", "HEAD manifests/1.0.0"]);
    });

    test("is written without a condition when the registry means something else by its marks", async () => {
      const { server, wanted, other, put } = await conditional();
      server.tag(NAME, "1.0.0", other);
      await put({ digest: other, etag: '"of another kind"' });
      expect(server.digestOf(NAME, "1.0.0")).toBe(wanted);
      expect(server.requests.map(({ method, headers }) => [method, headers["if-match"]])).toEqual([
        ["PUT", '"of another kind"'],
        ["HEAD", undefined],
        ["PUT", undefined],
      ]);
    });

    test("is not asked for by a weak mark, which no registry could hold it to", async () => {
      const { server, other, put } = await conditional();
      server.tag(NAME, "1.0.0", other);
      await put({ digest: other, etag: 'W/"weak"' });
      expect(server.requests.map(({ headers }) => headers["if-match"])).toEqual([undefined]);
    });

    test("is written all the same where no condition is honoured", async () => {
      const { server, wanted, put } = await conditional(false);
      await put(absent);
      expect([server.digestOf(NAME, "1.0.0"), server.requests[0]?.headers["if-none-match"]]).toEqual([wanted, "*"]);
    });

    test("takes a 412 that speaks of immutability for what it says", async () => {
      const { server, other, put } = await conditional(false);
      server.tag(NAME, "1.0.0", other);
      const body = '{"errors":[{"code":"PRECONDITION","message":"configured as immutable"}]}';
      server.inject({ kind: "status", status: 412, body, match: { method: "PUT" } });
      await expect(put(absent)).rejects.toMatchObject({ code: "TAG_IMMUTABLE" });
    });
  });

  describe("of several tags", () => {
    const tags = ["1", "1.0", "latest"];

    async function several(options: Parameters<typeof serving>[0]) {
      const server = await serving(options);
      const digest = server.putImage(NAME, "beta", { version: "1.0.0" }) as Digest;
      const { store } = client(server.imageHost);
      const manifest = await store.fetch(digest);
      server.requests.length = 0;
      return { server, digest, put: (names = tags) => store.putTogether(names, manifest) };
    }

    test("takes one request where the registry answers with OCI-Tag", async () => {
      const { server, digest, put } = await several({ tagsByQuery: true });
      expect(await put()).toEqual(tags);
      expect(server.requests.map(({ path }) => path.split("?")[1])).toEqual(["tag=1&tag=1.0&tag=latest"]);
      expect(tags.map((tag) => server.digestOf(NAME, tag))).toEqual([digest, digest, digest]);
    });

    test("is not believed where the answer does not list them, whatever its status", async () => {
      const { server, put } = await several({});
      expect(await put()).toEqual([]);
      server.inject({ kind: "status", status: 201, headers: { "oci-tag": "1, 2.0" }, match: { method: "PUT" } });
      expect(await put()).toEqual(["1"]);
    });

    test.each([400, 404, 414, 431, 500, 503])(
      "that is answered %d is left to the writing of one tag",
      async (status) => {
        const { server, put } = await several({ tagsByQuery: true });
        server.inject({ kind: "status", status, match: { method: "PUT" } });
        expect(await put()).toEqual([]);
        expect(server.requests).toHaveLength(1);
      },
    );

    test("is refused when the acknowledgement names another digest", async () => {
      const { server, put } = await several({ tagsByQuery: true });
      server.inject({ kind: "wrong-digest", digest: `sha256:${"f".repeat(64)}`, match: { method: "PUT" } });
      await expect(put()).rejects.toThrow(failing("DIGEST_MISMATCH"));
    });

    test("is not asked for when there are but two", async () => {
      const { server, put } = await several({ tagsByQuery: true });
      expect([await put(["1", "latest"]), server.requests]).toEqual([[], []]);
    });
  });

  test("that is acknowledged with another digest is an error", async () => {
    const { server, write } = await ready();
    server.inject({ kind: "wrong-digest", digest: `sha256:${"f".repeat(64)}`, match: { method: "PUT" } });
    await expect(write()).rejects.toThrow(failing("DIGEST_MISMATCH"));
  });

  test("that the registry finds invalid says why", async () => {
    const server = await serving();
    await expect(client(server.imageHost).store.put("1.0.0", stored())).rejects.toMatchObject({
      code: "REGISTRY_REFUSED",
      message: expect.stringContaining("MANIFEST"),
    });
  });
});

const found = { "content-type": INDEX, "docker-content-digest": `sha256:${"a".repeat(64)}` };

function stored(): Parameters<ImageRepository["put"]>[1] {
  return { digest: `sha256:${"a".repeat(64)}` as Digest, mediaType: INDEX, bytes: Buffer.from("[]") };
}

describe("content that is not what it says", () => {
  test("is refused when the bytes have another hash than their name", async () => {
    const server = await scripted((_, response) => {
      response.writeHead(200, { "content-type": INDEX }).end("{}");
    });
    await expect(client(server.host).store.fetch(`sha256:${"a".repeat(64)}` as Digest)).rejects.toThrow(
      failing("DIGEST_MISMATCH"),
    );
  });

  test.each(["GET", "HEAD"])("is refused when the header of %s names another digest", async (method) => {
    const server = await serving();
    const digest = server.putImage(NAME, "beta", { version: "1.0.0" }) as Digest;
    server.inject({ kind: "wrong-digest", digest: `sha256:${"f".repeat(64)}`, match: { method } });
    const { store } = client(server.imageHost);
    await expect(method === "GET" ? store.fetch(digest) : store.resolve(digest)).rejects.toThrow(
      failing("DIGEST_MISMATCH"),
    );
  });

  test.each([
    ["a web page", "text/html", "<html>"],
    ["a manifest of schema 1", "application/vnd.docker.distribution.manifest.v1+prettyjws", "{}"],
    [
      "a document that calls itself something else",
      INDEX,
      '{"mediaType":"application/vnd.oci.image.manifest.v1+json"}',
    ],
  ])("is refused when it is %s", async (_, type, body) => {
    const server = await scripted((_request, response) => {
      response.writeHead(200, { "content-type": type }).end(body);
    });
    await expect(client(server.host).store.resolve("beta")).rejects.toThrow(failing("UNKNOWN_MEDIA_TYPE"));
  });

  test("is refused when it has more than 4 MiB", async () => {
    const server = await scripted((_, response) => {
      response.writeHead(200, { "content-type": INDEX }).end(Buffer.alloc(4 * 1024 * 1024 + 1, " "));
    });
    await expect(client(server.host).store.fetch(`sha256:${"a".repeat(64)}` as Digest)).rejects.toThrow(
      failing("MANIFEST_TOO_LARGE"),
    );
  });

  test("is hashed when HEAD names no digest", async () => {
    const server = await scripted((_, response) => {
      response.writeHead(200, { "content-type": INDEX }).end("{}");
    });
    expect(await client(server.host).store.resolve("beta")).toMatchObject({ digest: await hashOf({}) });
  });
});

describe("a redirect", () => {
  test("to another origin is followed without the credentials", async () => {
    const elsewhere = await scripted((_, response) => void response.writeHead(200, found).end());
    const server = await scripted(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401, { "www-authenticate": "Basic" }).end();
      else response.writeHead(307, { location: `${elsewhere.url}/there` }).end();
    });
    expect(await client(server.host, { login: LOGIN }).store.resolve("beta")).toBeDefined();
    expect([
      server.requests.at(-1)?.headers.authorization === undefined,
      elsewhere.requests[0]?.headers.authorization,
    ]).toEqual([false, undefined]);
  });

  test.each(["http://registry.example.org/x", "ftp://localhost/x", "http://[bad"])(
    "to %s is not followed",
    async (location) => {
      const server = await scripted((_, response) => void response.writeHead(302, { location }).end());
      await expect(client(server.host).store.resolve("beta")).rejects.toThrow(failing("BAD_REDIRECT"));
    },
  );

  test("in a circle ends", async () => {
    const server = await scripted((_, response) => void response.writeHead(302, { location: "/again" }).end());
    await expect(client(server.host).store.resolve("beta")).rejects.toThrow(failing("TOO_MANY_REDIRECTS"));
  });

  test("of a write is not followed", async () => {
    const server = await scripted((_, response) => void response.writeHead(307, { location: "/there" }).end());
    await expect(client(server.host).store.put("1.0.0", stored())).rejects.toThrow(failing("REGISTRY_REFUSED"));
  });
});

describe("the list of tags", () => {
  test("is read page after page", async () => {
    const server = await scripted(({ path }, response) => {
      const page = Number(new URL(path, "http://x").searchParams.get("last") ?? "0");
      const link = page < 2 ? { link: `</v2/${NAME}/tags/list?n=1000&last=${page + 1}>; rel="next"` } : {};
      response.writeHead(200, link).end(JSON.stringify({ name: NAME, tags: [`tag-${page}`] }));
    });
    expect(await client(server.host).store.tags()).toEqual(["tag-0", "tag-1", "tag-2"]);
  });

  test("that has no end is refused", async () => {
    let page = 0;
    const server = await scripted((_, response) => {
      page += 1;
      response.writeHead(200, { link: `</v2/${NAME}/tags/list?last=${page}>; rel="next"` }).end('{"tags":["x"]}');
    });
    await expect(client(server.host).store.tags()).rejects.toThrow(failing("TOO_MANY_TAGS"));
  });

  test.each([
    [200, '{"tags":null}'],
    [404, '{"errors":[{"code":"NAME_UNKNOWN"}]}'],
  ])("is empty for the answer %d %s", async (status, body) => {
    const server = await scripted((_, response) => void response.writeHead(status).end(body));
    expect(await client(server.host).store.tags()).toEqual([]);
  });

  test("that is something else is refused", async () => {
    const server = await scripted((_, response) => void response.writeHead(200).end("[]"));
    await expect(client(server.host).store.tags()).rejects.toThrow(failing("BAD_TAG_LIST"));
  });
});

test("what the registry says beside its answers is shown once", async () => {
  const server = await scripted((_, response) => {
    response.writeHead(200, { ...found, warning: '299 - "moving soon"', "ratelimit-remaining": "98;w=21600" }).end();
  });
  const { store, lines } = client(server.host);
  await store.resolve("a");
  await store.resolve("b");
  expect(lines).toEqual([`${server.host} says: 299 - "moving soon"`, `${server.host} leaves 98 pulls in 21600 s`]);
});

function writeConfig(config: object): void {
  writeFileSync(join(process.env["DOCKER_CONFIG"] ?? "", "config.json"), JSON.stringify(config));
}

/** Installs `docker-credential-fairway-test` as a shell script. */
function helper(script: string): void {
  const bin = folder();
  const program = join(bin, "docker-credential-fairway-test");
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  process.env["PATH"] = `${bin}:${environment["PATH"] ?? ""}`;
}
