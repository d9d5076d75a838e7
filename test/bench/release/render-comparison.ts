import { median, spread } from "../statistics.ts";
import type { Measurement } from "./measure-ways.ts";

/** The same ways, once without a delay and once with one. */
export interface Comparison {
  readonly title: string;
  readonly delayMs: number;
  readonly direct: readonly Measurement[];
  readonly delayed: readonly Measurement[];
}

/** A comparison as Markdown: medians, and how many times the first way's each is. */
export function renderComparison({ title, delayMs, direct, delayed }: Comparison): string {
  const head = [
    `#### ${title}`,
    "",
    `| Way | Requests | At once, ms | Ratio | ${delayMs} ms an answer, ms | Ratio | |`,
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
  ];
  const rows = direct.map((measurement, place) => {
    const later = delayed[place];
    if (measurement.kind === "not-run" || later?.kind !== "run")
      return `| ${measurement.way.name} | not run | | | | | ${reasonOf(measurement)} |`;
    const cells = [spread(measurement.requests), ...timed(measurement.times, direct), ...timed(later.times, delayed)];
    return `| ${measurement.way.name} | ${cells.join(" | ")} | ${measurement.way.remark} |`;
  });
  return [...head, ...rows].join("\n");
}

function reasonOf(measurement: Measurement): string {
  return measurement.kind === "not-run" ? measurement.reason : "";
}

function timed(times: readonly number[], all: readonly Measurement[]): [string, string] {
  const [first] = all;
  const floor = first?.kind === "run" ? median(first.times) : Number.NaN;
  return [median(times).toFixed(0), (median(times) / floor).toFixed(2)];
}
