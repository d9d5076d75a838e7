import { debug, endGroup, error, info, notice, startGroup, warning } from "@actions/core";
import type { Log } from "@fairway/domain";

import { remoteText } from "./remote-text.ts";

/** GitHub shows this many annotations of a kind for a step and drops the rest without a word. */
const SHOWN_ANNOTATIONS = 10;

/**
 * The runner's log. Every line passes the remote-text filter, so nothing that is logged can act as a workflow command.
 * The tenth annotation of a kind says that those after it are lines of the log only.
 */
export function createRunnerLog(): Log {
  const counts = { notice: 0, warning: 0, error: 0 };
  const annotate = (kind: keyof typeof counts, write: (message: string) => void, message: string) => {
    const lines = remoteText(message);
    counts[kind] += 1;
    if (counts[kind] < SHOWN_ANNOTATIONS) write(lines.join("\n"));
    else if (counts[kind] === SHOWN_ANNOTATIONS)
      write(`${lines.join("\n")}\nMore of this kind are in the log of this step only.`);
    else for (const line of lines) info(`${kind}: ${line}`);
  };
  return {
    debug: (message) => debug(remoteText(message).join("\n")),
    info: (message) => remoteText(message).forEach((line) => info(line)),
    notice: (message) => annotate("notice", notice, message),
    warning: (message) => annotate("warning", warning, message),
    error: (message) => annotate("error", error, message),
    group: (title, lines) => {
      startGroup(remoteText(title).join(" "));
      for (const line of lines.flatMap(remoteText)) info(line);
      endGroup();
    },
  };
}
