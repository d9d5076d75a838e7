import { causeChain, code, escapeMarkdown, FairwayError, type Log } from "@fairway/domain";

/**
 * Says why an action is red: the reason alone as the annotation, then causes, what to do next, and the code to search for.
 * Anything that is not a FairwayError is a defect of Fairway; its stack goes to the debug log.
 */
export function reportFailure(error: unknown, log: Log): void {
  const [message = "unknown", ...causes] = causeChain(error);
  log.error(message);
  for (const cause of causes) log.info(`cause: ${cause}`);
  if (error instanceof FairwayError) {
    if (error.nextStep !== undefined) log.info(`next: ${error.nextStep}`);
    log.info(`code: ${error.code} (${error.kind})`);
    return;
  }
  log.info("code: BUG (bug)");
  log.info("next: This is a defect of Fairway, please report it. Re-run the job with debug logging for the stack.");
  if (error instanceof Error) log.debug(error.stack ?? "no stack");
}

/** The summary of an action that ended before it had a result of its own. */
export function renderFailure(action: string, error: unknown): string {
  const [message = "unknown", ...causes] = causeChain(error);
  const lines = [`### ${action}: failed`, "", ...message.split("\n").map((line) => `${escapeMarkdown(line, 1000)}  `)];
  for (const cause of causes) lines.push(`- cause: ${escapeMarkdown(cause)}`);
  if (error instanceof FairwayError) {
    if (error.nextStep !== undefined) lines.push("", `**Next:** ${escapeMarkdown(error.nextStep, 1000)}`);
    lines.push("", `Code ${code(error.code)} (${error.kind}).`);
  }
  return `${lines.join("\n")}\n`;
}
