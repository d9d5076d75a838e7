import type { ActionFolder } from "./action-folder.ts";
import type { ActionMetadata } from "./action-metadata.ts";
import type { Breach } from "./breach.ts";
import { replaceTables } from "./readme-tables.ts";
import { readExampleSteps } from "./readme-examples.ts";

const SECTIONS = ["Requirements", "Usage", "API"];

/**
 * The README has the three sections, its tables are what action.yml says, it shows the action in use, and no example
 * of it uses an input that does not exist or leaves out one that is needed.
 */
export function checkReadme(action: ActionFolder, actions: ReadonlyMap<string, ActionMetadata>): Breach[] {
  const file = `${action.path}/README.md`;
  return [...checkSections(action), ...checkTables(action), ...checkExamples(action.readme, actions, action.name)].map(
    (breach) => ({ ...breach, file }),
  );
}

/** Checks the examples of any Markdown text against the actions that they use. */
export function checkExamples(
  text: string,
  actions: ReadonlyMap<string, ActionMetadata>,
  shown?: string,
): Omit<Breach, "file">[] {
  const { steps, unreadable } = readExampleSteps(text);
  const breaches = unreadable.map((message) => ({
    rule: "example",
    message: `an example is not valid YAML: ${message}`,
  }));
  for (const step of steps) {
    const metadata = actions.get(step.action);
    const findings = metadata === undefined ? ["there is no such action."] : checkStep(step.inputs, metadata);
    breaches.push(...findings.map((each) => ({ rule: "example", message: `an example of ${step.action}: ${each}` })));
  }
  if (shown === undefined || steps.some((step) => step.action === shown)) return breaches;
  return [...breaches, { rule: "example", message: `no example has a step that uses ${shown}.` }];
}

function checkStep(given: readonly string[], { inputs }: ActionMetadata): string[] {
  const known = inputs.map(({ name }) => name);
  const missing = inputs.filter((input) => input.required && !given.includes(input.name));
  return [
    ...given.filter((name) => !known.includes(name)).map((name) => `there is no input "${name}".`),
    ...missing.map(({ name }) => `the required input "${name}" is not given.`),
  ];
}

function checkSections({ name, readme }: ActionFolder): Omit<Breach, "file">[] {
  const headings = readme.split("\n").filter((line) => /^#{1,2} /.test(line));
  const missing = [`# ${name}`, ...SECTIONS.map((section) => `## ${section}`)].filter(
    (each) => !headings.includes(each),
  );
  return missing.map((each) => ({ rule: "sections", message: `the heading "${each}" is missing.` }));
}

function checkTables({ readme, metadata }: ActionFolder): Omit<Breach, "file">[] {
  const { text, missing } = replaceTables(readme, metadata);
  const breaches = missing.map((marker) => ({ rule: "tables", message: `the marker "${marker}" is missing.` }));
  if (text === readme) return breaches;
  return [...breaches, { rule: "tables", message: "the tables are not what action.yml says; run npm run docs." }];
}
