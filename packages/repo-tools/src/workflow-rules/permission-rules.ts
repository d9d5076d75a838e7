import type { Finding } from "./finding.ts";
import type { Grants, WorkflowFile, WorkflowJob } from "./workflow-file.ts";

/** Nothing is granted at the top; each job names the scopes that it needs, with the reason behind each. */
export function checkPermissions({ permissions, jobs }: WorkflowFile): Finding[] {
  const grantsNothing = permissions?.short === undefined && permissions?.scopes.length === 0;
  const top: Finding = {
    rule: "top-permissions",
    line: permissions?.line ?? 1,
    message: "the workflow grants every job something: write permissions: {} at the top.",
  };
  return [...(grantsNothing ? [] : [top]), ...jobs.flatMap(checkJob)];
}

function checkJob({ id, line, permissions }: WorkflowJob): Finding[] {
  if (permissions === undefined) {
    return [{ rule: "job-permissions", line, message: `job ${id} does not name the permissions that it needs.` }];
  }
  if (permissions.short !== undefined) {
    const message = `job ${id} has "${permissions.short}": name the scopes that are needed.`;
    return [{ rule: "job-permissions", line: permissions.line, message }];
  }
  return unexplained(permissions).map(({ scope, level, line }) => ({
    rule: "permission-reason",
    line,
    message: `job ${id} has ${scope}: ${level} without saying what for: write "# to …" behind it.`,
  }));
}

/** Two words are the least that can be a reason. */
function unexplained({ scopes }: Grants): Grants["scopes"] {
  return scopes.filter(({ level, reason }) => level !== "none" && !/\w\s+\w/.test(reason));
}
