import { runAction } from "@fairway/action-kit";

import { fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "check-environment",
  fields,
  execute: async (inputs, runtime) => {
    const [{ checkEnvironment }, { createHttpTransport }, { connectGitHub, openEnvironments }] = await Promise.all([
      import("./check-environment.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
    ]);
    const http = createHttpTransport();
    const github = connectGitHub({ ...runtime, ...runtime.context, token: inputs.githubToken, http });
    return checkEnvironment(inputs, { environments: openEnvironments(github), log: runtime.log });
  },
  render: renderSummary,
});
