import type { Scope, Value } from "../expressions/evaluate.ts";
import { evaluateTemplate, evaluateText, evaluateTextMap } from "../expressions/template.ts";
import { resolveInputs } from "./call-inputs.ts";
import type { JobEnd, JobPlace, JobsToRun } from "./job-place.ts";
import type { Conclusion } from "./run-events.ts";
import type { CallBody } from "./workflow.ts";

type RunJobs = (jobs: JobsToRun) => Promise<{ conclusion: Conclusion; ends: ReadonlyMap<string, JobEnd> }>;

/** Runs the workflow that a job calls; its outputs become the job's. Throws for inputs that the workflow refuses. */
export async function runCall(
  { jobs, job, name, contexts }: JobPlace,
  body: CallBody,
  runJobs: RunJobs,
): Promise<JobEnd> {
  const loaded = jobs.loaded.calls.get(job.id);
  if (loaded === undefined) throw new Error(`${body.uses} was not loaded.`);
  const { workflow } = loaded;
  const given = body.inputs === undefined ? {} : (evaluateTemplate(body.inputs, { contexts }) as Record<string, Value>);
  const { github, vars } = jobs.contexts;
  const inputs = resolveInputs(workflow.path, workflow.call?.inputs ?? [], given, { contexts: { github, vars } });
  const secrets = secretsFor(body, jobs.secrets, { contexts: { ...contexts, secrets: jobs.secrets } });
  const end = await runJobs({
    request: jobs.request,
    loaded,
    prefix: `${name} / `,
    contexts: { github, inputs, vars },
    secrets,
  });
  const scope = { contexts: { github, inputs, vars, jobs: jobsContext(end.ends) } };
  const outputs = (workflow.call?.outputs ?? []).map(
    ([output, template]) => [output, evaluateText(template, scope)] as const,
  );
  return { conclusion: end.conclusion, outputs: Object.fromEntries(outputs) };
}

function secretsFor(body: CallBody, own: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  if (body.secrets === "inherit") return { ...own };
  return evaluateTextMap(body.secrets, scope);
}

function jobsContext(ends: ReadonlyMap<string, JobEnd>): Value {
  return Object.fromEntries([...ends].map(([id, { conclusion, outputs }]) => [id, { result: conclusion, outputs }]));
}
