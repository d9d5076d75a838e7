/** What the Go toolchain wrote into a binary about itself. */
export interface GoBuildInfo {
  /** Such as `go1.22.5`. */
  readonly goVersion: string;
  /** Import path of the main package; empty when the binary does not say. */
  readonly path: string;
  /** The main module; a binary built outside of one has none. */
  readonly main: GoModule | undefined;
  readonly deps: readonly GoModule[];
  /** `GOOS`, `GOARCH`, `CGO_ENABLED`, `-tags`, `-trimpath`, `vcs.revision` and the like, as they are written. */
  readonly settings: ReadonlyMap<string, string>;
}

export interface GoModule {
  readonly path: string;
  readonly version: string;
  /** As in go.sum, such as `h1:…=`; empty for the main module and for what is replaced by a folder. */
  readonly sum: string;
  /** What is used in its place. */
  readonly replace?: GoModule;
}

/** Reads the lines of a binary's build information; a line of an unknown kind is of a later Go and is passed over. */
export function parseGoBuildInfo(goVersion: string, text: string): GoBuildInfo {
  const lines = text.split("\n").map((line) => line.split("\t"));
  const [main] = modulesOf(lines, "mod");
  return {
    goVersion,
    path: lines.find(([kind]) => kind === "path")?.[1] ?? "",
    main,
    deps: modulesOf(lines, "dep"),
    settings: new Map(lines.flatMap(([kind, ...rest]) => (kind === "build" ? [parseSetting(rest.join("\t"))] : []))),
  };
}

/** The modules of a kind, each with what follows it as its replacement. */
function modulesOf(lines: readonly (readonly string[])[], kind: string): GoModule[] {
  return lines.flatMap((fields, place) => {
    if (fields[0] !== kind) return [];
    const next = lines[place + 1];
    return [next?.[0] === "=>" ? { ...parseModule(fields), replace: parseModule(next) } : parseModule(fields)];
  });
}

function parseModule([, path = "", version = "", sum = ""]: readonly string[]): GoModule {
  return { path, version, sum };
}

/** `key=value`, either of them quoted when it has spaces, quotes or control characters. */
function parseSetting(text: string): [key: string, value: string] {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)(?==)/.exec(text)?.[0];
  const end = quoted?.length ?? text.indexOf("=");
  return [unquote(text.slice(0, end)), unquote(text.slice(end + 1))];
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

/** A Go string: raw between backquotes, with escapes between quotes, and itself without either. */
function unquote(text: string): string {
  if (/^`[^`]*`$/.test(text)) return text.slice(1, -1);
  if (!/^".*"$/s.test(text)) return text;
  return text.slice(1, -1).replaceAll(/\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/g, (escape) => {
    const rest = escape.slice(2);
    if (rest === "") return ESCAPES.get(escape.slice(1)) ?? escape.slice(1);
    return String.fromCodePoint(Number.parseInt(rest, 16));
  });
}
