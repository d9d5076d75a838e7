import { parseDocument } from "yaml";

/** One input of an action.yml. */
export interface InputMetadata {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Undefined when the file gives none; the runner then passes an empty text. */
  readonly default: string | undefined;
  readonly unknownKeys: readonly string[];
}

/** One output of an action.yml. */
export interface OutputMetadata {
  readonly name: string;
  readonly description: string;
  readonly unknownKeys: readonly string[];
}

/** An action.yml as the runner reads it. */
export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: Readonly<Record<string, string>>;
  readonly runs: Readonly<Record<string, string>>;
  readonly inputs: readonly InputMetadata[];
  readonly outputs: readonly OutputMetadata[];
  readonly unknownKeys: readonly string[];
}

/**
 * Reads an action.yml. What is missing becomes an empty text, so that the checks can say all that is wrong at once.
 * Throws when the text is not YAML or has a key twice.
 * https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
 */
export function parseActionMetadata(path: string, text: string): ActionMetadata {
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`${path} is not valid YAML: ${error.message}`);
  const top = recordOf(document.toJS());
  return {
    name: textOf(top["name"]),
    description: textOf(top["description"]),
    author: textOf(top["author"]),
    branding: textsOf(top["branding"]),
    runs: textsOf(top["runs"]),
    inputs: Object.entries(recordOf(top["inputs"])).map(([name, input]) => readInput(name, recordOf(input))),
    outputs: Object.entries(recordOf(top["outputs"])).map(([name, output]) => readOutput(name, recordOf(output))),
    unknownKeys: keysBeside(top, ["name", "description", "author", "branding", "inputs", "outputs", "runs"]),
  };
}

function readInput(name: string, input: Readonly<Record<string, unknown>>): InputMetadata {
  return {
    name,
    description: textOf(input["description"]),
    required: input["required"] === true,
    default: input["default"] === undefined ? undefined : textOf(input["default"]),
    unknownKeys: keysBeside(input, ["description", "required", "default", "deprecationMessage"]),
  };
}

function readOutput(name: string, output: Readonly<Record<string, unknown>>): OutputMetadata {
  return { name, description: textOf(output["description"]), unknownKeys: keysBeside(output, ["description"]) };
}

function keysBeside(record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(record).filter((key) => !known.includes(key));
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(recordOf(value)).map(([key, each]) => [key, textOf(each)]));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
