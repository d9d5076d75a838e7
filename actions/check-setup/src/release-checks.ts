import { behind, checkOf, fail, once, pass, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Systems } from "./ports.ts";

/** Whether the beta has its tag, and the release's tag is free or names the same commit. */
export function checkRelease({ betaTag, releaseTagPrefix = "" }: CheckSetupInputs, { tags }: Systems): Check[] {
  const beta = once(() => tags.commitOf(betaTag?.text ?? ""));
  return [
    checkOf("Beta tag", "beta-tag", betaTag, async ({ text }) => judgeBeta(text, await beta())),
    checkOf("Release tag", "beta-tag", betaTag, ({ version }) =>
      behind("Beta tag", beta(), async (commit) => {
        const tag = `${releaseTagPrefix}${version}`;
        return judgeRelease(tag, await tags.commitOf(tag), commit);
      }),
    ),
  ];
}

function judgeBeta(tag: string, commit: string | undefined): Finding {
  if (commit !== undefined) return pass(`${tag} names ${commit.slice(0, 7)}`);
  return fail(
    `there is no tag ${tag}`,
    "The betas are listed under Releases as prereleases. Run the staging workflow first.",
  );
}

function judgeRelease(tag: string, taken: string | undefined, beta: string | undefined): Finding {
  if (taken === undefined) return pass(`${tag} is free`);
  if (taken === beta) return pass(`${tag} names the beta's commit already: promoting it again is a rollback to it`);
  return fail(
    `${tag} names another commit, ${taken.slice(0, 7)}`,
    "Raise the version in its manifest and build a new beta: a tag is never moved.",
  );
}
