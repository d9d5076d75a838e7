import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runCommand } from "../command.ts";
import { REPOSITORY_ROOT } from "../repository.ts";

const folder = mkdtempSync(join(tmpdir(), "fairway-budgets-"));

beforeAll(() => {
  // The typed rules need a tsconfig.json beside the file; the settings are those of the sources.
  const base = join(REPOSITORY_ROOT, "tsconfig.base.json");
  const tsconfig = { extends: base, compilerOptions: { types: [] }, include: ["*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const parameters = (count: number): string =>
  Array.from({ length: count }, (_, index) => `p${index}: number`).join(", ");
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `  n += ${index};\n`).join("");
const branches = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  if (n === ${index}) return ${index};\n`).join("");

const fileOf = (count: number): string => `export const n = 1;\n${"// one line\n".repeat(count - 1)}`;
const functionOf = (count: number): string =>
  `export function f(n: number): number {\n${lines(count - 3)}  return n;\n}\n`;
const complexity = (count: number): string =>
  `export function f(n: number): number {\n${branches(count - 1)}  return n;\n}\n`;
const arity = (count: number): string => `export const f = (${parameters(count)}): void => undefined;\n`;

describe("the linter enforces", () => {
  test.each([
    ["max-lines", "at most 250 lines in a file", fileOf(250), fileOf(251)],
    ["max-lines-per-function", "at most 50 lines in a function", functionOf(50), functionOf(51)],
    ["complexity", "a complexity of at most 10", complexity(10), complexity(11)],
    ["max-params", "at most 4 parameters", arity(4), arity(5)],
    [
      "no-floating-promises",
      "that no promise is left alone",
      "export async function f(): Promise<void> {\n  await f();\n}\n",
      "export async function f(): Promise<void> {\n  f();\n  await f();\n}\n",
    ],
    [
      "switch-exhaustiveness-check",
      "that a switch knows every kind",
      `export function f(k: "a" | "b"): void {\n  switch (k) {\n    case "a":\n    case "b":\n  }\n}\n`,
      `export function f(k: "a" | "b"): void {\n  switch (k) {\n    case "a":\n  }\n}\n`,
    ],
    ["no-explicit-any", "that nothing is any", "export const a: unknown = 1;\n", "export const a: any = 1;\n"],
    ["no-default-export", "that exports have names", "export const a = 1;\n", "export default 1;\n"],
  ])("%s: %s", async (rule, _meaning, within, beyond) => {
    expect(await lint(within)).not.toContain(`(${rule})`);
    expect(await lint(beyond)).toContain(`(${rule})`);
  });
});

async function lint(text: string): Promise<string> {
  writeFileSync(join(folder, "budget.ts"), text);
  const oxlint = join(REPOSITORY_ROOT, "node_modules/oxlint/bin/oxlint");
  const config = join(REPOSITORY_ROOT, ".oxlintrc.json");
  const { output } = await runCommand({
    program: process.execPath,
    arguments: [oxlint, "--type-aware", "--config", config, "."],
    folder,
    // Outside the repository the linter does not find its typed half by itself.
    environment: { OXLINT_TSGOLINT_PATH: join(REPOSITORY_ROOT, "node_modules/.bin/tsgolint") },
  });
  if (!output.includes("on 1 file")) throw new Error(`The linter looked at nothing:\n${output}`);
  return output;
}
