import type { World, WorldOptions } from "@fairway/testbed";
import type { Application, Caller } from "./application.ts";

type Names = World["names"]["staging"];

/**
 * The embedded world in which an application's own workflows run: whatever its files call a cluster, a service or a
 * container is there under that name, and its applications answer where the files ask them.
 */
export function worldOf({ staging, production }: Application): WorldOptions {
  return {
    names: { staging: namesIn(staging), production: namesIn(production) },
    readiness: { staging: readinessIn(staging), production: readinessIn(production) },
  };
}

/** Makes the environments that the files name; production's as the promotion requires it. */
export function makeEnvironments({ repository }: World, { staging, production }: Application): void {
  repository.environment(settled(staging.values["environment"] || "staging"), {});
  const rules = { reviewers: ["release-manager"], branchPolicy: "main" };
  repository.environment(settled(production.values["environment"] || "production"), rules);
}

/** A value with variables of the repository filled in: there each has its own name as its value. */
export function settled(value: string): string {
  return value.replaceAll(VARIABLE, (_, name: string) => playedVariable(name));
}

/** The variables that the files read. */
export function variablesOf({ staging, production }: Application): Record<string, string> {
  const names = [staging, production].flatMap((caller) => readIn(caller, "vars"));
  return Object.fromEntries(names.map((name) => [name, playedVariable(name)]));
}

/** The secrets that the repository has. */
export function secretsOf({ secrets }: Application): Record<string, string> {
  return Object.fromEntries(secrets.map((name) => [name, `rehearsed-${name.toLowerCase()}`]));
}

/** What a variable of the repository is in a rehearsal. */
function playedVariable(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

/** The names of all variables or secrets that a caller reads. */
export function readIn({ content }: Caller, context: "vars" | "secrets"): string[] {
  const found = content.matchAll(new RegExp(String.raw`\b${context}\.([A-Za-z_]\w*)`, "g"));
  return [...new Set([...found].map(([, name = ""]) => name))].filter((name) => name !== "GITHUB_TOKEN");
}

const VARIABLE = /\$\{\{\s*vars\.([A-Za-z_]\w*)\s*\}\}/g;

function namesIn({ values }: Caller): Names {
  const [service = "app", ...furtherServices] = settled(values["service"] || "app")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const database = values["database-service"];
  return {
    cluster: settled(values["cluster"] || "default"),
    service,
    furtherServices,
    container: settled(values["container"] || "app"),
    ...(database !== undefined && { database: settled(database) }),
  };
}

function readinessIn({ values }: Caller): { path: string; pointer: string } {
  return { path: pathOf(values["health-url"] ?? ""), pointer: values["version-pointer"] || "/version" };
}

/** The path of a URL of which the host may be a variable. */
export function pathOf(url: string): string {
  return (
    settled(url)
      .replace(/^[a-z]+:\/\/[^/?#]*/, "")
      .replace(/[?#].*$/s, "") || "/"
  );
}
