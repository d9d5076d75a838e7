import { causeChain, code, escapeMarkdown, FairwayError, joinParts, renderNextStep } from "@fairway/domain";

import type { RunnerLog } from "./runner-log.ts";

const BUG = "This is a defect of Fairway, please report it. Re-run the job with debug logging for the stack.";

/** More causes than these are the log's alone. */
const SHOWN_CAUSES = 3;

/**
 * Says why an action is red in one annotation: the action and the code to search for as its title, then the reason, its
 * causes and what to do next. Anything that is not a FairwayError is a defect of Fairway; its stack goes to the debug log.
 */
export function reportFailure(action: string, error: unknown, log: RunnerLog): void {
  const [message = "unknown", ...causes] = causeChain(error);
  const { kind, name, nextStep, standsAlone } = detailsOf(error);
  const told = causes.slice(0, SHOWN_CAUSES).map((cause) => `cause: ${cause}`);
  if (nextStep !== undefined) told.push(`next: ${nextStep}`);
  log.fail(`${action}: ${name}`, standsAlone ? message : [message, ...told].join("\n"));
  for (const line of standsAlone ? told : []) log.info(line);
  for (const cause of causes.slice(SHOWN_CAUSES)) log.info(`cause: ${cause}`);
  log.info(`code: ${name} (${kind})`);
  if (error instanceof Error && name === "BUG") log.debug(error.stack ?? "no stack");
}

function detailsOf(
  error: unknown,
): Pick<FairwayError, "kind" | "nextStep" | "standsAlone"> & { readonly name: string } {
  if (!(error instanceof FairwayError)) return { kind: "bug", name: "BUG", nextStep: BUG, standsAlone: false };
  const { kind, nextStep, standsAlone } = error;
  return { kind, name: error.code, nextStep, standsAlone };
}

/** The summary of an action that ended before it had a result of its own. */
export function renderFailure(action: string, error: unknown): string {
  const [message = "unknown", ...causes] = causeChain(error);
  const known = error instanceof FairwayError;
  return joinParts([
    `### ${action}: failed`,
    message
      .split("\n")
      .map((line) => escapeMarkdown(line, 1000))
      .join("  \n"),
    causes.map((cause) => `- cause: ${escapeMarkdown(cause)}`).join("\n"),
    renderNextStep(known ? error.nextStep : BUG),
    known ? `Code ${code(error.code)} (${error.kind}).` : "",
  ]);
}

/** What was said in more annotations than GitHub shows. Empty when it shows all. */
export function renderUnshown({ first, count }: ReturnType<RunnerLog["unshown"]>): string {
  if (count === 0) return "";
  const rest = count === first.length ? "" : `\n- and ${count - first.length} more, in the log of this step`;
  const list = first.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
  return `<details><summary>Not shown as annotations: ${count}</summary>\n\n${list}${rest}\n\n</details>`;
}
