import type { BuildArm64PackageInputs } from "./inputs.ts";
import { makePackage, renderMegabytes, type MadePackage, type Making } from "./make-package.ts";
import { LOCKFILES, readLockfile, type NpmPackage } from "./npm-components.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";
import { renderTime } from "./prepare.ts";
import { renderSbom } from "./render-sbom.ts";
import type { BuildArm64PackageResult } from "./result.ts";

const MAX_LOCKFILE_BYTES = 64 * 1024 * 1024;

interface NamedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Makes the package and the files beside it, and moves them to their place together: the archive comes last. */
export async function publishPackage(
  inputs: BuildArm64PackageInputs,
  making: Making,
  ports: BuildArm64PackagePorts,
): Promise<BuildArm64PackageResult> {
  const made = await makePackage(making, ports);
  const files = await making.phases.run(`moved it to ${inputs.outputDirectory}`, async () => {
    const beside = await writeBeside(inputs, { making, made }, ports);
    const archive = { name: made.name, size: made.archive.size, sha256: made.archive.sha256 };
    const names = [...beside.map(({ name }) => name), made.name];
    await making.bench.publish(names);
    return [archive, ...beside];
  });
  return report(inputs, { making, made, files });
}

/** The checksum, the list of files, the bill of materials, and the checksums of all of them. */
async function writeBeside(
  inputs: BuildArm64PackageInputs,
  { making, made }: { making: Making; made: MadePackage },
  ports: BuildArm64PackagePorts,
): Promise<readonly NamedFile[]> {
  const { bench, plan } = making;
  const write = async (name: string, content: string): Promise<NamedFile> => {
    await bench.write(name, content);
    return { name, ...(await ports.binaries.hashFile(`${bench.stage}/${name}`)) };
  };
  const sums = [
    { name: made.name, sha256: made.archive.sha256 },
    await write(`${plan.name}.files.json`, renderFiles(inputs, making, made)),
    await write(sbomName(plan.name), await sbomText(inputs, { making, made }, ports)),
  ];
  const own = await write(`${made.name}.sha256`, checksumLines(sums.slice(0, 1)));
  const all = await write("checksums.txt", checksumLines(sums));
  return [...sums.slice(1).filter((sum): sum is NamedFile => "size" in sum), own, all];
}

/** The form that `sha256sum -c` reads: 64 hex digits, two spaces, the base name. */
function checksumLines(sums: readonly { readonly name: string; readonly sha256: string }[]): string {
  return sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

function sbomName(name: string): string {
  return `${name}.cdx.json`;
}

function renderFiles({ commit }: BuildArm64PackageInputs, making: Making, { name, archive }: MadePackage): string {
  const files = archive.files.map(({ path, mode, size, sha256 }) => ({
    path,
    mode: mode.toString(8).padStart(3, "0"),
    size,
    sha256,
  }));
  const { sha256, tarSha256 } = archive;
  const head = { schema: 1, package: name, sha256, tarSha256, commit, time: renderTime(making.timeSeconds) };
  return `${JSON.stringify({ ...head, files }, undefined, 2)}\n`;
}

async function sbomText(
  { version, commit }: BuildArm64PackageInputs,
  { making, made }: { making: Making; made: MadePackage },
  ports: BuildArm64PackagePorts,
): Promise<string> {
  return renderSbom({
    name: making.plan.name,
    version: version ?? commit,
    time: renderTime(making.timeSeconds),
    binaries: made.binaries,
    npmPackages: await npmPackages(making, ports),
  });
}

/** What the lockfile of the web application pins; it lies in the folder of the commands or in one above it. */
async function npmPackages({ plan }: Making, { files, log }: BuildArm64PackagePorts): Promise<readonly NpmPackage[]> {
  const web = plan.commands.find(({ output }) => output !== undefined);
  if (web === undefined) return [];
  for (const folder of foldersUp(web.folder)) {
    for (const name of LOCKFILES) {
      const text = await files.readText(`${folder}${name}`, MAX_LOCKFILE_BYTES);
      if (text !== undefined) return readLockfile(name, text);
    }
  }
  log.warning(
    `The bill of materials has no packages of the web application: there is no ${LOCKFILES.join(" or ")} in ${web.folder} or above.`,
  );
  return [];
}

/** `a/b`: `a/b/`, `a/` and the workspace itself. */
function foldersUp(folder: string): string[] {
  const parts = folder.split("/").filter((part) => part !== "." && part !== "");
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`), ""];
}

function report(
  { outputDirectory, commit }: BuildArm64PackageInputs,
  { making, made, files }: { making: Making; made: MadePackage; files: readonly NamedFile[] },
): BuildArm64PackageResult {
  const path = (name: string) => `${outputDirectory}/${name}`;
  const { archive, name } = made;
  return {
    outputs: {
      package: path(name),
      "checksum-file": path(`${name}.sha256`),
      sha256: archive.sha256,
      "tar-sha256": archive.tarSha256,
      sbom: path(sbomName(making.plan.name)),
      files: JSON.stringify(files.map((file) => ({ path: path(file.name), size: file.size, sha256: file.sha256 }))),
      outcome: "packaged",
    },
    facts: [
      ["Package", path(name)],
      ["Size", `${renderMegabytes(archive.size)}, ${archive.files.length} files`],
      ["sha256", archive.sha256],
      ["sha256 of the tar", archive.tarSha256],
      ["Commit", commit],
      ["Time", renderTime(making.timeSeconds)],
      ["Edition", making.plan.enterprise ? "enterprise" : ""],
      ...made.binaries.map(({ to, size, info }) => [to, `${renderMegabytes(size)}, ${info.goVersion}`] as const),
    ],
    remarks: [`Verify it with: sha256sum -c ${name}.sha256`],
  };
}
