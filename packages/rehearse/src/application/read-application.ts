import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";
import { WorkflowFileError } from "../engine/workflow-file-error.ts";
import { callIn } from "../fill-in.ts";
import type { Application, Caller } from "./application.ts";
import { readIn, settled } from "./names-of.ts";

type Called = "staging" | "production";

const CALLED = /^[^/\s]+\/[^/\s]+\/\.github\/workflows\/(staging|production)\.yml@\S+$/;

/**
 * Finds the workflows that call Fairway's in an application's repository. Throws WorkflowFileError that names what was
 * looked for, what is there instead, and what to change.
 */
export function readApplication(folder: string): Application {
  const workflows = join(folder, ".github/workflows");
  if (!existsSync(workflows)) {
    throw new WorkflowFileError(
      `${folder} has no folder .github/workflows. Give the root of the application's repository, with staging.yml and production.yml of workflows-examples copied to .github/workflows.`,
    );
  }
  const files = readdirSync(workflows).filter((name) => /\.ya?ml$/.test(name));
  const callers = files.flatMap((name) => readCaller(folder, join(workflows, name)));
  const staging = only("staging");
  const production = only("production");
  const secrets = [staging, production].flatMap((caller) => readIn(caller, "secrets"));
  return { folder, staging, production, image: settled(staging.values["image"] ?? ""), secrets: [...new Set(secrets)] };

  function only(called: Called): Caller {
    const found = callers.filter((one) => CALLED.exec(one.uses)?.[1] === called);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    const looked = `uses: OWNER/fairway/.github/workflows/${called}.yml@v0`;
    if (found.length === 0) {
      const calls = callers.map(({ path, uses }) => `${path} calls ${uses}`).join(", ");
      const there = calls === "" ? `There ${files.length === 0 ? "is no workflow" : `is ${files.join(", ")}`}` : calls;
      throw new WorkflowFileError(
        `No workflow in ${workflows} has a job with "${looked}". ${there}. Copy workflows-examples/${called}.yml there and fill the names in.`,
      );
    }
    const paths = found.map(({ path }) => path).join(" and ");
    throw new WorkflowFileError(`${paths} both call ${called}.yml; the rehearsal runs one. Move the others away.`);
  }
}

/** A file that is no YAML is read further by GitHub's own parser, which says more about it. */
function readCaller(folder: string, file: string): Caller[] {
  const content = readFileSync(file, "utf8");
  const path = relative(folder, file);
  const document = parseDocument(content);
  if (document.errors[0] !== undefined)
    throw new WorkflowFileError(`${path} is not valid YAML: ${document.errors[0].message}`);
  const call = callIn(document);
  if (call === undefined) return [];
  const values = Object.entries(call.with).map(([name, value]) => [name, textOf(value)] as const);
  return [{ path, content, uses: call.uses, values: Object.fromEntries(values) }];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
