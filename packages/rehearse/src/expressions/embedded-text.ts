import { evaluateExpression, toText, type Scope } from "./evaluate.ts";

/**
 * Evaluates the `${{ }}` parts of a plain text, as the runner does for the defaults in action.yml. A `}}` inside a
 * quoted string does not end an expression. Throws ExpressionFailure, or Error for an expression that is not closed.
 */
export function evaluateEmbedded(text: string, scope: Scope): string {
  let result = "";
  let rest = text;
  for (let start = rest.indexOf("${{"); start >= 0; start = rest.indexOf("${{")) {
    const end = endOfExpression(rest, start + 3);
    result += rest.slice(0, start) + toText(evaluateExpression(rest.slice(start + 3, end).trim(), scope));
    rest = rest.slice(end + 2);
  }
  return result + rest;
}

function endOfExpression(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith("}}", index)) return index;
  }
  throw new Error(`The expression in ${JSON.stringify(text)} is not closed by }}.`);
}
