import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { describe, test } from "@jest/globals";

export { runTool, type ToolRun } from "./run-tool.ts";

/**
 * A group of tests that needs a program of the machine, or several. Where one is missing the tests are reported as
 * skipped, by name; with CI=true a missing program is a failure, because there nothing real may be left out in silence.
 */
export function describeWithTool(tools: string | readonly string[], title: string, body: () => void): void {
  const tool = [tools].flat().find((one) => !isInstalled(one));
  if (tool === undefined) {
    describe(title, body);
    return;
  }
  if (process.env["CI"] !== "true") {
    describe.skip(`${title} (${tool} is not installed)`, body);
    return;
  }
  describe(title, () => {
    test(`needs ${tool}`, () => {
      throw new Error(`${tool} is not installed. In CI every tool of the real tests must be; .ci/run installs them.`);
    });
  });
}

/** As `describeWithTool`, for programs that not every machine can have: their tests are skipped in CI as well, by name. */
export function describeWhereInstalled(tools: readonly string[], title: string, body: () => void): void {
  const missing = tools.find((one) => !isInstalled(one));
  if (missing === undefined) describe(title, body);
  else describe.skip(`${title} (${missing} is not installed)`, body);
}

function isInstalled(tool: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
