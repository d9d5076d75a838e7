import type { ActionFolder } from "./action-folder.ts";
import type { Breach } from "./breach.ts";
import { pascalCase, readDeclaredOutputs } from "./declared-outputs.ts";

/** The outputs in action.yml are those that the code sets, and `outcome` names every word it can have. */
export function checkOutputs({ name, path, metadata, sources }: ActionFolder): Breach[] {
  const declared = readDeclaredOutputs(name, sources);
  if (declared === undefined || declared.length === 0) {
    const type = pascalCase(name);
    const message = `no outputs are declared; export an interface ${type}Result with the members of "outputs" written out, or ${type}Outputs.`;
    return [{ rule: "outputs", file: `${path}/src/${name}.ts`, message }];
  }
  const file = `${path}/action.yml`;
  const unset = metadata.outputs.filter((output) => !declared.some((each) => each.name === output.name));
  const unlisted = declared.filter((each) => !metadata.outputs.some((output) => output.name === each.name));
  const outcome = metadata.outputs.find((output) => output.name === "outcome")?.description ?? "";
  const words = declared.find((each) => each.name === "outcome")?.words ?? [];
  const untold = words.filter((word) => !outcome.split(/[^a-z-]+/).includes(word));
  return [
    ...unset.map((output) => ({ rule: "outputs", file, message: `"${output.name}" is listed and never set.` })),
    ...unlisted.map((each) => ({ rule: "outputs", file, message: `"${each.name}" is set and not listed.` })),
    ...untold.map((word) => ({
      rule: "outcome",
      file,
      message: `"outcome" can be "${word}"; its description must say so.`,
    })),
  ];
}
