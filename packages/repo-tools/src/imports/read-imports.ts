import { identifierName, lineAt, literalText, nodeField, type SyntaxNode, walk } from "../syntax.ts";

/** One place where a module names another. */
export interface ModuleImport {
  /** Undefined when the name is computed, so that nobody can tell what is imported. */
  readonly specifier: string | undefined;
  /** True when nothing of the import is left at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/**
 * Every import of a module: static, re-export, dynamic, import type, `import x = require()`, `require()`, functions
 * made by `createRequire`, and the two ways to resolve a name without loading it.
 */
export function readImports(program: SyntaxNode, text: string): ModuleImport[] {
  const requireNames = findRequireNames(program);
  const imports: ModuleImport[] = [];
  walk(program, (node) => {
    const found = importOf(node, requireNames);
    if (found === undefined) return;
    imports.push({ specifier: literalText(found.source), typeOnly: found.typeOnly, line: lineAt(text, node.start) });
  });
  return imports;
}

interface FoundImport {
  readonly source: SyntaxNode | undefined;
  readonly typeOnly: boolean;
}

function importOf(node: SyntaxNode, requireNames: ReadonlySet<string>): FoundImport | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      // `import { type A } from "b"` still loads b at run time; only `import type` on the whole declaration is erased.
      return { source: nodeField(node, "source"), typeOnly: node["importKind"] === "type" };
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      return reExportOf(node);
    case "ImportExpression":
      return { source: nodeField(node, "source"), typeOnly: false };
    case "TSImportType":
      return { source: nodeField(node, "source"), typeOnly: true };
    case "TSImportEqualsDeclaration":
      return importEqualsOf(node);
    case "CallExpression":
      return requireCallOf(node, requireNames);
    default:
      return undefined;
  }
}

function reExportOf(node: SyntaxNode): FoundImport | undefined {
  const source = nodeField(node, "source");
  return source === undefined ? undefined : { source, typeOnly: node["exportKind"] === "type" };
}

function importEqualsOf(node: SyntaxNode): FoundImport | undefined {
  const reference = nodeField(node, "moduleReference");
  if (reference?.type !== "TSExternalModuleReference") return undefined;
  return { source: nodeField(reference, "expression"), typeOnly: node["importKind"] === "type" };
}

function requireCallOf(node: SyntaxNode, requireNames: ReadonlySet<string>): FoundImport | undefined {
  const callee = nodeField(node, "callee");
  if (callee === undefined || !isRequire(callee, requireNames)) return undefined;
  const [source] = node["arguments"] as readonly SyntaxNode[];
  return { source, typeOnly: false };
}

function isRequire(callee: SyntaxNode, requireNames: ReadonlySet<string>): boolean {
  if (requireNames.has(identifierName(callee) ?? "") || isCreateRequireCall(callee)) return true;
  if (callee.type !== "MemberExpression" || identifierName(nodeField(callee, "property")) !== "resolve") return false;
  const object = nodeField(callee, "object");
  return object?.type === "MetaProperty" || requireNames.has(identifierName(object) ?? "");
}

function findRequireNames(program: SyntaxNode): ReadonlySet<string> {
  const names = new Set(["require"]);
  walk(program, (node) => {
    if (node.type !== "VariableDeclarator") return;
    const name = identifierName(nodeField(node, "id"));
    const init = nodeField(node, "init");
    if (name !== undefined && init !== undefined && isCreateRequireCall(init)) names.add(name);
  });
  return names;
}

function isCreateRequireCall(node: SyntaxNode): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = nodeField(node, "callee");
  return (identifierName(callee) ?? identifierName(nodeField(callee, "property"))) === "createRequire";
}
