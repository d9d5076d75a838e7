import { parseDocument, visit } from "yaml";

/** The one commit that every reference of a rendered workflow names. */
export interface Pin {
  /** `owner/name` of the repository that the references are to name. */
  readonly repository: string;
  /** The full SHA. */
  readonly commit: string;
  /** `vX.Y.Z`, for the comment behind the SHA. */
  readonly version: string;
}

/**
 * Renders a workflow for places that do not know the form `$/path` (GitHub Enterprise Server, runners before 2.336) or
 * demand a full SHA everywhere: each reference to this repository becomes `owner/name/path@SHA # vX.Y.Z`. The same servers
 * refuse the key `deployment` of an environment, so its line becomes a comment: a job then has a record of GitHub's beside
 * its own. Nothing else changes. Throws for a pin that is none, and for a reference that is written in another form than on
 * a line of its own: one that was left as it is would mix two commits.
 */
export function renderWorkflow(text: string, pin: Pin): string {
  checkPin(pin);
  const { repository, commit, version } = pin;
  const rendered = text
    .replaceAll(OWN_LINE, (_line, start: string, self: string | undefined, named: string) => {
      return `${start}${repository}/${self ?? named}@${commit} # ${version}`;
    })
    .replaceAll(DEPLOYMENT_LINE, "$1# Enterprise Server does not know $2");
  const left = readUses(rendered).filter((uses) => SELF.test(uses) || PLACEHOLDER.test(uses) || uses.startsWith("./"));
  if (left.length === 0) return rendered;
  throw new Error(
    `${left.join(", ")} cannot be rendered. Write each reference as "uses: $/path", or "uses: OWNER/fairway/path@v0" in an example, on a line of its own.`,
  );
}

/** The commits at which a text refers to a repository, each once; anything but one commit is a mixture. */
export function readCommitsOf(text: string, repository: string): string[] {
  const own = readUses(text).filter((uses) => uses.startsWith(`${repository}/`));
  return [...new Set(own.map((uses) => uses.split("@")[1] ?? ""))];
}

const SELF = /^\$\//;
const PLACEHOLDER = /^OWNER\//;

/** `uses:` with a reference to this repository, and the comment behind it, which says why there is no SHA yet. */
const OWN_LINE = /^( *(?:- )?uses: )(?:\$\/([\w./-]+)|OWNER\/fairway\/([\w./-]+)@v[\d.]+)(?: +#.*)?$/gm;

/** Of an `environment:`, on a line of its own. */
const DEPLOYMENT_LINE = /^( +)(deployment: false)$/gm;

function checkPin({ repository, commit, version }: Pin): void {
  const rules: readonly (readonly [value: string, pattern: RegExp, rule: string])[] = [
    [repository, /^[\w-]{1,39}\/[\w.-]{1,100}$/, "a repository is owner/name"],
    [commit, /^[0-9a-f]{40}$/, "a commit is a full SHA, 40 lower-case hexadecimal digits"],
    [version, /^v\d{1,9}\.\d{1,9}\.\d{1,9}$/, "a version is vX.Y.Z"],
  ];
  const broken = rules.find(([value, pattern]) => !pattern.test(value));
  if (broken !== undefined) throw new Error(`"${broken[0]}" is refused: ${broken[2]}.`);
}

/** Every value of a key `uses`, wherever it stands. */
function readUses(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Pair: (_key, pair) => {
      if (String(pair.key) === "uses") found.push(String(pair.value));
    },
  });
  return found;
}
