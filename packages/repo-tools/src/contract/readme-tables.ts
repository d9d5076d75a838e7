import type { ActionMetadata, InputMetadata } from "./action-metadata.ts";

/** A text after its generated parts were written again. */
export interface Regenerated {
  readonly text: string;
  /** The opening markers that should be there and are not. */
  readonly missing: readonly string[];
}

/** Writes the tables of inputs and outputs of an action's README again, between their markers. */
export function replaceTables(readme: string, metadata: ActionMetadata): Regenerated {
  const inputs = replaceGenerated(readme, "inputs", renderInputs(metadata));
  const outputs = replaceGenerated(inputs.text, "outputs", renderOutputs(metadata));
  return { text: outputs.text, missing: [...inputs.missing, ...outputs.missing] };
}

/** Puts the markers of an action's README, where they are missing, below its heading "## API". */
export function insertMarkers(readme: string): string {
  const missing = ["inputs", "outputs"].filter((part) => !readme.includes(markersOf(part)[0]));
  const blocks = missing.map((part) => markersOf(part).join("\n"));
  return blocks.length === 0 ? readme : readme.replace(/^## API$/m, (heading) => [heading, ...blocks].join("\n\n"));
}

/** Writes the table of all actions of the root README again, between its markers. */
export function replaceActionTable(readme: string, actions: ReadonlyMap<string, ActionMetadata>): Regenerated {
  const rows = [...actions].map(([name, { description }]) => [`[${name}](actions/${name}/README.md)`, description]);
  return replaceGenerated(readme, "actions", renderTable(["Action", "What it does"], rows));
}

/** Writes the index of all errors again, between its markers. */
export function replaceErrorIndex(page: string, index: string): Regenerated {
  return replaceGenerated(page, "errors", index);
}

/** The two comments between which a part of a README is generated. */
function markersOf(part: string): readonly [open: string, close: string] {
  return [`<!-- ${part}: written by npm run docs -->`, `<!-- end of ${part} -->`];
}

function replaceGenerated(text: string, part: string, content: string): Regenerated {
  const [open, close] = markersOf(part);
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return { text, missing: [start < 0 ? open : close] };
  return { text: `${text.slice(0, start)}${open}\n\n${content}\n\n${text.slice(end)}`, missing: [] };
}

function renderInputs({ inputs }: ActionMetadata): string {
  if (inputs.length === 0) return "None.";
  const rows = inputs.map((input) => [`\`${input.name}\``, input.description, renderDefault(input)]);
  return renderTable(["Input", "Description", "Default"], rows);
}

function renderDefault(input: InputMetadata): string {
  if (input.required) return "required";
  return (input.default ?? "") === "" ? "" : `\`${input.default}\``;
}

function renderOutputs({ outputs }: ActionMetadata): string {
  if (outputs.length === 0) return "None.";
  return renderTable(
    ["Output", "Description"],
    outputs.map(({ name, description }) => [`\`${name}\``, description]),
  );
}

/** A Markdown table; a bar or a line break in a cell would end it. Columns are padded as the formatter pads them. */
function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell
        .trim()
        .replaceAll(/\s*\n\s*/g, " ")
        .replaceAll("|", "\\|"),
    ),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, 3, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
