const MIN_LINES = 4;

interface Block {
  readonly lines: readonly string[];
  /** A fence or a folded part: without its end it would swallow what follows. */
  readonly whole: boolean;
}

/**
 * Markdown in at most `maxBytes` of UTF-8. What is too long loses its largest blocks, or their last lines, and says at the
 * end how many lines are missing; the verdict at the top, which is short, stays. Empty when not even that fits.
 */
export function fitMarkdown(markdown: string, maxBytes: number): string {
  if (sizeOf(markdown) <= maxBytes) return markdown;
  const blocks = blocksOf(markdown);
  const allowed = maxBytes - sizeOf(remark(markdown.length));
  const kept = new Map(blocks.map((block, index) => [index, block.lines]));
  const sizes = new Map(blocks.map((block, index) => [index, sizeOf(block.lines.join("\n")) + 2]));
  let over = [...sizes.values()].reduce((sum, size) => sum + size, 0) - allowed;
  for (const [index, size] of [...sizes].toSorted(([, one], [, other]) => other - one)) {
    if (over <= 0) break;
    const block = blocks[index];
    if (block === undefined) continue;
    const lines = block.whole ? [] : firstLines(block.lines, size - over - 2);
    kept.set(index, lines);
    over -= size - (lines.length === 0 ? 0 : sizeOf(lines.join("\n")) + 2);
  }
  const left = [...kept.values()].filter((lines) => lines.length > 0);
  const count = (parts: readonly (readonly string[])[]) => parts.reduce((sum, lines) => sum + lines.length, 0);
  const missing = count(blocks.map(({ lines }) => lines)) - count(left);
  const text = `${left.map((lines) => lines.join("\n")).join("\n\n")}\n${remark(missing)}`;
  return sizeOf(text) <= maxBytes ? text : "";
}

function remark(lines: number): string {
  return `\n_${lines} lines of this summary were left out: GitHub takes 1 MiB for a step._\n`;
}

/** The first lines that fit; none when too few would, for a table's head alone says nothing. */
function firstLines(lines: readonly string[], bytes: number): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => (size += sizeOf(line) + 1) > bytes);
  return end < MIN_LINES ? [] : lines.slice(0, end);
}

/** Parts between empty lines; a fence and a folded part, with empty lines of their own, are one block. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let until: RegExp | undefined;
  const flush = (whole: boolean) => {
    if (lines.length > 0) blocks.push({ lines, whole });
    lines = [];
  };
  for (const line of markdown.split("\n")) {
    if (until === undefined) {
      until = endOf(line);
      if (until !== undefined || line === "") flush(false);
      if (line !== "") lines.push(line);
    } else {
      lines.push(line);
      if (!until.test(line)) continue;
      until = undefined;
      flush(true);
    }
  }
  flush(until !== undefined);
  return blocks;
}

function endOf(line: string): RegExp | undefined {
  if (line.startsWith("```")) return /^```$/;
  return line.startsWith("<details") ? /^<\/details>$/ : undefined;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
