import { accessSync, constants } from "node:fs";
import { delimiter, resolve } from "node:path";
import process from "node:process";

/** Where the machine has a program, by PATH or by its own full path; undefined when nowhere. */
export function findProgram(program: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => resolve(folder, program)).find((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
