import { mask, runAction } from "@fairway/action-kit";

import { checkInputs, fields, givenCredentials } from "./inputs.ts";
import { retagImage } from "./retag-image.ts";
import { renderSummary } from "./summary.ts";

await runAction({
  name: "retag-image",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, log, random, signal }) => {
    const [{ createHttpTransport }, { openRegistry }] = await Promise.all([
      import("@fairway/http"),
      import("@fairway/registry"),
    ]);
    const registry = openRegistry({
      host: inputs.source.registry,
      http: createHttpTransport(),
      credentials: givenCredentials(inputs),
      mask,
      clock,
      log,
      random,
      signal,
    });
    const manifests = registry.repository(inputs.source.repository);
    return retagImage(inputs, { manifests, log, signal });
  },
  render: renderSummary,
});
