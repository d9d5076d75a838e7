import { configuration, parseImageReference, type Digest } from "@fairway/domain";

/** An image as the workflow's author wrote it; ECS gets that spelling. */
export interface WantedImage {
  /** Absent: the only container of the task definition. */
  readonly container: string | undefined;
  readonly image: string;
  readonly digest: Digest | undefined;
}

/**
 * The images to deploy, each by its digest where one is known: its own, or the expected one when there is one image.
 */
export function listWantedImages(source: {
  readonly image?: WantedImage | undefined;
  readonly images?: readonly WantedImage[] | undefined;
  readonly container?: string | undefined;
  readonly expectedDigest?: Digest | undefined;
}): WantedImage[] {
  const { image, images = [], container, expectedDigest: digest } = source;
  const wanted = image === undefined ? images : [{ ...image, container }];
  return wanted.map((one) => (digest === undefined ? one : { ...one, image: pinImage(one.image, digest), digest }));
}

/** Reads an image reference. Throws a configuration error. */
export function parseWantedImage(text: string): WantedImage {
  const { digest } = parseImageReference(text);
  return { container: undefined, image: digest === undefined ? text : pinImage(text, digest), digest };
}

/** Reads `container=image`. Throws a configuration error. */
export function parseContainerImage(text: string): WantedImage {
  const [, container, image] = /^([A-Za-z0-9_][\w-]{0,254})=(.+)$/.exec(text) ?? [];
  if (container === undefined || image === undefined)
    throw configuration(
      "BAD_IMAGE",
      `"${text.slice(0, 100)}" is not container=image, such as app=ghcr.io/acme/shop:1.4.0`,
    );
  return { ...parseWantedImage(image.trim()), container };
}

/**
 * The image by its digest. ECS refuses a tag and a digest together, so the tag goes.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function pinImage(image: string, digest: Digest): string {
  const [name = ""] = image.split("@");
  const colon = name.lastIndexOf(":");
  return `${colon > name.lastIndexOf("/") ? name.slice(0, colon) : name}@${digest}`;
}
