import { addUpResults, exitCodeOf, openResults, renderTotal } from "./checks/results-folder.ts";
import { runFastPart } from "./checks/run-fast-part.ts";
import { readArguments } from "./arguments.ts";
import { runProgram } from "./program.ts";
import { REPOSITORY_ROOT } from "./repository.ts";

// npm run check: types, lint, format, unused code, import rules, generated tables and the unit tests.
await runProgram(async (words) => {
  readArguments(words, [], []);
  const results = openResults(REPOSITORY_ROOT, "check");
  await runFastPart(REPOSITORY_ROOT, results, console.log);
  const total = addUpResults(results, ["checks", "unit"]);
  console.log(renderTotal(total));
  return exitCodeOf(total);
});
