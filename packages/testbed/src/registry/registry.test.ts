import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type RegistryServer, startRegistry } from "./index.ts";
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from "./model.ts";

const ALL_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(", ");
const NAME = "acme/shop";

let registry: RegistryServer;

beforeEach(async () => {
  registry = await startRegistry();
});

afterEach(() => registry.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${registry.url}${path}`, { ...init, headers: { accept: ALL_TYPES, ...(init.headers as object) } });
}

function sha256(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

function listing(member: "manifests" | "layers"): string {
  return JSON.stringify({ [member]: [{ digest: sha256("unknown") }] });
}

async function errorCode(response: Response): Promise<string> {
  const body = (await response.json()) as { errors: { code: string }[] };
  return body.errors[0]!.code;
}

describe("a manifest", () => {
  test("comes back byte for byte, by tag and by digest", async () => {
    const digest = registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    for (const reference of ["1.0.0", digest]) {
      const response = await ask(`/v2/${NAME}/manifests/${reference}`);
      expect(response.headers.get("docker-content-digest")).toBe(digest);
      expect(response.headers.get("content-type")).toBe(OCI_INDEX);
      expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(digest);
    }
  });

  test("is unknown to a client that does not accept its type", async () => {
    registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    const response = await ask(`/v2/${NAME}/manifests/1.0.0`, { headers: { accept: OCI_MANIFEST } });
    expect([response.status, await errorCode(response)]).toEqual([404, "MANIFEST_UNKNOWN"]);
  });

  test("keeps the very whitespace that it was pushed with", async () => {
    registry.putImage(NAME, "source", { version: "1.0.0", index: false });
    const source = await (await ask(`/v2/${NAME}/manifests/source`)).text();
    const spaced = `${source}\n\n`;
    const put = await ask(`/v2/${NAME}/manifests/spaced`, {
      method: "PUT",
      body: spaced,
      headers: { "content-type": OCI_MANIFEST },
    });
    expect([put.status, put.headers.get("docker-content-digest")]).toEqual([201, sha256(spaced)]);
    expect(await (await ask(`/v2/${NAME}/manifests/spaced`)).text()).toBe(spaced);
  });

  test.each([
    { why: "a digest that is not the body's", reference: sha256("other"), code: "DIGEST_INVALID" },
    { why: "a type that no registry knows", type: "text/plain", code: "MANIFEST_INVALID" },
    { why: "a body that is no JSON", body: "nonsense", code: "MANIFEST_INVALID" },
    { why: "a type unlike the document's", body: JSON.stringify({ mediaType: OCI_INDEX }), code: "MANIFEST_INVALID" },
    { why: "an unknown child", body: listing("manifests"), type: OCI_INDEX, code: "MANIFEST_BLOB_UNKNOWN" },
    { why: "an unknown layer", body: listing("layers"), code: "MANIFEST_BLOB_UNKNOWN" },
    { why: "a tag that is no tag", reference: "-x", code: "TAG_INVALID" },
  ])("is refused for $why", async ({ reference = "x", body = "{}", type = OCI_MANIFEST, code }) => {
    const response = await ask(`/v2/${NAME}/manifests/${reference}`, {
      method: "PUT",
      body,
      headers: { "content-type": type },
    });
    expect([response.status, await errorCode(response)]).toEqual([400, code]);
  });

  test("is refused above four megabytes", async () => {
    const body = JSON.stringify({ annotations: { filler: "x".repeat(4 * 1024 * 1024) } });
    const response = await ask(`/v2/${NAME}/manifests/x`, {
      method: "PUT",
      body,
      headers: { "content-type": OCI_MANIFEST },
    });
    expect(response.status).toBe(400);
  });

  test("deleted by digest takes its tags with it, deleted by tag stays", async () => {
    const digest = registry.putImage(NAME, "a", { version: "1.0.0" });
    registry.putImage(NAME, "b", { version: "1.0.0" });
    await ask(`/v2/${NAME}/manifests/a`, { method: "DELETE" });
    expect(registry.digestOf(NAME, "b")).toBe(digest);
    await ask(`/v2/${NAME}/manifests/${digest}`, { method: "DELETE" });
    expect(registry.digestOf(NAME, "b")).toBeUndefined();
  });

  test("of an immutable tag cannot be pushed again, not even with the same digest", async () => {
    registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    registry.setImmutableTags(NAME, true);
    const body = await (await ask(`/v2/${NAME}/manifests/1.0.0`)).text();
    const again = await ask(`/v2/${NAME}/manifests/1.0.0`, {
      method: "PUT",
      body,
      headers: { "content-type": OCI_INDEX },
    });
    const other = await ask(`/v2/${NAME}/manifests/1.0.1`, {
      method: "PUT",
      body,
      headers: { "content-type": OCI_INDEX },
    });
    expect([again.status, other.status]).toEqual([400, 201]);
  });
});

describe("an image", () => {
  test("has the same digest whenever it is built from the same content", async () => {
    const other = await startRegistry();
    const content = { version: "1.0.0", labels: { a: "b" }, provenance: true };
    expect(other.putImage(NAME, "x", content)).toBe(registry.putImage(NAME, "y", content));
    await other.close();
  });

  test("tells its labels and architectures", () => {
    const digest = registry.putImage(NAME, "x", { version: "1.0.0", provenance: true, labels: { a: "b" } });
    expect(registry.facts(NAME, "x")).toEqual({
      digest,
      labels: { a: "b", "org.opencontainers.image.version": "1.0.0" },
      architectures: ["amd64", "arm64"],
    });
  });
});

describe("a blob", () => {
  const content = "hello, layer";
  const digest = sha256(content);

  async function session(): Promise<string> {
    const response = await ask(`/v2/${NAME}/blobs/uploads/`, { method: "POST" });
    return response.headers.get("location")!;
  }

  test("can be uploaded in one request", async () => {
    const response = await ask(`/v2/${NAME}/blobs/uploads/?digest=${digest}`, { method: "POST", body: content });
    expect(response.status).toBe(201);
    expect(await (await ask(`/v2/${NAME}/blobs/${digest}`)).text()).toBe(content);
  });

  test("can be uploaded in chunks that join in order", async () => {
    const location = await session();
    const chunk = (start: number, end: number) =>
      ask(location, {
        method: "PATCH",
        body: content.slice(start, end),
        headers: { "content-range": `${start}-${end - 1}` },
      });
    expect((await chunk(0, 5)).status).toBe(202);
    expect((await chunk(7, 9)).status).toBe(416);
    expect((await chunk(5, 12)).headers.get("range")).toBe("0-11");
    expect((await ask(`${location}?digest=${digest}`, { method: "PUT" })).status).toBe(201);
  });

  test("is refused under a digest that is not its own, and the session stays", async () => {
    const location = await session();
    const wrong = await ask(`${location}?digest=${sha256("x")}`, { method: "PUT", body: content });
    expect([wrong.status, await errorCode(wrong)]).toEqual([400, "DIGEST_INVALID"]);
    expect((await ask(`${location}?digest=${digest}`, { method: "PUT", body: content })).status).toBe(201);
  });

  test("is mounted from a repository that has it, and offered an upload otherwise", async () => {
    await ask(`/v2/${NAME}/blobs/uploads/?digest=${digest}`, { method: "POST", body: content });
    const mount = (from: string) => ask(`/v2/other/blobs/uploads/?mount=${digest}&from=${from}`, { method: "POST" });
    expect([(await mount("nowhere")).status, (await mount(NAME)).status]).toEqual([202, 201]);
    expect((await ask(`/v2/other/blobs/${digest}`, { method: "HEAD" })).headers.get("content-length")).toBe("12");
  });

  test("is served in ranges", async () => {
    await ask(`/v2/${NAME}/blobs/uploads/?digest=${digest}`, { method: "POST", body: content });
    const response = await ask(`/v2/${NAME}/blobs/${digest}`, { headers: { range: "bytes=7-" } });
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([
      206,
      "bytes 7-11/12",
      "layer",
    ]);
  });

  test("of another repository is unknown in this one", async () => {
    await ask(`/v2/${NAME}/blobs/uploads/?digest=${digest}`, { method: "POST", body: content });
    expect((await ask(`/v2/other/blobs/${digest}`)).status).toBe(404);
  });
});

describe("the tag list", () => {
  test("comes in lexical order and in pages", async () => {
    for (const tag of ["b", "c", "a"]) registry.putImage(NAME, tag, { version: tag });
    const first = await ask(`/v2/${NAME}/tags/list?n=2`);
    expect(await first.json()).toEqual({ name: NAME, tags: ["a", "b"] });
    const next = /<([^>]+)>; rel="next"/u.exec(first.headers.get("link") ?? "")![1]!;
    const second = await ask(next);
    expect([await second.json(), second.headers.get("link")]).toEqual([{ name: NAME, tags: ["c"] }, null]);
  });

  test("of an unknown repository is a named error", async () => {
    expect(await errorCode(await ask("/v2/nowhere/tags/list"))).toBe("NAME_UNKNOWN");
  });
});

describe("referrers", () => {
  async function attach(artifactType: string): Promise<Response> {
    const subject = { mediaType: OCI_INDEX, digest: registry.digestOf(NAME, "1.0.0"), size: 1 };
    const body = JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, artifactType, subject });
    return ask(`/v2/${NAME}/manifests/${sha256(body)}`, {
      method: "PUT",
      body,
      headers: { "content-type": OCI_MANIFEST },
    });
  }

  test("are listed for their subject and filtered by type", async () => {
    const subject = registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    const pushed = await attach("application/sbom");
    await attach("application/signature");
    expect(pushed.headers.get("oci-subject")).toBe(subject);
    const list = async (query: string) => {
      const answer = (await (await ask(`/v2/${NAME}/referrers/${subject}${query}`)).json()) as { manifests: object[] };
      return answer.manifests.length;
    };
    expect([await list(""), await list("?artifactType=application/sbom")]).toEqual([2, 1]);
  });

  test("are unknown to a registry without the API, which does not name the subject either", async () => {
    await registry.close();
    registry = await startRegistry({ referrers: false });
    const subject = registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    expect((await attach("application/sbom")).headers.get("oci-subject")).toBeNull();
    expect((await ask(`/v2/${NAME}/referrers/${subject}`)).status).toBe(404);
  });
});

describe("access", () => {
  const account = { username: "robot", password: "secret" };
  const basic = { authorization: `Basic ${Buffer.from("robot:secret").toString("base64")}` };

  test("by Basic credentials needs the right ones", async () => {
    await registry.close();
    registry = await startRegistry({ auth: { kind: "basic", ...account } });
    const refused = await ask("/v2/");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Basic realm="embedded registry"']);
    expect((await ask("/v2/", { headers: basic })).status).toBe(200);
  });

  test("by token names the scope that is missing and takes a token that has it", async () => {
    await registry.close();
    registry = await startRegistry({ auth: { kind: "bearer", ...account } });
    registry.putImage(NAME, "1.0.0", { version: "1.0.0" });
    const refused = await ask(`/v2/${NAME}/manifests/1.0.0`);
    const challenge = refused.headers.get("www-authenticate")!;
    const [, realm, scope] = /realm="([^"]+)".*scope="([^"]+)"/u.exec(challenge)!;
    expect(scope).toBe(`repository:${NAME}:pull`);
    expect((await fetch(`${realm!}?scope=${scope!}`)).status).toBe(401);
    const granted = (await (await fetch(`${realm!}?scope=${scope!}`, { headers: basic })).json()) as { token: string };
    const bearer = { authorization: `Bearer ${granted.token}` };
    expect((await ask(`/v2/${NAME}/manifests/1.0.0`, { headers: bearer })).status).toBe(200);
    const push = await ask(`/v2/${NAME}/blobs/uploads/`, { method: "POST", headers: bearer });
    expect(push.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
  });
});

describe("an injected fault", () => {
  beforeEach(() => void registry.putImage(NAME, "1.0.0", { version: "1.0.0" }));
  const read = () => ask(`/v2/${NAME}/manifests/1.0.0`, { method: "HEAD" });

  test("answers a status as many times as asked", async () => {
    registry.inject({ kind: "status", status: 429, headers: { "retry-after": "1" }, times: 2 });
    const statuses = [await read(), await read(), await read()].map((response) => response.status);
    expect(statuses).toEqual([429, 429, 200]);
  });

  test("meets only the requests that match", async () => {
    registry.inject({ kind: "status", status: 500, match: { method: "PUT", path: /manifests/u } });
    expect((await read()).status).toBe(200);
  });

  test("can lose the answer of a push that was carried out", async () => {
    const body = await (await ask(`/v2/${NAME}/manifests/1.0.0`)).text();
    registry.inject({ kind: "lost-answer" });
    await expect(
      ask(`/v2/${NAME}/manifests/2.0.0`, { method: "PUT", body, headers: { "content-type": OCI_INDEX } }),
    ).rejects.toThrow("fetch failed");
    expect(registry.digestOf(NAME, "2.0.0")).toBe(registry.digestOf(NAME, "1.0.0"));
  });

  test("can drop a push before it is carried out", async () => {
    registry.inject({ kind: "drop" });
    await expect(ask(`/v2/${NAME}/manifests/1.0.0`, { method: "DELETE" })).rejects.toThrow("fetch failed");
    expect(registry.digestOf(NAME, "1.0.0")).toBeDefined();
  });

  test("can move a tag under the reader's feet", async () => {
    const other = registry.putImage(NAME, "other", { version: "9.9.9" });
    registry.inject({ kind: "tag-moved", repository: NAME, tag: "1.0.0", to: other });
    expect((await read()).headers.get("docker-content-digest")).toBe(other);
  });

  test("can lie about the digest", async () => {
    registry.inject({ kind: "wrong-digest", digest: sha256("lie") });
    expect((await read()).headers.get("docker-content-digest")).toBe(sha256("lie"));
  });

  test("that takes the registry down lasts until it is up again", async () => {
    registry.down();
    await expect(read()).rejects.toThrow("fetch failed");
    registry.up();
    expect((await read()).status).toBe(200);
  });
});
