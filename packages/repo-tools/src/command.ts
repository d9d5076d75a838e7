import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** What a finished child process left. */
export interface CommandResult {
  readonly exitCode: number;
  /** Standard output and standard error in the order in which they arrived. */
  readonly output: string;
  readonly milliseconds: number;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** Added to this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** For programs that print their results a second time on standard output. */
  readonly ignoreStandardOutput?: boolean;
}

/**
 * Runs a program to its end and collects what it printed. A program that does not start, or is killed, counts as
 * failed: nothing is thrown, so that a list of checks always comes to its end.
 */
export async function runCommand(command: Command): Promise<CommandResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command.program, command.arguments, {
      cwd: command.folder,
      env: { ...process.env, ...command.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const end = (exitCode: number): void => {
      resolve({ exitCode, output, milliseconds: performance.now() - startedAt });
    };
    const keep = (text: string): void => {
      output += text;
    };
    child.stderr.setEncoding("utf8").on("data", keep);
    if (command.ignoreStandardOutput === true) child.stdout.resume();
    else child.stdout.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      output += `${command.program} does not start: ${error.message}\n`;
      end(1);
    });
    child.on("close", (code, signal) => {
      if (signal !== null) output += `${command.program} was ended by ${signal}\n`;
      end(code ?? 1);
    });
  });
}

/** Runs tasks in order, at most `limit` at the same time, and returns their results in the order of the tasks. */
export async function runLimited<T>(limit: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const waiting = [...tasks.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, task] = next;
      results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
