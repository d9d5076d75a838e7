import { debug, endGroup, error, info, notice, startGroup, warning } from "@actions/core";
import type { Log } from "@fairway/domain";

import { remoteText } from "./remote-text.ts";

/** GitHub shows this many annotations of a kind for a step and drops the rest without a word. */
const SHOWN_ANNOTATIONS = 10;

/** What the summary repeats of annotations that GitHub does not show. */
const KEPT_UNSHOWN = 20;

export interface RunnerLog extends Log {
  /** The error that a step ends with. */
  fail(title: string, message: string): void;
  /** What was said after the tenth annotation of its kind, the first ones of it, and how many there were. */
  unshown(): { readonly first: readonly string[]; readonly count: number };
}

/**
 * The runner's log. Every line passes the remote-text filter, so nothing that is logged can act as a workflow command.
 * The tenth annotation of a kind says that those after it are lines of the log and, so that they are not lost, of the summary.
 */
export function createRunnerLog(): RunnerLog {
  const counts = { notice: 0, warning: 0, error: 0 };
  const unshown = { first: [] as string[], count: 0 };
  const annotate = (kind: keyof typeof counts, write: (message: string) => void, message: string) => {
    const lines = remoteText(message);
    counts[kind] += 1;
    if (counts[kind] < SHOWN_ANNOTATIONS) write(lines.join("\n"));
    else if (counts[kind] === SHOWN_ANNOTATIONS)
      write(`${lines.join("\n")}\nMore of this kind are in the summary and in the log of this step.`);
    else {
      unshown.count += 1;
      if (unshown.count <= KEPT_UNSHOWN) unshown.first.push(`${kind}: ${lines.join(" ")}`);
      for (const line of lines) info(`${kind}: ${line}`);
    }
  };
  return {
    debug: (message) => debug(remoteText(message).join("\n")),
    info: (message) => remoteText(message).forEach((line) => info(line)),
    notice: (message) => annotate("notice", notice, message),
    warning: (message) => annotate("warning", warning, message),
    error: (message) => annotate("error", error, message),
    fail: (title, message) => annotate("error", (text) => error(text, { title: remoteText(title).join(" ") }), message),
    unshown: () => unshown,
    group: (title, lines) => {
      startGroup(remoteText(title).join(" "));
      for (const line of lines.flatMap(remoteText)) info(line);
      endGroup();
    },
  };
}
