import type { World } from "@fairway/testbed";
import type { FilledIn } from "../fill-in.ts";
import { pathOf, settled } from "./names-of.ts";
import type { Application, Caller } from "./application.ts";

/** Where `uses:` says whose Fairway it calls; the rehearsal always runs the one that it is part of. */
const WHOSE = /^[^/]+\/[^/]+\//;

/**
 * What is put in the place of a caller's own values so that it runs on loopback: addresses, and nothing that is a name.
 * Only inputs that the caller gives are replaced, so that one that is missing stays missing.
 */
export function playOnLoopback(
  world: World,
  application: Application,
  environment: "staging" | "production",
  owner: string,
): FilledIn {
  const { values } = application[environment];
  const played: Readonly<Record<string, string>> = {
    image: imageOf(world, application, application[environment]),
    registry: world.registry.imageHost,
    "health-url": `${world.apps[environment].url}${pathOf(values["health-url"] ?? "")}`,
    "aws-region": world.env()["AWS_REGION"] ?? "",
  };
  const given = Object.entries(played).filter(([input]) => values[input] !== undefined && values[input] !== "");
  return { owner: `${owner}/fairway`, replaces: WHOSE, with: Object.fromEntries(given) };
}

/** The image that staging builds is the world's; another one keeps its path, under which the world's registry has nothing. */
function imageOf({ image, registry }: World, application: Application, { values }: Caller): string {
  const named = settled(values["image"] ?? "");
  if (named === application.image) return image;
  return `${registry.imageHost}/${named.slice(named.indexOf("/") + 1)}`;
}
