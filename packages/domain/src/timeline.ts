import { renderDuration } from "./clock.ts";
import { escapeMarkdown, table } from "./markdown.ts";

/** A stretch of time in which one thing was so. Milliseconds on any scale that all entries of a timeline share. */
export interface TimelineEntry {
  /** Whose state it is; entries of one lane are drawn together. */
  readonly lane: string;
  readonly what: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly tone: "good" | "bad" | "neutral";
}

/** What fits on one screen with a table and a verdict above it. */
const SHOWN_ENTRIES = 6;
/** GitHub draws no diagram above 50,000 characters. */
const MAX_DIAGRAM = 50_000;
const MAX_LABEL = 60;
/** What fits to the left of the bars. */
const MAX_LANE = 24;
const DATE_FORMAT = "YYYY-MM-DD HH:mm:ss.SSS";

/**
 * A timeline as a Mermaid diagram with a table of the same entries under it, so that nothing is lost where no diagram is
 * drawn. Above `most` those in the middle are left out, with their number: the first tell how it began and the
 * last how it ended. Empty when one entry or none is there to show. `leftOut` counts those that the caller dropped.
 */
export function renderTimeline(entries: readonly TimelineEntry[], leftOut = 0, most = SHOWN_ENTRIES): string {
  if (entries.length < 2) return "";
  const head = Math.ceil(most / 2);
  const tooMany = entries.length > most;
  const shown = tooMany ? [...entries.slice(0, head), ...entries.slice(head - most)] : entries;
  const missing = entries.length - shown.length + leftOut;
  const zero = Math.min(...entries.map(({ startMs }) => startMs));
  const steps = shown.map((entry, index) => ({
    ...entry,
    number: index + 1,
    startMs: entry.startMs - zero,
    endMs: entry.endMs - zero,
  }));
  const diagram = renderDiagram(steps);
  const rest = missing === 0 ? [] : [`_${missing} ${missing === 1 ? "entry" : "entries"} in the middle left out._`];
  return [...(diagram.length > MAX_DIAGRAM ? [] : [diagram]), renderTable(steps), ...rest].join("\n\n");
}

/** `2.1 s` up to 100 s, whole seconds and minutes above. */
export function renderMoment(ms: number): string {
  return ms < 100_000 ? `${(ms / 1000).toFixed(1)} s` : renderDuration(ms);
}

interface Step extends TimelineEntry {
  readonly number: number;
}

/** See https://mermaid.js.org/syntax/gantt.html. Each bar begins with its number, so that no name can be a keyword. */
function renderDiagram(steps: readonly Step[]): string {
  const lastMs = Math.max(1, ...steps.map(({ endMs }) => endMs));
  const format = lastMs < 10_000 ? "%S.%L s" : lastMs < 3_600_000 ? "%M:%S" : "%H:%M:%S";
  const lanes = [...new Set(steps.map(({ lane }) => lane))];
  const several = lanes.length > 1;
  const look = { leftPadding: several ? 170 : 24, barHeight: 16, fontSize: 12 };
  const bars = lanes.flatMap((lane) => [
    ...(several ? [`  section ${diagramText(lane, MAX_LANE)}`] : []),
    ...steps.filter((step) => step.lane === lane).map((step) => `  ${renderBar(step, lastMs)}`),
  ]);
  const head = [`%%{init: ${JSON.stringify({ gantt: look })}}%%`, "gantt", `  dateFormat ${DATE_FORMAT}`];
  return `\`\`\`mermaid\n${[...head, `  axisFormat ${format}`, ...bars].join("\n")}\n\`\`\``;
}

const TONES = { good: "done, ", bad: "crit, ", neutral: "active, " } as const;

/** What lasted too short to be seen is drawn as a hundredth of the whole. */
function renderBar({ number, what, tone, startMs, endMs }: Step, lastMs: number): string {
  const end = Math.max(endMs, startMs + lastMs / 100);
  return `${number} ${diagramText(what, MAX_LABEL)} :${TONES[tone]}${diagramTime(startMs)}, ${diagramTime(end)}`;
}

/** A moment after a midnight that no time zone skips: diagrams are drawn in the reader's own zone. */
function diagramTime(ms: number): string {
  return new Date(Date.UTC(2000, 0, 1) + Math.round(ms)).toISOString().replace("T", " ").replace("Z", "");
}

/**
 * A text that means nothing to Mermaid: its colon, semicolon, number sign, percent sign, quotes and brackets end a name, begin
 * a comment or an entity. Colons become a sign that looks alike, all others a space.
 */
function diagramText(text: string, maxLength: number): string {
  const plain = text.replaceAll(":", "\u2236").replaceAll(/[^\p{L}\p{N}\u2236 ./_+-]+/gu, " ");
  const words = plain.replaceAll(/ +/g, " ").trim();
  const cut = words.length > maxLength ? `${words.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : words;
  return cut === "" ? "-" : cut;
}

function renderTable(steps: readonly Step[]): string {
  const several = new Set(steps.map(({ lane }) => lane)).size > 1;
  const rows = steps.map(({ number, lane, what, startMs, endMs }) => [
    String(number),
    renderMoment(startMs),
    renderMoment(endMs - startMs),
    ...(several ? [escapeMarkdown(lane)] : []),
    escapeMarkdown(what),
  ]);
  return table(["", "From", "For", ...(several ? ["Where"] : []), "What"], rows);
}
