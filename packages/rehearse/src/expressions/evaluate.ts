import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** A value as workflows know it: what JSON can say. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** What an expression may name: contexts by name, and the answers of the status functions where they are allowed. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Value>>;
  readonly status?: StatusFunctions;
}

/** success(), failure() and cancelled() of a job's or step's `if:`; always() needs no answer. */
export interface StatusFunctions {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** An expression that cannot be read, or that names a context or function that is not there. */
class ExpressionFailure extends Error {
  constructor(expression: string, cause: unknown) {
    super(
      `The expression \${{ ${expression} }} does not evaluate: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** Evaluates the text between `${{` and `}}` with GitHub's own evaluator. Throws ExpressionFailure. */
export function evaluateExpression(expression: string, scope: Scope): Value {
  try {
    const functions = statusFunctions(scope.status);
    const { tokens } = new Lexer(expression).lex();
    const tree = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
    const contexts = toData(scope.contexts) as data.Dictionary;
    const table = new Map(functions.map((definition) => [definition.name, definition]));
    return fromData(new Evaluator(tree, contexts, table).evaluate());
  } catch (error) {
    throw new ExpressionFailure(expression, error);
  }
}

/** True as `if:` understands it: everything but false, 0, -0, NaN, the empty string and null. */
export function isTruthy(value: Value): boolean {
  return typeof value === "object" && value !== null ? true : Boolean(value);
}

/** A value as text, as it appears inside a string or an environment variable. */
export function toText(value: Value): string {
  return toData(value).coerceString();
}

function statusFunctions(status: StatusFunctions | undefined) {
  if (status === undefined) return [];
  const answers = { always: true, success: status.success, failure: status.failure, cancelled: status.cancelled };
  return Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
}

function toData(value: Value | Readonly<Record<string, Value>>): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function fromData(value: data.ExpressionData): Value {
  return JSON.parse(JSON.stringify(value, data.replacer)) as Value;
}
