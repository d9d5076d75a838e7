import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "@jest/globals";
import { findActions } from "@fairway/repo-tools";

import { checkoutOf } from "../support/package-checkout.ts";
import { runBundle } from "../support/run-bundle.ts";
import { describeWhereInstalled } from "../support/tools.ts";
import { openPinnedPackages } from "./pinned-packages.ts";

const root = join(import.meta.dirname, "../..");

type Validate = ((value: unknown) => boolean) & { errors?: readonly unknown[] | null };
type ValidatorClass = new (options: object) => {
  addSchema(schema: unknown, key: string): void;
  compile(schema: unknown): Validate;
};

/** What is wrong with a bill of materials by the schema that CycloneDX publishes. https://cyclonedx.org/schema/ */
let problemsOf: (bom: unknown) => readonly unknown[];
beforeAll(() => {
  const packages = openPinnedPackages();
  const { Ajv } = packages.require("ajv") as { Ajv: ValidatorClass };
  const read = (name: string): unknown => {
    const file = packages.file(`@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`);
    return JSON.parse(readFileSync(file, "utf8"));
  };
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  for (const name of ["spdx", "jsf-0.82"])
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const validate = ajv.compile(read("bom-1.6"));
  problemsOf = (bom) => (validate(bom) ? [] : (validate.errors ?? []));
}, 300_000);

test("the published schema refuses what is no bill of materials", () => {
  expect(problemsOf({ bomFormat: "CycloneDX", specVersion: "1.6", components: [{ name: "no type" }] })).not.toEqual([]);
});

describe("the bill of materials of a bundle", () => {
  const bundles = findActions(root).filter((action) => existsSync(join(root, "actions", action, "dist/sbom.json")));
  test.each(bundles)("%s is CycloneDX 1.6", (action) => {
    expect(problemsOf(JSON.parse(readFileSync(join(root, "actions", action, "dist/sbom.json"), "utf8")))).toEqual([]);
  });
});

describeWhereInstalled(["go"], "the bill of materials of a package", () => {
  test("is CycloneDX 1.6", async () => {
    const { workspace, commit } = checkoutOf(join(root, "test/bundle/fixtures/package-application"));
    const inputs = { manifest: "package.yml", "build-number": "1", branch: "main", commit };
    const { outputs } = await runBundle({ action: "build-arm64-package", workspace, inputs });
    const bom = JSON.parse(readFileSync(join(workspace, outputs["sbom"] ?? ""), "utf8")) as { components: unknown[] };
    expect(bom.components.length).toBeGreaterThan(3);
    expect(problemsOf(bom)).toEqual([]);
  });
});
