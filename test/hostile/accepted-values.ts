import type { BadValue } from "./bad-values.ts";

/** Inputs that rightly take values which look bad, and why that does no harm. */
interface Acceptance {
  readonly action: string;
  readonly inputs: readonly string[];
  readonly values: readonly BadValue[];
  readonly why: string;
}

/** One line of any characters that show. */
const LINE: readonly BadValue[] = [
  "an option",
  "a command",
  "__proto__",
  "constructor",
  "an expression",
  "a substitution",
  "a path upwards",
  "a change of direction",
  "bytes that are no UTF-8",
];

/** The same, and what only text of several lines can hold. */
const TEXT: readonly BadValue[] = [...LINE, "a line break", "a NUL", "an escape sequence"];

/** Of letters alone, or of letters and underscores. */
const WORD: readonly BadValue[] = ["constructor"];
const NAMES: readonly BadValue[] = ["__proto__", "constructor"];

/** Visible characters of ASCII. */
const TOKENS: readonly BadValue[] = ["an option", "__proto__", "constructor", "a substitution", "a path upwards"];

const EMPTY: readonly BadValue[] = ["nothing", "white space"];

const BELOW_WORKSPACE = LINE.filter((value) => !["an option", "a path upwards"].includes(value));

const TOKEN = "only the server knows what a token looks like; it goes into a header, masked";
const ENVIRONMENT = "GitHub lets an environment have nearly any name; it is one encoded segment of an address";
const PATH = "a file may have any name; it is opened below the workspace and never given to a shell";
const PASSWORD = "only the registry knows its passwords; it goes into a header, encoded and masked";
const ACCOUNT = "only the registry knows its accounts; it goes into a header, encoded";
const AWS_NAME = "letters and underscores, which AWS allows in names; it is looked up there, never in an object";
const IMAGE = "letters, which Docker Hub's short names are";
const TAG = "letters, which a tag may be; it is looked up by GitHub or the registry, never in an object";
const PEOPLE = "a text for people, who see it escaped and without control characters";
const LIST = "a line break ends one item of the list, and both items are good";

/**
 * Every value of the suite that an input of an action takes, but for nothing and white space where action.yml itself says that
 * an input may be left out. A value that is not here has to be refused, and one that is here has to be taken.
 */
