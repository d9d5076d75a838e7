import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "ecs-deploy",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, log, random, signal }) => {
    const [{ ecsDeploy }, { openServiceFleet, openTaskLogs }] = await Promise.all([
      import("./ecs-deploy.ts"),
      import("@fairway/aws"),
    ]);
    const fleet = openServiceFleet({ region: inputs.awsRegion, clock, random, signal });
    const logs = openTaskLogs({ clock, random, signal });
    return ecsDeploy(inputs, { fleet, logs, clock, log, random, signal });
  },
  render: renderSummary,
});
