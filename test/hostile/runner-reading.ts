/**
 * What GitHub's runner makes of the bytes that a step leaves, written again from the runner's source and not from Fairway's own code.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs and src/Runner.Worker/FileCommandManager.cs
 */
export interface ReadCommand {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

const COMMANDS = new Set(
  `add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice
   remove-matcher save-state set-env set-output stop-commands warning`.split(/\s+/),
);

/** Char.IsWhiteSpace of .NET. */
const WHITE_SPACE = /^[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/u;

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** The command that a line is, in either syntax. */
export function readCommand(line: string): ReadCommand | undefined {
  return secondSyntax(line) ?? firstSyntax(line);
}

function secondSyntax(line: string): ReadCommand | undefined {
  const text = line.replace(WHITE_SPACE, "");
  const [, head = "", data = ""] = /^::(.*?)::(.*)$/s.exec(text) ?? [];
  return command(head, unescape(data));
}

function firstSyntax(line: string): ReadCommand | undefined {
  const [, head = "", data = ""] = /^.*?##\[(.*?)\](.*)$/s.exec(line) ?? [];
  return command(head, unescape(data));
}

function command(head: string, data: string): ReadCommand | undefined {
  const [word = "", ...rest] = head.split(" ");
  const name = word.toLowerCase();
  return COMMANDS.has(name) ? { name, properties: rest.join(" ").trim(), data } : undefined;
}

function unescape(data: string): string {
  return data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** Entries of GITHUB_OUTPUT or GITHUB_STATE. Throws for a line that makes the runner fail the step. */
export function readEntries(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    if (line === "") continue;
    const form = /^(.*?)(<<|=)(.*)$/s.exec(line);
    if (form?.[1] === undefined || form[1] === "")
      throw new Error(`the runner refuses the line ${JSON.stringify(line.slice(0, 80))}`);
    const [, name, sign, rest = ""] = form;
    if (sign === "=") entries.set(name, rest);
    else {
      const end = lines.indexOf(rest);
      if (end < 0) throw new Error(`the runner finds no end of ${name}`);
      entries.set(name, lines.splice(0, end).join("\n"));
      lines.shift();
    }
  }
  return entries;
}

/** Hides what was masked so far, with the encoders of the runner. */
export function hide(text: string, masks: Iterable<string>): string {
  const forms = [...masks].flatMap((mask) => [mask, ...linesOf(mask)]).flatMap((line) => maskForms(line.trim()));
  const longestFirst = [...new Set(forms)].filter((form) => form !== "").sort((a, b) => b.length - a.length);
  return longestFirst.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}

/** https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs */
function maskForms(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const shifted = [0, 1, 2].map((shift) => {
    const bytes = Buffer.from(value).subarray(shift);
    return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  });
  const quoted = [value.replaceAll('"', '\\"'), value.replaceAll("'", "''"), value.replace(/^"(.*)"$/s, "$1")];
  return [value, json, xml.replaceAll("'", "&apos;"), encodeURIComponent(value), ...shifted, ...quoted];
}
