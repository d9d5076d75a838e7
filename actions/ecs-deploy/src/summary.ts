import {
  code,
  escapeMarkdown,
  facts,
  joinParts,
  link,
  renderDuration,
  renderNextStep,
  renderTimeline,
  shortDigest,
} from "@fairway/domain";

import { consoleUrl } from "./console-url.ts";
import type { EcsDeployInputs } from "./inputs.ts";
import type { ServiceResult, Report } from "./result.ts";
import { primaryOf, renderCounts, revisionName } from "./service-state.ts";

/** What is longer is folded, so that the page stays one screen. */
const SHOWN_LINES = 4;

/** The job summary: the verdict and why, the one thing to do next, what serves now, and how it came to that. */
export function renderSummary({ outputs, failure, report }: ServiceResult, inputs: EcsDeployInputs): string {
  const { service } = report;
  const console = consoleUrl(service.arn);
  const before = revisionName(outputs["previous-task-definition-arn"]);
  const now = revisionName(primaryOf(service)?.taskDefinition ?? "");
  const id = outputs["deployment-id"];
  const name = id === "" ? service.name : id;
  const where = console === undefined ? code(name) : link(name, console);
  return joinParts([
    `### ${escapeMarkdown(service.name)}: ${outputs.outcome}`,
    escapeMarkdown(outputs.reason, 1000),
    renderNextStep(failure?.nextStep),
    facts([
      ["Asked", askedFor(inputs, report)],
      ["Serves now", servesNow(report)],
      ["Before", before === now ? "" : code(before)],
      ["Image digest", code(outputs["image-digest"])],
      [id === "" ? "Service" : "Deployment", `${where}, took ${renderDuration(report.durationMs)}`],
    ]),
    ...renderDiagnosis(report.diagnosis),
    renderPhases(report),
  ]);
}

/** Beside what tasks and logs say of a failure a long timeline comes second, so it is folded. */
function renderPhases({ phases, diagnosis }: Report): string {
  // Accepted and stable at the next look: the verdict has told that.
  if (phases === undefined || phases.entries.length < 3) return "";
  const timeline = renderTimeline(phases.entries, phases.leftOut);
  if (diagnosis === undefined || phases.entries.length <= SHOWN_LINES) return timeline;
  return `<details><summary>Timeline</summary>\n\n${timeline}\n\n</details>`;
}

/** Tasks of one image mostly stop for one reason: `3 tasks, 74413e for one: app exit 1`. */
function together(stoppedTasks: readonly string[]): readonly string[] {
  const reasons = new Map<string, readonly string[]>();
  for (const line of stoppedTasks) {
    const [, task = "", reason = line] = /^task (\w+): (.*)$/s.exec(line) ?? [];
    reasons.set(reason, [...(reasons.get(reason) ?? []), task]);
  }
  return [...reasons].map(([reason, tasks]) => {
    const [first = ""] = tasks;
    if (first === "") return reason;
    return tasks.length === 1 ? `task ${first}: ${reason}` : `${tasks.length} tasks, ${first} for one: ${reason}`;
  });
}

function renderDiagnosis(diagnosis: Report["diagnosis"]): string[] {
  if (diagnosis === undefined) return [];
  const { stoppedTasks, logs, targets, events } = diagnosis;
  return [
    details("Tasks that stopped", together(stoppedTasks)),
    ...logs.map(({ container, lines }) => details(`Last log lines of ${container}`, lines)),
    details("Targets that are not healthy", targets),
    details("Service events", events),
  ];
}

function askedFor({ operation, desiredCount, taskDefinition }: EcsDeployInputs, { images }: Report): string {
  const count = desiredCount === undefined ? [] : [`${desiredCount} ${desiredCount === 1 ? "task" : "tasks"}`];
  const base = taskDefinition === undefined ? [] : [code(taskDefinition)];
  const changes = images.map(({ container, after }) => `${code(container)} = ${code(shortened(after))}`);
  return [operation, ...base, ...changes, ...count].join(", ");
}

/** The digest that runs stands in a line of its own in full. */
function shortened(image: string): string {
  const [name = "", digest] = image.split("@");
  return digest === undefined ? image : `${name}@${shortDigest(digest)}`;
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
  if (lines.length <= SHOWN_LINES) return `**${escapeMarkdown(title)}**\n\n${list}`;
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${list}\n\n</details>`;
}
