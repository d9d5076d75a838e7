import { configuration, didYouMean, isRecord, stringMember } from "@fairway/domain";

import { UNREGISTERED, type TaskDefinition } from "./ports.ts";
import { withoutReadOnly } from "./same-definition.ts";
import { revisionName } from "./service-state.ts";
import type { WantedImage } from "./wanted-image.ts";

export interface ImageChange {
  readonly container: string;
  readonly before: string;
  readonly after: string;
}

/** What a task definition becomes: itself, or a new revision to register. */
export type RevisionPlan =
  | { readonly kind: "same"; readonly images: readonly ImageChange[] }
  | {
      readonly kind: "new";
      readonly images: readonly ImageChange[];
      readonly document: Readonly<Record<string, unknown>>;
    };

/**
 * Puts images into containers of a task definition and touches nothing else: members that nobody here knows, empty strings
 * and empty lists go back as they came. What is in a file is always new to ECS. Throws NO_CONTAINER when a container is not
 * in it, or none was named and it has several.
 */
export function planRevision(definition: TaskDefinition, wanted: readonly WantedImage[]): RevisionPlan {
  const containers = containersOf(definition);
  const images = wanted.map((one) => changeOf(one, containers, definition));
  const isRegistered = definition.status !== UNREGISTERED;
  if (isRegistered && images.every(({ before, after }) => before === after)) return { kind: "same", images };
  const byContainer = new Map(images.map(({ container, after }) => [container, after]));
  const containerDefinitions = containers.map((one) => {
    const image = byContainer.get(nameOf(one));
    return image === undefined ? one : { ...one, image };
  });
  const kept = withoutReadOnly(definition.document);
  const tags = definition.tags.filter((tag) => !(stringMember(tag, "key") ?? "").startsWith("aws:"));
  const document = { ...kept, containerDefinitions, ...(tags.length === 0 ? {} : { tags }) };
  return { kind: "new", images, document };
}

/** Finds the container meant by its name, or the only one. Throws NO_CONTAINER. */
export function resolveContainer(definition: TaskDefinition, name: string | undefined): string {
  const names = containersOf(definition).map(nameOf);
  const found = name === undefined && names.length === 1 ? names[0] : names.find((one) => one === name);
  if (found !== undefined) return found;
  const revision = revisionName(definition.arn);
  throw configuration(
    "NO_CONTAINER",
    name === undefined
      ? `${revision} has ${names.length} containers (${names.join(", ")}) and none was named`
      : `${revision} has no container "${name}"; it has ${names.join(", ")}${didYouMean(name, names)}`,
    "Give the container's name in the input container, or write container=image in images.",
  );
}

/** Whether any container tells ECS how to check its health. */
export function hasHealthCheck(definition: TaskDefinition): boolean {
  return containersOf(definition).some((container) => isRecord(container["healthCheck"]));
}

function changeOf(
  wanted: WantedImage,
  containers: readonly Readonly<Record<string, unknown>>[],
  definition: TaskDefinition,
): ImageChange {
  const name = resolveContainer(definition, wanted.container);
  const container = containers.find((one) => nameOf(one) === name);
  return { container: name, before: stringMember(container, "image") ?? "", after: wanted.image };
}

function containersOf({ document }: TaskDefinition): Readonly<Record<string, unknown>>[] {
  const containers = document["containerDefinitions"];
  return Array.isArray(containers) ? containers.filter(isRecord) : [];
}

function nameOf(container: Readonly<Record<string, unknown>>): string {
  return stringMember(container, "name") ?? "";
}
