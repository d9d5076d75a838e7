import { judgeTarget } from "./judge-target.ts";
import { quantile } from "./quantile.ts";
import type { StableToReturn } from "./stable-to-return.ts";

const TARGET = { median: 3, p90: 6 };

/** The waits for the same deployments as Markdown. */
export function renderStableTable({ ours, cli, poll, schedule, checked }: StableToReturn): string {
  const returned = cli.filter((seconds) => seconds !== undefined);
  const { delayMs, maxAttempts, source } = schedule;
  const gaveUp = `gives up at the ${maxAttempts}th look, after ${((maxAttempts - 1) * delayMs) / 60_000} minutes; the rest are of those that it saw`;
  const held =
    "runs" in checked ? `${checked.runs} real runs ended as computed` : `not held against a run: ${checked.whyNot}`;
  return [
    "#### From the end of a deployment to the return",
    `${ours.length} random deployments of 3 to 15 minutes that succeed, the same for all three. ecs-deploy is the committed bundle as a process, its waits skipped; the other two are computed without the start of a process: the waiter by ${source} (${held}).`,
    [
      "| Way | Returned green | Median, s | 90 % within, s | Longest, s | |",
      "| --- | ---: | ---: | ---: | ---: | --- |",
      row(
        "Fairway ecs-deploy",
        ours,
        ours.length,
        "3 s between looks in the first minute, then 5 s, up to a fifth less",
      ),
      row("aws ecs wait services-stable", returned, cli.length, gaveUp),
      row(`a look every ${delayMs / 1000} s, for as long as it takes`, poll, poll.length, ""),
    ].join("\n"),
    `Targets: ${judgeTarget("median", TARGET.median, quantile(ours, 0.5), 1)}; ${judgeTarget("90 %", TARGET.p90, quantile(ours, 0.9), 1)}.`,
  ].join("\n\n");
}

function row(way: string, seconds: readonly number[], all: number, remark: string): string {
  const figures = [0.5, 0.9, 1].map((share) => (seconds.length === 0 ? "" : quantile(seconds, share).toFixed(1)));
  return `| ${[way, `${seconds.length} of ${all}`, ...figures, remark].join(" | ")} |`;
}
