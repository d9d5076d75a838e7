import { parseCommand, type WorkflowCommand } from "./commands.ts";
import type { Masker } from "./masker.ts";

/** An error, warning or notice that a step attached to its job. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** One line of a step's log as the runner shows it, masked; `depth` counts the groups that are open around it. */
export interface LogLine {
  readonly kind: "text" | "command" | "group" | "error" | "warning" | "notice" | "debug";
  readonly text: string;
  readonly depth: number;
}

/** What the step has said so far. */
export interface StepOutput {
  readonly log: LogLine[];
  readonly annotations: Annotation[];
  /** From the old `set-output` and `save-state` commands; a value in the file beats them. */
  readonly outputs: Map<string, string>;
  readonly state: Map<string, string>;
  read(line: string): void;
}

/** Reads a step's lines, carries out the commands among them, and keeps the rest as the log. */
export function createStepOutput(masker: Masker, onLog: (line: LogLine) => void): StepOutput {
  const log: LogLine[] = [];
  const annotations: Annotation[] = [];
  const outputs = new Map<string, string>();
  const state = new Map<string, string>();
  let resumeToken: string | undefined;
  let depth = 0;
  return { log, annotations, outputs, state, read };

  function read(line: string): void {
    const command = parseCommand(line, resumeToken);
    if (command === undefined) write("text", line);
    else if (resumeToken !== undefined) resumeToken = undefined;
    else carryOut(command);
  }

  function carryOut(command: WorkflowCommand): void {
    const { name, data, properties } = command;
    if (name === "error" || name === "warning" || name === "notice") annotate(name, command);
    else if (name === "debug") write("debug", data);
    else if (name === "group") open(data);
    else if (name === "endgroup") depth = Math.max(0, depth - 1);
    else if (name === "add-mask") masker.add(data);
    else if (name === "stop-commands") resumeToken = data;
    else if (name === "set-output") outputs.set(properties["name"] ?? "", data);
    else if (name === "save-state") state.set(properties["name"] ?? "", data);
    else write("command", `${name} is not carried out here: ${data}`);
  }

  function annotate(level: Annotation["level"], { data, properties }: WorkflowCommand): void {
    const line = Number(properties["line"]);
    annotations.push({
      level,
      message: masker.mask(data),
      title: properties["title"],
      file: properties["file"],
      line: Number.isInteger(line) ? line : undefined,
    });
    write(level, data);
  }

  function open(title: string): void {
    write("group", title);
    depth += 1;
  }

  function write(kind: LogLine["kind"], text: string): void {
    for (const part of masker.mask(text).split(/\r\n|\r|\n/)) {
      const entry = { kind, text: part, depth };
      log.push(entry);
      onLog(entry);
    }
  }
}
