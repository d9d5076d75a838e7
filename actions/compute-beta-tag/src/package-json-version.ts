import { member } from "@fairway/domain";

import { foundText, type Found, type Manifest } from "./manifest.ts";

/** `version` of a package.json. */
export function packageJsonVersion({ content }: Manifest): Found {
  return foundText(member(JSON.parse(content), "version"), "it has no version");
}