export const ACCEPTED: readonly Acceptance[] = [
  {
    action: "build-arm64-package",
    inputs: ["manifest", "output-directory", "verify"],
    values: BELOW_WORKSPACE,
    why: PATH,
  },
  {
    action: "build-arm64-package",
    inputs: ["version", "build-number"],
    values: ["constructor"],
    why: "letters; the version is a text of the package, never a key",
  },
  {
    action: "build-arm64-package",
    inputs: ["branch"],
    values: ["__proto__", "constructor", "a path upwards"],
    why: "a branch may have dots and slashes; it is a text of the package, never a path or a key",
  },
  {
    action: "build-arm64-package",
    inputs: ["build-number", "branch"],
    values: EMPTY,
    why: "the expression that is their default may give nothing, and then a package that wants them says so",
  },
  { action: "check-concurrent", inputs: ["environment"], values: LINE, why: "it is encoded into the name of the ref" },
  { action: "check-concurrent", inputs: ["github-token"], values: TOKENS, why: TOKEN },
  {
    action: "check-concurrent",
    inputs: ["job-id"],
    values: EMPTY,
    why: "an older runner offers none; what needs it says so",
  },
  { action: "check-environment", inputs: ["environment"], values: LINE, why: ENVIRONMENT },
  { action: "check-environment", inputs: ["github-token"], values: TOKENS, why: TOKEN },
  { action: "check-setup", inputs: ["environment"], values: LINE, why: ENVIRONMENT },
  { action: "check-setup", inputs: ["github-token"], values: TOKENS, why: TOKEN },
  { action: "check-setup", inputs: ["registry-password"], values: LINE, why: PASSWORD },
  { action: "check-setup", inputs: ["registry-username"], values: LINE, why: ACCOUNT },
  {
    action: "check-setup",
    inputs: ["cluster", "service", "database-service", "container"],
    values: NAMES,
    why: AWS_NAME,
  },
  { action: "check-setup", inputs: ["image"], values: WORD, why: IMAGE },
  { action: "check-setup", inputs: ["release-tag-prefix"], values: WORD, why: TAG },
  { action: "compute-beta-tag", inputs: ["version-file"], values: LINE, why: PATH },
  { action: "compute-beta-tag", inputs: ["release-tag-prefix"], values: WORD, why: TAG },
  { action: "create-release", inputs: ["tag", "previous-tag", "promoted-from"], values: WORD, why: TAG },
  { action: "create-release", inputs: ["image"], values: WORD, why: IMAGE },
  { action: "create-release", inputs: ["build-number"], values: WORD, why: "letters; it is a text of the manifest" },
  { action: "create-release", inputs: ["approved-by"], values: ["a line break", ...WORD], why: `logins; ${LIST}` },
  { action: "create-release", inputs: ["name"], values: LINE, why: PEOPLE },
  { action: "create-release", inputs: ["files"], values: ["a line break", ...LINE], why: `${PATH}; ${LIST}` },
  { action: "create-release", inputs: ["notes-file", "install-notes-file"], values: LINE, why: PATH },
  { action: "create-release", inputs: ["notes", "install-notes"], values: TEXT, why: `${PEOPLE}, of several lines` },
  { action: "create-release", inputs: ["github-token", "tag-token"], values: TOKENS, why: TOKEN },
  { action: "ecs-deploy", inputs: ["cluster", "container", "task-definition"], values: NAMES, why: AWS_NAME },
  { action: "ecs-deploy", inputs: ["service"], values: ["a line break", ...NAMES], why: `${AWS_NAME}; ${LIST}` },
  { action: "ecs-deploy", inputs: ["image"], values: WORD, why: IMAGE },
  {
    action: "ecs-deploy",
    inputs: ["github-token"],
    values: [...EMPTY, ...TOKENS],
    why: `${TOKEN}, and only a lease needs it`,
  },
  {
    action: "health-gate",
    inputs: ["expect-version"],
    values: LINE,
    why: "it is compared with the answer, and nothing else",
  },
  {
    action: "record-deployment",
    inputs: ["environment"],
    values: LINE,
    why: "GitHub makes an environment of any name",
  },
  {
    action: "record-deployment",
    inputs: ["ref"],
    values: LINE.filter((value) => value !== "an option"),
    why: "GitHub knows which refs there are; it is a member of JSON",
  },
  { action: "record-deployment", inputs: ["version", "task-definition"], values: LINE, why: PEOPLE },
  { action: "record-deployment", inputs: ["task"], values: ["a line break", ...LINE], why: `${PEOPLE}; ${LIST}` },
  { action: "record-deployment", inputs: ["image"], values: WORD, why: IMAGE },
  {
    action: "record-deployment",
    inputs: ["reason"],
    values: ["a huge text", ...TEXT],
    why: `${PEOPLE}, cut to what GitHub takes; a record must not stay open because of what is said in it`,
  },
  { action: "record-deployment", inputs: ["github-token"], values: TOKENS, why: TOKEN },
  { action: "resolve-release", inputs: ["tag"], values: WORD, why: TAG },
  { action: "resolve-release", inputs: ["github-token"], values: TOKENS, why: TOKEN },
  { action: "retag-image", inputs: ["source"], values: WORD, why: IMAGE },
  {
    action: "retag-image",
    inputs: ["tags", "floating-tags"],
    values: ["a line break", ...NAMES],
    why: `${TAG}; ${LIST}`,
  },
  { action: "retag-image", inputs: ["username"], values: LINE, why: ACCOUNT },
  { action: "retag-image", inputs: ["password"], values: LINE, why: PASSWORD },
];
