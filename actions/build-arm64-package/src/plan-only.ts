import type { Tools } from "./find-tools.ts";
import { gatherLayout } from "./gather-layout.ts";
import { goBuildCommand } from "./go-command.ts";
import type { BuildArm64PackageInputs } from "./inputs.ts";
import type { PackagePlan } from "./package-plan.ts";
import type { LayoutEntry } from "./plan-layout.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";
import { renderTime, type Preparation } from "./prepare.ts";
import { NO_FILES, type BuildArm64PackageResult } from "./result.ts";

/** Says what would be run and which files would be where. Nothing is run but what tells the version of a tool. */
export async function planOnly(
  inputs: BuildArm64PackageInputs,
  { plan, timeSeconds }: Preparation,
  tools: Tools,
  ports: BuildArm64PackagePorts,
): Promise<BuildArm64PackageResult> {
  const entries = await gatherLayout(
    plan,
    plan.builds.map(({ to }) => ({ to })),
    true,
    ports,
  );
  ports.log.group("would run", commandLines(plan, tools));
  ports.log.group(`would pack into ${plan.folder}/`, entries.map(entryLine));
  const path = `${inputs.outputDirectory}/${plan.name}.tar.gz`;
  ports.log.info(`planned ${path}: ${entries.length} entries; nothing was changed`);
  return {
    outputs: {
      ...NO_FILES,
      package: path,
      files: JSON.stringify(
        entries.filter(({ content }) => content.kind !== "folder").map((entry) => `${plan.folder}/${entry.path}`),
      ),
      outcome: "planned",
    },
    facts: [
      ["Package", path],
      ["Entries", String(entries.length)],
      ["Time", renderTime(timeSeconds)],
      ["Edition", plan.enterprise ? "enterprise" : ""],
    ],
    remarks: ["Nothing was built. The files that commands make were not looked for."],
  };
}

function commandLines({ commands, builds }: PackagePlan, { go }: Tools): string[] {
  const own = commands.flatMap(({ folder, run }) => run.map((argv) => `${folder}: ${argv.join(" ")}`));
  const compiled = builds.map((build) => {
    const command = goBuildCommand(build, go ?? { program: "go", folder: "" }, {
      folder: build.folder,
      output: build.to,
    });
    return `${build.folder}: GOOS=linux GOARCH=arm64 CGO_ENABLED=${build.cgo ? 1 : 0} go ${command.args.join(" ")}`;
  });
  return [...own, ...compiled];
}

function entryLine({ path, mode, content, origin }: LayoutEntry): string {
  const shown = content.kind === "folder" ? `${path}/` : `${path} from ${origin}`;
  return `${mode.toString(8)} ${shown}${content.kind === "later" ? ", made by the build" : ""}`;
}
