import { runAction } from "@fairway/action-kit";

import { fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "check-environment",
  fields,
  execute: async (inputs, { clock, context, log, random, signal }) => {
    const [{ checkEnvironment }, { createHttpTransport }, { connectGitHub, openEnvironments }] = await Promise.all([
      import("./check-environment.ts"),
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
    return checkEnvironment(inputs, { environments: openEnvironments(github), log });
  },
  render: renderSummary,
});
