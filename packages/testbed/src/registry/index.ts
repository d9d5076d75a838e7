import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen, type LoopbackServer, type RecordedRequest } from "../loopback-server.ts";
import { type Answer, cutConnection, sendAnswer } from "../world/answer.ts";
import { createFaultList } from "../world/fault-list.ts";
import { createGate, type RegistryAuth } from "./auth.ts";
import { answerBlob } from "./blobs.ts";
import { meets, type RegistryFault } from "./faults.ts";
import { type ImageFacts, imageFacts } from "./image-facts.ts";
import { answerCatalog, answerReferrers, answerTags } from "./listings.ts";
import { answerManifest, findManifest } from "./manifests.ts";
import { createStore, openRepository, type RegistryStore } from "./model.ts";
import { type ImageContent, putImage } from "./put-image.ts";
import { type RoutedRequest, routeRequest } from "./route.ts";
import { answerUpload } from "./uploads.ts";

export type { ImageContent, ImageFacts, RegistryAuth, RegistryFault };

export interface RegistryOptions {
  readonly port?: number;
  readonly auth?: RegistryAuth;
  /** False answers the referrers API with the plain-text 404 of registries that lack it. True when left out. */
  readonly referrers?: boolean;
}

export interface RegistryServer extends LoopbackServer {
  /** `localhost:<port>`, the form in which image references name this registry. */
  readonly imageHost: string;
  inject(fault: RegistryFault): void;
  /** Cuts every connection from now on, until `up()`. */
  down(): void;
  up(): void;
  /** Refuses to point an existing tag of the repository anywhere, the same digest included, as ECR does. */
  setImmutableTags(repository: string, immutable: boolean): void;
  putImage(repository: string, tag: string, content: ImageContent): string;
  /** The digest that a tag names now, or nothing. */
  digestOf(repository: string, tag: string): string | undefined;
  /** Takes a tag away; the manifest stays. */
  deleteTag(repository: string, tag: string): void;
  /** The facts of the image that `repository` and a tag or digest name, or nothing. */
  facts(repository: string, reference: string): ImageFacts | undefined;
  snapshot(): RegistrySnapshot;
}

/** Per repository: tags with their digests, and all manifest digests in order. */
export type RegistrySnapshot = Record<string, { tags: Record<string, string>; manifests: string[] }>;

/**
 * Starts an OCI registry on loopback that keeps everything in memory and speaks
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md closely enough for unmodified clients.
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<RegistryServer> {
  const store = createStore();
  const gate = createGate(options.auth ?? { kind: "none" }, Date.now);
  const faults = createFaultList<RegistryFault>();
  let isDown = false;
  const server = await listen(serve, options.port);
  return {
    ...server,
    imageHost: `localhost:${server.host.split(":")[1] ?? ""}`,
    inject: (fault) => faults.add(fault),
    down: () => void (isDown = true),
    up: () => void (isDown = false),
    setImmutableTags: (repository, immutable) => void (openRepository(store, repository).immutableTags = immutable),
    putImage: (repository, tag, content) => putImage(store, repository, tag, content),
    digestOf: (repository, tag) => findManifest(store.repositories.get(repository), tag)?.digest,
    deleteTag: (repository, tag) => void store.repositories.get(repository)?.tags.delete(tag),
    facts: (repository, reference) => imageFacts(store, repository, reference),
    snapshot: () => snapshot(store),
  };

  async function serve(request: RecordedRequest, response: ServerResponse): Promise<void> {
    const fault = faults.take((one) => meets(one, request));
    if (isDown || fault?.kind === "drop") {
      cutConnection(response);
      return;
    }
    if (fault?.kind === "delay") await sleep(fault.ms);
    if (fault?.kind === "tag-moved") openRepository(store, fault.repository).tags.set(fault.tag, fault.to);
    const answer = fault?.kind === "status" ? fault : answerAs(fault, routeRequest(request));
    if (fault?.kind === "lost-answer") cutConnection(response);
    else sendAnswer(request, response, withVersion(answer));
  }

  function answerAs(fault: RegistryFault | undefined, routed: RoutedRequest): Answer {
    const answer = gate.check(routed) ?? answerRoute(routed);
    if (fault?.kind !== "wrong-digest") return answer;
    return { ...answer, headers: { ...answer.headers, "docker-content-digest": fault.digest } };
  }

  function answerRoute(routed: RoutedRequest): Answer {
    const { request, route, query } = routed;
    switch (route.kind) {
      case "token":
        return gate.token(routed);
      case "manifest":
        return hideSubject(answerManifest(store, request, route.name, route.reference));
      case "blob":
        return answerBlob(store, request, route.name, route.digest);
      case "upload":
        return answerUpload(store, routed, route);
      case "referrers":
        return hasReferrers() ? answerReferrers(store, route.name, route.digest, query) : notFound();
      case "base":
      case "catalog":
      case "tags":
      case "unknown":
        return answerListing(store, routed);
    }
  }

  function hasReferrers(): boolean {
    return options.referrers !== false;
  }

  /** A registry without the referrers API does not know what a subject is either. */
  function hideSubject(answer: Answer): Answer {
    if (hasReferrers() || answer.headers?.["oci-subject"] === undefined) return answer;
    const { "oci-subject": _hidden, ...headers } = answer.headers;
    return { ...answer, headers };
  }
}

function withVersion(answer: Answer): Answer {
  return { ...answer, headers: { "docker-distribution-api-version": "registry/2.0", ...answer.headers } };
}

function answerListing(store: RegistryStore, { route, query }: RoutedRequest): Answer {
  if (route.kind === "catalog") return answerCatalog(store, query);
  if (route.kind === "tags") return answerTags(store, route.name, query);
  if (route.kind !== "base") return notFound();
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: "{}" };
}

function notFound(): Answer {
  return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };
}

function snapshot(store: RegistryStore): RegistrySnapshot {
  return Object.fromEntries(
    [...store.repositories.values()].map((repository) => [
      repository.name,
      {
        tags: Object.fromEntries([...repository.tags].toSorted()),
        manifests: [...repository.manifests.keys()].toSorted(),
      },
    ]),
  );
}
