import { identifierName, lineAt, nodeField, parseModule, type SyntaxNode, walk } from "../syntax.ts";
import type { ActionFolder } from "./action-folder.ts";
import type { Breach } from "./breach.ts";
import { pascalCase } from "./declared-outputs.ts";

const MAX_MAIN_LINES = 40;

/** What makes main.ts decide something. It only composes: every decision is where a test can reach it. */
const BRANCHES: Readonly<Record<string, string>> = {
  ConditionalExpression: "?:",
  DoWhileStatement: "do",
  ForInStatement: "for",
  ForOfStatement: "for",
  ForStatement: "for",
  IfStatement: "if",
  LogicalExpression: "&&, || or ??",
  SwitchStatement: "switch",
  TryStatement: "try",
  WhileStatement: "while",
};

/** The composition root is short and straight, and the use case is a function with the action's own name. */
export function checkSources({ name, path, sources }: ActionFolder): Breach[] {
  return [...checkMain(`${path}/src/main.ts`, sources.get("main.ts") ?? ""), ...checkUseCase(name, path, sources)];
}

function checkMain(file: string, text: string): Breach[] {
  const breaches: Breach[] = [];
  const lines = text.trimEnd().split("\n").length;
  if (lines > MAX_MAIN_LINES) {
    const message = `has ${lines} lines, at most ${MAX_MAIN_LINES} are allowed; move what it does to the use case or an adapter.`;
    breaches.push({ rule: "main-length", file, message });
  }
  walk(parseModule(file, text), (node) => {
    const branch = BRANCHES[node.type] ?? logicalAssignment(node);
    if (branch === undefined) return;
    const message = `line ${lineAt(text, node.start)} branches (${branch}); main.ts only composes, so decide in the use case.`;
    breaches.push({ rule: "main-branches", file, message });
  });
  return breaches;
}

function logicalAssignment(node: SyntaxNode): string | undefined {
  const operator = node.type === "AssignmentExpression" ? node["operator"] : undefined;
  return typeof operator === "string" && ["&&=", "||=", "??="].includes(operator) ? operator : undefined;
}

function checkUseCase(name: string, path: string, sources: ReadonlyMap<string, string>): Breach[] {
  const file = `${path}/src/${name}.ts`;
  const pascal = pascalCase(name);
  const wanted = `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`;
  const names: (string | undefined)[] = [];
  walk(parseModule(file, sources.get(`${name}.ts`) ?? ""), (node) => {
    if (node.type !== "ExportNamedDeclaration") return;
    const declaration = nodeField(node, "declaration");
    if (declaration?.type === "FunctionDeclaration") names.push(identifierName(nodeField(declaration, "id")));
  });
  if (names.includes(wanted)) return [];
  return [{ rule: "use-case", file, message: `must export the use case as a function named ${wanted}.` }];
}
