import process from "node:process";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { startDistributionRegistry, type DistributionRegistry } from "../support/distribution-registry.ts";
import { startDockerEngine, type DockerEngine } from "../support/docker-engine.ts";
import { writeImageLayout, type LayoutImage } from "../support/oci-layout.ts";
import { emptyFolder, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";

const TITLE = "a Docker engine that pulls what retag-image has promoted";

if (process.getuid?.() === 0) {
  describeWithTool(["dockerd", "docker", "docker-registry", "skopeo"], TITLE, promotedImages);
} else {
  describe.skip(`${TITLE} (only root may start an engine)`, promotedImages);
}

function promotedImages(): void {
  let registry: DistributionRegistry;
  let engine: DockerEngine;

  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    registry = await startDistributionRegistry("open");
    stops.push(() => registry.stop());
    engine = await startDockerEngine();
    stops.push(() => engine.stop());
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  async function docker(...args: string[]): Promise<string> {
    const run = await engine.docker(...args);
    expect(run).toMatchObject({ exitCode: 0 });
    return run.stdout.trim();
  }

  /** Pushes a beta, promotes it with the bundle, and gives the image and its name without a tag. */
  async function promoted(form: "index" | "manifest", version: string): Promise<{ image: LayoutImage; name: string }> {
    const image = writeImageLayout(emptyFolder(), version, form);
    const name = `${registry.host}/acme/${form}`;
    const target = `docker://${name}:${version}-abcdefg.beta`;
    const pushed = await runTool("skopeo", ["copy", "--all", "--dest-tls-verify=false", image.reference, target]);
    expect(pushed).toMatchObject({ exitCode: 0 });
    const inputs = { source: `${name}:${version}-abcdefg.beta`, tags: version, "floating-tags": "latest" };
    const result = await runBundle({ action: "retag-image", inputs, env: { DOCKER_CONFIG: emptyFolder() } });
    expect(result.outputs).toMatchObject({ outcome: "promoted", digest: image.digest });
    return { image, name };
  }

  // Two versions, since the engine holds an image once, whatever the names that it came by.
  describe.each([
    ["index", "1.0.0"],
    ["manifest", "2.0.0"],
  ] as const)("for a source that is an image's %s", (form, version) => {
    let image: LayoutImage;
    let name = "";

    beforeAll(async () => {
      ({ image, name } = await promoted(form, version));
    });

    test("sees the same image and the same digest under the beta, the version and latest", async () => {
      for (const tag of [`${version}-abcdefg.beta`, version, "latest"]) {
        await docker("pull", `${name}:${tag}`);
        expect(await docker("image", "inspect", "--format", "{{.Id}} {{json .RepoDigests}}", `${name}:${tag}`)).toBe(
          `${image.imageId} ["${name}@${image.digest}"]`,
        );
      }
    });

    test("runs the promoted tag", async () => {
      const said = await docker("run", "--rm", "--pull", "always", "--network", "none", `${name}:${version}`);
      expect(said).toBe(`serves ${version}`);
    });

    test("pulls the promoted tag by the digest that was tested", async () => {
      const tested = `${name}@${image.digest}`;
      await docker("pull", tested);
      expect(await docker("image", "inspect", "--format", "{{.Id}}", tested)).toBe(image.imageId);
    });
  });
}
