import {
  choice,
  flag,
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

import { parseTarget, resolveTarget } from "./targets.ts";

export const fields = {
  source: parsedBy(parseImageReference),
  tags: optional(items(parsedBy(parseTarget))),
  "floating-tags": optional(items(parsedBy(parseTarget))),
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

function problemsOfTags({ source, tags = [], floatingTags = [] }: RetagImageInputs): readonly InputProblem[] {
  const none = tags.length + floatingTags.length === 0;
  if (none) return [{ input: "tags", message: "names no tag, and neither does floating-tags; give at least one" }];
  const [versions, floating] = [tags, floatingTags].map((list) => list.map((one) => resolveTarget(one, source).name));
  const both = (floating ?? []).filter((name) => versions?.includes(name));
  return both.map((name) => ({
    input: "floating-tags",
    message: `has "${name}", which is among tags as well; a tag is one or the other`,
  }));
}

function problemsOfLogin({ username, password }: RetagImageInputs): readonly InputProblem[] {
  if ((username === undefined) === (password === undefined)) return [];
  const [missing, given] = username === undefined ? ["username", "password"] : ["password", "username"];
  return [{ input: missing, message: `is missing, and ${given} was given; a login needs both` }];
}

/** The login that was given, for the source's registry alone; undefined when Docker's configuration is to be asked. */
export function givenCredentials(
  inputs: RetagImageInputs,
): { registry: string; username: string; password: string } | undefined {
  const { source, username, password } = inputs;
  return username === undefined || password === undefined
    ? undefined
    : { registry: source.registry, username, password };
}
