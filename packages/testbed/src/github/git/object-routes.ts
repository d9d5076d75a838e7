import { accepts, parameter, type RepositoryCall } from "../http/call.ts";
import { notFound, unprocessable } from "../http/refusal.ts";
import { bytes, json, type Reply } from "../http/reply.ts";
import { requestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import { apiUrl, nodeId } from "../present.ts";
import type { GitObject } from "./objects.ts";
import { presentGitCommit, presentTagObject } from "./present-git.ts";
import { accountSignature, givenSignature } from "./signature.ts";

/** Blobs, commits and tag objects. https://docs.github.com/rest/git */
export const objectRoutes = repositoryRoutes("git", [
  ["GET /git/blobs/{sha}", "contents=read", getBlob],
  ["POST /git/blobs", "contents=write", createBlob],
  ["GET /git/commits/{sha}", "contents=read", getCommit],
  ["POST /git/commits", "contents=write", createCommit],
  ["GET /git/tags/{sha}", "contents=read", getTag],
  ["POST /git/tags", "contents=write", createTag],
]);

function getBlob(call: RepositoryCall): Reply {
  const sha = parameter(call, "sha");
  const content = call.view.objects.blob(sha);
  if (content === undefined) throw notFound();
  if (accepts(call, "raw")) return bytes(content, "application/vnd.github.raw; charset=utf-8");
  return json({
    sha,
    node_id: nodeId("Blob", sha),
    size: content.length,
    url: apiUrl(call.repository, `/git/blobs/${sha}`),
    content: base64Lines(content),
    encoding: "base64",
  });
}

/** Base64 in lines of 60 characters, each ended, as GitHub sends it. */
export function base64Lines(content: Buffer): string {
  return content.toString("base64").replaceAll(/.{1,60}/g, "$&\n");
}

function createBlob(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const encoding = body.optionalText("encoding") ?? "utf-8";
  if (encoding !== "utf-8" && encoding !== "base64") throw unprocessable(`Unsupported encoding: ${encoding}`);
  const content = Buffer.from(body.text("content"), encoding === "base64" ? "base64" : "utf8");
  const sha = add(call, { kind: "blob", content });
  const url = apiUrl(call.repository, `/git/blobs/${sha}`);
  return json({ sha, url }, 201, { location: url });
}

function getCommit(call: RepositoryCall): Reply {
  const sha = parameter(call, "sha");
  const commit = call.view.objects.commit(sha);
  if (commit === undefined) throw notFound();
  return json(presentGitCommit(call.repository, { sha, commit }));
}

function createCommit(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const { objects } = call.view;
  const tree = body.text("tree");
  const parents = (body.optionalList("parents") ?? []).map(String);
  if (objects.tree(tree) === undefined) throw unprocessable("Tree SHA does not exist");
  if (parents.some((parent) => objects.commit(parent) === undefined)) {
    throw unprocessable("Parent SHA does not exist or is not a commit object");
  }
  const author = givenSignature(body.optionalObject("author"), accountSignature(call.actor.login, call.site.now()));
  const committer = givenSignature(body.optionalObject("committer"), author);
  const commit = { kind: "commit", tree, parents, author, committer, message: body.text("message") } as const;
  const sha = add(call, commit);
  const location = apiUrl(call.repository, `/git/commits/${sha}`);
  return json(presentGitCommit(call.repository, { sha, commit }), 201, { location });
}

function getTag(call: RepositoryCall): Reply {
  const tag = presentTagObject(call.repository, call.view.objects, parameter(call, "sha"));
  if (tag === undefined) throw notFound();
  return json(tag);
}

/** Makes the tag object alone; the ref that shows it is made by a second request. */
function createTag(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const object = body.text("object");
  const objectKind = call.view.objects.get(object)?.kind;
  if (objectKind === undefined || objectKind !== body.text("type")) throw unprocessable("Could not verify object");
  const tagger = givenSignature(body.optionalObject("tagger"), accountSignature(call.actor.login, call.site.now()));
  const tag = {
    kind: "tag",
    object,
    objectKind,
    tagger,
    name: body.text("tag"),
    message: body.text("message"),
  } as const;
  const sha = add(call, tag);
  return json(presentTagObject(call.repository, call.repository.view().objects, sha), 201);
}

function add(call: RepositoryCall, object: GitObject): string {
  const sha = call.repository.objects.add(object);
  call.repository.update({});
  return sha;
}
