import { choice, optional, secret, text, type InputProblem, type InputsOf } from "@fairway/domain";

export const fields = {
  environment: text({ max: 255 }),
  mode: choice("acquire", "check", "release"),
  scope: choice("run", "job"),
  "ref-prefix": text({
    max: 100,
    pattern: /^refs\/[a-z0-9][a-z0-9_-]*\/[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/,
    rule: "a ref prefix: refs/, then at least two lower-case parts, such as refs/fairway/lock",
  }),
  "job-id": optional(text({ pattern: /^\d{1,20}$/, rule: "the number of a job" })),
  "github-token": secret(),
};

export type CheckConcurrentInputs = InputsOf<typeof fields>;

/** A job-scoped lease lives as long as its job, so the job must be known. */
export function checkInputs(inputs: CheckConcurrentInputs): readonly InputProblem[] {
  if (inputs.scope === "run" || inputs.jobId !== undefined) return [];
  return [
    {
      input: "job-id",
      message: "is needed for scope job, and this runner offers none; use scope run with mode release at the end",
    },
  ];
}
