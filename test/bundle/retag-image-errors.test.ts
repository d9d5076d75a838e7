import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startRegistry, type RegistryServer } from "@fairway/testbed";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";

const NAME = "acme/shop";
const BETA = "1.0.0-abcdefg.beta";
const LOGIN = { username: "publisher", password: "open-sesame" };

/** More often than anything is tried. */
const ALWAYS = 99;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serving(options: Parameters<typeof startRegistry>[0] = {}) {
  const registry = await startRegistry(options);
  closers.push(() => registry.close());
  const digest = registry.putImage(NAME, BETA, { version: "1.0.0" });
  const other = registry.putImage(NAME, "0.9.0", { version: "0.9.0" });
  return { registry, digest, other, tags: () => registry.snapshot()[NAME]?.tags };
}

function retag(inputs: Record<string, string>) {
  return runBundle({ action: "retag-image", inputs, env: { DOCKER_CONFIG: emptyFolder() } });
}

const sourceIn = (registry: RegistryServer) => ({ source: `${registry.imageHost}/${NAME}:${BETA}`, tags: "1.0.0" });

/** The log names the code, and the lines after that only say what to do. Shows the log otherwise. */
async function expectError(code: string, inputs: Record<string, string>, words: RegExp) {
  const result = await retag(inputs);
  const log = logOf(result);
  expect([result.conclusion, result.outputs["outcome"], log]).toEqual([
    "failure",
    "error",
    expect.stringContaining(code),
  ]);
  expect(log).toMatch(words);
  expect(log.lastIndexOf("a try failed")).toBeLessThan(log.indexOf(code));
  return result;
}

describe("each thing that can be wrong is told apart", () => {
  let scene: Awaited<ReturnType<typeof serving>>;
  let source: Record<string, string>;

  beforeEach(async () => {
    scene = await serving({ auth: { kind: "basic", ...LOGIN } });
    source = { ...sourceIn(scene.registry), ...LOGIN };
  });

  afterEach(() => expect(scene.tags()).toEqual({ [BETA]: scene.digest, "0.9.0": scene.other }));

  test("an image that is not there", () =>
    expectError("MISSING_IMAGE", { ...source, source: `${scene.registry.imageHost}/${NAME}:7.7.7` }, /7\.7\.7 is not/));

  test("no login where one is wanted", () =>
    expectError("NO_CREDENTIALS", sourceIn(scene.registry), /no credentials for it were found/));

  test("a login that is not accepted", () =>
    expectError("UNAUTHORIZED", { ...source, password: "wrong-password" }, /does not let the given account "pull"/));

  test("a login that may not write", async () => {
    scene.registry.inject({ kind: "status", status: 403, match: { method: "PUT" }, times: ALWAYS });
    await expectError("FORBIDDEN", source, /forbids "pull,push".*\n?.*scope repository:acme\/shop:pull,push/);
  });

  test("a manifest of a kind that nobody promotes", async () => {
    const headers = { "content-type": "application/vnd.docker.distribution.manifest.v1+prettyjws" };
    const match = { path: new RegExp(`/manifests/${BETA}$`) };
    // Once for HEAD, and once for the GET that looks closer.
    const body = '{"schemaVersion":1}';
    scene.registry.inject({ kind: "status", status: 200, body, headers, match, times: 2 });
    await expectError("UNKNOWN_MEDIA_TYPE", source, /schema 1 was given up/);
  });

  test("a token service that is asked by plain http", async () => {
    const headers = { "www-authenticate": 'Bearer realm="http://auth.example.com/token",service="registry"' };
    scene.registry.inject({ kind: "status", status: 401, headers, match: { method: "HEAD" }, times: ALWAYS });
    await expectError("UNTRUSTED_TOKEN_SERVICE", source, /auth\.example\.com/);
  });

  test("a registry that cuts every connection, with no word after the error", async () => {
    scene.registry.down();
    await expectError(
      "REGISTRY_DOWN",
      { ...source, tags: "1.0.0,1.0,1" },
      /could not be reached, or cut the connection/,
    );
  });
});

test("a registry whose name has no address is unknown, and is not waited for", async () => {
  const result = await expectError(
    "UNKNOWN_REGISTRY",
    { source: `registry.invalid/acme/shop:${BETA}`, tags: "1.0.0" },
    /there is no registry registry\.invalid/,
  );
  expect(result.durationMs).toBeLessThan(5_000);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a user name without a password", { username: "publisher" }, /password: is missing, and username was given/],
  ["plain http to a registry", { source: `http://ghcr.io/${NAME}:${BETA}` }, /source: .*http/],
])("%s is refused before anything is asked", async (_, inputs, words) => {
  const { registry } = await serving();
  await expectError("BAD_INPUTS", { ...sourceIn(registry), ...inputs }, words);
  expect(registry.requests).toEqual([]);
});

describe("where the registry honours conditions, a tag that somebody else moves between the look and the write", () => {
  test.each([
    ["1.0.0", "nothing"],
    ["latest", "another image"],
  ])("is not overwritten when it is %s, which named %s, and both images are named", async (tag, named) => {
    const { registry, digest, other, tags } = await serving({ conditionalWrites: true });
    const third = registry.putImage(NAME, "0.8.0", { version: "0.8.0" });
    if (named === "another image") registry.tag(NAME, tag, third);
    const match = { method: "PUT", path: new RegExp(`/manifests/${tag}$`) };
    registry.inject({ kind: "tag-moved", repository: NAME, tag, to: other, match });
    const inputs = { ...sourceIn(registry), "floating-tags": "latest" };
    await expectError("TAG_MOVED", inputs, new RegExp(`${tag} names ${other}.*${digest}.*not overwritten`));
    expect(tags()).toMatchObject({ [tag]: other });
    expect(tags()?.["latest"]).toBe(tag === "latest" ? other : undefined);
  });
});

test("floating tags take one request where the registry answers with OCI-Tag", async () => {
  const { registry, digest, tags } = await serving({ tagsByQuery: true });
  const result = await retag({ ...sourceIn(registry), "floating-tags": "1,1.0,latest" });
  expect([result.outputs["outcome"], logOf(result)]).toEqual(["promoted", expect.stringContaining("read back 4 tags")]);
  expect(tags()).toMatchObject({ "1.0.0": digest, "1.0": digest, "1": digest, latest: digest });
  const puts = registry.requests.filter(({ method }) => method === "PUT").map(({ path }) => path.split("/").at(-1));
  expect(puts).toEqual(["1.0.0", `${digest}?tag=1&tag=1.0&tag=latest`]);
});
