/**
 * Makes any text inert inside Markdown and HTML: one line, no control or direction-changing characters, markup escaped,
 * at most `maxLength` characters.
 */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const oneLine = text.replaceAll(/[\s\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
  const cut =
    oneLine.length > maxLength ? `${oneLine.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : oneLine;
  return cut
    .replaceAll(/[\\`*_{}[\]()#+!|~@$]/g, String.raw`\$&`)
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

/** A table of names and values that are Markdown already, without head; what has no value is left out. Empty without any. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  const known = rows.filter(([, value]) => value !== "");
  return known.length === 0 ? "" : table(["", ""], known);
}

/** A link to a page of the web; the text alone when the address is none. */
export function link(text: string, address: string): string {
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/u.test(address)) return escapeMarkdown(text);
  const inert = address.replaceAll(/[\\`*{}[\]()<>|"']/g, percentCode);
  return `[${escapeMarkdown(text)}](${inert})`;
}

function percentCode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

const PROGRAMS = ["aws", "gh", "git", "skopeo"];

/** The one thing to do next; a command after a colon stands in a block of its own, to be copied. Empty when there is none. */
export function renderNextStep(nextStep: string | undefined): string {
  if (nextStep === undefined || nextStep === "") return "";
  const [colon = -1] = PROGRAMS.map((name) => nextStep.indexOf(`: ${name} `)).filter((index) => index >= 0);
  const command = nextStep.slice(colon + 2);
  if (colon < 0 || !/^[\x20-\x5f\x61-\x7e]{1,1000}$/.test(command))
    return `**Next:** ${escapeMarkdown(nextStep, 1000)}`;
  return `**Next:** ${escapeMarkdown(nextStep.slice(0, colon + 1), 1000)}\n\n\`\`\`sh\n${command}\n\`\`\``;
}

/** Parts of a summary, those that say nothing left out. */
export function joinParts(parts: readonly string[]): string {
  const told = parts.filter((part) => part !== "");
  return told.length === 0 ? "" : `${told.join("\n\n")}\n`;
}
