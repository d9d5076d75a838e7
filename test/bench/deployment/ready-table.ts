import { judgeTarget } from "./judge-target.ts";
import { quantile } from "./quantile.ts";
import type { Readiness } from "./ready-to-green.ts";
import { START_UP_SHAPES } from "./start-up-shapes.ts";

const TARGET = { median: 100, longest: 250 };

/** The waits for the start of an application as Markdown; the first way is the one that has targets. */
export function renderReadyTable(measured: readonly Readiness[], rounds: number): string {
  const ways = [...new Set(measured.map(({ way }) => way))];
  const shapes = START_UP_SHAPES.map(({ name }) => name);
  const find = (way: string, shape: string) => measured.find((one) => one.way === way && one.shape === shape);
  const rows = ways.map((way) => `| ${[way, ...shapes.map((shape) => renderCell(find(way, shape)))].join(" | ")} |`);
  const own = measured.filter(({ way, times }) => way === ways[0] && times.length > 0);
  const targets = own.map(
    ({ shape, times }) =>
      `${shape}, ${judgeTarget("median", TARGET.median, quantile(times, 0.5))}, ${judgeTarget("longest", TARGET.longest, quantile(times, 1))}`,
  );
  return [
    "#### From readiness to green",
    `Milliseconds from the moment at which a real server on loopback is ready to the end of the process that waits for it, median and longest of ${rounds} rounds in turns. health-gate is the committed bundle, and also compares the version and wants three good answers in a row; the others take one.`,
    [`| Way | ${shapes.join(" | ")} |`, `| --- |${shapes.map(() => " ---: |").join("")}`, ...rows].join("\n"),
    `Targets: ${targets.join("; ")}.`,
  ].join("\n\n");
}

function renderCell(one: Readiness | undefined): string {
  if (one === undefined || one.times.length === 0) return one?.remark ?? "";
  return `${quantile(one.times, 0.5).toFixed(0)}, ${quantile(one.times, 1).toFixed(0)}`;
}
