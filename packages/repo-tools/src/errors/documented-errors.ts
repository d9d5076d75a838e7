/** A row of a table of errors. */
export interface DocumentedError {
  readonly codes: readonly string[];
  readonly meaning: string;
}

const CELL = /(?<!\\)\|/;
const CODE = /^`?[A-Z][A-Z\d_]*`?$/;

/** Every row of the tables of a Markdown text whose first cell is one or more error codes; the last cell is the meaning. */
export function readDocumentedErrors(markdown: string): DocumentedError[] {
  return markdown.split("\n").flatMap((line) => {
    if (!line.startsWith("| ")) return [];
    const cells = line
      .split(CELL)
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [first = ""] = cells;
    const codes = first.split(", ");
    if (!codes.every((code) => CODE.test(code))) return [];
    return [{ codes: codes.map((code) => code.replaceAll("`", "")), meaning: cells.at(-1) ?? "" }];
  });
}
