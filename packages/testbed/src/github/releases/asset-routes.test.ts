import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;
let draft: { id: number; upload_url: string };

beforeEach(async () => {
  session = await openOctokitSession();
  draft = (await session.octokit.rest.repos.createRelease({ ...session.here, tag_name: "v1", draft: true })).data;
});

afterEach(() => session.github.close());

function upload(name: string, content = "content") {
  return session.octokit.rest.repos.uploadReleaseAsset({
    ...session.here,
    release_id: draft.id,
    url: draft.upload_url,
    name,
    data: content,
    headers: { "content-type": "application/gzip" },
  });
}

function publish() {
  return session.octokit.rest.repos.updateRelease({ ...session.here, release_id: draft.id, draft: false });
}

const sha256 = (content: string) => `sha256:${createHash("sha256").update(content).digest("hex")}`;

describe("uploading an asset", () => {
  test("answers its size, type and digest", async () => {
    const { status, data } = await upload("shop.tar.gz", "the bytes");
    expect(status).toBe(201);
    const wanted = {
      name: "shop.tar.gz",
      state: "uploaded",
      size: 9,
      content_type: "application/gzip",
      digest: sha256("the bytes"),
    };
    expect(data).toMatchObject(wanted);
  });

  test("keeps the name as GitHub writes it", async () => {
    expect((await upload("my file~1.txt")).data.name).toBe("my.file.1.txt");
  });

  test("refuses a name that is there, after renaming", async () => {
    await upload("a b");
    const errors = [{ resource: "ReleaseAsset", code: "already_exists", field: "name" }];
    expect(await refusalOf(upload("a~b"))).toMatchObject({ status: 422, response: { data: { errors } } });
  });

  test("works at the upload address alone", async () => {
    const call = session.octokit.request("POST /repos/{owner}/{repo}/releases/{id}/assets", {
      ...session.here,
      id: draft.id,
      data: "x",
    });
    expect(await refusalOf(call)).toMatchObject({ status: 404 });
  });

  test("refuses an empty body", async () => {
    const url = draft.upload_url.replace(/\{.*/, "?name=empty");
    const headers = { authorization: `Bearer ${session.github.token()}` };
    expect((await fetch(url, { method: "POST", headers })).status).toBe(400);
  });
});

describe("assets of a release", () => {
  test("are listed, renamed and deleted", async () => {
    const { data: asset } = await upload("one");
    await upload("two");
    const { repos } = session.octokit.rest;
    await repos.updateReleaseAsset({ ...session.here, asset_id: asset.id, name: "first", label: "the first" });
    const list = async () => (await repos.listReleaseAssets({ ...session.here, release_id: draft.id })).data;
    expect((await list()).map(({ name, label }) => [name, label])).toEqual([
      ["first", "the first"],
      ["two", ""],
    ]);
    await repos.deleteReleaseAsset({ ...session.here, asset_id: asset.id });
    expect((await list()).map(({ name }) => name)).toEqual(["two"]);
  });

  test("are downloaded with a token by id", async () => {
    const { data: asset } = await upload("one", "the bytes");
    const call = { ...session.here, asset_id: asset.id, headers: { accept: "application/octet-stream" } };
    const { data } = await session.octokit.rest.repos.getReleaseAsset(call);
    expect(Buffer.from(data as never).toString()).toBe("the bytes");
  });

  test("are downloaded without one by address, once published", async () => {
    await upload("one", "the bytes");
    const address = `${session.github.url}/acme/shop/releases/download/v1/one`;
    expect((await fetch(address)).status).toBe(404);
    const { data } = await publish();
    expect(data.assets[0]?.browser_download_url).toBe(address);
    expect(await (await fetch(address)).text()).toBe("the bytes");
    expect(await (await fetch(`${session.github.url}/acme/shop/releases/latest/download/one`)).text()).toBe(
      "the bytes",
    );
  });

  test("are frozen by an immutable release", async () => {
    session.repository.immutableReleases(true);
    const { data: asset } = await upload("one");
    await publish();
    const message = "Cannot upload assets to an immutable release.";
    expect(await refusalOf(upload("two"))).toMatchObject({ status: 422, response: { data: { message } } });
    const call = session.octokit.rest.repos.deleteReleaseAsset({ ...session.here, asset_id: asset.id });
    expect(await refusalOf(call)).toMatchObject({ status: 422 });
  });
});
