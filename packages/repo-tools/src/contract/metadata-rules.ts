import type { ActionFolder } from "./action-folder.ts";
import type { Breach } from "./breach.ts";

const COLORS = ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Everything by which the scaffold marks what a person has still to write. */
const PLACEHOLDER = /\b(todo|tbd|fixme)\b/i;

/** What action.yml must say, by itself: it is the contract that workflow authors and GitHub read. */
export function checkMetadata(action: ActionFolder): Breach[] {
  const file = `${action.path}/action.yml`;
  const breaches = [...checkHead(action), ...checkNames(action), ...checkDescriptions(action)];
  return breaches.map(([rule, message]) => ({ rule, file, message }));
}

type Finding = readonly [rule: string, message: string];

function checkHead({ name, metadata }: ActionFolder): Finding[] {
  const { branding, runs, unknownKeys } = metadata;
  const findings: Finding[] = [];
  const expect = (holds: boolean, rule: string, message: string): void => {
    if (!holds) findings.push([rule, message]);
  };
  expect(metadata.name === `Fairway ${name}`, "name", `"name" must be "Fairway ${name}"; it is "${metadata.name}".`);
  expect(metadata.author !== "", "author", `"author" is missing; write "author: Fairway".`);
  expect(KEBAB_CASE.test(branding["icon"] ?? ""), "branding", `"branding.icon" must name a Feather icon.`);
  expect(COLORS.includes(branding["color"] ?? ""), "branding", `"branding.color" must be one of ${COLORS.join(", ")}.`);
  expect(runs["using"] === "node24", "runs", `"runs.using" must be "node24"; it is "${runs["using"] ?? ""}".`);
  for (const entry of ["main", "pre", "post"]) {
    const known = entry === "main" || runs[entry] !== undefined;
    expect(!known || runs[entry] === "dist/index.js", "runs", `"runs.${entry}" must be "dist/index.js".`);
  }
  expect(unknownKeys.length === 0, "keys", `GitHub does not know ${unknownKeys.join(", ")}; remove it.`);
  return findings;
}

function checkNames({ metadata }: ActionFolder): Finding[] {
  const all = [...metadata.inputs, ...metadata.outputs];
  const findings = all.flatMap(({ name, unknownKeys }): Finding[] => [
    ...(KEBAB_CASE.test(name) ? [] : [["kebab-case", `"${name}" must be lower-case words joined by dashes.`] as const]),
    ...unknownKeys.map((key) => ["keys", `"${name}" has the key "${key}", which GitHub does not know.`] as const),
  ]);
  if (metadata.outputs.some(({ name }) => name === "outcome")) return findings;
  return [...findings, ["outcome", `There is no output "outcome". Every action says in one word how it ended.`]];
}

function checkDescriptions({ metadata }: ActionFolder): Finding[] {
  const described = [
    { name: "description", description: metadata.description },
    ...metadata.inputs,
    ...metadata.outputs,
  ];
  return described.flatMap(({ name, description }): Finding[] => {
    if (PLACEHOLDER.test(description))
      return [["placeholder", `"${name}" is still to be described: "${description}".`]];
    if (/^[A-Za-z0-9].*\.$/s.test(description.trim())) return [];
    return [
      ["description", `"${name}" needs a description that is a sentence and ends with a full stop: "${description}".`],
    ];
  });
}
