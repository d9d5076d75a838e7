import { choice, optional, text, token, type InputProblem, type InputsOf } from "@fairway/domain";

export const fields = {
  environment: text({ max: 255 }),
  mode: choice("acquire", "check", "release"),
  scope: choice("run", "job"),
  strategy: choice("lease", "runs"),
  "ref-prefix": text({
    max: 100,
    pattern: /^refs\/[a-z0-9][a-z0-9_-]*\/[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/,
    rule: "a ref prefix: refs/, then at least two lower-case parts, such as refs/fairway/lock",
  }),
  "job-id": optional(text({ pattern: /^\d{1,20}$/, rule: "the number of a job" })),
  "github-token": token(),
};

export type CheckConcurrentInputs = InputsOf<typeof fields>;

/** A job-scoped lease lives as long as its job, and strategy runs looks for its own job, so the job must be known. */
export function checkInputs({ mode, scope, strategy, jobId }: CheckConcurrentInputs): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  if (scope === "job" && jobId === undefined)
    problems.push({
      input: "job-id",
      message: "is needed for scope job, and this runner offers none; use scope run with mode release at the end",
    });
  if (strategy === "runs" && mode === "acquire" && scope === "run" && jobId === undefined)
    problems.push({
      input: "job-id",
      message: "is needed for strategy runs, and this runner offers none; use strategy lease",
    });
  if (strategy === "runs" && mode === "check")
    problems.push({
      input: "mode",
      message:
        "check cannot be used with strategy runs: in the list of runs a step that only checked looks like one that holds; leave the check out",
    });
  return problems;
}
