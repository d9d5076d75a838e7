import { runCommand } from "./command.ts";
import { renderBreach } from "./contract/breach.ts";
import { checkActionContract } from "./contract/check-contract.ts";
import { runProgram } from "./program.ts";
import { readText, REPOSITORY_ROOT } from "./repository.ts";
import { scaffoldAction } from "./scaffold/scaffold-action.ts";

// npm run new-action -- verb-noun "One sentence that says what it does."
await runProgram(async ([name, sentence, ...rest]) => {
  if (name === undefined || sentence === undefined || rest.length > 0) {
    throw new Error(`Two arguments are needed: npm run new-action -- verb-noun "One sentence that says what it does."`);
  }
  for (const path of scaffoldAction(REPOSITORY_ROOT, name, sentence)) console.log(`wrote ${path}`);
  await addToLockfile();
  console.log(`\nThe contract of ${name} is red until these are done (npm test -- contract):`);
  for (const breach of await checkActionContract(REPOSITORY_ROOT, name)) console.log(`  ${renderBreach(breach)}`);
  console.log("CONTRIBUTING.md has the steps.");
  return 0;
});

/** Every other command installs the lockfile as it is, so the new package must be in it. */
async function addToLockfile(): Promise<void> {
  const { packageManager } = JSON.parse(readText(REPOSITORY_ROOT, "package.json")) as {
    readonly packageManager: string;
  };
  const install = ["--yes", "--loglevel=error", packageManager, "install", "--no-frozen-lockfile"];
  const { exitCode, output } = await runCommand({ program: "npx", arguments: install, folder: REPOSITORY_ROOT });
  if (exitCode !== 0) throw new Error(`pnpm could not add the action to the lockfile:\n${output}`);
}
