import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "health-gate",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, log, signal }) => {
    const [{ healthGate }, { openProbe }] = await Promise.all([import("./health-gate.ts"), import("@fairway/probe")]);
    return healthGate(inputs, { probe: openProbe({ clock }), clock, log, signal });
  },
  render: renderSummary,
});
