import { compareBytes } from "./compare-bytes.ts";
import type { CommandEntry, GoBuildEntry, JsonEntry, Manifest } from "./manifest.ts";
import type { BuildPlan, CommandPlan, EditPlan, PackagePlan, SourcePlan } from "./package-plan.ts";
import { createFiller, type Filler, type TemplateValues } from "./template.ts";

const WORKSPACE = ".";
const FILE_MODE = 0o644;

export type PlanVerdict =
  | { readonly kind: "planned"; readonly plan: PackagePlan }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Decides the edition, fills the fields in and gives what is left out its default; every problem is found at once. */
export function resolvePlan(manifest: Manifest, values: TemplateValues): PlanVerdict {
  const enterprise = values.enterprise === "true";
  const filler = createFiller(values);
  const plan: PackagePlan = {
    name: filler.fill(manifest.archive.name, "archive.name"),
    folder: manifest.archive.folder,
    owner: manifest.archive.owner ?? { uid: 0, gid: 0 },
    enterprise,
    goVersion: manifest.go?.version,
    nodeVersion: manifest.web?.node,
    commands: commandsOf(manifest, filler),
    builds: (manifest.go?.builds ?? []).map((build, index) =>
      buildOf(build, `go.builds[${index}]`, { enterprise, filler }),
    ),
    sources: sourcesOf(manifest, enterprise),
    edits: (manifest.json ?? []).map((edit, index) => editOf(edit, `json[${index}]`, filler)),
    texts: (manifest.generate ?? []).map(({ to, mode, text }, index) => ({
      to,
      mode: modeOf(mode),
      text: filler.fill(text, `generate[${index}].text`),
    })),
    emptyFolders: manifest["empty-folders"] ?? [],
  };
  const problems = [...filler.problems, ...nameProblems(plan), ...buildProblems(plan)];
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "planned", plan };
}

function commandsOf({ commands = [], web }: Manifest, filler: Filler): CommandPlan[] {
  const planned = commands.map((entry, index) => commandOf(entry, entry.name, `commands[${index}]`, filler));
  return web === undefined
    ? planned
    : [...planned, { ...commandOf(web, "the web application", "web", filler), output: web.output }];
}

function commandOf(entry: CommandEntry, name: string, place: string, filler: Filler): CommandPlan {
  const variables = Object.entries(entry.environment ?? {});
  return {
    name,
    folder: entry.folder ?? WORKSPACE,
    run: entry.run,
    environment: Object.fromEntries(
      variables.map(([key, value]) => [key, filler.fill(value, `${place}.environment.${key}`)]),
    ),
    inherit: entry["pass-environment"] ?? [],
    output: undefined,
  };
}

function buildOf(
  entry: GoBuildEntry,
  place: string,
  { enterprise, filler }: { enterprise: boolean; filler: Filler },
): BuildPlan {
  const more = enterprise ? entry.enterprise : undefined;
  const variables = Object.entries({ ...entry.variables, ...more?.variables });
  return {
    folder: entry.folder ?? WORKSPACE,
    package: entry.package,
    to: entry.to,
    tags: [...new Set([...(entry.tags ?? []), ...(more?.tags ?? [])])].toSorted(compareBytes),
    variables: variables
      .map(([name, value]) => [name, filler.fill(value, `${place}.variables.${name}`)] as const)
      .toSorted(([left], [right]) => compareBytes(left, right)),
    trimPath: entry["trim-path"] ?? true,
    strip: entry.strip ?? false,
    cgo: entry.cgo ?? false,
    cCompiler: entry["c-compiler"],
  };
}

function sourcesOf({ layout = [], web, license }: Manifest, enterprise: boolean): SourcePlan[] {
  const sources = layout.map(({ from, to, mode, include = [], exclude = [] }, index) => ({
    place: `layout[${index}]`,
    from,
    to,
    mode: modeOf(mode),
    include,
    exclude,
  }));
  const plain = { mode: FILE_MODE, include: [], exclude: [] };
  if (web !== undefined) {
    const { output, to, include = [], exclude = [] } = web;
    sources.push({ place: "web", from: output, to, mode: FILE_MODE, include, exclude });
  }
  if (license !== undefined) {
    const from = enterprise ? (license.enterprise ?? license.from) : license.from;
    sources.push({ place: "license", from, to: license.to, ...plain });
  }
  return sources;
}

function editOf({ from, to, mode, set }: JsonEntry, place: string, filler: Filler): EditPlan {
  const values = Object.entries(set).map(
    ([pointer, value]) =>
      [pointer, typeof value === "string" ? filler.fill(value, `${place}.set.${pointer}`) : value] as const,
  );
  return { place, from, to, mode: modeOf(mode), set: values };
}

/** A filled-in name is held against the rule again: a branch may have a slash. */
function nameProblems({ name }: PackagePlan): string[] {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(name)) return [];
  return [`archive.name: ${JSON.stringify(name)} is refused. Letters, digits and . _ - are allowed, 120 at most.`];
}

function buildProblems({ builds }: PackagePlan): string[] {
  return builds.flatMap(({ cgo, cCompiler, variables }, index) => [
    ...(cgo && cCompiler === undefined ? [`go.builds[${index}].c-compiler: is required where cgo is true`] : []),
    ...(!cgo && cCompiler !== undefined ? [`go.builds[${index}].c-compiler: has no effect without cgo: true`] : []),
    ...variables
      .filter(([, value]) => /['"\p{Cc}]/u.test(value))
      .map(
        ([name]) =>
          `go.builds[${index}].variables.${name}: a quote or a control character cannot pass the linker's flags`,
      ),
  ]);
}

function modeOf(mode: string | undefined): number {
  return mode === undefined ? FILE_MODE : Number.parseInt(mode, 8);
}
