import { configuration, refusal } from "@fairway/domain";

import { comparePackages, type Comparison } from "./compare-packages.ts";
import { makePackage, type Making } from "./make-package.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";
import { NO_FILES, type BuildArm64PackageResult } from "./result.ts";

/** Builds the package again in private and compares it with a given one; nothing is written for good. */
export async function verifyPackage(
  path: string,
  making: Making,
  ports: BuildArm64PackagePorts,
): Promise<BuildArm64PackageResult> {
  const located = await ports.locate(path);
  if (located.kind !== "file") throw notThere(path);
  const given = await making.phases.run(`read ${path}`, () => ports.archives.readArchive(located.path));
  const made = await makePackage(making, ports);
  const built = await ports.archives.readArchive(`${making.bench.stage}/${made.name}`);
  const comparison = comparePackages(given, built);
  const outputs = { ...NO_FILES, package: path, sha256: given.sha256, "tar-sha256": given.tarSha256 };
  const facts = [
    ["Package", path],
    ["sha256 of its tar", given.tarSha256],
    ["sha256 of the tar built again", built.tarSha256],
  ] as const;
  if (comparison.kind === "different") {
    const failure = different(path, comparison);
    return { outputs: { ...outputs, outcome: "different" }, facts, remarks: [failure.message], failure };
  }
  const remark =
    comparison.kind === "same"
      ? "It is what the commit gives, byte for byte."
      : "Its content is what the commit gives, byte for byte. It was compressed by another version of zlib.";
  ports.log.info(`verified ${path}: ${remark}`);
  return { outputs: { ...outputs, outcome: "verified" }, facts, remarks: [remark] };
}

function different(
  path: string,
  { first, reason, count }: Extract<Comparison, { kind: "different" }>,
): ReturnType<typeof refusal> {
  const more = count > 1 ? `; ${count - 1} more differ` : "";
  return refusal(
    "DIFFERENT_PACKAGE",
    `${path} is not what this commit gives. ${first === "" ? "" : `${first}: `}${reason}${more}`,
    "Check that version, build-number, branch and the versions of Go and Node are those of the build that made it.",
  );
}

function notThere(path: string): Error {
  return configuration(
    "NO_PACKAGE",
    `"${path}" is no file of the workspace, so there is nothing to verify`,
    "Download the package before this step, for instance with gh release download.",
  );
}
