import type { ActionFolder } from "./action-folder.ts";
import type { Breach } from "./breach.ts";

/** The scaffold marks with TODO what a person has to decide; an action is not done while one is left. */
const PLACEHOLDER = /\bTODO\b/;

/** Every line of the README, of the sources and of their tests that is still to be written. */
export function checkPlaceholders({ path, readme, sources, tests }: ActionFolder): Breach[] {
  const files = [
    ["README.md", readme],
    ...[...sources, ...tests].map(([file, text]) => [`src/${file}`, text] as const),
  ];
  return files.flatMap(([file = "", text = ""]) => findPlaceholders(`${path}/${file}`, text));
}

function findPlaceholders(file: string, text: string): Breach[] {
  return [...text.split("\n").entries()]
    .filter(([, line]) => PLACEHOLDER.test(line))
    .map(([index, line]) => ({
      rule: "placeholder",
      file,
      message: `line ${index + 1} is still to be written: ${line.trim()}`,
    }));
}
