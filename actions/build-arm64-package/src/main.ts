import { runAction } from "@fairway/action-kit";

import { checkInputs, fields } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "build-arm64-package",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, log, signal }) => {
    const [{ buildArm64Package }, { openWorkspace }, archives, { openCheckout }, programs] = await Promise.all([
      import("./build-arm64-package.ts"),
      import("@fairway/action-kit/workspace"),
      import("@fairway/archive"),
      import("@fairway/process"),
      import("@fairway/process/build"),
    ]);
    const { workspace } = context;
    return buildArm64Package(inputs, {
      files: openWorkspace(workspace),
      commit: openCheckout(workspace),
      locate: (path) => programs.locate(workspace, path),
      findTool: programs.findTool,
      programs: programs.openProgramStreamer({ log, signal }),
      openWorkbench: (folder) => programs.openWorkbench(workspace, folder),
      archives,
      binaries: archives,
      sourceDateEpoch: programs.readSourceDateEpoch,
      clock,
      log,
      signal,
    });
  },
  render: renderSummary,
});
