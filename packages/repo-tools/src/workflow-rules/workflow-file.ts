import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
} from "yaml";

/** A workflow file as the rules read it: what stands there, with the comments and lines that GitHub's own parser drops. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  /** The events of `on:`. */
  readonly events: readonly string[];
  readonly permissions: Grants | undefined;
  readonly jobs: readonly WorkflowJob[];
}

export interface WorkflowJob {
  readonly id: string;
  readonly line: number;
  readonly needs: readonly string[];
  /** The text of `if:`. */
  readonly condition: string;
  readonly permissions: Grants | undefined;
  readonly environment: boolean;
  readonly timeout: boolean;
  /** The reusable workflow that the job calls. */
  readonly calls: UsedAction | undefined;
  readonly inheritsSecrets: boolean;
  readonly steps: readonly WorkflowStep[];
  /** The job as it is written, for what may stand anywhere in it. */
  readonly source: string;
}

export interface WorkflowStep {
  readonly name: string;
  readonly line: number;
  readonly uses: UsedAction | undefined;
  readonly run: string | undefined;
  readonly shell: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A reference to an action or a reusable workflow, with the comment behind it. */
export interface UsedAction {
  readonly reference: string;
  readonly comment: string;
  readonly line: number;
}

/** What `permissions:` says: a short form such as read-all, or one grant a scope with the reason behind it. */
export interface Grants {
  readonly line: number;
  readonly short: string | undefined;
  readonly scopes: readonly {
    readonly scope: string;
    readonly level: string;
    readonly reason: string;
    readonly line: number;
  }[];
}

/** Reads a workflow file. Throws when it is no YAML: a file that cannot be read must never count as one that obeys the rules. */
export function readWorkflowFile(path: string, text: string): WorkflowFile {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined || !isMap(document.contents)) {
    throw new Error(`${path} cannot be checked because it is no workflow: ${error?.message ?? "it is no mapping"}`);
  }
  const reader: Reader = { text, lineOf: (node) => lines.linePos(startOf(node)).line };
  const root = document.contents;
  return {
    path,
    text,
    events: readEvents(root),
    permissions: readGrants(reader, root),
    jobs: pairsOf(root.get("jobs")).map((pair) => readJob(reader, pair)),
  };
}

/** Whether a part of a workflow takes a secret beside the job's own token. */
export function namesSecret(source: string): boolean {
  return /\bsecrets\s{0,9}[.[]/.test(source);
}

interface Reader {
  readonly text: string;
  readonly lineOf: (node: unknown) => number;
}

function readEvents(root: YAMLMap): string[] {
  const on = root.get("on");
  if (isMap(on)) return pairsOf(on).map(({ key }) => String(key));
  return isSeq(on) ? on.items.map(String) : [textOf(on)];
}

function readJob(reader: Reader, { key, value }: Pair): WorkflowJob {
  const job = mapOf(value);
  const needs = job.get("needs");
  return {
    id: String(key),
    line: reader.lineOf(key),
    needs: isSeq(needs) ? needs.items.map(String) : [textOf(needs)].filter((need) => need !== ""),
    condition: textOf(job.get("if")),
    permissions: readGrants(reader, job),
    environment: job.has("environment"),
    timeout: job.has("timeout-minutes"),
    calls: readUses(reader, job),
    inheritsSecrets: job.get("secrets") === "inherit",
    steps: itemsOf(job.get("steps")).map((step) => readStep(reader, step)),
    source: reader.text.slice(startOf(job), job.range?.[1]),
  };
}

function readStep(reader: Reader, step: YAMLMap): WorkflowStep {
  const uses = readUses(reader, step);
  return {
    name: textOf(step.get("name")) || (uses?.reference ?? "a script"),
    line: reader.lineOf(step),
    uses,
    run: step.has("run") ? textOf(step.get("run")) : undefined,
    shell: step.has("shell") ? textOf(step.get("shell")) : undefined,
    inputs: Object.fromEntries(pairsOf(step.get("with")).map(({ key, value }) => [String(key), textOf(value)])),
  };
}

function readUses(reader: Reader, parent: YAMLMap): UsedAction | undefined {
  const node = parent.get("uses", true);
  if (node === undefined) return undefined;
  return { reference: textOf(node), comment: node.comment?.trim() ?? "", line: reader.lineOf(node) };
}

function readGrants(reader: Reader, parent: YAMLMap): Grants | undefined {
  const node = parent.get("permissions", true) as unknown;
  if (node === undefined) return undefined;
  const scopes = pairsOf(node).map(({ key, value }) => ({
    scope: String(key),
    level: textOf(value),
    reason: (isScalar(value) ? value.comment?.trim() : undefined) ?? "",
    line: reader.lineOf(key),
  }));
  return { line: reader.lineOf(node), short: isMap(node) ? undefined : textOf(node), scopes };
}

function pairsOf(node: unknown): Pair[] {
  return isMap(node) ? node.items.filter((item) => isPair(item)) : [];
}

function itemsOf(node: unknown): YAMLMap[] {
  return isSeq(node) ? node.items.map(mapOf) : [];
}

function mapOf(node: unknown): YAMLMap {
  if (isMap(node)) return node;
  throw new Error(`A mapping is expected where ${JSON.stringify(node)} stands.`);
}

function textOf(node: unknown): string {
  const value = isScalar(node) ? node.value : node;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function startOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] | null } | undefined)?.range;
  return range?.[0] ?? 0;
}
