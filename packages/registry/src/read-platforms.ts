import { member, parseJson, stringMember, upstream } from "@fairway/domain";

import type { Exchange } from "./exchange.ts";
import type { RegistryRequest } from "./exchange-types.ts";
import { isIndexType, type Manifest } from "./manifest-types.ts";
import { digestOf, lyingDigest } from "./read-manifest.ts";

/**
 * The platforms that an image runs on, as `os/architecture` or `os/architecture/variant`. An index lists them; the one of a
 * single manifest stands in its config, which is read and checked by its digest.
 */
export async function readPlatforms(
  exchange: Exchange,
  repository: string,
  manifest: Manifest,
): Promise<readonly string[]> {
  const document = parseJson(new TextDecoder().decode(manifest.bytes));
  if (!isIndexType(manifest.mediaType)) return [platformOf(await readConfig(exchange, repository, document))];
  const entries = member(document, "manifests");
  const platforms = Array.isArray(entries) ? entries.map((entry) => platformOf(member(entry, "platform"))) : [];
  // Attestations stand in the index as entries for no platform.
  return platforms.filter((platform) => !platform.startsWith("unknown/"));
}

function platformOf(value: unknown): string {
  const [os, architecture, variant] = ["os", "architecture", "variant"].map((key) => stringMember(value, key) ?? "");
  return [os === "" ? "unknown" : os, architecture, variant].filter((part) => part !== "").join("/");
}

async function readConfig(exchange: Exchange, repository: string, document: unknown): Promise<unknown> {
  const digest = stringMember(member(document, "config"), "digest") ?? "";
  const { host } = exchange.registry;
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw upstream("NO_CONFIG", `the manifest on ${host} names no config, so its platform is not known`);
  }
  const path = `/v2/${repository}/blobs/${digest}`;
  const request: RegistryRequest = { method: "GET", path, scope: { repository, actions: "pull" } };
  const answer = await exchange.send(request);
  if (answer.status !== 200) throw await exchange.refused(request, answer);
  const actual = digestOf(answer.body);
  if (actual !== digest) throw lyingDigest(host, path, digest, actual);
  return parseJson(new TextDecoder().decode(answer.body));
}
