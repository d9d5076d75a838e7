import { leftToFillIn } from "./left-to-fill-in.ts";
import { readIn } from "./names-of.ts";
import type { Application, Caller } from "./application.ts";

/** What a rehearsal took from an application's files, what it can therefore not know, and what is left to do. */
export function tellApplication(application: Application): string[] {
  const { staging, production } = application;
  const left = leftToFillIn(application);
  return [
    "",
    "The embedded world has the names of your files, and images, health URLs, region and role are played on loopback:",
    "this says that the files are right, not that AWS and GitHub have what they name.",
    ...[staging, production].map((caller) => `  ${caller.path}: ${told(caller)}`),
    `Your repository needs the secrets ${list(application, "secrets")}, and the variables ${list(application, "vars")}.`,
    ...(left.length === 0 ? [] : ["Still as in the examples, fill it in:", ...left.map((line) => `  ${line}`)]),
    "Ask whether all of it is there:",
    `  ${doctor(production)}`,
  ];
}

const NAMES = ["environment", "cluster", "service", "container", "database-service"];

function told({ values }: Caller): string {
  const given = NAMES.filter((name) => values[name] !== undefined);
  return given.map((name) => `${name} ${values[name]?.trim().split(/\s+/).join(" and ") ?? ""}`).join(", ");
}

function list({ staging, production }: Application, context: "vars" | "secrets"): string {
  const names = new Set([staging, production].flatMap((caller) => readIn(caller, context)));
  return names.size === 0 ? "(none)" : [...names].join(", ");
}

function doctor({ values }: Caller): string {
  const { cluster = "", service = "", image = "", environment = "production" } = values;
  const [first = ""] = service.trim().split("\n");
  return `npm run doctor -- --repo <owner>/<name> --environment ${environment} --cluster ${cluster} --service ${first} --image ${image}`;
}
