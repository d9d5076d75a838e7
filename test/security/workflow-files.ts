import { readdirSync } from "node:fs";
import { readText, REPOSITORY_ROOT } from "@fairway/repo-tools";

/** Every workflow by its path: those that run or are called here, and those to copy. Manifests of packages end in .yaml. */
export const WORKFLOWS: ReadonlyMap<string, string> = new Map(
  [".github/workflows", "workflows-examples"].flatMap((folder) =>
    readdirSync(`${REPOSITORY_ROOT}/${folder}`)
      .filter((name) => name.endsWith(".yml"))
      .map((name) => {
        const path = `${folder}/${name}`;
        return [path, readText(REPOSITORY_ROOT, path)] as const;
      }),
  ),
);
