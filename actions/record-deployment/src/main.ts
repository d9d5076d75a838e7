import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "record-deployment",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, log, random, signal }) => {
    const [{ recordDeployment }, { createHttpTransport }, github] = await Promise.all([
      import("./record-deployment.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
    ]);
    const { apiUrl, repository, runId: run, runAttempt: attempt, actor, runUrl: url } = context;
    const options = { apiUrl, repository, http: createHttpTransport(), clock, log, random, signal };
    const connection = github.connectGitHub({ ...options, token: inputs.githubToken });
    return recordDeployment(inputs, {
      deployments: github.openDeployments(connection),
      approvals: github.openApprovals(connection),
      runs: github.openRuns(connection),
      me: { run, attempt, actor, url },
      clock,
      random,
      log,
      signal,
    });
  },
  render: renderSummary,
});
