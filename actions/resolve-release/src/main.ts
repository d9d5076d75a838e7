import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "resolve-release",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, log, random, signal }) => {
    const [{ resolveRelease }, { createHttpTransport }, { connectGitHub, openReleases, openTags }] = await Promise.all([
      import("./resolve-release.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
    ]);
    const { apiUrl, repository } = context;
    const github = connectGitHub({
      apiUrl,
      repository,
      token: inputs.githubToken,
      http: createHttpTransport(),
      clock,
      log,
      random,
      signal,
    });
    return resolveRelease(inputs, { releases: openReleases(github), tags: openTags(github), log });
  },
  render: renderSummary,
});
