import { evaluateExpression, toText, type Scope, type Value } from "./evaluate.ts";

/** A piece of workflow YAML whose expressions are not evaluated yet. */
export type Template =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "expression"; readonly expression: string }
  | { readonly kind: "sequence"; readonly items: readonly Template[] }
  | { readonly kind: "mapping"; readonly entries: readonly (readonly [string, Template])[] };

/** Evaluates every expression of a template. Throws ExpressionFailure. */
export function evaluateTemplate(template: Template, scope: Scope): Value {
  switch (template.kind) {
    case "literal":
      return template.value;
    case "expression":
      return evaluateExpression(template.expression, scope);
    case "sequence":
      return template.items.map((item) => evaluateTemplate(item, scope));
    case "mapping":
      return Object.fromEntries(template.entries.map(([key, value]) => [key, evaluateTemplate(value, scope)]));
  }
}

/** Evaluates a template to text, as a step's name or a concurrency group wants it. */
export function evaluateText(template: Template, scope: Scope): string {
  return toText(evaluateTemplate(template, scope));
}

/** Evaluates a mapping (`env:`, `with:`, `outputs:`) to text values. Throws when the template is something else. */
export function evaluateTextMap(template: Template | undefined, scope: Scope): Record<string, string> {
  if (template === undefined) return {};
  const value = evaluateTemplate(template, scope);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`A mapping of names to values is expected here, not ${JSON.stringify(value)}.`);
  }
  return Object.fromEntries(Object.entries(value as Record<string, Value>).map(([key, entry]) => [key, toText(entry)]));
}
