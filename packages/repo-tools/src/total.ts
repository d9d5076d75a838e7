import { join } from "node:path";
import { findTestProjects } from "./checks/jest-project.ts";
import { addUpResults, exitCodeOf, renderTotal } from "./checks/results-folder.ts";
import { runProgram } from "./program.ts";
import { REPOSITORY_ROOT } from "./repository.ts";

// Adds up what the last run of npm test left in test-results and prints the one line.
await runProgram(() => {
  const names = ["checks", "unit", ...findTestProjects(REPOSITORY_ROOT)];
  const total = addUpResults(join(REPOSITORY_ROOT, "test-results"), names);
  console.log(renderTotal(total));
  return exitCodeOf(total);
});
