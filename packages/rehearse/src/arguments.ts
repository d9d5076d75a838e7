import { parseArgs } from "node:util";
import type { Fault } from "./fault.ts";
import { FAULTS, findFault } from "./faults.ts";

/** What the command line asks for. */
export type Wish =
  | { readonly kind: "help" }
  | { readonly kind: "list" }
  | {
      readonly kind: "rehearse";
      readonly fault: Fault | undefined;
      /** Folder of an application's repository, as it was written. */
      readonly workflows: string | undefined;
      readonly verbose: boolean;
      readonly port: number | undefined;
    };

export const USAGE = `npm run rehearse -- [options]

Runs staging.yml and production.yml themselves, with the real bundles, against an embedded GitHub, registry and ECS.

  --workflows <folder>  rehearse your own copies: the root of a repository with .github/workflows
  --fault <name>        rehearse one fault instead of the whole way of two versions
  --list                tell the faults: what is broken, how it ends
  -v, --verbose         show the log of every step
  --port <n>            first of three ports for the embedded servers; a busy one is replaced by a free one
  -h, --help            this text
`;

const OPTIONS = {
  fault: { type: "string" },
  workflows: { type: "string" },
  list: { type: "boolean", default: false },
  verbose: { type: "boolean", short: "v", default: false },
  port: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line. Throws an error that names what is not known, and lists what is. */
export function parseWish(args: readonly string[]): Wish {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.flatMap((token) =>
    token.kind === "option" && !(token.name in OPTIONS) ? [token.rawName] : [],
  );
  const strange = [...unknown, ...positionals];
  if (strange.length > 0)
    throw new Error(
      `${strange.join(", ")} is not known.\n\n${USAGE}\nFaults: ${FAULTS.map(({ name }) => name).join(", ")}`,
    );
  if (values.help === true) return { kind: "help" };
  if (values.list === true) return { kind: "list" };
  if (values.fault !== undefined && values.workflows !== undefined)
    throw new Error(
      "--fault and --workflows exclude one another: faults are played with the example workflows. Give one.",
    );
  return {
    kind: "rehearse",
    workflows: values.workflows === undefined ? undefined : parseFolder(values.workflows),
    fault: values.fault === undefined ? undefined : parseFault(values.fault),
    verbose: values.verbose === true,
    port: values.port === undefined ? undefined : parsePort(String(values.port)),
  };
}

/** Every fault in two lines below its name. */
export function renderList(): string {
  return FAULTS.map(({ name, explains }) => `${name}\n  ${explains[0]}\n  ${explains[1]}\n`).join("\n");
}

function parseFault(name: string | boolean): Fault {
  if (typeof name === "string") return findFault(name);
  throw new Error(`--fault needs the name of a fault. Known faults: ${FAULTS.map((fault) => fault.name).join(", ")}.`);
}

function parseFolder(folder: string | boolean): string {
  if (typeof folder === "string" && folder !== "") return folder;
  throw new Error("--workflows needs the root folder of your application's repository, such as --workflows ../shop.");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_000) return port;
  throw new Error(`--port ${text} is not a port: a number from 1 to 65000 is expected.`);
}
