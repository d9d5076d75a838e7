import { isBasicExpression, isBoolean, isMapping, isNumber, isSequence, isString } from "@actions/workflow-parser";
import type { LiteralToken } from "@actions/workflow-parser/templates/tokens/literal-token";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import type { Template } from "../expressions/template.ts";

/** One key of a YAML mapping with its parsed value, in the order of the file. */
export type Entry = readonly [key: string, token: TemplateToken];

/** Turns the parser's tokens into a template. Text with expressions inside arrives as one call of format(). */
export function readTemplate(token: TemplateToken): Template {
  if (isBasicExpression(token)) return { kind: "expression", expression: token.expression };
  if (isSequence(token)) {
    const items = Array.from({ length: token.count }, (_, index) => token.get(index));
    return { kind: "sequence", items: items.map((item) => readTemplate(item)) };
  }
  if (isMapping(token)) {
    return {
      kind: "mapping",
      entries: [...token].map(({ key, value }) => [key.toString(), readTemplate(value)]),
    };
  }
  if (isString(token) || isNumber(token) || isBoolean(token)) return { kind: "literal", value: token.value };
  return { kind: "literal", value: null };
}

/** The template of a key that may be absent. */
export function optionalTemplate(token: TemplateToken | undefined): Template | undefined {
  return token === undefined ? undefined : readTemplate(token);
}

/** The entries of a mapping; none for an empty value. Throws when the token is something else. */
export function entriesOf(token: TemplateToken | undefined, what: string): Entry[] {
  if (token === undefined || isEmpty(token)) return [];
  if (!isMapping(token)) throw new Error(`${what} must be a mapping, and is ${token.typeName()}.`);
  return [...token].map(({ key, value }) => [key.toString(), value]);
}

/** A literal text; undefined when the key is absent. Throws for an expression where only a literal is allowed. */
export function literalText(token: TemplateToken | undefined, what: string): string | undefined {
  if (token === undefined) return undefined;
  if (!token.isLiteral) throw new Error(`${what} must be a literal text.`);
  return (token as LiteralToken).toString();
}

/** A literal text or a list of them, as `needs:` and `options:` allow. */
export function literalTexts(token: TemplateToken | undefined, what: string): string[] {
  if (token === undefined) return [];
  if (!isSequence(token)) return [literalText(token, what) ?? ""];
  return Array.from({ length: token.count }, (_, index) => literalText(token.get(index), what) ?? "");
}

function isEmpty(token: TemplateToken): boolean {
  return token.isLiteral && !isString(token) && !isNumber(token) && !isBoolean(token);
}
