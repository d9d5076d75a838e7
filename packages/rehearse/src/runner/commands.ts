/** One workflow command that a step wrote to its standard output or error. */
export interface WorkflowCommand {
  /** Lower case; the runner matches names without regard to case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands that the runner knows; a line that names any other is ordinary output. */
const KNOWN_COMMANDS: ReadonlySet<string> = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/** What .NET trims from the start of a line: Unicode white space and U+0085, but not the byte order mark. */
const LEADING_WHITE_SPACE = /^[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/u;

/**
 * Reads one line as the runner does. The form `::name key=value::data` counts at the start of a line, after white
 * space; the older form `##[name key=value]data` counts anywhere in a line. While commands are stopped, `resumeToken`
 * is the only name that is known.
 */
export function parseCommand(line: string, resumeToken?: string): WorkflowCommand | undefined {
  const isKnown = (name: string): boolean =>
    resumeToken === undefined
      ? KNOWN_COMMANDS.has(name.toLowerCase())
      : name.toLowerCase() === resumeToken.toLowerCase();
  return parseColonForm(line.replace(LEADING_WHITE_SPACE, ""), isKnown) ?? parseBracketForm(line, isKnown);
}

function parseColonForm(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  if (!line.startsWith("::")) return undefined;
  const end = line.indexOf("::", 2);
  if (end < 0) return undefined;
  const { name, rest } = splitName(line.slice(2, end));
  if (!isKnown(name)) return undefined;
  return {
    name: name.toLowerCase(),
    properties: parseProperties(rest, ",", unescapeColonProperty),
    data: unescapeData(line.slice(end + 2)),
  };
}

function parseBracketForm(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const { name, rest } = splitName(line.slice(start + 3, end));
  if (!isKnown(name)) return undefined;
  return {
    name: name.toLowerCase(),
    properties: parseProperties(rest, ";", unescapeBracket),
    data: unescapeBracket(line.slice(end + 1)),
  };
}

function splitName(text: string): { name: string; rest: string } {
  const space = text.indexOf(" ");
  return space < 0 ? { name: text, rest: "" } : { name: text.slice(0, space), rest: text.slice(space + 1).trim() };
}

function parseProperties(text: string, separator: string, unescape: (value: string) => string): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const property of text.split(separator)) {
    const equals = property.indexOf("=");
    if (equals >= 0) properties[property.slice(0, equals).trim()] = unescape(property.slice(equals + 1));
  }
  return properties;
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeColonProperty(text: string): string {
  const withoutLineEnds = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return withoutLineEnds.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

function unescapeBracket(text: string): string {
  const withoutLineEnds = text.replaceAll("%3B", ";").replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return withoutLineEnds.replaceAll("%5D", "]").replaceAll("%25", "%");
}
