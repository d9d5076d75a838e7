import { childNodes, identifierName, lineAt, nodeField, type SyntaxNode } from "../syntax.ts";

/** One use of a global that reaches outside the program: the clock, chance, the network, the process. */
export interface GlobalUse {
  readonly name: string;
  readonly line: number;
}

const REFUSED = new Set(
  [
    "process global globalThis self console performance crypto navigator",
    "fetch WebSocket EventSource XMLHttpRequest BroadcastChannel MessageChannel Worker",
    "setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask",
    "localStorage sessionStorage",
  ].flatMap((names) => names.split(" ")),
);

/** Globals that are pure but for the members named here. */
const REFUSED_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  AbortSignal: ["timeout"],
  Date: ["now"],
  Math: ["random"],
};

/** Fields that hold a name, not a use of a variable, unless the node says it is computed. */
const NAME_FIELDS: Readonly<Record<string, string>> = {
  AccessorProperty: "key",
  ExportSpecifier: "exported",
  MemberExpression: "property",
  MethodDefinition: "key",
  Property: "key",
  PropertyDefinition: "key",
};

type Scope = ReadonlySet<string>;

/**
 * The globals of rule R10 that a module uses at run time. A local variable, parameter or import of the same name is
 * not the global, and types are not uses.
 */
export function readGlobals(program: SyntaxNode, text: string): GlobalUse[] {
  const uses: GlobalUse[] = [];
  visit(program, [], (name, node) => uses.push({ name, line: lineAt(text, node.start) }));
  return uses;
}

function visit(node: SyntaxNode, outer: readonly Scope[], report: (name: string, node: SyntaxNode) => void): void {
  if (isErased(node)) return;
  const scopes = [...outer, declaredBy(node)].filter((scope) => scope.size > 0);
  const name = refusedUse(node, (candidate) => !scopes.some((scope) => scope.has(candidate)));
  if (name !== undefined) report(name, node);
  for (const child of usesIn(node)) visit(child, scopes, report);
}

/** The name to report when this very node is a refused use. */
function refusedUse(node: SyntaxNode, isGlobal: (name: string) => boolean): string | undefined {
  if (node.type === "Identifier") {
    const name = identifierName(node) ?? "";
    return REFUSED.has(name) && isGlobal(name) ? name : undefined;
  }
  if (node.type === "MemberExpression") return refusedMember(node, isGlobal);
  if (node.type === "NewExpression" || node.type === "CallExpression") return currentDate(node, isGlobal);
  return undefined;
}

function refusedMember(node: SyntaxNode, isGlobal: (name: string) => boolean): string | undefined {
  const object = identifierName(nodeField(node, "object")) ?? "";
  const property = nodeField(node, "property");
  const member = identifierName(property) ?? property?.["value"];
  const refused = typeof member === "string" && (REFUSED_MEMBERS[object] ?? []).includes(member) && isGlobal(object);
  return refused ? `${object}.${member}` : undefined;
}

/** `new Date(milliseconds)` is a computation; `new Date()` and `Date()` ask the clock. */
function currentDate(node: SyntaxNode, isGlobal: (name: string) => boolean): string | undefined {
  if (identifierName(nodeField(node, "callee")) !== "Date" || !isGlobal("Date")) return undefined;
  const hasArguments = (node["arguments"] as readonly SyntaxNode[]).length > 0;
  if (node.type === "CallExpression") return "Date()";
  return hasArguments ? undefined : "new Date()";
}

/** Types, ambient declarations and the names in imports and exports are not uses. */
function isErased(node: SyntaxNode): boolean {
  if (node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration" || node["declare"] === true)
    return true;
  if (node.type === "ExportNamedDeclaration") return nodeField(node, "source") !== undefined;
  return node.type.startsWith("TS") && !node.type.endsWith("Expression") && node.type !== "TSParameterProperty";
}

function usesIn(node: SyntaxNode): SyntaxNode[] {
  const field = NAME_FIELDS[node.type];
  const shorthand = node["shorthand"] === true;
  const children = childNodes(node);
  if (field === undefined || node["computed"] === true || shorthand) return shorthand ? children.slice(-1) : children;
  return children.filter((child) => child !== node[field]);
}

/** The names that a node declares for everything below it. `var` counts as `let`: the lint refuses it anyway. */
function declaredBy(node: SyntaxNode): Scope {
  if (node.type === "Program" || node.type === "BlockStatement" || node.type === "StaticBlock") {
    return new Set((node["body"] as readonly SyntaxNode[]).flatMap(namesOfStatement));
  }
  if (node.type.startsWith("For")) return new Set([node["init"], node["left"]].flatMap(namesOfOptional));
  if (node.type === "CatchClause") return new Set(namesOfPattern(nodeField(node, "param")));
  if (node.type === "SwitchStatement") return new Set(childNodes(node).flatMap((child) => namesOfCase(child)));
  if (node.type.includes("Function")) return new Set(namesOfFunction(node));
  if (node.type === "ClassExpression") return new Set(namesOfPattern(nodeField(node, "id")));
  return new Set();
}

function namesOfFunction(node: SyntaxNode): string[] {
  const parameters = Array.isArray(node["params"]) ? (node["params"] as readonly SyntaxNode[]) : [];
  return [nodeField(node, "id"), ...parameters].flatMap((pattern) => namesOfPattern(pattern));
}

function namesOfCase(node: SyntaxNode): string[] {
  return node.type === "SwitchCase" ? (node["consequent"] as readonly SyntaxNode[]).flatMap(namesOfStatement) : [];
}

function namesOfOptional(value: unknown): string[] {
  return typeof value === "object" && value !== null ? namesOfStatement(value as SyntaxNode) : [];
}

function namesOfStatement(node: SyntaxNode): string[] {
  if (node.type === "ExportNamedDeclaration") return namesOfOptional(node["declaration"]);
  if (node.type === "ImportDeclaration") {
    return (node["specifiers"] as readonly SyntaxNode[]).flatMap((each) => namesOfPattern(nodeField(each, "local")));
  }
  if (node.type === "VariableDeclaration") {
    return (node["declarations"] as readonly SyntaxNode[]).flatMap((each) => namesOfPattern(nodeField(each, "id")));
  }
  return node.type === "FunctionDeclaration" || node.type === "ClassDeclaration"
    ? namesOfPattern(nodeField(node, "id"))
    : [];
}

/** The names bound by a pattern: `a`, `{ a, b: c }`, `[a, ...b]`, `a = 1`. Defaults and keys bind nothing. */
function namesOfPattern(pattern: SyntaxNode | undefined): string[] {
  if (pattern === undefined || pattern.type === "TSTypeAnnotation") return [];
  const name = identifierName(pattern);
  if (name !== undefined) return [name];
  if (pattern.type === "AssignmentPattern") return namesOfPattern(nodeField(pattern, "left"));
  if (pattern.type === "Property") return namesOfPattern(nodeField(pattern, "value"));
  return childNodes(pattern).flatMap((child) => namesOfPattern(child));
}
