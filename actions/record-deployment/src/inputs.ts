import {
  choice,
  flag,
  integer,
  lines,
  optional,
  paragraph,
  parseCommitSha,
  parsedBy,
  parseDigest,
  parseImageReference,
  text,
  token,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

const environmentUrl = text({
  max: 2000,
  pattern: /^https?:\/\/[^\s/@]+(?:\/\S*)?$/,
  rule: "an http or https address without a user name, such as https://www.example.com",
});

export const fields = {
  mode: choice("start", "finish"),
  environment: optional(text({ max: 255 })),
  ref: optional(text({ max: 255, pattern: /^[^-]/, rule: "a tag, branch or commit; none starts with a hyphen" })),
  commit: optional(parsedBy(parseCommitSha)),
  version: optional(text({ max: 128 })),
  image: optional(parsedBy(parseImageReference)),
  "image-digest": optional(parsedBy(parseDigest)),
  task: lines(text(), 500),
  "environment-url": optional(lines(environmentUrl)),
  "deployment-id": optional(integer(1, 999_999_999_999_999)),
  state: optional(choice("success", "failure", "cancelled")),
  // Text from elsewhere, whatever it is: a record must never stay open because of what is said in it.
  reason: optional(paragraph(1_000_000)),
  "task-definition": optional(text({ max: 500 })),
  "dry-run": flag(),
  "github-token": token(),
};

export type RecordDeploymentInputs = InputsOf<typeof fields>;

/** A record that is to be made. */
export type StartInputs = RecordDeploymentInputs & { readonly environment: string; readonly ref: string };

/** A record that is there. */
export type FinishInputs = RecordDeploymentInputs & {
  readonly deploymentId: number;
  readonly state: "success" | "failure" | "cancelled";
};

/** Each mode needs its own inputs. */
export function checkInputs(inputs: RecordDeploymentInputs): readonly InputProblem[] {
  const { mode, environment, ref, deploymentId, state } = inputs;
  const needed =
    mode === "start"
      ? ([
          ["environment", environment],
          ["ref", ref],
        ] as const)
      : ([
          ["deployment-id", deploymentId],
          ["state", state],
        ] as const);
  return needed.flatMap(([input, value]) =>
    value === undefined ? [{ input, message: `is required with mode ${mode} and was empty` }] : [],
  );
}

/** Whether these are the inputs of mode start. */
export function isStart(inputs: RecordDeploymentInputs): inputs is StartInputs {
  return inputs.mode === "start";
}
