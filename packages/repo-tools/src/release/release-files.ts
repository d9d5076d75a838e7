import { readdirSync } from "node:fs";
import { findActions, readText } from "../repository.ts";
import { type Pin, renderWorkflow } from "./render-workflow.ts";

/**
 * The files that a release has beside its tag, by name, in a flat folder as releases have: every workflow that others
 * call and every example, pinned to the release's commit, and the list of what is in each bundle.
 */
export function renderReleaseFiles(root: string, pin: Pin): ReadonlyMap<string, string> {
  return new Map([
    ...renderFolder(root, ".github/workflows", pin, "reusable").filter(([, text]) => isReusable(text)),
    ...renderFolder(root, "workflows-examples", pin, "example"),
    ...findActions(root).map(
      (action) => [`sbom-${action}.json`, readText(root, `actions/${action}/dist/sbom.json`)] as const,
    ),
  ]);
}

function renderFolder(root: string, folder: string, pin: Pin, prefix: string): (readonly [string, string])[] {
  const names = readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".yml"));
  return names.sort().map((name) => [`${prefix}-${name}`, renderWorkflow(readText(root, `${folder}/${name}`), pin)]);
}

function isReusable(text: string): boolean {
  return /^ {2}workflow_call:$/m.test(text);
}
