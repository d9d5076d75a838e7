import { runAction } from "@fairway/action-kit";

import { checkInputs, fields, publisherToken } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "create-release",
  fields,
  check: checkInputs,
  execute: async (inputs, runtime) => {
    const [{ createRelease }, { openWorkspace }, http, { connectGitHub, openReleases, openTags }, { openCheckout }] =
      await Promise.all([
        import("./create-release.ts"),
        import("@fairway/action-kit/workspace"),
        import("@fairway/http"),
        import("@fairway/github"),
        import("@fairway/process"),
      ]);
    const { repository, serverUrl, workspace } = runtime.context;
    const options = { ...runtime, ...runtime.context, http: http.createHttpTransport() };
    const github = connectGitHub({ ...options, token: inputs.githubToken });
    const publisher = connectGitHub({ ...options, token: publisherToken(inputs) });
    return createRelease(inputs, {
      ...runtime,
      files: openWorkspace(workspace),
      checkout: openCheckout(workspace),
      releases: openReleases(github, publisher),
      tags: openTags(publisher),
      repositoryUrl: `${serverUrl}/${repository}`,
    });
  },
  render: renderSummary,
});
