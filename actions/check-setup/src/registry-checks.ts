import { causeChain, closestName, FairwayError, type ImageReference } from "@fairway/domain";

import { behind, checkOf, fail, once, pass, unknown, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { RegistryAccess, Systems } from "./ports.ts";

/** Whether the registry lets the account in, would take a push, and has the image. Nothing is pushed. */
export function checkRegistry({ image, betaTag }: CheckSetupInputs, { registry }: Systems): Check[] {
  const pull = once(() => registry.access(image ?? NOTHING, "pull"));
  const reference = image?.digest ?? image?.tag ?? betaTag?.text;
  return [
    checkOf("Registry", "image", image, (named) => tryLogin(named, pull())),
    checkOf("Push", "image", image, (named) =>
      behind("Registry", pull(), async () => judgePush(named, await registry.access(named, "pull,push"))),
    ),
    checkOf("Image", "image with a tag, or image and beta-tag", image && reference, (name) =>
      behind("Registry", pull(), () => findImage(image ?? NOTHING, name, registry)),
    ),
  ];
}

const NOTHING: ImageReference = { registry: "", repository: "", tag: undefined, digest: undefined };

/** What to do about some refusals, in the words of this action's inputs. */
const FIXES: Readonly<Record<string, string>> = {
  NO_CREDENTIALS: "Give registry-username and registry-password, or put docker/login-action before this step.",
  UNKNOWN_REGISTRY: "Correct the host in image. An internal name needs a runner in that network.",
};

async function tryLogin({ registry }: ImageReference, access: Promise<RegistryAccess>): Promise<Finding> {
  try {
    const { kind } = await access;
    return pass(`${registry} answers and ${kind === "open" ? "asks for no login" : "takes the login"}`);
  } catch (error) {
    const fix = error instanceof FairwayError ? FIXES[error.code] : undefined;
    if (fix === undefined) throw error;
    return fail(causeChain(error).join(": "), fix);
  }
}

function judgePush({ registry, repository }: ImageReference, access: RegistryAccess): Finding {
  const packages = registry === "ghcr.io" ? " With GITHUB_TOKEN the job needs packages: write." : "";
  const fix = `Let the account push to ${repository}.${packages}`;
  if (access.kind === "open") return unknown("it asks for no login; that it takes a push is not shown without one", "");
  if (access.kind === "password")
    return unknown("the login is taken; what it may push is not shown without a push", fix);
  if (access.granted === undefined)
    return unknown("a token for pull,push is given and does not tell what it allows; only a push shows it", fix);
  if (access.granted.includes("push") || access.granted.includes("*"))
    return pass(`the token allows a push to ${repository}`);
  const granted = access.granted.length === 0 ? "nothing" : access.granted.join(", ");
  return fail(`pull,push was asked for ${repository}, and the token allows ${granted}`, fix);
}

async function findImage(image: ImageReference, reference: string, registry: Systems["registry"]): Promise<Finding> {
  const found = await registry.resolve(image, reference);
  if (found !== undefined) return pass(`${reference} is there${found.digest === reference ? "" : `, ${found.digest}`}`);
  const near = closestName(reference, await registry.tags(image).catch(() => []));
  return fail(
    `${image.registry}/${image.repository} has no ${reference}`,
    near === undefined ? "Correct image or beta-tag, or build it first." : `Did you mean ${near}?`,
  );
}
