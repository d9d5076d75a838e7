import { performance } from "node:perf_hooks";
import { runLimited } from "../command.ts";
import { runJest } from "./jest-project.ts";
import { type CheckResult, writeCheckResults } from "./results-folder.ts";
import { STATIC_CHECKS, type StaticCheck } from "./static-check.ts";

/** How progress reaches a person: one line each, as soon as it is known. */
export type Report = (line: string) => void;

/**
 * Runs the fast part: the static checks and the unit tests, two at a time, one line each with its time, details only
 * of what failed. Everything runs to its end, so that a person sees all that is wrong at once.
 */
export async function runFastPart(root: string, results: string, report: Report): Promise<void> {
  const checks: CheckResult[] = [];
  const unit = async (): Promise<void> => runProject(root, results, "unit", report);
  const statics = STATIC_CHECKS.map((check) => async () => {
    checks.push(await runCheck(root, check, report));
  });
  await runLimited(2, [unit, ...statics]);
  writeCheckResults(results, checks);
}

/** Runs one jest project whole and reports it as one line. */
export async function runProject(root: string, results: string, name: string, report: Report): Promise<void> {
  const { passed, output, milliseconds, counts } = await runJest(root, results, { name, projects: [name], paths: [] });
  report(renderLine(passed, name, milliseconds, counts));
  if (!passed) report(indent(output));
}

/** `ok    lint  1.2 s` */
export function renderLine(passed: boolean, name: string, milliseconds: number, remark = ""): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return `${passed ? "ok    " : "FAILED"} ${name.padEnd(18)} ${seconds.padStart(7)}  ${remark}`.trimEnd();
}

/** Runs one static check and reports it as one line. A check that cannot run has failed. */
export async function runCheck(root: string, { name, run }: StaticCheck, report: Report): Promise<CheckResult> {
  const startedAt = performance.now();
  const { passed, details } = await run(root).catch((error: unknown) => ({ passed: false, details: String(error) }));
  const milliseconds = performance.now() - startedAt;
  report(renderLine(passed, name, milliseconds));
  if (!passed) report(indent(details));
  return { name, passed, milliseconds, details: passed ? "" : details };
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "    ");
}
