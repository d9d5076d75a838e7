import { getExecOutput } from "@actions/exec";
import { upstream } from "@fairway/domain";

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program with an argument vector: no shell, nothing printed, and an environment of PATH and HOME alone, so that no
 * token of the job reaches it. A program that does not start is an upstream error; its exit code is the caller's to judge.
 */
export async function runProgram(program: string, args: readonly string[], folder: string): Promise<ProgramResult> {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  try {
    return await getExecOutput(program, [...args], { cwd: folder, env, silent: true, ignoreReturnCode: true });
  } catch (error) {
    throw upstream("PROGRAM_MISSING", `${program} could not be started`, {
      nextStep: `Install ${program} on the runner, or use a runner image that has it.`,
      cause: error,
    });
  }
}
