import { runAction, type Runtime } from "@fairway/action-kit";

import { checkConcurrent, releaseAfterJob } from "./check-concurrent.ts";
import { checkInputs, fields, type CheckConcurrentInputs } from "./inputs.ts";
import { contenderOf } from "./lease-record.ts";
import type { CheckConcurrentPorts } from "./ports.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "check-concurrent",
  fields,
  check: checkInputs,
  execute: async (inputs, runtime) => checkConcurrent(inputs, await openPorts(inputs, runtime)),
  render: renderSummary,
  post: async (state, inputs, runtime) => releaseAfterJob(state, inputs, await openPorts(inputs, runtime)),
});

async function openPorts(inputs: CheckConcurrentInputs, runtime: Runtime): Promise<CheckConcurrentPorts> {
  const [{ createHttpTransport }, { connectGitHub, openLeaseRefs, openRuns }] = await Promise.all([
    import("@fairway/http"),
    import("@fairway/github"),
  ]);
  const http = createHttpTransport();
  const github = connectGitHub({ ...runtime, ...runtime.context, token: inputs.githubToken, http });
  const me = contenderOf(runtime.context, inputs.jobId, runtime.uniqueId());
  const runs = openRuns(github);
  return { ...runtime, refs: openLeaseRefs(github), runs, runList: runs, me };
}
