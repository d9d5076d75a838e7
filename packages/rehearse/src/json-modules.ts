import { registerHooks } from "node:module";

/**
 * Lets modules import JSON without an attribute, as GitHub's workflow parser does and Node alone refuses. It has to be
 * called before anything imports the parser, so only an entry program can; Jest brings the like of its own.
 */
export function allowJsonModules(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const isPlain = url.startsWith("file:") && url.endsWith(".json") && context.importAttributes["type"] !== "json";
      if (!isPlain) return nextLoad(url, context);
      const { source } = nextLoad(url, { ...context, format: "json", importAttributes: { type: "json" } });
      return { format: "module", shortCircuit: true, source: `export default ${textOf(source)};` };
    },
  });
}

function textOf(source: unknown): string {
  return typeof source === "string" ? source : Buffer.from(source as Uint8Array).toString("utf8");
}
