import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDistributionRegistry } from "../../support/distribution-registry.ts";
import { generateImage, type GeneratedImage } from "./generated-image.ts";
import { BETA, type Promotion } from "./promotion-way.ts";
import { pushImage, readBack, type Repository } from "./registry-access.ts";
import { startRegistryGate, type Traffic } from "./registry-gate.ts";

/** `direct` to the registries, or by way of gates that count and are as far away as the world was told. */
export type Route = "direct" | "gated";

/** What is promoted, and how. */
export interface PromotionCase {
  readonly kind: Promotion["kind"];
  readonly form: "index" | "manifest";
  readonly tags: readonly string[];
}

export interface PromotionWorld {
  /** A beta in a place of its own, ready to be promoted. */
  prepare(wanted: PromotionCase, route: Route): Promise<Prepared>;
  /** What went through the gates since the last call. */
  takeTraffic(): Traffic;
  close(): Promise<void>;
}

export interface Prepared {
  readonly promotion: Promotion;
  /** Whether every tag names the very bytes of the beta. Throws when a tag, or anything that it names, is not there. */
  isUnchanged(): Promise<boolean>;
  discard(): void;
}

interface Place {
  readonly host: string;
  readonly gatedHost: string;
}

/**
 * Opens two registries of the machine's docker-registry on loopback, each with a gate before it, and puts one image of
 * each form into the first. Every image that is promoted is one of these, mounted into a new repository.
 */
export async function openPromotionWorld(layerBytes: number, roundTripMs: number): Promise<PromotionWorld> {
  const registries = await Promise.all([startDistributionRegistry("open"), startDistributionRegistry("open")]);
  const gates = await Promise.all(registries.map(({ host }) => startRegistryGate(host, roundTripMs)));
  const [first, second] = registries.map(({ host }, place) => ({ host, gatedHost: gates[place]?.host ?? host }));
  const folder = mkdtempSync(join(tmpdir(), "fairway-promotion-"));
  const images = { index: generateImage("index", layerBytes), manifest: generateImage("manifest", layerBytes) };
  let repositories = 0;
  if (first === undefined || second === undefined) throw new Error("there are two registries");
  const seeds = {
    index: await seed(first, "acme/seed-index", images.index),
    manifest: await seed(first, "acme/seed-manifest", images.manifest),
  };
  return { prepare, takeTraffic, close };

  async function prepare({ kind, form, tags }: PromotionCase, route: Route): Promise<Prepared> {
    repositories += 1;
    const source = { ...first!, name: `acme/shop-${repositories}` };
    const target = {
      ...(kind === "copy" ? second! : first!),
      name: kind === "same" ? source.name : `acme/release-${repositories}`,
    };
    await pushImage(source, { image: images[form], tag: BETA, from: seeds[form] });
    const home = mkdtempSync(join(folder, "home-"));
    const nameOf = (place: Place & Repository) => `${route === "gated" ? place.gatedHost : place.host}/${place.name}`;
    return {
      promotion: { kind, source: nameOf(source), target: nameOf(target), tags, home },
      isUnchanged: async () => {
        const digests = await Promise.all(tags.map((tag) => readBack(target, tag)));
        return digests.every((digest) => digest === images[form].root.digest);
      },
      discard: () => rmSync(home, { recursive: true, force: true }),
    };
  }

  function takeTraffic(): Traffic {
    const taken = gates.map((gate) => gate.takeTraffic());
    const sum = (key: keyof Traffic) => taken.reduce((total, one) => total + one[key], 0);
    return { requests: sum("requests"), connections: sum("connections"), bytes: sum("bytes") };
  }

  async function close(): Promise<void> {
    await Promise.all(gates.map((gate) => gate.close()));
    await Promise.all(registries.map((registry) => registry.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seed({ host }: Place, name: string, image: GeneratedImage): Promise<Repository> {
  await pushImage({ host, name }, { image, tag: "seed" });
  return { host, name };
}
