import { code, escapeMarkdown, renderDuration, table } from "@fairway/domain";

import type { EcsDeployInputs } from "./inputs.ts";
import type { ServiceResult, Report } from "./result.ts";
import { primaryOf, renderCounts, revisionName } from "./service-state.ts";

/** The job summary: what was asked, what serves now, why, and the one thing to do next. */
export function renderSummary({ outputs, failure, report }: ServiceResult, inputs: EcsDeployInputs): string {
  const { service } = report;
  const rows = [
    ["Asked", askedFor(inputs, report)],
    ["Serves now", servesNow(report)],
    ["Before", code(revisionName(outputs["previous-task-definition-arn"]))],
    ["Deployment", code(outputs["deployment-id"])],
    ["Image digest", code(outputs["image-digest"])],
    ["Took", renderDuration(report.durationMs)],
  ].filter(([, value]) => value !== "");
  const parts = [
    `### ${escapeMarkdown(service.name)}: ${outputs.outcome}`,
    escapeMarkdown(outputs.reason, 1000),
    table(["", ""], rows),
    failure?.nextStep === undefined ? "" : `**Next:** ${escapeMarkdown(failure.nextStep, 1000)}`,
    ...renderDiagnosis(report.diagnosis),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function renderDiagnosis(diagnosis: Report["diagnosis"]): string[] {
  if (diagnosis === undefined) return [];
  const { stoppedTasks, logs, targets, events } = diagnosis;
  return [
    details("Tasks that stopped", stoppedTasks),
    ...logs.map(({ container, lines }) => details(`Last log lines of ${container}`, lines)),
    details("Targets that are not healthy", targets),
    details("Service events", events),
  ];
}

function askedFor({ operation, desiredCount, taskDefinition }: EcsDeployInputs, { images }: Report): string {
  const count = desiredCount === undefined ? [] : [`${desiredCount} tasks`];
  const base = taskDefinition === undefined ? [] : [code(taskDefinition)];
  const changes = images.map(({ container, after }) => `${code(container)} = ${code(after)}`);
  return [operation, ...base, ...changes, ...count].join(", ");
}

function servesNow({ service }: Report): string {
  const primary = primaryOf(service);
  const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
  const all = primary === undefined ? others : [primary, ...others];
  return all.map((one) => `${code(revisionName(one.taskDefinition))}, ${renderCounts(one)}`).join("; ");
}

function details(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const list = lines.map((line) => `- ${escapeMarkdown(line, 500)}`).join("\n");
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${list}\n\n</details>`;
}
