/** A pattern of paths: `*` is anything but a slash, `**` any number of folders, `?` one character; all else is itself. */
export interface Glob {
  readonly pattern: string;
  matches(path: string): boolean;
}

/** Reads a pattern. One that ends in a slash means everything in that folder. */
export function parseGlob(pattern: string): Glob {
  const whole = pattern.endsWith("/") ? `${pattern}**` : pattern;
  const source = whole
    .split("/")
    .map((part, index, parts) => segment(part, index === parts.length - 1))
    .join("");
  const expression = new RegExp(`^${source}$`, "su");
  return { pattern, matches: (path) => expression.test(path) };
}

/** One part with the slash behind it; `**` takes the slash of each folder that it stands for. */
function segment(part: string, last: boolean): string {
  if (part === "**") return last ? ".+" : "(?:[^/]+/)*";
  const text = part.replaceAll(/[*?]+|[\\^$.+|()[\]{}]/g, (found) => {
    if (found.includes("*")) return "[^/]*";
    if (found.startsWith("?")) return "[^/]".repeat(found.length);
    return `\\${found}`;
  });
  return last ? text : `${text}/`;
}
