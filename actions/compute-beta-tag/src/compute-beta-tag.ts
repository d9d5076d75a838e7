import { configuration, createBetaTag, refusal, type BetaTag, type CommitSha, type Version } from "@fairway/domain";

import type { ComputeBetaTagInputs } from "./inputs.ts";
import type { ComputeBetaTagPorts } from "./ports.ts";
import { readVersion } from "./read-version.ts";
import { styleShortSha } from "./style-short-sha.ts";

/** A manifest is a few kilobytes; a larger file is not one. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

export interface ComputeBetaTagResult {
  readonly outputs: {
    readonly version: string;
    readonly "short-sha": string;
    readonly "beta-tag": string;
    readonly "release-tag": string;
    readonly commit: string;
    readonly "build-time": string;
    readonly "semver-valid": string;
    readonly outcome: "computed" | "parsed";
  };
}

/**
 * Computes the beta tag of the checked-out commit, or takes a given one apart. The tag of one commit is never given to the
 * content of another: a checkout of anything but `commit` is refused.
 */
export async function computeBetaTag(
  inputs: ComputeBetaTagInputs,
  ports: ComputeBetaTagPorts,
): Promise<ComputeBetaTagResult> {
  if (inputs.betaTag !== undefined) return report(inputs.betaTag, undefined, inputs, ports);
  await requireCheckout(inputs.commit, ports);
  const version = inputs.version ?? (await versionInFile(inputs.versionFile ?? "", ports));
  const tag = createBetaTag(version, styleShortSha(inputs.commit, inputs.shaStyle));
  if (!tag.semverValid) {
    ports.log.warning(
      `${tag.text} is not valid SemVer: its short SHA is a number with a leading zero. It is a valid Docker and git tag; sha-style: extend avoids this.`,
    );
  }
  return report(tag, inputs.commit, inputs, ports);
}

async function requireCheckout(commit: CommitSha, { checkout }: ComputeBetaTagPorts): Promise<void> {
  const head = await checkout.head();
  if (head === commit) return;
  throw refusal(
    "OTHER_COMMIT",
    `The checked-out commit is ${head}, the tag would name ${commit}; a tag must name what was built`,
    'Give actions/checkout the same commit as "ref", or give this step the commit that was checked out.',
  );
}

async function versionInFile(path: string, { files, checkout, log }: ComputeBetaTagPorts): Promise<Version> {
  const read = (file: string) => files.readText(file, MAX_MANIFEST_BYTES);
  const content = await read(path);
  if (content === undefined) {
    throw configuration(
      "NO_VERSION_FILE",
      `"${path}" is not in the workspace`,
      "Check the path, relative to the repository's root, and that actions/checkout ran before.",
    );
  }
  const version = await readVersion({ path, content, read, nearestTag: (prefix) => checkout.nearestTag(prefix) });
  log.info(`read version ${version} from ${path}`);
  return version;
}

function report(
  tag: BetaTag,
  commit: CommitSha | undefined,
  inputs: ComputeBetaTagInputs,
  { clock, log }: ComputeBetaTagPorts,
): ComputeBetaTagResult {
  const outcome = commit === undefined ? "parsed" : "computed";
  log.info(`${outcome} beta tag ${tag.text}`);
  return {
    outputs: {
      version: tag.version,
      "short-sha": tag.shortSha,
      "beta-tag": tag.text,
      "release-tag": `${inputs.releaseTagPrefix ?? ""}${tag.version}`,
      commit: commit ?? "",
      "build-time": clock
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, "Z"),
      "semver-valid": String(tag.semverValid),
      outcome,
    },
  };
}
