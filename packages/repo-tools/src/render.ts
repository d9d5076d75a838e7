import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runProgram } from "./program.ts";
import { renderReleaseFiles } from "./release/release-files.ts";
import { REPOSITORY_ROOT } from "./repository.ts";

// npm run render -- --repository owner/name --sha <commit> --version vX.Y.Z --output <folder>
// Writes what a release has beside its tag: the workflows with every reference pinned to that commit, and the SBOMs.
await runProgram((words) => {
  const text = { type: "string" } as const;
  const options = { repository: text, sha: text, version: text, output: text };
  const { repository = "", sha = "", version = "", output } = parseArgs({ args: [...words], options }).values;
  if (output === undefined) throw new Error("--output is missing: name the folder that the files go to.");
  const files = renderReleaseFiles(REPOSITORY_ROOT, { repository, commit: sha, version });
  mkdirSync(output, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(output, name), content);
  console.log([...files.keys()].join("\n"));
  return 0;
});
