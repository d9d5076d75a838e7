import { parseSync, visitorKeys } from "oxc-parser";

/** A node of the ESTree that oxc-parser returns; the checks read the few fields that they know. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/**
 * Parses one module, TypeScript or JavaScript by its extension.
 * Throws when the text is not valid: a file that cannot be read must never count as a file that obeys the rules.
 */
export function parseModule(path: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(path, text);
  const [first] = errors;
  if (first !== undefined) {
    throw new Error(`${path} cannot be checked because it does not parse: ${first.message}. Correct the syntax first.`);
  }
  return program as unknown as SyntaxNode;
}

/** The child nodes of a node, in source order of its fields. */
export function childNodes(node: SyntaxNode): SyntaxNode[] {
  return (visitorKeys[node.type] ?? []).flatMap((field) => [node[field]].flat(1).filter(isSyntaxNode));
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const child of childNodes(node)) walk(child, visit);
}

/** The value of a field as a node, or undefined. */
export function nodeField(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isSyntaxNode(value) ? value : undefined;
}

/** The name of an identifier node, or undefined for anything else. */
export function identifierName(node: SyntaxNode | undefined): string | undefined {
  return node?.type === "Identifier" && typeof node["name"] === "string" ? node["name"] : undefined;
}

/** The text of a string literal or of a template without holes, or undefined for anything else. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "Literal") return typeof node["value"] === "string" ? node["value"] : undefined;
  if (node?.type !== "TemplateLiteral") return undefined;
  const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
}

/** The line, counted from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
