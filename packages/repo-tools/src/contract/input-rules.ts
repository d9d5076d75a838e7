import type { ActionFolder, DeclaredField } from "./action-folder.ts";
import type { InputMetadata } from "./action-metadata.ts";
import type { Breach } from "./breach.ts";

/** What action.yml says of the inputs and what inputs.ts makes of them must be the same. */
export function checkInputs({ path, metadata, fields }: ActionFolder): Breach[] {
  const file = `${path}/src/inputs.ts`;
  if (fields === undefined) {
    const message = "there is no exported object `fields`; declare every input there, by its name in action.yml.";
    return [{ rule: "fields", file, message }];
  }
  const undeclared = metadata.inputs.filter(({ name }) => fields[name] === undefined);
  const unlisted = Object.keys(fields).filter((name) => !metadata.inputs.some((input) => input.name === name));
  return [
    ...undeclared.map(({ name }) => ({
      rule: "inputs",
      file,
      message: `"${name}" is in action.yml and not in fields.`,
    })),
    ...unlisted.map((name) => ({ rule: "inputs", file, message: `"${name}" is in fields and not in action.yml.` })),
    ...metadata.inputs.flatMap((input) => checkInput(input, fields[input.name]).map((each) => ({ ...each, file }))),
  ];
}

/** Names that hold a credential wherever they are used. A lease token only names a record: it is public, and shown. */
const CREDENTIAL = /(^|-)(?<!lease-)(token|password|secret)$/;

function checkInput(input: InputMetadata, field: DeclaredField | undefined): Omit<Breach, "file">[] {
  if (field === undefined) return [];
  const problem = problemOfDefault(input, field);
  const findings: (readonly [rule: string, message: string | undefined])[] = [
    ["required", problemOfRequired(input, field)],
    ["default", problem && `has the default "${input.default}", which its own field refuses: it ${problem}.`],
    [
      "secret",
      CREDENTIAL.test(input.name) && !field.secret ? "holds a credential; declare it with secret()." : undefined,
    ],
  ];
  return findings.flatMap(([rule, message]) => (message ? [{ rule, message: `"${input.name}" ${message}` }] : []));
}

function problemOfRequired(input: InputMetadata, field: DeclaredField): string | undefined {
  if (input.required && input.default !== undefined) return "is required and has a default; drop one.";
  if (input.required) return field.optional ? "is required in action.yml and optional in fields." : undefined;
  if (field.optional || (input.default ?? "") !== "") return undefined;
  return "is refused when empty, so action.yml needs `required: true` or a default.";
}

/** A default with an expression is known to the runner alone. */
function problemOfDefault(input: InputMetadata, field: DeclaredField): string | undefined {
  const text = input.default?.trim() ?? "";
  if (text === "" || text.includes("${{")) return undefined;
  const parsed = field.parse(text);
  return parsed.kind === "valid" ? undefined : (parsed.problem ?? "is not valid");
}
