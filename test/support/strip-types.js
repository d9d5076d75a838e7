import { createHash } from "node:crypto";
import { stripTypeScriptTypes } from "node:module";

/** Jest's transform: Node's own type stripping, which keeps every line and column where it was. */
export default {
  process: (text) => ({ code: stripTypeScriptTypes(text, { mode: "strip" }) }),
  getCacheKey: (text, path, { instrument }) =>
    createHash("sha256").update([process.version, instrument, path, text].join("\0")).digest("hex"),
};
