import {
  choice,
  configuration,
  flag,
  isTagName,
  items,
  optional,
  parseDigest,
  parsedBy,
  parseImageReference,
  secret,
  text,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

export const fields = {
  source: parsedBy(parseImageReference),
  tags: optional(items(parsedBy(parseTagName))),
  "floating-tags": optional(items(parsedBy(parseTagName))),
  "expected-digest": optional(parsedBy(parseDigest)),
  "on-conflict": choice("fail", "skip", "move"),
  "move-floating": choice("auto", "always", "never"),
  "require-platforms": optional(
    items(
      text({
        pattern: /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(\/[a-z0-9]{1,20})?$/,
        rule: "a platform: os/architecture or os/architecture/variant, such as linux/arm64",
      }),
    ),
  ),
  referrers: choice("auto", "require", "none"),
  username: optional(text({ max: 255 })),
  password: optional(secret()),
  "dry-run": flag(),
};

export type RetagImageInputs = InputsOf<typeof fields>;

/** There must be something to do, from one source that stays what it is; and a login has two halves. */
export function checkInputs(inputs: RetagImageInputs): readonly InputProblem[] {
  return [...problemsOfSource(inputs), ...problemsOfTags(inputs), ...problemsOfLogin(inputs)];
}

function problemsOfSource({ source }: RetagImageInputs): readonly InputProblem[] {
  if (source.tag !== undefined || source.digest !== undefined) return [];
  const message = "has neither a tag nor a digest; latest is not assumed, so name one, such as :0.1.0-abcdefg.beta";
  return [{ input: "source", message }];
}

function problemsOfTags({ tags = [], floatingTags = [] }: RetagImageInputs): readonly InputProblem[] {
  const none = tags.length + floatingTags.length === 0;
  if (none) return [{ input: "tags", message: "names no tag, and neither does floating-tags; give at least one" }];
  const both = floatingTags.filter((tag) => tags.includes(tag));
  return both.map((tag) => ({
    input: "floating-tags",
    message: `has "${tag}", which is among tags as well; a tag is one or the other`,
  }));
}

function problemsOfLogin({ username, password }: RetagImageInputs): readonly InputProblem[] {
  if ((username === undefined) === (password === undefined)) return [];
  const [missing, given] = username === undefined ? ["username", "password"] : ["password", "username"];
  return [{ input: missing, message: `is missing, and ${given} was given; a login needs both` }];
}

/** The login that was given, or undefined when Docker's configuration is to be asked. */
export function givenCredentials(inputs: RetagImageInputs): { username: string; password: string } | undefined {
  const { username, password } = inputs;
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** A tag's name alone: the repository is the one of the source. */
function parseTagName(value: string): string {
  if (isTagName(value)) return value;
  throw configuration("BAD_TAG", `"${value.slice(0, 100)}" is not a tag: ${problemOf(value)}`);
}

function problemOf(value: string): string {
  if (value.includes("/") || value.includes(":")) {
    return "it names a repository. Give the tag alone; promotion into another repository is not supported yet";
  }
  if (value.includes("+")) return '"+" is not allowed in a tag; leave the build metadata out';
  if (value.length > 128) return `it has ${value.length} characters, at most 128 are allowed`;
  return "letters, digits and _ . - are allowed, and it must not start with . or -";
}
