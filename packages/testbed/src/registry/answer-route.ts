import type { Answer } from "../world/answer.ts";
import type { Gate } from "./auth.ts";
import { answerBlob } from "./blobs.ts";
import { answerCatalog, answerReferrers, answerTags } from "./listings.ts";
import { answerManifest } from "./manifests.ts";
import type { RegistryStore } from "./model.ts";
import type { Route, RoutedRequest } from "./route.ts";
import { answerUpload } from "./uploads.ts";

export interface RegistryService {
  readonly store: RegistryStore;
  readonly gate: Gate;
  readonly hasReferrers: boolean;
}

/** The answer to a routed request, once its sender has been let in. */
export function answerRoute(service: RegistryService, routed: RoutedRequest): Answer {
  const refused = service.gate.check(routed);
  if (refused !== undefined) return refused;
  return "name" in routed.route ? answerNamed(service, routed, routed.route) : answerUnnamed(service, routed);
}

function answerUnnamed({ store, gate }: RegistryService, routed: RoutedRequest): Answer {
  const { kind } = routed.route;
  if (kind === "token") return gate.token(routed);
  if (kind === "catalog") return answerCatalog(store, routed.query);
  if (kind !== "base") return notFound();
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: "{}" };
}

type NamedRoute = Extract<Route, { readonly name: string }>;

function answerNamed({ store, hasReferrers }: RegistryService, routed: RoutedRequest, route: NamedRoute): Answer {
  switch (route.kind) {
    case "manifest": {
      const answer = answerManifest(store, routed.request, route.name, route.reference);
      return hasReferrers ? answer : withoutSubject(answer);
    }
    case "blob":
      return answerBlob(store, routed.request, route.name, route.digest);
    case "upload":
      return answerUpload(store, routed, route);
    case "tags":
      return answerTags(store, route.name, routed.query);
    case "referrers":
      return hasReferrers ? answerReferrers(store, route.name, route.digest, routed.query) : notFound();
  }
}

/** A registry without the referrers API does not know what a subject is either. */
function withoutSubject(answer: Answer): Answer {
  const { "oci-subject": _hidden, ...headers } = answer.headers ?? {};
  return { ...answer, headers };
}

function notFound(): Answer {
  return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };
}
