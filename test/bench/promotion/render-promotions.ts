import { median, spread } from "../statistics.ts";
import type { Measurement } from "./measure-promotions.ts";
import type { Promotion } from "./promotion-way.ts";

export type Ran = Extract<Measurement, { readonly kind: "run" }>;

/** One column of a table: its head, and what stands in it for a way that was run. */
export interface Column {
  readonly head: string;
  readonly align: "left" | "right";
  readonly cell: (measured: Ran) => string;
}

/** What retag-image should reach. */
export interface Target {
  readonly what: string;
  readonly limit: number;
  /** Undefined when it could not be measured here. */
  readonly reached: number | undefined;
}

/** A comparison as Markdown, with what was aimed at below it. */
export function renderPromotions(table: {
  readonly title: string;
  readonly promotion: Pick<Promotion, "kind" | "tags">;
  readonly measurements: readonly Measurement[];
  readonly columns: readonly Column[];
  readonly targets: readonly Target[];
}): string {
  const { columns, measurements, promotion } = table;
  const lines = [
    ["Way", ...columns.map(({ head }) => head)],
    ["---", ...columns.map(({ align }) => (align === "right" ? "---:" : "---"))],
    ...measurements.map((one) => [one.way.name(promotion), ...cellsOf(one, columns)]),
  ];
  const rows = lines.map((cells) => `| ${cells.join(" | ")} |`);
  return [`#### ${table.title}`, rows.join("\n"), renderTargets(table.targets)].join("\n\n");
}

/** Median, and how many times that of skopeo it is; skopeo is the way that the targets are set against. */
export function timeColumns(
  head: string,
  all: readonly Measurement[],
  timesOf: (one: Ran) => readonly number[],
): Column[] {
  return [
    { head, align: "right", cell: (one) => median(timesOf(one)).toFixed(0) },
    { head: "To skopeo's", align: "right", cell: (one) => ratioToSkopeo(one, all, timesOf)?.toFixed(2) ?? "" },
  ];
}

/** Undefined where skopeo was not run. */
export function ratioToSkopeo(
  one: Ran | undefined,
  all: readonly Measurement[],
  timesOf: (one: Ran) => readonly number[],
): number | undefined {
  const skopeo = findRan(all, "skopeo");
  return one === undefined || skopeo === undefined ? undefined : median(timesOf(one)) / median(timesOf(skopeo));
}

export function findRan(all: readonly Measurement[], program: string): Ran | undefined {
  return all.find((one): one is Ran => one.kind === "run" && one.way.program === program);
}

export const TRAFFIC_COLUMNS: readonly Column[] = [
  { head: "Requests", align: "right", cell: ({ traffic }) => spread(traffic.map(({ requests }) => requests)) },
  { head: "Connections", align: "right", cell: ({ traffic }) => spread(traffic.map(({ connections }) => connections)) },
];

export const BYTES_COLUMN: Column = {
  head: "Bytes moved",
  align: "right",
  cell: ({ traffic }) => renderBytes(median(traffic.map(({ bytes }) => bytes))),
};

export const CPU_COLUMN: Column = {
  head: "Processor, ms",
  align: "right",
  cell: ({ cpu }) => (cpu.length === 0 ? "not told" : median(cpu).toFixed(0)),
};

export function yesOrNo(unchanged: boolean | undefined): string {
  if (unchanged === undefined) return "";
  return unchanged ? "yes" : "**no**";
}

function cellsOf(measurement: Measurement, columns: readonly Column[]): string[] {
  if (measurement.kind === "run") return columns.map(({ cell }) => cell(measurement));
  const reason = `not run: ${measurement.reason}`;
  return columns.map((_, place) => (place === 0 ? reason : ""));
}

function renderBytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Judged as it is shown, so that a line never contradicts itself. */
function renderTargets(targets: readonly Target[]): string {
  const sentences = targets.map(({ what, limit, reached }) => {
    if (reached === undefined) return `${what} at most ${limit}: not measured here`;
    const shown = Number(reached.toFixed(limit < 10 ? 2 : 0));
    return `${what} at most ${limit}: ${shown}, ${shown <= limit ? "met" : "missed"}`;
  });
  return `Targets of retag-image: ${sentences.join("; ")}.`;
}
