import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import {
  PUBLISHER,
  READER,
  startDistributionRegistry,
  type DistributionRegistry,
  type RegistryMode,
} from "../support/distribution-registry.ts";
import { writeImageLayout, type LayoutImage } from "../support/oci-layout.ts";
import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { runTool } from "../support/tools.ts";

const MODES: readonly RegistryMode[] = ["open", "basic", "token"];
const FORMS = ["index", "manifest"] as const;
const BETA = "1.0.0-abcdefg.beta";
const TAGS = ["1.0.0", "1.0", "latest"];
/** Needed beside the registry. */
export const TOOLS = ["skopeo", "openssl", "perl"];

interface Login {
  readonly username: string;
  readonly password: string;
}

/**
 * What holds for the retag-image bundle and every real registry of the distribution project, whose program is given: the
 * three ways in, both forms of an image, and skopeo as the witness.
 */
export function describePromotions(program: string): void {
  describe.each(MODES)("in the mode %s", (mode) => {
    let registry: DistributionRegistry;
    let images: Record<(typeof FORMS)[number], LayoutImage>;
    let repositories = 0;
    const login = mode === "open" ? undefined : PUBLISHER;

    beforeAll(async () => {
      registry = await startDistributionRegistry(mode, program);
      const image = (form: (typeof FORMS)[number]) => writeImageLayout(emptyFolder(), "1.0.0", form);
      images = { index: image("index"), manifest: image("manifest") };
    });

    afterAll(() => registry.stop());

    /** A repository of its own for each test, with nothing in it but the beta. */
    async function publishBeta(form: (typeof FORMS)[number] = "index"): Promise<string> {
      repositories += 1;
      const repository = `acme/shop-${repositories}`;
      await push(images[form], `${registry.host}/${repository}:${BETA}`);
      return repository;
    }

    async function push(image: LayoutImage, name: string): Promise<void> {
      const options = ["--dest-tls-verify=false", ...(login === undefined ? [] : ["--dest-creds", credentials(login)])];
      const pushed = await runTool("skopeo", ["copy", "--all", ...options, image.reference, `docker://${name}`]);
      expect(pushed).toMatchObject({ exitCode: 0 });
    }

    /** The bytes behind a name, as a client that shares no code with the bundle reads them. */
    async function rawManifest(name: string): Promise<string> {
      const options = ["--tls-verify=false", ...(login === undefined ? [] : ["--creds", credentials(login)])];
      const read = await runTool("skopeo", ["inspect", "--raw", ...options, `docker://${name}`]);
      expect(read).toMatchObject({ exitCode: 0 });
      return read.stdout;
    }

    async function tagsOf(repository: string): Promise<string[]> {
      const options = ["--tls-verify=false", ...(login === undefined ? [] : ["--creds", credentials(login)])];
      const read = await runTool("skopeo", ["list-tags", ...options, `docker://${registry.host}/${repository}`]);
      return (JSON.parse(read.stdout) as { Tags: string[] }).Tags.sort();
    }

    /** The login comes from Docker's configuration, as docker/login-action leaves it; an open registry needs none. */
    function retag(repository: string, inputs: Record<string, string> = {}, as: Login | "nobody" = login ?? "nobody") {
      const wanted = { tags: "1.0.0,1.0", "floating-tags": "latest", ...inputs };
      return runBundle({
        action: "retag-image",
        inputs: { source: `${registry.host}/${repository}:${BETA}`, ...wanted },
        env: { DOCKER_CONFIG: dockerConfig([registry.host], as) },
      });
    }

    /** As above, to another place; that registry has the same accounts and another host. */
    function retagTo(repository: string, tag: string, other?: DistributionRegistry) {
      const hosts = [registry.host, ...(other === undefined ? [] : [other.host])];
      return runBundle({
        action: "retag-image",
        inputs: { source: `${registry.host}/${repository}:${BETA}`, tags: tag, "floating-tags": "" },
        env: { DOCKER_CONFIG: dockerConfig(hosts, login ?? "nobody") },
      });
    }

    /** What the registry was asked while something ran: method, path below the repository, status; challenges left out. */
    async function askedDuring(repository: string, run: () => Promise<unknown>): Promise<string[]> {
      const before = (await registry.requests()).length;
      await run();
      const asked = (await registry.requests()).slice(before).filter((request) => !request.endsWith(" 401"));
      return asked.map((request) => request.replace(`/v2/${repository}/`, ""));
    }

    describe.each(FORMS)("with a source that is an image's %s", (form) => {
      test("puts its exact bytes under every tag, as skopeo sees from outside", async () => {
        const { digest, bytes } = images[form];
        const repository = await publishBeta(form);
        const result = await retag(repository, { "expected-digest": digest });
        expect([result.conclusion, logOf(result)]).toEqual(["success", expect.stringContaining("read back 3 tags")]);
        expect(result.outputs).toMatchObject({ outcome: "promoted", changed: "true", digest });
        for (const tag of TAGS) {
          const seen = await rawManifest(`${registry.host}/${repository}:${tag}`);
          expect(seen).toBe(bytes.toString("utf8"));
          expect(`sha256:${createHash("sha256").update(seen).digest("hex")}`).toBe(digest);
        }
      });

      test("reads the manifest once, moves no blob, and writes latest after the version tags were read back", async () => {
        const repository = await publishBeta(form);
        const asked = await askedDuring(repository, () => retag(repository));
        expect(asked.filter((request) => !request.startsWith("HEAD "))).toEqual([
          `GET manifests/${images[form].digest} 200`,
          "PUT manifests/1.0.0 201",
          "PUT manifests/1.0 201",
          "GET tags/list?n=1000 200",
          "PUT manifests/latest 201",
        ]);
        const beforeLatest = asked.slice(0, asked.indexOf("PUT manifests/latest 201"));
        expect(beforeLatest).toEqual(expect.arrayContaining(["HEAD manifests/1.0.0 200", "HEAD manifests/1.0 200"]));
      });

      test("finds everything done when run again, by HEADs alone", async () => {
        const repository = await publishBeta(form);
        await retag(repository);
        const asked = await askedDuring(repository, async () =>
          expect((await retag(repository)).outputs).toMatchObject({ outcome: "unchanged", changed: "false" }),
        );
        expect(asked.sort()).toEqual([BETA, ...TAGS].map((tag) => `HEAD manifests/${tag} 200`).sort());
      });
    });

    test("does not move a version tag that names another image", async () => {
      const repository = await publishBeta();
      const other = writeImageLayout(emptyFolder(), "2.0.0", "index");
      await push(other, `${registry.host}/${repository}:1.0`);
      const result = await retag(repository);
      expect([result.outputs["outcome"], logOf(result)]).toEqual(["error", expect.stringContaining("TAG_CONFLICT")]);
      expect(await rawManifest(`${registry.host}/${repository}:1.0`)).toBe(other.bytes.toString("utf8"));
      expect(await tagsOf(repository)).toEqual(["1.0", BETA].sort());
    });

    test("goes into another repository by mounts alone, and a second run by HEADs alone", async () => {
      const repository = await publishBeta();
      const target = `${registry.host}/${repository}-release:1.0.0`;
      const asked = await askedDuring(`${repository}-release`, async () => {
        const result = await retagTo(repository, target);
        expect([result.conclusion, logOf(result)]).toEqual(["success", expect.stringContaining("4 blobs mounted")]);
      });
      expect(asked.filter((request) => /^(PUT|PATCH|GET) blobs/.test(request))).toEqual([]);
      expect(await rawManifest(target)).toBe(images.index.bytes.toString("utf8"));
      const again = await askedDuring(`${repository}-release`, () => retagTo(repository, target));
      expect(again.map((request) => request.split(" ")[0])).toEqual(["HEAD", "HEAD"]);
    });

    test("goes into another registry with the same bytes, each blob sent once, and a second run by HEADs alone", async () => {
      const other = await startDistributionRegistry(mode, program);
      try {
        const repository = await publishBeta();
        const target = `${other.host}/acme/released:1.0.0`;
        const result = await retagTo(repository, target, other);
        expect([result.conclusion, logOf(result)]).toEqual(["success", expect.stringContaining("4 sent")]);
        expect(await rawManifest(target)).toBe(images.index.bytes.toString("utf8"));
        const puts = (await other.requests()).filter((request) => /^PUT .*blobs.* 201$/.test(request));
        expect(puts).toHaveLength(4);
        const before = (await other.requests()).length;
        expect((await retagTo(repository, target, other)).outputs["outcome"]).toBe("unchanged");
        const again = (await other.requests()).slice(before).filter((request) => !request.endsWith(" 401"));
        expect(again).toEqual(["HEAD /v2/acme/released/manifests/1.0.0 200"]);
        expect([...new Set(other.tokens?.scopes() ?? [])].sort()).toEqual(
          mode === "token" ? ["repository:acme/released:pull", "repository:acme/released:pull,push"] : [],
        );
      } finally {
        await other.stop();
      }
    });

    test("says that the source is missing when it is", async () => {
      const repository = await publishBeta();
      const result = await retag(repository, { source: `${registry.host}/${repository}:9.9.9` });
      expect([result.outputs["outcome"], logOf(result)]).toEqual(["error", expect.stringContaining("MISSING_IMAGE")]);
    });

    if (mode === "open") {
      test("is taken back by the command that its summary shows", async () => {
        const repository = await publishBeta();
        const older = { index: writeImageLayout(emptyFolder(), "0.9.0", "index"), manifest: images.manifest };
        await push(older.index, `${registry.host}/${repository}:latest`);
        await push(older.manifest, `${registry.host}/${repository}:1`);
        const { summary } = await retag(repository, { "floating-tags": "1,latest" });
        expect(await rawManifest(`${registry.host}/${repository}:latest`)).toBe(images.index.bytes.toString("utf8"));
        const command = /```sh\n([^]*?)\n```/.exec(summary)?.[1] ?? "";
        const undone = await runTool("sh", ["-euc", command], { HOME: homeThatTrusts(registry.host) });
        expect([undone.exitCode, undone.stderr, command]).toEqual([0, "", expect.anything()]);
        for (const [tag, { bytes }] of [
          ["latest", older.index],
          ["1", older.manifest],
        ] as const)
          expect(await rawManifest(`${registry.host}/${repository}:${tag}`)).toBe(bytes.toString("utf8"));
      });

      test("counts the platforms of an index, and promotes nothing that lacks one", async () => {
        const repository = await publishBeta();
        const lacking = await retag(repository, { "require-platforms": "linux/amd64,linux/s390x" });
        expect(logOf(lacking)).toContain("MISSING_PLATFORM");
        expect(await tagsOf(repository)).toEqual([BETA]);
        const complete = await retag(repository, { "require-platforms": "linux/amd64,linux/arm64" });
        expect(complete.outputs["outcome"]).toBe("promoted");
      });

      test("finds a signature under its tag though the registry has no referrers API, and misses it before", async () => {
        const repository = await publishBeta();
        const unsigned = await retag(repository, { referrers: "require" });
        expect(logOf(unsigned)).toContain("NO_REFERRERS");
        expect(await tagsOf(repository)).toEqual([BETA]);
        const signature = writeImageLayout(emptyFolder(), "signature", "manifest");
        await push(signature, `${registry.host}/${repository}:${images.index.digest.replace(":", "-")}.sig`);
        const signed = await retag(repository, { referrers: "require" });
        expect([signed.outputs["outcome"], logOf(signed)]).toEqual([
          "promoted",
          expect.stringContaining("found 1 signatures"),
        ]);
      });
      return;
    }

    test.each([
      ["UNAUTHORIZED", { ...PUBLISHER, password: "wrong" }],
      ["NO_CREDENTIALS", "nobody"],
    ] as const)("says %s, and changes nothing, where the account is not the right one", async (code, account) => {
      const repository = await publishBeta();
      const result = await retag(repository, {}, account);
      expect([result.outputs["outcome"], logOf(result)]).toEqual(["error", expect.stringContaining(code)]);
      expect(await tagsOf(repository)).toEqual([BETA]);
    });

    test("takes the login from its inputs as well, and does not show it", async () => {
      const { username, password } = PUBLISHER;
      const result = await retag(await publishBeta(), { username, password }, "nobody");
      expect([result.outputs["outcome"], logOf(result)]).toEqual(["promoted", expect.not.stringContaining(password)]);
    });

    if (mode !== "token") return;

    test("asks for the right to push only when there is something to write", async () => {
      const repository = await publishBeta();
      const scopesDuring = async (run: () => Promise<unknown>) => {
        const before = registry.tokens!.scopes().length;
        await run();
        return registry.tokens!.scopes().slice(before);
      };
      const scope = `repository:${repository}`;
      expect(await scopesDuring(() => retag(repository))).toEqual([`${scope}:pull`, `${scope}:pull,push`]);
      expect(await scopesDuring(() => retag(repository))).toEqual([`${scope}:pull`]);
    });

    test("names the right that an account lacks, and changes nothing", async () => {
      const repository = await publishBeta();
      const result = await retag(repository, {}, READER);
      expect(logOf(result)).toContain("UNAUTHORIZED");
      expect(logOf(result)).toContain(`needs the scope repository:${repository}:pull,push`);
      expect(await tagsOf(repository)).toEqual([BETA]);
    });
  });
}

/** skopeo wants to be told that a registry of this machine speaks plain http. */
function homeThatTrusts(host: string): string {
  const home = emptyFolder();
  const folder = join(home, ".config/containers");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "registries.conf"), `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  return home;
}

function credentials({ username, password }: Login): string {
  return `${username}:${password}`;
}

function dockerConfig(hosts: readonly string[], login: Login | "nobody"): string {
  const folder = join(emptyFolder(), "docker");
  mkdirSync(folder);
  const auth = login === "nobody" ? undefined : Buffer.from(credentials(login)).toString("base64");
  const auths = auth === undefined ? {} : Object.fromEntries(hosts.map((host) => [host, { auth }]));
  writeFileSync(join(folder, "config.json"), JSON.stringify({ auths }));
  return folder;
}
