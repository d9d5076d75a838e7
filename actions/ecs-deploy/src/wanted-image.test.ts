import { describe, expect, test } from "@jest/globals";
import { parseDigest } from "@fairway/domain";

import { listWantedImages, parseContainerImage, parseWantedImage, pinImage } from "./wanted-image.ts";

const DIGEST = parseDigest(`sha256:${"4bc4".repeat(16)}`);

describe("pinImage", () => {
  test.each([
    ["app", `app@${DIGEST}`],
    ["acme/app:1.0", `acme/app@${DIGEST}`],
    ["localhost:5000/app", `localhost:5000/app@${DIGEST}`],
    ["localhost:5000/app:1.0", `localhost:5000/app@${DIGEST}`],
    [`ghcr.io/acme/app:1.0@sha256:${"0".repeat(64)}`, `ghcr.io/acme/app@${DIGEST}`],
  ])("%s", (image, pinned) => {
    expect(pinImage(image, DIGEST)).toBe(pinned);
  });
});

describe("listWantedImages", () => {
  test("deploys the single image by the expected digest", () => {
    const image = parseWantedImage("acme/app:1.0");
    expect(listWantedImages({ image, container: "web", expectedDigest: DIGEST })).toEqual([
      { container: "web", image: `acme/app@${DIGEST}`, digest: DIGEST },
    ]);
  });

  test("drops a tag that stands beside a digest, since ECS refuses both together", () => {
    expect(listWantedImages({ images: [parseContainerImage(`web=acme/app:1.0@${DIGEST}`)] })).toEqual([
      { container: "web", image: `acme/app@${DIGEST}`, digest: DIGEST },
    ]);
  });

  test("leaves a tag as it was written", () => {
    expect(listWantedImages({ image: parseWantedImage("acme/app:1.0") })[0]?.image).toBe("acme/app:1.0");
  });
});

test.each(["acme/app:1.0", "=acme/app:1.0", "web=", "-x=acme/app", "web=Acme/App"])("%s is refused", (text) => {
  expect(() => parseContainerImage(text)).toThrow(/is not/);
});
