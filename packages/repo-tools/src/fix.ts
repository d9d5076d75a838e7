import { runCommand } from "./command.ts";
import { runProgram } from "./program.ts";
import { REPOSITORY_ROOT } from "./repository.ts";

const TOOLS = [["node_modules/oxlint/bin/oxlint", "--type-aware", "--fix"], ["node_modules/oxfmt/bin/oxfmt"]] as const;

// npm run fix: everything that the linter and the formatter can put right by themselves.
await runProgram(async () => {
  let worst = 0;
  for (const tool of TOOLS) {
    const command = { program: process.execPath, arguments: tool, folder: REPOSITORY_ROOT };
    const { exitCode, output } = await runCommand(command);
    console.log(output.trimEnd());
    worst = Math.max(worst, exitCode);
  }
  return worst;
});
