/** The run as the runner describes it. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export interface RunnerContext {
  /** `owner/name` of the repository that the workflow runs in. */
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  readonly actor: string;
  readonly workflow: string;
  readonly workspace: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Where a person sees this run. */
  readonly runUrl: string;
}

/** The one place that reads the runner's variables. */
export function readRunnerContext(environment: Readonly<Record<string, string | undefined>>): RunnerContext {
  const read = (name: string, fallback = "") => environment[name] ?? fallback;
  const serverUrl = read("GITHUB_SERVER_URL", "https://github.com");
  const repository = read("GITHUB_REPOSITORY");
  const runId = read("GITHUB_RUN_ID");
  return {
    repository,
    commit: read("GITHUB_SHA"),
    ref: read("GITHUB_REF"),
    runId,
    runAttempt: read("GITHUB_RUN_ATTEMPT", "1"),
    job: read("GITHUB_JOB"),
    actor: read("GITHUB_ACTOR"),
    workflow: read("GITHUB_WORKFLOW"),
    workspace: read("GITHUB_WORKSPACE", "."),
    apiUrl: read("GITHUB_API_URL", "https://api.github.com"),
    serverUrl,
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
  };
}
