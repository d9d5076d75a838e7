import type { Application, Caller } from "./application.ts";

/** What still stands in an application's workflows as it stood in the examples, one line each with its place. */
export function leftToFillIn({ staging, production }: Application): string[] {
  return [...leftIn(staging), ...leftIn(production)];
}

/** Texts of the examples that are nobody's real ones. A cluster may really be called staging. */
const PLACEHOLDER = /\bOWNER\/|\bacme\/shop\b|\bexample\.com\b/;

function leftIn({ path, content }: Caller): string[] {
  return content.split("\n").flatMap((line, index) => {
    const text = line.replace(/(^|\s)#.*$/, "").trim();
    return PLACEHOLDER.test(text) ? [`${path}:${index + 1}  ${text}`] : [];
  });
}
