/** A file command that the runner refuses fails the step; the message is the runner's own. */
export class FileCommandError extends Error {}

/**
 * Reads `name=value` lines and `name<<delimiter` blocks of GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV. Whichever of
 * `=` and `<<` comes first decides the form. Throws FileCommandError for a line that has neither and for a block that
 * does not end.
 * Rules: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function parseKeyValueFile(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  const lines = splitLines(text);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      entries.set(checkedName(line.slice(0, equals), line), line.slice(equals + 1));
    } else if (heredoc >= 0) {
      const delimiter = line.slice(heredoc + 2);
      const name = checkedName(line.slice(0, heredoc), line);
      const end = findDelimiter(lines, index + 1, delimiter);
      entries.set(name, lines.slice(index + 1, end).join("\n"));
      index = end;
    } else {
      throw new FileCommandError(`Invalid format '${line}'`);
    }
  }
  return entries;
}

/** Reads GITHUB_PATH: one folder a line; the last line goes to the front of PATH. */
export function parsePathFile(text: string): string[] {
  return splitLines(text).filter((line) => line !== "");
}

function splitLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function checkedName(name: string, line: string): string {
  if (name === "") throw new FileCommandError(`Invalid format '${line}'. Name must not be empty`);
  return name;
}

function findDelimiter(lines: readonly string[], from: number, delimiter: string): number {
  if (delimiter === "") throw new FileCommandError("Invalid format. Delimiter must not be empty");
  const end = lines.indexOf(delimiter, from);
  if (end < 0) throw new FileCommandError(`Invalid value. Matching delimiter not found '${delimiter}'`);
  return end;
}
