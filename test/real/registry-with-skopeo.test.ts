import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RegistryServer, startRegistry } from "@fairway/testbed";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { describeWithTool, runTool } from "../support/tools.ts";

const INSECURE = ["--src-tls-verify=false", "--dest-tls-verify=false"];

describeWithTool("skopeo", "skopeo and the embedded registry", () => {
  let registry: RegistryServer;
  let folder: string;

  beforeEach(async () => {
    registry = await startRegistry();
    folder = await mkdtemp(join(tmpdir(), "skopeo-"));
  });

  afterEach(async () => {
    await registry.close();
    await rm(folder, { recursive: true });
  });

  const reference = (tag: string, name = "acme/shop") => `docker://${registry.imageHost}/${name}:${tag}`;

  async function copy(from: string, to: string, ...options: string[]) {
    const run = await runTool("skopeo", ["copy", "--all", ...INSECURE, ...options, from, to]);
    expect(run).toMatchObject({ exitCode: 0 });
  }

  test("copy an index out of it and back into it without a change of digest", async () => {
    const digest = registry.putImage("acme/shop", "1.0.0", { version: "1.0.0" });
    await copy(reference("1.0.0"), `dir:${folder}`);
    await copy(`dir:${folder}`, reference("copied", "other/shop"));
    expect(registry.digestOf("other/shop", "copied")).toBe(digest);
  });

  test("copy a plain manifest within it without a change of digest", async () => {
    const digest = registry.putImage("acme/shop", "1.0.0", { version: "1.0.0", index: false });
    await copy(reference("1.0.0"), reference("latest"));
    expect(registry.digestOf("acme/shop", "latest")).toBe(digest);
  });

  test("inspect the labels of an image", async () => {
    registry.putImage("acme/shop", "1.0.0", { version: "1.0.0" });
    const run = await runTool("skopeo", ["inspect", "--tls-verify=false", reference("1.0.0")]);
    expect(JSON.parse(run.stdout)).toMatchObject({ Labels: { "org.opencontainers.image.version": "1.0.0" } });
  });

  test("list the tags", async () => {
    for (const tag of ["1.0.0", "latest"]) registry.putImage("acme/shop", tag, { version: "1.0.0" });
    const run = await runTool("skopeo", [
      "list-tags",
      "--tls-verify=false",
      `docker://${registry.imageHost}/acme/shop`,
    ]);
    expect(JSON.parse(run.stdout)).toMatchObject({ Tags: ["1.0.0", "latest"] });
  });

  test("find the error of a missing tag", async () => {
    registry.putImage("acme/shop", "1.0.0", { version: "1.0.0" });
    const run = await runTool("skopeo", ["inspect", "--tls-verify=false", reference("2.0.0")]);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("manifest unknown") });
  });

  test("push and pull by the token flow", async () => {
    await registry.close();
    registry = await startRegistry({ auth: { kind: "bearer", username: "robot", password: "secret" } });
    const digest = registry.putImage("acme/shop", "1.0.0", { version: "1.0.0" });
    await copy(reference("1.0.0"), reference("latest"), "--src-creds=robot:secret", "--dest-creds=robot:secret");
    expect(registry.digestOf("acme/shop", "latest")).toBe(digest);
    const refused = await runTool("skopeo", [
      "inspect",
      "--tls-verify=false",
      "--creds=robot:wrong",
      reference("latest"),
    ]);
    expect(refused.exitCode).toBe(1);
  });
});
