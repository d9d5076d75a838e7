import { childNodes, identifierName, literalText, nodeField, parseModule, type SyntaxNode } from "../syntax.ts";

/** An output that the code sets: its name, and the words it can have when its type lists them. */
export interface DeclaredOutput {
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Reads the outputs of an action from its types: the members of `outputs` in the exported `<VerbNoun>Result`, or those
 * of the exported `<VerbNoun>Outputs`. The compiler holds the code to these types, so they are what is really set.
 * Returns undefined when neither type is there, or when its members are not written out.
 */
export function readDeclaredOutputs(name: string, sources: ReadonlyMap<string, string>): DeclaredOutput[] | undefined {
  const types = collectTypes(sources);
  const prefix = pascalCase(name);
  const outputs = types.get(`${prefix}Outputs`) ?? typeOfMember(types.get(`${prefix}Result`), "outputs");
  const members = membersOf(outputs, types);
  return members?.map((member) => ({
    name: memberName(member) ?? "",
    words: wordsOf(typeOf(member), types),
  }));
}

/** `compute-beta-tag` becomes `ComputeBetaTag`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

type Types = ReadonlyMap<string, SyntaxNode>;

/** All exported types by name: the body of an interface, or what an alias stands for. */
function collectTypes(sources: ReadonlyMap<string, string>): Types {
  const types = new Map<string, SyntaxNode>();
  for (const [file, text] of sources) {
    for (const statement of childNodes(parseModule(file, text))) {
      const declaration = nodeField(statement, "declaration") ?? statement;
      const name = identifierName(nodeField(declaration, "id"));
      const body = nodeField(declaration, "body") ?? nodeField(declaration, "typeAnnotation");
      if (declaration.type.startsWith("TS") && name !== undefined && body !== undefined) types.set(name, body);
    }
  }
  return types;
}

function membersOf(type: SyntaxNode | undefined, types: Types): SyntaxNode[] | undefined {
  if (type?.type === "TSInterfaceBody" || type?.type === "TSTypeLiteral") {
    return childNodes(type).filter((member) => member.type === "TSPropertySignature");
  }
  const referenced = type?.type === "TSTypeReference" ? identifierName(nodeField(type, "typeName")) : undefined;
  return referenced === undefined || !types.has(referenced) ? undefined : membersOf(types.get(referenced), types);
}

function typeOfMember(body: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const member = membersOf(body, new Map())?.find((each) => memberName(each) === name);
  return member === undefined ? undefined : typeOf(member);
}

function typeOf(member: SyntaxNode): SyntaxNode | undefined {
  return nodeField(nodeField(member, "typeAnnotation"), "typeAnnotation");
}

function memberName(member: SyntaxNode): string | undefined {
  const key = nodeField(member, "key");
  return identifierName(key) ?? literalText(key);
}

function wordsOf(type: SyntaxNode | undefined, types: Types): string[] {
  if (type?.type === "TSTypeReference")
    return wordsOf(types.get(identifierName(nodeField(type, "typeName")) ?? ""), types);
  if (type?.type === "TSUnionType") return childNodes(type).flatMap((each) => wordsOf(each, types));
  const word = type?.type === "TSLiteralType" ? literalText(nodeField(type, "literal")) : undefined;
  return word === undefined ? [] : [word];
}
