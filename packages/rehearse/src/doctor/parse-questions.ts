/** What the command line asks for. */
export type Questions =
  | { readonly kind: "help" }
  | { readonly kind: "ask"; readonly repository: string; readonly inputs: Readonly<Record<string, string>> };

/** Inputs that no command line may have: everybody on the machine can read it. */
const SECRETS = ["github-token", "registry-username", "registry-password"];

/** How the command is used; `inputs` are those of the action. */
export function renderUsage(inputs: Iterable<string>): string {
  const options = [...inputs].filter((name) => !SECRETS.includes(name));
  return `npm run doctor -- --repo owner/name [options]

Checks what a deployment needs, as the action check-setup does, and changes nothing. What is not given is not checked.
Takes the token from GITHUB_TOKEN or GH_TOKEN, AWS credentials from the environment, the registry's login from Docker.
Ends with 0 when ready, 1 when not, 2 when nothing could be checked.

  --repo <owner/name>
${options.map((name) => `  --${name} <value>`).join("\n")}
  -h, --help

actions/check-setup/README.md describes each.
`;
}

/**
 * Reads `--name value` and `--name=value`. Which names there are and what their values may be the action itself knows. Throws
 * an error that says what is wrong.
 */
export function parseQuestions(words: readonly string[]): Questions {
  if (words.includes("--help") || words.includes("-h")) return { kind: "help" };
  const { repo = "", ...inputs } = readPairs(words);
  const secret = SECRETS.find((name) => inputs[name] !== undefined);
  if (secret !== undefined)
    throw new Error(
      `--${secret}: everybody on this machine can read a command line; --help says where logins come from.`,
    );
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repo))
    throw new Error("--repo owner/name is needed: the repository whose workflows deploy.");
  return { kind: "ask", repository: repo, inputs };
}

function readPairs(words: readonly string[]): Record<string, string> {
  const pairs = new Map<string, string>();
  const waiting = words.values();
  for (const word of waiting) {
    const [, name, own] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) throw new Error(`"${word}" is no option: every value follows its --name. See --help.`);
    const value = own ?? waiting.next().value;
    if (value === undefined || value === "") throw new Error(`--${name} needs a value.`);
    if (pairs.has(name)) throw new Error(`--${name} is given twice.`);
    pairs.set(name, value);
  }
  return Object.fromEntries(pairs);
}
