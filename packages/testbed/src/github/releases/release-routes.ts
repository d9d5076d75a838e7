import { mayDo } from "../access.ts";
import { parameter, type RepositoryCall } from "../http/call.ts";
import { paged } from "../http/paging.ts";
import { invalidRequest, notFound, validationFailed } from "../http/refusal.ts";
import { empty, json, type Reply } from "../http/reply.ts";
import { requestBody, type RequestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import type { ReleaseRecord } from "../records.ts";
import { latestRelease, type MakeLatest } from "./latest.ts";
import { generateNotes } from "./notes.ts";
import { presentRelease } from "./present-release.ts";
import { withRelease } from "./release-rules.ts";
import { requireWorkflowPermission } from "./workflow-permission.ts";

const WRITE = "contents=write; contents=write,workflows=write";

/** Releases. https://docs.github.com/rest/releases/releases */
export const releaseRoutes = repositoryRoutes("releases/releases", [
  ["GET /releases", "contents=read", listReleases],
  ["POST /releases", WRITE, createRelease],
  ["POST /releases/generate-notes", "contents=write", generate],
  ["GET /releases/latest", "contents=read", getLatest],
  ["GET /releases/tags/{tag+}", "contents=read", getByTag],
  ["GET /releases/{id}", "contents=read", getRelease],
  ["PATCH /releases/{id}", WRITE, updateRelease],
  ["DELETE /releases/{id}", "contents=write", deleteRelease],
]);

/** Drafts show only to those who may write. */
function listReleases(call: RepositoryCall): Reply {
  const seen = call.view.record.releases.filter((release) => isVisible(call, release));
  return paged(call, seen, (release) => presentRelease(call.repository, release));
}

function getLatest(call: RepositoryCall): Reply {
  const latest = latestRelease(call.view.record);
  if (latest === undefined) throw notFound();
  return json(presentRelease(call.repository, latest));
}

/** Never finds a draft, whoever asks. */
function getByTag(call: RepositoryCall): Reply {
  const tag = parameter(call, "tag");
  const found = call.view.record.releases.find((release) => release.tag === tag && !release.draft);
  if (found === undefined) throw notFound();
  return json(presentRelease(call.repository, found));
}

function getRelease(call: RepositoryCall): Reply {
  return json(presentRelease(call.repository, visibleRelease(call)));
}

/** The release that the path names; 404 when there is none, or it is a draft and the token may not write. */
export function visibleRelease(call: RepositoryCall): ReleaseRecord {
  const id = parameter(call, "id");
  const found = call.view.record.releases.find((release) => String(release.id) === id);
  if (found === undefined || !isVisible(call, found)) throw notFound();
  return found;
}

function isVisible(call: RepositoryCall, release: ReleaseRecord): boolean {
  return !release.draft || mayDo(call.actor, "contents=write");
}

function createRelease(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const now = call.site.now();
  const blank: ReleaseRecord = {
    id: 0,
    tag: body.text("tag_name"),
    target: call.repository.defaultBranch,
    name: null,
    body: null,
    draft: false,
    prerelease: false,
    immutable: false,
    author: call.actor.login,
    createdAt: now,
    publishedAt: undefined,
    assets: [],
  };
  const release = withNotes(call, body, edited(blank, body));
  const makeLatest = readMakeLatest(body);
  // A draft may carry the wish for later; only a release that is out at once can contradict it.
  if (makeLatest === "true" && release.prerelease && !release.draft) throw notLatest();
  return json(save(call, published(call, { ...release, id: call.site.nextId() }), makeLatest), 201);
}

function updateRelease(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const before = visibleRelease(call);
  const release = edited(before, body);
  const makeLatest = readMakeLatest(body);
  if (before.immutable) requireUnfrozen(before, release, makeLatest);
  if (makeLatest === "true" && (release.prerelease || release.draft)) throw notLatest();
  const publishes = before.draft && !release.draft;
  return json(save(call, published(call, release), makeLatest ?? (publishes ? "true" : keptMark(call, before))));
}

function edited(before: ReleaseRecord, body: RequestBody): ReleaseRecord {
  return {
    ...before,
    tag: body.optionalText("tag_name") ?? before.tag,
    target: body.optionalText("target_commitish") ?? before.target,
    name: body.optionalText("name") ?? before.name,
    body: body.optionalText("body") ?? before.body,
    draft: body.optionalFlag("draft") ?? before.draft,
    prerelease: body.optionalFlag("prerelease") ?? before.prerelease,
  };
}

function withNotes(call: RepositoryCall, body: RequestBody, release: ReleaseRecord): ReleaseRecord {
  if (body.optionalFlag("generate_release_notes") !== true) return release;
  const request = { tag: release.tag, target: release.target, previousTag: undefined };
  const notes = generateNotes(call.repository, call.view, request);
  const text = release.body === null ? notes.body : `${release.body}\n\n${notes.body}`;
  return { ...release, name: release.name ?? notes.name, body: text };
}

function readMakeLatest(body: RequestBody): MakeLatest | undefined {
  const value = body.optionalText("make_latest");
  if (value === undefined || value === "true" || value === "false" || value === "legacy") return value;
  throw invalidRequest(`For 'properties/make_latest', "${value}" is not a member of ["true", "false", "legacy"].`);
}

/** A release that is out gets its moment, and is frozen when the repository says so; a draft has neither. */
function published(call: RepositoryCall, release: ReleaseRecord): ReleaseRecord {
  if (release.draft) return { ...release, publishedAt: undefined };
  if (release.publishedAt !== undefined) return release;
  return { ...release, publishedAt: call.site.now(), immutable: call.view.record.immutableReleases };
}

function save(call: RepositoryCall, release: ReleaseRecord, makeLatest: MakeLatest | undefined): unknown {
  requireWorkflowPermission(call, requestBody(call).optionalText("target_commitish"));
  call.repository.update(withRelease(call.repository, release, makeLatest ?? "true"));
  const saved = call.repository.view().record.releases.find((other) => other.id === release.id);
  return presentRelease(call.repository, saved ?? release);
}

/** An edit that says nothing of it leaves the mark where it is. */
function keptMark(call: RepositoryCall, before: ReleaseRecord): MakeLatest {
  const marked = call.view.record.latestReleaseId;
  if (marked === undefined) return "legacy";
  return marked === before.id ? "true" : "false";
}

function requireUnfrozen(before: ReleaseRecord, after: ReleaseRecord, makeLatest: MakeLatest | undefined): void {
  const frozen = ["tag", "target", "draft", "prerelease"] as const;
  if (makeLatest === undefined && frozen.every((field) => before[field] === after[field])) return;
  const message = "Immutable releases can only change their name and body.";
  throw validationFailed({ resource: "Release", code: "custom", message });
}

function notLatest(): Error {
  return validationFailed({
    resource: "Release",
    code: "custom",
    message: "Latest release cannot be draft or prerelease.",
  });
}

/** The tag stays. That of an immutable release can never be used for a release again. */
function deleteRelease(call: RepositoryCall): Reply {
  const release = visibleRelease(call);
  const { releases, burnedTags, latestReleaseId } = call.view.record;
  call.repository.update({
    releases: releases.filter((other) => other.id !== release.id),
    burnedTags: release.immutable ? [...burnedTags, release.tag] : burnedTags,
    latestReleaseId: latestReleaseId === release.id ? undefined : latestReleaseId,
  });
  return empty();
}

function generate(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const target = body.optionalText("target_commitish");
  const previousTag = body.optionalText("previous_tag_name");
  return json(generateNotes(call.repository, call.view, { tag: body.text("tag_name"), target, previousTag }));
}
