/** GitHub refuses longer notes. https://docs.github.com/en/rest/releases/releases#create-a-release */
export const MAX_NOTES = 125_000;

/** A line that opens or closes a block of code: https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/s;
const LONGEST_FENCE = 100;

/**
 * The notes as GitHub takes them. Longer ones end at a line end, with a line that says so and where the rest is; a block of
 * code that the cut leaves open is closed first, or that line would be code.
 */
export function cutNotes(notes: string, wholeAt: string, max = MAX_NOTES): string {
  if (notes.length <= max) return notes;
  const ending = `\n\nThese notes were cut: GitHub takes at most ${max} characters. The whole is at ${wholeAt}.\n`;
  const kept = atLineEnd(notes.slice(0, max - ending.length - LONGEST_FENCE - 1));
  const fence = openFence(kept);
  return `${kept}${fence === undefined ? "" : `\n${fence}`}${ending}`;
}

/** Without its last, incomplete line; a text of one line is cut where it is, never in the middle of a character. */
function atLineEnd(text: string): string {
  const end = text.lastIndexOf("\n");
  return end > 0 ? text.slice(0, end) : text.replace(/[\uD800-\uDBFF]$/, "");
}

function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const [, fence = "", rest = ""] = FENCE.exec(line) ?? [];
    if (fence === "" || fence.length > LONGEST_FENCE) continue;
    if (open === undefined) open = opens(fence, rest) ? fence : undefined;
    else if (closes(open, fence, rest)) open = undefined;
  }
  return open;
}

function opens(fence: string, rest: string): boolean {
  return fence.startsWith("~") || !rest.includes("`");
}

function closes(open: string, fence: string, rest: string): boolean {
  return fence[0] === open[0] && fence.length >= open.length && rest.trim() === "";
}
