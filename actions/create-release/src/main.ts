import { runAction } from "@fairway/action-kit";

import { checkInputs, fields, publisherToken } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "create-release",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, digest, log, random, signal }) => {
    const [{ createRelease }, { openWorkspace }, http, { connectGitHub, openReleases, openTags }, { openCheckout }] =
      await Promise.all([
        import("./create-release.ts"),
        import("@fairway/action-kit/workspace"),
        import("@fairway/http"),
        import("@fairway/github"),
        import("@fairway/process"),
      ]);
    const { apiUrl, repository, serverUrl, workspace } = context;
    const options = { apiUrl, repository, http: http.createHttpTransport(), clock, log, random, signal };
    const github = connectGitHub({ ...options, token: inputs.githubToken });
    const publisher = connectGitHub({ ...options, token: publisherToken(inputs) });
    return createRelease(inputs, {
      files: openWorkspace(workspace),
      checkout: openCheckout(workspace),
      releases: openReleases(github, publisher),
      tags: openTags(publisher),
      repositoryUrl: `${serverUrl}/${repository}`,
      digest,
      clock,
      random,
      log,
      signal,
    });
  },
  render: renderSummary,
});
