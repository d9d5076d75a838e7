import { allowJsonModules } from "./json-modules.ts";

allowJsonModules();
const { runCommand } = await import("./command.ts");
process.exitCode = await runCommand(process.argv.slice(2));
