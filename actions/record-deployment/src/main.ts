import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "record-deployment",
  fields,
  check: checkInputs,
  execute: async (inputs, runtime) => {
    const [{ recordDeployment }, { createHttpTransport }, github] = await Promise.all([
      import("./record-deployment.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
    ]);
    const { runId: run, runAttempt: attempt, actor, runUrl: url } = runtime.context;
    const http = createHttpTransport();
    const connection = github.connectGitHub({ ...runtime, ...runtime.context, token: inputs.githubToken, http });
    return recordDeployment(inputs, {
      ...runtime,
      deployments: github.openDeployments(connection),
      approvals: github.openApprovals(connection),
      runs: github.openRuns(connection),
      me: { run, attempt, actor, url },
    });
  },
  render: renderSummary,
});
