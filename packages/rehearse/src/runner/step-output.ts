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
  readonly log: readonly LogLine[];
  readonly annotations: readonly Annotation[];
  /** From the old `set-output` and `save-state` commands; a value in the file beats them. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  read(line: string): void;
}

/** Reads a step's lines, carries out the commands among them, and keeps the rest as the log. */
export function createStepOutput(masker: Masker, onLog: (line: LogLine) => void): StepOutput {
  const said = openRecord(masker, onLog);
  let resumeToken: string | undefined;
  const handlers: Readonly<Record<string, (command: WorkflowCommand) => void>> = {
    "add-mask": ({ data }) => masker.add(data),
    debug: ({ data }) => said.write("debug", data),
    endgroup: () => said.closeGroup(),
    error: (command) => said.annotate("error", command),
    group: ({ data }) => said.openGroup(data),
    notice: (command) => said.annotate("notice", command),
    "save-state": ({ data, properties }) => said.state.set(properties["name"] ?? "", data),
    "set-output": ({ data, properties }) => said.outputs.set(properties["name"] ?? "", data),
    "stop-commands": ({ data }) => (resumeToken = data),
    warning: (command) => said.annotate("warning", command),
  };
  return { ...said, read };

  function read(line: string): void {
    const command = parseCommand(line, resumeToken);
    if (command === undefined) said.write("text", line);
    else if (resumeToken !== undefined) resumeToken = undefined;
    else carryOut(command);
  }

  function carryOut(command: WorkflowCommand): void {
    const handler = handlers[command.name];
    if (handler === undefined) said.write("command", `${command.name} is not carried out here: ${command.data}`);
    else handler(command);
  }
}

function openRecord(masker: Masker, onLog: (line: LogLine) => void) {
  const log: LogLine[] = [];
  const annotations: Annotation[] = [];
  let depth = 0;
  return {
    log,
    annotations,
    outputs: new Map<string, string>(),
    state: new Map<string, string>(),
    write,
    closeGroup: () => void (depth = Math.max(0, depth - 1)),
    openGroup(title: string): void {
      write("group", title);
      depth += 1;
    },
    annotate(level: Annotation["level"], { data, properties }: WorkflowCommand): void {
      const { title, file, line } = properties;
      annotations.push({
        level,
        message: masker.mask(data),
        title,
        file,
        line: line === undefined ? undefined : Number(line),
      });
      write(level, data);
    },
  };

  function write(kind: LogLine["kind"], text: string): void {
    for (const part of masker.mask(text).split(/\r\n|\r|\n/)) {
      const entry = { kind, text: part, depth };
      log.push(entry);
      onLog(entry);
    }
  }
}
