import { mask, runAction } from "@fairway/action-kit";

import { checkInputs, fields, loginOf } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "check-setup",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, context, log, random, signal: ofRun }) => {
    const [{ checkSetup }, { createHttpTransport }, github, setup] = await Promise.all([
      import("./check-setup.ts"),
      import("@fairway/http"),
      import("@fairway/github"),
      import("@fairway/github/setup"),
    ]);
    const [{ openAws }, { openImageProbe }, { openProbe }] = await Promise.all([
      import("@fairway/aws/account"),
      import("@fairway/registry/probe"),
      import("@fairway/probe"),
    ]);
    const { apiUrl, repository, runId } = context;
    const open = (signal: AbortSignal) => {
      const basics = { http: createHttpTransport(), clock, log, random, signal, mask };
      const site = github.connectGitHub({ ...basics, apiUrl, repository, token: inputs.githubToken });
      return {
        permissions: setup.openTokenPermissions(site),
        environments: github.openEnvironments(site),
        tags: github.openTags(site),
        idTokens: setup.openIdTokens(basics),
        aws: openAws({ clock, random, signal, mask, region: inputs.awsRegion }),
        registry: openImageProbe({ ...basics, credentials: loginOf(inputs) }),
        probe: openProbe({ clock }),
      };
    };
    return checkSetup(inputs, { clock, log, signal: ofRun, runId, open });
  },
  render: renderSummary,
});
