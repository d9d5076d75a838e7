import { parameter, type RepositoryCall } from "../http/call.ts";
import { notFound } from "../http/refusal.ts";
import { empty, json, type Reply } from "../http/reply.ts";
import { requestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import { presentRef } from "./present-git.ts";
import { withMovedRef, withNewRef, withoutRef } from "./ref-rules.ts";

/** Refs in any namespace. https://docs.github.com/rest/git/refs */
export const refRoutes = repositoryRoutes("git/refs", [
  ["GET /git/ref/{ref+}", "contents=read", getRef],
  ["GET /git/matching-refs/{ref+}", "contents=read", listMatchingRefs],
  ["GET /git/refs", "contents=read", listMatchingRefs],
  ["GET /git/refs/{ref+}", "contents=read", getRef],
  ["POST /git/refs", "contents=write; contents=write,workflows=write", createRef],
  ["PATCH /git/refs/{ref+}", "contents=write; contents=write,workflows=write", updateRef],
  ["DELETE /git/refs/{ref+}", "contents=write", deleteRef],
]);

function getRef(call: RepositoryCall): Reply {
  const name = `refs/${parameter(call, "ref")}`;
  const sha = call.view.record.refs.get(name);
  if (sha === undefined) throw notFound();
  return json(presentRef(call.repository, call.view.objects, [name, sha]));
}

function listMatchingRefs(call: RepositoryCall): Reply {
  const prefix = `refs/${call.params["ref"] ?? ""}`;
  const found = [...call.view.record.refs]
    .filter(([name]) => name.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return json(found.map((pair) => presentRef(call.repository, call.view.objects, pair)));
}

function createRef(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const [name, sha] = [body.text("ref"), body.text("sha")];
  call.repository.update({ refs: withNewRef(call.view, name, sha) });
  const ref = presentRef(call.repository, call.view.objects, [name, sha]);
  return json(ref, 201, { location: (ref as { url: string }).url });
}

function updateRef(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const name = `refs/${parameter(call, "ref")}`;
  const target = { sha: body.text("sha"), force: body.optionalFlag("force") ?? false };
  call.repository.update({ refs: withMovedRef(call.view, name, target) });
  return json(presentRef(call.repository, call.view.objects, [name, target.sha]));
}

function deleteRef(call: RepositoryCall): Reply {
  const name = `refs/${parameter(call, "ref")}`;
  call.repository.update({ refs: withoutRef(call.view, name, call.repository.defaultBranch) });
  return empty();
}
