import { member } from "@fairway/domain";
import { parse } from "smol-toml";

import { absent, foundText, type Found, type Manifest } from "./manifest.ts";

/** `project.version` (https://packaging.python.org/en/latest/specifications/pyproject-toml/), else Poetry's own table. */
export function pyprojectVersion({ content }: Manifest): Found {
  const pyproject = parse(content);
  const project = member(pyproject, "project");
  const dynamic = member(project, "dynamic");
  if (Array.isArray(dynamic) && dynamic.includes("version")) {
    const backend = member(member(pyproject, "build-system"), "build-backend");
    return absent(`its version is dynamic, computed by ${typeof backend === "string" ? backend : "its build backend"}`);
  }
  const version = member(project, "version") ?? member(member(member(pyproject, "tool"), "poetry"), "version");
  return foundText(version, "it has neither project.version nor tool.poetry.version");
}
