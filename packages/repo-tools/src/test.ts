import { basename } from "node:path";
import { readArguments } from "./arguments.ts";
import { findTestProjects, type JestRun, runJest } from "./checks/jest-project.ts";
import {
  addUpResults,
  exitCodeOf,
  openResults,
  renderTotal,
  type Total,
  writeCheckResults,
} from "./checks/results-folder.ts";
import { contractCheck } from "./checks/static-check.ts";
import { renderLine, runCheck, runFastPart, runProject } from "./checks/run-fast-part.ts";
import { runProgram } from "./program.ts";
import { findActions, findFiles, findWorkspaceFolders, REPOSITORY_ROOT } from "./repository.ts";

// npm test                        the fast part, then every project of test/
// npm test -- compute-beta-tag    the tests of one action or package, or one project of test/
await runProgram(async (words) => {
  const projects = findTestProjects(REPOSITORY_ROOT);
  const folders = findWorkspaceFolders(REPOSITORY_ROOT);
  const { names } = readArguments(words, [], ["unit", ...projects, ...folders.map((folder) => basename(folder))]);
  const total = names.length > 0 ? await runSome(names, projects) : await runAll(projects);
  for (const test of total.skipped) console.log(`skipped: ${test}`);
  console.log(renderTotal(total));
  return exitCodeOf(total);
});

async function runAll(projects: readonly string[]): Promise<Total> {
  const results = openResults(REPOSITORY_ROOT);
  await runFastPart(REPOSITORY_ROOT, results, console.log);
  for (const project of projects) await runProject(REPOSITORY_ROOT, results, project, console.log);
  return addUpResults(results, ["checks", "unit", ...projects]);
}

async function runSome(names: readonly string[], projects: readonly string[]): Promise<Total> {
  const results = openResults(REPOSITORY_ROOT, "selected");
  for (const name of names) {
    const outcome = await runJest(REPOSITORY_ROOT, results, runOf(name, projects));
    console.log(outcome.output.trimEnd());
    console.log(renderLine(outcome.passed, name, outcome.milliseconds, outcome.counts));
  }
  const actions = findActions(REPOSITORY_ROOT).filter((action) => names.includes(action));
  const contracts = actions.map((action) => contractCheck(action));
  const checks = await Promise.all(contracts.map((each) => runCheck(REPOSITORY_ROOT, each, console.log)));
  if (checks.length > 0) writeCheckResults(results, checks);
  return addUpResults(results, names);
}

/** A project is run whole; an action or package is run with every test file that is in its folder or has its name. */
function runOf(name: string, projects: readonly string[]): JestRun {
  if (name === "unit" || projects.includes(name)) return { name, projects: [name], paths: [] };
  const isTest = (file: string): boolean => file.endsWith(".test.ts");
  const own = [`actions/${name}`, `packages/${name}`].flatMap((folder) => findFiles(REPOSITORY_ROOT, folder, isTest));
  const named = findFiles(REPOSITORY_ROOT, "test", (file) => isTest(file) && file.startsWith(`${name}.`));
  const paths = [...own, ...named];
  if (paths.length === 0) throw new Error(`${name} has no tests yet. Write one beside its code.`);
  return { name, projects: ["unit", ...projects], paths };
}
