import { FairwayError, upstream, type Digest } from "@fairway/domain";

import type { DigestExpectation } from "./plan-change.ts";
import type { EcsDeployPorts, ResolvedContainerImage, ServiceTarget } from "./ports.ts";
import type { ServiceDeployment } from "./service-state.ts";

/** Digests by container, as ECS resolved or runs them. */
export type RunningDigests = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads back which digests the deployment runs: from its service revision, else from its running tasks. */
export async function readRunningDigests(
  target: ServiceTarget,
  deployment: { readonly id: string; readonly service: ServiceDeployment | undefined },
  ports: EcsDeployPorts,
): Promise<RunningDigests> {
  const revisionArn = deployment.service?.revisionArn;
  const resolved =
    revisionArn === undefined ? [] : await orNotice(() => ports.fleet.resolvedImages(revisionArn), ports);
  if (resolved.some(({ digest }) => digest !== undefined)) return group(resolved);
  const tasks = await orNotice(() => ports.fleet.tasks(target, "RUNNING"), ports);
  const ours = tasks.filter(({ startedBy }) => startedBy === deployment.id);
  return group(
    ours.flatMap(({ containers }) =>
      containers.map(({ name, imageDigest }) => ({ container: name, digest: imageDigest })),
    ),
  );
}

/** What the digests that run say of the digests that were expected. */
export type DigestVerdict =
  | { readonly kind: "as-expected" }
  /** Not read back, but the task definition names the digest, so nothing else can have been pulled. */
  | { readonly kind: "pinned-only" }
  | { readonly kind: "refuted"; readonly error: FairwayError };

/** Compares, container by container. A digest that can neither be read nor is pinned counts as refuted: it is not proven. */
export function judgeDigests(expectations: readonly DigestExpectation[], running: RunningDigests): DigestVerdict {
  let kind: "as-expected" | "pinned-only" = "as-expected";
  for (const { container, digest, pinned } of expectations) {
    const found = running.get(container);
    const other = [...(found ?? [])].find((one) => one !== digest);
    if (other !== undefined) return { kind: "refuted", error: mismatch(container, digest, other) };
    if (found === undefined && !pinned) return { kind: "refuted", error: unread(container, digest) };
    if (found === undefined) kind = "pinned-only";
  }
  return { kind };
}

function mismatch(container: string, expected: Digest, running: string): FairwayError {
  return upstream("DIGEST_MISMATCH", `Container ${container} runs ${running}; ${expected} was expected`, {
    nextStep: "Find out who moved the tag; deploy the image by its digest.",
  });
}

function unread(container: string, expected: Digest): FairwayError {
  return upstream(
    "DIGEST_UNKNOWN",
    `ECS does not tell which digest container ${container} runs; ${expected} was expected`,
    {
      nextStep:
        "Allow ecs:DescribeServiceRevisions, or ecs:ListTasks and ecs:DescribeTasks; or deploy the image by its digest.",
    },
  );
}

function group(images: readonly ResolvedContainerImage[]): RunningDigests {
  const digests = new Map<string, Set<string>>();
  for (const { container, digest } of images) {
    if (digest === undefined) continue;
    digests.set(container, (digests.get(container) ?? new Set()).add(digest));
  }
  return digests;
}

/** What is asked for detail must not fail a good deployment: it degrades to one line that names what is missing. */
async function orNotice<T>(read: () => Promise<readonly T[]>, { log }: EcsDeployPorts): Promise<readonly T[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FairwayError) || error.code === "CANCELLED") throw error;
    log.notice(`Running digest not read: ${error.message}`);
    return [];
  }
}

/** The digest to tell: of the container named, or of the only one; undefined when it is not one. */
export function pickDigest(running: RunningDigests, container: string | undefined): string | undefined {
  const all = [...running.entries()];
  const found = container === undefined && all.length === 1 ? all[0]?.[1] : running.get(container ?? "");
  const [only, ...more] = [...(found ?? [])];
  return more.length === 0 ? only : undefined;
}
