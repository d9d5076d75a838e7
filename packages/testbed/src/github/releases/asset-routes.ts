import { createHash } from "node:crypto";
import { findRepository } from "../create-site.ts";
import { accepts, parameter, type Call, type RepositoryCall } from "../http/call.ts";
import { paged } from "../http/paging.ts";
import { invalidRequest, notFound, Refusal, unprocessable, validationFailed } from "../http/refusal.ts";
import { bytes, empty, json, type Reply } from "../http/reply.ts";
import { requestBody } from "../http/request-body.ts";
import { repositoryRoutes, siteRoute, uploadRoutes } from "../http/router.ts";
import type { AssetRecord, ReleaseRecord, RepositoryRecord } from "../records.ts";
import type { Site } from "../site.ts";
import { storedAssetName } from "./asset-name.ts";
import { latestRelease } from "./latest.ts";
import { presentAsset } from "./present-release.ts";
import { visibleRelease } from "./release-routes.ts";

const MAX_ASSETS = 1000;

/** Release assets. https://docs.github.com/rest/releases/assets */
export const assetRoutes = [
  ...uploadRoutes("releases/assets", [["POST /releases/{id}/assets", "contents=write", uploadAsset]]),
  ...repositoryRoutes("releases/assets", [
    ["GET /releases/{id}/assets", "contents=read", listAssets],
    ["GET /releases/assets/{asset}", "contents=read", getAsset],
    ["PATCH /releases/assets/{asset}", "contents=write", updateAsset],
    ["DELETE /releases/assets/{asset}", "contents=write", deleteAsset],
  ]),
  siteRoute("GET /{owner}/{repo}/releases/latest/download/{name}", "releases/assets", downloadByName),
  siteRoute("GET /{owner}/{repo}/releases/download/{tag+}/{name}", "releases/assets", downloadByName),
  siteRoute("GET /asset-storage/{asset}/{signature}", "releases/assets", serveStored),
];

interface Place {
  readonly release: ReleaseRecord;
  readonly asset: AssetRecord;
}

function uploadAsset(call: RepositoryCall): Reply {
  const release = visibleRelease(call);
  const given = call.query.get("name");
  if (given === null || given === "") throw invalidRequest(`"name" wasn't supplied.`);
  if (call.body.length === 0) throw new Refusal(400, "Bad Content-Length: 0");
  const name = storedAssetName(given);
  if (release.immutable) throw unprocessable("Cannot upload assets to an immutable release.");
  requireRoom(release, name);
  const now = call.site.now();
  const asset: AssetRecord = {
    id: call.site.nextId(),
    name,
    label: call.query.get("label"),
    state: call.breaksUpload ? "starter" : "uploaded",
    contentType: String(call.headers["content-type"] ?? "application/octet-stream"),
    content: call.breaksUpload ? Buffer.alloc(0) : call.body,
    uploader: call.actor.login,
    createdAt: now,
    updatedAt: now,
  };
  replaceAssets(call, release, [...release.assets, asset]);
  if (call.breaksUpload) throw new Refusal(502, "Server Error");
  return json(presentAsset(call.repository, release, asset), 201);
}

function requireRoom(release: ReleaseRecord, name: string): void {
  const resource = "ReleaseAsset";
  if (release.assets.some((asset) => asset.name === name)) {
    throw validationFailed({ resource, code: "already_exists", field: "name" });
  }
  if (release.assets.length >= MAX_ASSETS) {
    throw validationFailed({
      resource,
      code: "custom",
      message: `file_count limited to ${MAX_ASSETS} assets per release`,
    });
  }
}

function listAssets(call: RepositoryCall): Reply {
  const release = visibleRelease(call);
  return paged(call, release.assets, (asset) => presentAsset(call.repository, release, asset));
}

/** With `Accept: application/octet-stream` a redirect to the bytes, which need no token there. */
function getAsset(call: RepositoryCall): Reply {
  const place = requirePlace(call);
  if (accepts(call, "application/octet-stream")) return redirect(call.site, place.asset);
  return json(presentAsset(call.repository, place.release, place.asset));
}

function updateAsset(call: RepositoryCall): Reply {
  const { release, asset } = requirePlace(call);
  const body = requestBody(call);
  const name = storedAssetName(body.optionalText("name") ?? asset.name);
  if (release.immutable) throw unprocessable("Cannot update assets of an immutable release.");
  const others = release.assets.filter((other) => other.id !== asset.id);
  requireRoom({ ...release, assets: others }, name);
  const changed = { ...asset, name, label: body.optionalText("label") ?? asset.label, updatedAt: call.site.now() };
  replaceAssets(
    call,
    release,
    release.assets.map((other) => (other.id === asset.id ? changed : other)),
  );
  return json(presentAsset(call.repository, release, changed));
}

function deleteAsset(call: RepositoryCall): Reply {
  const { release, asset } = requirePlace(call);
  if (release.immutable) throw unprocessable("Cannot delete assets from an immutable release.");
  replaceAssets(
    call,
    release,
    release.assets.filter((other) => other.id !== asset.id),
  );
  return empty();
}

function requirePlace(call: RepositoryCall): Place {
  const place = findAsset(call.view.record, parameter(call, "asset"));
  if (place === undefined) throw notFound();
  return place;
}

function findAsset(record: RepositoryRecord, id: string): Place | undefined {
  const places = record.releases.flatMap((release) => release.assets.map((asset) => ({ release, asset })));
  return places.find(({ asset }) => String(asset.id) === id);
}

function replaceAssets(call: RepositoryCall, release: ReleaseRecord, assets: readonly AssetRecord[]): void {
  const { releases } = call.repository.view().record;
  call.repository.update({
    releases: releases.map((other) => (other.id === release.id ? { ...other, assets } : other)),
  });
}

/** The address that people and `curl` use; a draft's assets are not there. */
function downloadByName(call: Call): Reply {
  const repository = findRepository(call.site, `${parameter(call, "owner")}/${parameter(call, "repo")}`);
  const record = repository?.view().record;
  const tag = call.params["tag"];
  const release =
    tag === undefined ? record && latestRelease(record) : record?.releases.find((one) => one.tag === tag && !one.draft);
  const asset = release?.assets.find((one) => one.name === parameter(call, "name") && one.state === "uploaded");
  if (asset === undefined) throw notFound();
  return redirect(call.site, asset);
}

function redirect(site: Site, asset: AssetRecord): Reply {
  return empty(302, { location: `${site.addresses.root}/asset-storage/${asset.id}/${signatureOf(asset)}` });
}

function serveStored(call: Call): Reply {
  const records = [...call.site.repositories.values()].map((repository) => repository.view().record);
  const asset = records
    .map((record) => findAsset(record, parameter(call, "asset"))?.asset)
    .find((found) => found !== undefined);
  if (asset === undefined || signatureOf(asset) !== parameter(call, "signature")) throw notFound();
  return bytes(asset.content, asset.contentType);
}

function signatureOf(asset: AssetRecord): string {
  return createHash("sha256").update(`stored asset ${asset.id}`).digest("hex");
}
