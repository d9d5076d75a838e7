import { code, escapeMarkdown, table } from "@fairway/domain";

import type { HealthGateResult } from "./health-gate.ts";
import { renderMoment } from "./progress-log.ts";
import { renderVersionMix } from "./render-verdict.ts";
import type { Track } from "./track.ts";

/** The job summary: the verdict, what each URL does now, and what to do next. */
export function renderSummary({ outputs, failure, wait }: HealthGateResult): string {
  const rows = wait.tracks.map(row);
  const parts = [
    `### Health gate: ${outputs.outcome}`,
    escapeMarkdown(outputs.reason, 1000),
    table(["URL", outputs["error-rate"] === "" ? "Now" : "Before the soak", "Last healthy", "Versions seen"], rows),
    ...(failure === undefined
      ? []
      : [list(failure.message), `**Next:** ${escapeMarkdown(failure.nextStep ?? "", 1000)}`]),
    `${outputs.attempts} attempts.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function row(track: Track): readonly string[] {
  const { target, last, lastHeldMs, version } = track;
  return [
    code(target.label),
    escapeMarkdown(last?.observed ?? "no answer"),
    lastHeldMs === undefined ? "never" : renderMoment(lastHeldMs),
    escapeMarkdown(renderVersionMix(track) || (version ?? "none")),
  ];
}

/** The lines of evidence; the first line is the reason, which stands above. */
function list(message: string): string {
  return message
    .split("\n")
    .slice(1)
    .map((line) => `- ${escapeMarkdown(line)}`)
    .join("\n");
}
