import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "resolve-release",
  fields,
  check: checkInputs,
  execute: async (inputs, runtime) => {
    const [{ resolveRelease }, { createHttpTransport }, { connectGitHub, openReleases, openTags }] = await Promise.all([
      import("./resolve-release.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
    ]);
    const http = createHttpTransport();
    const github = connectGitHub({ ...runtime, ...runtime.context, token: inputs.githubToken, http });
    return resolveRelease(inputs, { releases: openReleases(github), tags: openTags(github), log: runtime.log });
  },
  render: renderSummary,
});
