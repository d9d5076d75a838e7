import { childNodes, identifierName, literalText, nodeField, parseModule, type SyntaxNode, walk } from "../syntax.ts";

/** One place of the sources that makes an error. */
export interface ErrorUse {
  readonly code: string;
  /** What the error says to do next; each part that is only known at run time is an ellipsis. */
  readonly nextStep: string | undefined;
}

/**
 * Every error code that a module names: in calls of the makers of errors, as `code:` beside `kind:`, in a list called
 * CODES, and as any other text of two words or more that is written like a code. Throws when the module does not parse.
 */
export function readErrorCodes(path: string, text: string): ErrorUse[] {
  const uses: ErrorUse[] = [];
  walk(parseModule(path, text), (node) => {
    if (node.type === "CallExpression") uses.push(...readCall(node));
    else if (node.type === "ObjectExpression") uses.push(...readDetails(node));
    else if (node.type === "VariableDeclarator") uses.push(...readList(node));
    else uses.push(...readLongCode(node));
  });
  return uses;
}

const MAKERS: ReadonlySet<string> = new Set(["refusal", "configuration", "upstream"]);
const CODE = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;

/** Texts that are written like codes and are none: variables of the environment, and what other systems say. */
const OTHERS: readonly RegExp[] = [
  /^(?!RUNNER_FILE$)(?:ACTIONS|AWS|GITHUB|RUNNER)_(?:[A-Z]+_)*(?:ACTOR|ATTEMPT|ID|JOB|KEY|FILE|OUTPUT|REF|REGION|REPOSITORY|SHA|STATE|SUMMARY|TEMP|CACHE|TOKEN|URI|URL|WORKFLOW|WORKSPACE)$/,
  /^(?:CGO_ENABLED|DOCKER_CONFIG|SOURCE_DATE_EPOCH|GITHUB_JOB|HTTPS?_PROXY|NO_PROXY|X86_64)$/,
  /^(?:E[A-Z]+|EAI_AGAIN|AWAITING_ACTION|STOP_REQUESTED|MANIFEST_UNKNOWN|NAME_UNKNOWN|NOT_FOUND|NOT_POSTGRESQL)$/,
  // What the health gate saw, which is told within one of its errors.
  /^(?:DATABASE|NO_ANSWER)$/,
];

function readCall(node: SyntaxNode): ErrorUse[] {
  if (!MAKERS.has(identifierName(nodeField(node, "callee")) ?? "")) return [];
  const [first, , third] = node["arguments"] as readonly SyntaxNode[];
  const nextStep = third?.type === "ObjectExpression" ? shownText(fieldOf(third, "nextStep")) : shownText(third);
  return codesIn(first).map((code) => ({ code, nextStep }));
}

function readDetails(node: SyntaxNode): ErrorUse[] {
  if (fieldOf(node, "kind") === undefined) return [];
  return codesIn(fieldOf(node, "code")).map((code) => ({ code, nextStep: shownText(fieldOf(node, "nextStep")) }));
}

function readList(node: SyntaxNode): ErrorUse[] {
  if (identifierName(nodeField(node, "id")) !== "CODES") return [];
  return codesIn(nodeField(node, "init")).map((code) => ({ code, nextStep: undefined }));
}

/** A single word is only a code where it is used as one. */
function readLongCode(node: SyntaxNode): ErrorUse[] {
  const codes = node.type === "Literal" ? codesIn(node) : [];
  return codes.filter((code) => code.includes("_")).map((code) => ({ code, nextStep: undefined }));
}

/** The codes of a text, of a choice between texts, or of a list of them. */
function codesIn(node: SyntaxNode | undefined): string[] {
  const found: string[] = [];
  if (node !== undefined) walk(node, (part) => void found.push(literalText(part) ?? ""));
  return found.filter(isCode);
}

function isCode(text: string): boolean {
  return CODE.test(text) && !OTHERS.some((other) => other.test(text));
}

function fieldOf(object: SyntaxNode, name: string): SyntaxNode | undefined {
  const property = childNodes(object).find((node) => identifierName(nodeField(node, "key")) === name);
  return nodeField(property, "value");
}

function shownText(node: SyntaxNode | undefined): string | undefined {
  if (node?.type !== "TemplateLiteral") return literalText(node);
  const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join("…");
}
