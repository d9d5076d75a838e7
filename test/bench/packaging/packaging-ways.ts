import process from "node:process";
import { goProgramPath } from "../../support/go-programs.ts";
import { PACK_TREE } from "./pack-tree.ts";

/** One way of making a `.tar.gz` of a tree. */
export interface PackagingWay {
  readonly name: string;
  /** The program of the machine that it needs; nothing but this repository when left out. */
  readonly program?: string;
  /** What the figures do not say. */
  readonly remark: string;
  command(tree: string, file: string): readonly [program: string, ...words: string[]];
}

const NORMALISED =
  "--format=ustar --sort=name --owner=:0 --group=:0 --numeric-owner --mtime=@1700000000 --mode=u=rwX,go=rX";

export const PACKAGING_WAYS: readonly PackagingWay[] = [
  {
    name: "Fairway",
    remark: "reproducible; digests of the archive, the tar and each file in the same pass; on the disk when it ends",
    command: (tree, file) => [
      process.execPath,
      "--conditions=fairway-source",
      "--disable-warning=ExperimentalWarning",
      PACK_TREE,
      tree,
      file,
    ],
  },
  {
    name: "tar, pigz -6 with two threads",
    program: "pigz",
    remark: "order, owners, times and modes of the disk; no digest",
    command: (tree, file) => shell("tar -cf - -C $0 . | pigz -6 -n -p 2 >$1", tree, file),
  },
  {
    name: "tar, gzip -6",
    program: "gzip",
    remark: "as above",
    command: (tree, file) => shell("tar -cf - -C $0 . | gzip -6 -n >$1", tree, file),
  },
  {
    name: "tar normalised, pigz -6 with two threads",
    program: "pigz",
    remark: "reproducible; one mode for all files; no digest",
    command: (tree, file) => shell(`tar ${NORMALISED} -cf - -C $0 . | pigz -6 -n -p 2 >$1`, tree, file),
  },
  {
    name: "tar normalised, gzip -6",
    program: "gzip",
    remark: "as above",
    command: (tree, file) => shell(`tar ${NORMALISED} -cf - -C $0 . | gzip -6 -n >$1`, tree, file),
  },
  {
    name: "goreleaser, an archive of files",
    program: goProgramPath("goreleaser"),
    remark: "level 9, which it has no setting for; owners, times and modes of the disk",
    command: (tree, file) => shell(GORELEASER, tree, file),
  },
];

const GORELEASER_SETTINGS = JSON.stringify({
  version: 2,
  project_name: "package",
  dist: "../goreleaser",
  builds: [{ skip: true }],
  archives: [{ meta: true, formats: ["tar.gz"], name_template: "package", files: ["**/*"] }],
  checksum: { disable: true },
  release: { disable: true },
});

// Without a repository a snapshot is all that it makes; JSON is YAML.
const GORELEASER = `cd $0 && echo '${GORELEASER_SETTINGS}' | '${goProgramPath("goreleaser")}' release --snapshot --clean --config - && mv ../goreleaser/package.tar.gz $1`;

function shell(line: string, tree: string, file: string): readonly [string, ...string[]] {
  return ["sh", "-c", line.replaceAll("$0", '"$0"').replaceAll("$1", '"$1"'), tree, file];
}
