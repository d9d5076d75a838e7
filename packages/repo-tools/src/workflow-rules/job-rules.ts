import type { Finding } from "./finding.ts";
import type { WorkflowFile, WorkflowJob, WorkflowStep } from "./workflow-file.ts";

/** Events that run with the rights of this repository on what a stranger wrote. */
const STRANGERS = ["issue_comment", "pull_request_target", "workflow_run"];

/** What a job must have, and what none may: a deadline, named secrets, a checkout that leaves no token behind. */
export function checkJobs({ events, jobs }: WorkflowFile): Finding[] {
  const refused = events.filter((event) => STRANGERS.includes(event));
  return [
    ...refused.map((event) => ({
      rule: "trigger",
      line: 1,
      message: `${event} runs with this repository's rights on what a stranger wrote: use pull_request.`,
    })),
    ...jobs.flatMap((job) => [...checkDeadline(job), ...checkSecrets(job), ...job.steps.flatMap(checkCheckout)]),
  ];
}

function checkDeadline({ id, line, calls, timeout }: WorkflowJob): Finding[] {
  if (timeout || calls !== undefined) return [];
  return [{ rule: "timeout", line, message: `job ${id} may run for six hours: give it timeout-minutes.` }];
}

function checkSecrets({ id, line, inheritsSecrets, source }: WorkflowJob): Finding[] {
  const all = inheritsSecrets || /toJSON\(\s{0,9}secrets\s{0,9}\)/i.test(source);
  return all ? [{ rule: "all-secrets", line, message: `job ${id} hands on every secret: name the ones needed.` }] : [];
}

function checkCheckout({ name, line, uses, inputs }: WorkflowStep): Finding[] {
  if (uses?.reference.startsWith("actions/checkout@") !== true || inputs["persist-credentials"] === "false") return [];
  const message = `"${name}" leaves the token in .git/config for every later step: set persist-credentials: false.`;
  return [{ rule: "checkout-credentials", line, message }];
}
