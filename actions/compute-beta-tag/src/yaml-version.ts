import { member } from "@fairway/domain";
import { parse } from "yaml";

import { foundText, type Found, type Manifest } from "./manifest.ts";

/** The top-level `version` of a Chart.yaml or pubspec.yaml, as it is written: 1.10 stays 1.10 and is no number. */
export function yamlVersion({ content }: Manifest): Found {
  return foundText(
    member(parse(content, { schema: "failsafe", maxAliasCount: 0 }), "version"),
    "it has no version at its top level",
  );
}
