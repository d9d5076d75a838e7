import {
  childNodes,
  identifierName,
  lineAt,
  literalText,
  nodeField,
  parseModule,
  type SyntaxNode,
  walk,
} from "../syntax.ts";

/** One regular expression of the sources. */
export interface PatternUse {
  /** Undefined for one that is put together at run time: nobody can judge it beforehand. */
  readonly pattern: string | undefined;
  readonly flags: string;
  /** The path from the root and the line: `packages/domain/src/digest.ts:7`. */
  readonly place: string;
}

/** The texts that a module's own constants stand for, by name. */
type Constants = ReadonlyMap<string, string>;

/**
 * Every regular expression of a module: literals, and those made from texts and constant texts of the module.
 * Throws when the module does not parse.
 */
export function readPatterns(path: string, text: string): PatternUse[] {
  const uses: PatternUse[] = [];
  const program = parseModule(path, text);
  const constants = readConstants(program);
  walk(program, (node) => {
    const place = `${path}:${lineAt(text, node.start)}`;
    const literal = node["regex"] as { readonly pattern: string; readonly flags: string } | undefined;
    if (node.type === "Literal" && literal !== undefined) uses.push({ ...literal, place });
    else if (makesPattern(node)) uses.push({ ...readCall(node, constants), place });
  });
  return uses;
}

/** In the order of the module, so that a constant may be made of earlier ones. */
function readConstants(program: SyntaxNode): Constants {
  const constants = new Map<string, string>();
  const declarations = childNodes(program).flatMap((node) => nodeField(node, "declaration") ?? node);
  for (const declarator of declarations.filter(({ kind }) => kind === "const").flatMap(childNodes)) {
    const name = identifierName(nodeField(declarator, "id"));
    const text = constantText(nodeField(declarator, "init"), constants);
    if (name !== undefined && text !== undefined) constants.set(name, text);
  }
  return constants;
}

function makesPattern(node: SyntaxNode): boolean {
  const isCall = node.type === "NewExpression" || node.type === "CallExpression";
  return isCall && identifierName(nodeField(node, "callee")) === "RegExp";
}

function readCall(node: SyntaxNode, constants: Constants): { pattern: string | undefined; flags: string } {
  const [pattern, flags] = node["arguments"] as readonly SyntaxNode[];
  const known = flags === undefined ? "" : literalText(flags);
  return { pattern: known === undefined ? undefined : constantText(pattern, constants), flags: known ?? "" };
}

/** The text of a literal, of a constant, or of a template made of both, `String.raw` included. */
function constantText(node: SyntaxNode | undefined, constants: Constants): string | undefined {
  const name = identifierName(node);
  if (name !== undefined) return constants.get(name);
  if (node?.type === "TaggedTemplateExpression") {
    return isStringRaw(node) ? templateText(nodeField(node, "quasi"), constants, "raw") : undefined;
  }
  return node?.type === "TemplateLiteral" ? templateText(node, constants, "cooked") : literalText(node);
}

function isStringRaw(node: SyntaxNode): boolean {
  const tag = nodeField(node, "tag");
  return identifierName(nodeField(tag, "object")) === "String" && identifierName(nodeField(tag, "property")) === "raw";
}

function templateText(node: SyntaxNode | undefined, constants: Constants, form: "raw" | "cooked"): string | undefined {
  const { quasis, expressions } = node as unknown as {
    readonly quasis: readonly { readonly value: { readonly raw: string; readonly cooked: string } }[];
    readonly expressions: readonly SyntaxNode[];
  };
  const holes = expressions.map((expression) => constantText(expression, constants));
  if (holes.includes(undefined)) return undefined;
  return quasis.map(({ value }, index) => `${value[form]}${holes[index] ?? ""}`).join("");
}
