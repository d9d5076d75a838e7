/**
 * Makes any text inert inside Markdown and HTML: one line, no control or direction-changing characters, markup escaped,
 * at most `maxLength` characters.
 */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const oneLine = text.replaceAll(/[\s\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
  const cut = oneLine.length > maxLength ? `${oneLine.slice(0, maxLength - 1)}…` : oneLine;
  return cut
    .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A value in a code span; a backtick in it would end the span, so such a value is escaped as text instead. */
export function code(value: string): string {
  if (value === "") return "";
  if (/^[\x20-\x5f\x61-\x7e]{1,300}$/.test(value) && !value.includes("|")) return `\`${value}\``;
  return escapeMarkdown(value);
}

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
