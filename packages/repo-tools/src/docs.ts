import { readArguments } from "./arguments.ts";
import { findStaleReadmes, writeReadmes } from "./contract/regenerate-docs.ts";
import { runProgram } from "./program.ts";
import { REPOSITORY_ROOT } from "./repository.ts";

// npm run docs              writes the generated tables of every README
// npm run docs -- --check   names the ones that are not up to date
await runProgram((words) => {
  const { flags } = readArguments(words, ["--check"], []);
  const stale = findStaleReadmes(REPOSITORY_ROOT);
  const incomplete = stale.filter(({ missing }) => missing.length > 0);
  for (const { path, missing } of incomplete) console.error(`${path}: there is no ${missing.join(" and no ")}`);
  const outdated = stale.filter(({ missing }) => missing.length === 0);
  if (!flags.has("--check")) writeReadmes(REPOSITORY_ROOT, outdated);
  for (const { path } of outdated) console.log(`${path}: ${flags.has("--check") ? "run npm run docs" : "written"}`);
  return incomplete.length > 0 || (flags.has("--check") && outdated.length > 0) ? 1 : 0;
});
