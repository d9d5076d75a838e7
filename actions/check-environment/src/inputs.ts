import { flag, text, token, type InputsOf } from "@fairway/domain";

export const fields = {
  environment: text({ max: 255 }),
  "require-reviewers": flag(),
  "require-branch-rule": flag(),
  "github-token": token(),
};

export type CheckEnvironmentInputs = InputsOf<typeof fields>;
