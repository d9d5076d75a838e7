import { code, escapeMarkdown, renderDuration, table } from "@fairway/domain";

import type { EcsDeployInputs } from "./inputs.ts";
import { outcomeOf, reasonOfRun, type ServiceRun, type EcsDeployResult } from "./services-result.ts";
import { revisionName } from "./service-state.ts";
import { renderSummary } from "./summary.ts";

/** The job summary: of one service in full, of several one table and then those that did not end well in full. */
export function renderServicesSummary({ failure, outputs, report }: EcsDeployResult, inputs: EcsDeployInputs): string {
  const [only, ...more] = report.runs;
  if (more.length === 0 && only?.kind === "ended") return renderSummary(only.result, inputs);
  const rows = report.runs.map((run) => [
    code(run.service),
    outcomeOf(run),
    nowOn(run),
    escapeMarkdown(reasonOfRun(run), 300),
  ]);
  const red = report.runs.flatMap((run) =>
    run.kind === "ended" && run.result.failure !== undefined ? [run.result] : [],
  );
  const parts = [
    `### ${report.runs.length} services: ${outputs.outcome}`,
    `${inputs.operation}, ${renderDuration(report.durationMs)}`,
    table(["Service", "Outcome", "Task definition", "Why"], rows),
    failure?.nextStep === undefined ? "" : `**Next:** ${escapeMarkdown(failure.nextStep, 1000)}`,
    ...red.map((result) => renderSummary(result, inputs)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function nowOn(run: ServiceRun): string {
  return run.kind === "ended" ? code(revisionName(run.result.report.service.taskDefinition)) : "";
}
