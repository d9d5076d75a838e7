const MAX_LINE = 2000;

/** ANSI control sequences: ESC, "[", parameters, and a final letter. */
const COLOUR = new RegExp(String.raw`\x1b\[[0-9;?]*[ -/]*[@-~]`, "g");

/**
 * Makes any text harmless to the runner's log parser and to terminals, and splits it into lines. The runner acts on
 * `::command::` at the start of a line, after white space that includes U+0085 and U+00A0, and on `##[command]` anywhere
 * in a line; it ends a line at CR, LF or CRLF. Control and direction-changing characters are dropped, long lines are cut.
 * See https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function remoteText(text: string): string[] {
  return text.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/).map(harmlessLine);
}

function harmlessLine(line: string): string {
  const plain = line
    // Colour sequences go as a whole, so that no "[31m" remains.
    .replaceAll(COLOUR, "")
    .replaceAll("\t", "  ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll("##[", "# #[")
    .replace(/^(\s*)::/u, "$1: :");
  return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE)}… (${plain.length - MAX_LINE} more characters)` : plain;
}
