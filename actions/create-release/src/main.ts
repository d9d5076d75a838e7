import { openWorkspace, runAction } from "@fairway/action-kit";

import { createRelease } from "./create-release.ts";
import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "create-release",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, digest, log, random, signal }) => {
    const [{ createHttpTransport }, { connectGitHub, openReleases, openTags }] = await Promise.all([
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
    const files = openWorkspace(context.workspace);
    return createRelease(inputs, {
      files,
      releases: openReleases(github),
      tags: openTags(github),
      digest,
      clock,
      log,
      signal,
    });
  },
  render: renderSummary,
});
