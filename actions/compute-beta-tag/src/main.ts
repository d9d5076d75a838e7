import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "compute-beta-tag",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, log }) => {
    const [{ computeBetaTag }, { openWorkspace }, { openCheckout }] = await Promise.all([
      import("./compute-beta-tag.ts"),
      import("@fairway/action-kit/workspace"),
      import("@fairway/process"),
    ]);
    const files = openWorkspace(context.workspace);
    return computeBetaTag(inputs, { files, checkout: openCheckout(context.workspace), clock, log });
  },
  render: renderSummary,
});
