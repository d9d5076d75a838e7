import { FairwayError, refusal, renderImageReference, runTogether, type Digest } from "@fairway/domain";

import type { RetagImageInputs } from "./inputs.ts";
import { asPlanned, createJournal, type CopyRecord, type Journal, type TagRecord } from "./journal.ts";
import type { Manifest, ManifestName, RetagImagePorts } from "./ports.ts";
import { observation, promote } from "./promote.ts";
import { createTargets } from "./promotion.ts";
import { requireContent } from "./require-content.ts";
import { placeOf } from "./targets.ts";

export interface RetagImageResult {
  readonly outputs: {
    readonly digest: string;
    readonly "media-type": string;
    readonly changed: string;
    readonly tags: string;
    readonly outcome: "promoted" | "unchanged" | "planned" | "error";
  };
  readonly failure?: FairwayError | undefined;
  readonly records: readonly TagRecord[];
  readonly copies: readonly CopyRecord[];
}

/**
 * Gives the image behind the source further tags by putting its exact bytes back under them, so that the digest, and with
 * it every signature and pin, stays. Everything that can be refused is refused before the first write; version tags come
 * first and are read back, floating tags last. Other repositories are given the image under its digest before any tag is
 * written. What is right already is not written again.
 */
export async function retagImage(inputs: RetagImageInputs, ports: RetagImagePorts): Promise<RetagImageResult> {
  const { source } = inputs;
  const { registries, log } = ports;
  const targets = createTargets(inputs, ports);
  const home = registries.repository(placeOf(source));
  const [found, ...named] = await runTogether([
    (signal) => home.resolve(source.digest ?? source.tag ?? "", signal),
    ...targets.versions.map(({ place, tag }) => {
      return (signal: AbortSignal) => registries.repository(place).resolve(tag, signal);
    }),
  ]);
  const name = requireSource(inputs, found);
  const versions = targets.versions.map((target, index) => observation(target, named[index]));
  log.info(`found ${renderImageReference(source)}: ${name.digest}`);
  const journal = createJournal();
  const image = once(() => home.fetch(name.digest));
  try {
    await requireContent(inputs, image, ports);
    await promote({ inputs, ports, journal, digest: name.digest, image, targets }, versions);
    return report(inputs, name, journal);
  } catch (error) {
    if (!(error instanceof FairwayError)) throw error;
    return report(inputs, name, journal, error);
  }
}

function requireSource({ source, expectedDigest }: RetagImageInputs, found: ManifestName | undefined): ManifestName {
  const image = renderImageReference(source);
  if (found === undefined) {
    throw refusal(
      "MISSING_IMAGE",
      `${image} is not in the registry`,
      "Check the tag; the tags of betas are listed under Releases. Was the image pushed, and not removed since?",
    );
  }
  if (expectedDigest === undefined || expectedDigest === found.digest) return found;
  throw refusal(
    "UNEXPECTED_DIGEST",
    `${image} names ${found.digest}, and ${expectedDigest} was expected: what was tested is not what would be promoted`,
    "Find out who pushed the tag again. Build and test a new beta, and promote that.",
  );
}

function report(
  inputs: RetagImageInputs,
  name: ManifestName,
  journal: Journal,
  failure?: FairwayError,
): RetagImageResult {
  const planned = inputs.dryRun && failure === undefined;
  const records = planned ? asPlanned(journal.records(), name.digest) : journal.records();
  const changed = records.some((record) => isChanged(record, name.digest));
  const green = planned ? "planned" : changed ? "promoted" : "unchanged";
  return {
    outputs: {
      digest: name.digest,
      "media-type": name.mediaType,
      changed: String(changed),
      tags: JSON.stringify(
        records.map(({ plan, after }) => ({ tag: plan.tag, before: plan.before ?? null, after: after ?? null })),
      ),
      outcome: failure === undefined ? green : "error",
    },
    failure,
    records,
    copies: journal.copies(),
  };
}

function isChanged({ plan, after }: TagRecord, digest: Digest): boolean {
  return after === digest && plan.before !== digest;
}

/** The manifest is read at most once, and only when it is needed: a registry may count and limit such reads. */
function once(fetch: () => Promise<Manifest>): () => Promise<Manifest> {
  let fetched: Promise<Manifest> | undefined;
  return () => {
    fetched ??= fetch();
    return fetched;
  };
}
