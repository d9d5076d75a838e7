import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen, type LoopbackServer, type RecordedRequest } from "../loopback-server.ts";
import { type Answer, cutConnection, sendAnswer } from "../world/answer.ts";
import { createFaultList } from "../world/fault-list.ts";
import { answerRoute, type RegistryService } from "./answer-route.ts";
import { createGate, type RegistryAuth } from "./auth.ts";
import { meets, type RegistryFault } from "./faults.ts";
import { type ImageFacts, imageFacts } from "./image-facts.ts";
import { findManifest } from "./manifests.ts";
import { createStore, openRepository, type RegistryStore } from "./model.ts";
import { type ImageContent, putImage } from "./put-image.ts";
import { routeRequest } from "./route.ts";

export type { ImageContent, ImageFacts, RegistryAuth, RegistryFault };

export interface RegistryOptions {
  readonly port?: number;
  readonly auth?: RegistryAuth;
  /** False answers the referrers API with the plain-text 404 of registries that lack it. True when left out. */
  readonly referrers?: boolean;
  /** Honours If-Match and If-None-Match when a tag is put. False when left out, as in registries of today. */
  readonly conditionalWrites?: boolean;
  /** Makes several tags by one PUT, and answers with OCI-Tag. False when left out, as in registries of today. */
  readonly tagsByQuery?: boolean;
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
  /** Points a tag at a manifest that the repository has. */
  tag(repository: string, tag: string, digest: string): void;
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
  const { conditionalWrites = false, tagsByQuery = false } = options;
  const store = createStore({ conditionalWrites, tagsByQuery });
  const gate = createGate(options.auth ?? { kind: "none" }, Date.now);
  const service: RegistryService = { store, gate, hasReferrers: options.referrers !== false };
  const faults = createFaultList<RegistryFault>();
  let isDown = false;
  const server = await listen(async (request, response) => {
    const fault = faults.take((one) => meets(one, request));
    if (isDown) cutConnection(response);
    else await serve(service, fault, request, response);
  }, options.port);
  return {
    ...server,
    imageHost: `localhost:${server.host.split(":")[1] ?? ""}`,
    inject: (fault) => faults.add(fault),
    down: () => void (isDown = true),
    up: () => void (isDown = false),
    setImmutableTags: (repository, immutable) => void (openRepository(store, repository).immutableTags = immutable),
    putImage: (repository, tag, content) => putImage(store, repository, tag, content),
    digestOf: (repository, tag) => findManifest(store.repositories.get(repository), tag)?.digest,
    tag: (repository, tag, digest) => void openRepository(store, repository).tags.set(tag, digest),
    deleteTag: (repository, tag) => void store.repositories.get(repository)?.tags.delete(tag),
    facts: (repository, reference) => imageFacts(store, repository, reference),
    snapshot: () => snapshot(store),
  };
}

async function serve(
  service: RegistryService,
  fault: RegistryFault | undefined,
  request: RecordedRequest,
  response: ServerResponse,
): Promise<void> {
  if (fault?.kind === "delay") await sleep(fault.ms);
  const answer = fault?.kind === "drop" ? "cut" : answerWith(service, fault, request);
  if (answer === "cut") cutConnection(response);
  else sendAnswer(request, response, { ...answer, headers: { ...VERSION, ...answer.headers } });
}

const VERSION = { "docker-distribution-api-version": "registry/2.0" };

function answerWith(
  service: RegistryService,
  fault: RegistryFault | undefined,
  request: RecordedRequest,
): Answer | "cut" {
  if (fault?.kind === "status") return fault;
  if (fault?.kind === "tag-moved") openRepository(service.store, fault.repository).tags.set(fault.tag, fault.to);
  const answer = answerRoute(service, routeRequest(request));
  if (fault?.kind === "lost-answer") return "cut";
  if (fault?.kind !== "wrong-digest") return answer;
  return { ...answer, headers: { ...answer.headers, "docker-content-digest": fault.digest } };
}

function snapshot(store: RegistryStore): RegistrySnapshot {
  return Object.fromEntries(
    [...store.repositories.values()].map((repository) => [
      repository.name,
      {
        tags: Object.fromEntries([...repository.tags].toSorted(([a], [b]) => a.localeCompare(b))),
        manifests: [...repository.manifests.keys()].toSorted(),
      },
    ]),
  );
}
