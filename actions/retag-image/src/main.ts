import { mask, runAction } from "@fairway/action-kit";

import { checkInputs, fields, givenCredentials } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

/** A tag, the tag that follows it and the list of tags are asked for at once. */
const CONNECTIONS_AHEAD = 3;

await runAction({
  name: "retag-image",
  fields,
  check: checkInputs,
  execute: async (inputs, { clock, log, random, signal }) => {
    const [{ retagImage }, { createHttpTransport }, { openRegistries }] = await Promise.all([
      import("./retag-image.ts"),
      import("@fairway/http"),
      import("@fairway/registry"),
    ]);
    const registries = openRegistries({
      http: createHttpTransport({ connectionsAhead: CONNECTIONS_AHEAD }),
      credentials: givenCredentials(inputs),
      mask,
      clock,
      log,
      random,
      signal,
    });
    return retagImage(inputs, { registries, log, signal });
  },
  render: renderSummary,
});
