import { mask, runAction, type Runtime } from "@fairway/action-kit";
import { openWorkspace } from "@fairway/action-kit/workspace";
import { createFence, type LeaseTip } from "@fairway/domain";

import { checkInputs, fields, type EcsDeployInputs } from "./inputs.ts";
import { renderServicesSummary } from "./services-summary.ts";

await runAction({
  name: "ecs-deploy",
  fields,
  check: checkInputs,
  execute: async (inputs, runtime) => {
    const [{ deployServices }, { fenceFleet }, { openServiceFleet, openTargetHealth, openTaskLogs }] =
      await Promise.all([import("./deploy-services.ts"), import("./fence-fleet.ts"), import("@fairway/aws")]);
    const { clock, context, log, random, signal } = runtime;
    const files = openWorkspace(context.workspace);
    const logs = openTaskLogs({ clock, random, signal, mask });
    const targets = openTargetHealth({ clock, random, signal, mask });
    const confirm = createFence(inputs.leaseToken, () => openLease(inputs, runtime), clock);
    const fleet = fenceFleet(openServiceFleet({ region: inputs.awsRegion, clock, random, signal, mask }), confirm);
    return deployServices(inputs, { fleet, logs, targets, files, clock, log, random, signal });
  },
  render: renderServicesSummary,
});

async function openLease({ githubToken }: EcsDeployInputs, runtime: Runtime): Promise<LeaseTip> {
  const [{ createHttpTransport }, { connectGitHub, openLeaseRefs }] = await Promise.all([
    import("@fairway/http"),
    import("@fairway/github"),
  ]);
  const http = createHttpTransport();
  return openLeaseRefs(connectGitHub({ ...runtime, ...runtime.context, token: githubToken, http }));
}
