import { configuration, refusal } from "@fairway/domain";

import type { BuildArm64PackageInputs } from "./inputs.ts";
import type { PackagePlan } from "./package-plan.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";
import { readManifest, refused } from "./read-manifest.ts";
import { resolvePlan } from "./resolve-plan.ts";

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** What is decided before anything runs. */
export interface Preparation {
  readonly plan: PackagePlan;
  /** The one time of the build, in seconds since 1970. */
  readonly timeSeconds: number;
}

/** Reads the manifest, holds the commit against the checkout, and takes the commit's time, unless SOURCE_DATE_EPOCH gives one. */
export async function prepare(inputs: BuildArm64PackageInputs, ports: BuildArm64PackagePorts): Promise<Preparation> {
  const manifest = await readManifest(inputs.manifest, await manifestText(inputs.manifest, ports));
  await requireCheckout(inputs, ports);
  const timeSeconds = ports.sourceDateEpoch() ?? (await ports.commit.headTime());
  const edition = manifest.enterprise === undefined ? undefined : await ports.locate(manifest.enterprise.folder);
  const verdict = resolvePlan(manifest, {
    version: inputs.version,
    "build-number": inputs.buildNumber,
    "build-date": renderTime(timeSeconds),
    commit: inputs.commit,
    branch: inputs.branch,
    enterprise: String(edition?.kind === "folder"),
  });
  const problems = verdict.kind === "refused" ? verdict.problems : outputProblems(inputs, verdict.plan);
  if (verdict.kind === "refused" || problems.length > 0) throw refused(inputs.manifest, problems);
  return { plan: verdict.plan, timeSeconds };
}

/** Seconds since 1970 as 2026-01-31T12:00:00Z. */
export function renderTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

async function manifestText(path: string, { files }: BuildArm64PackagePorts): Promise<string> {
  const text = await files.readText(path, MAX_MANIFEST_BYTES);
  if (text !== undefined) return text;
  throw configuration(
    "NO_PACKAGE_MANIFEST",
    `"${path}" is not in the workspace`,
    "Check the path, relative to the repository's root, and that actions/checkout ran before.",
  );
}

async function requireCheckout(
  { commit }: BuildArm64PackageInputs,
  { commit: checkout, log }: BuildArm64PackagePorts,
): Promise<void> {
  const head = await checkout.head();
  if (head !== commit) {
    throw refusal(
      "OTHER_COMMIT",
      `The checked-out commit is ${head}, the package would name ${commit}; a package must name what it was built from`,
      'Give actions/checkout the same commit as "ref", or give this step the commit that was checked out.',
    );
  }
  const changed = await checkout.changedFiles();
  if (changed.length === 0) return;
  const named = changed.slice(0, 5).join(", ");
  log.warning(
    `${changed.length} tracked files differ from the commit that the package names (${named}${changed.length > 5 ? ", …" : ""}). Nobody can build the same package from the commit alone.`,
  );
}

/** A package that held the folder it is written to would hold itself the next time. */
function outputProblems({ outputDirectory }: BuildArm64PackageInputs, { sources }: PackagePlan): string[] {
  return sources
    .filter(({ from }) => outputDirectory === from || outputDirectory.startsWith(`${from}/`))
    .map(
      ({ place, from }) =>
        `${place} (${from}): holds output-directory ${outputDirectory}, so the package would hold itself`,
    );
}
