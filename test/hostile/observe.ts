import type { ActionMetadata } from "@fairway/repo-tools";

import type { RawResult } from "../support/raw-step.ts";
import { findSecret } from "./encodings.ts";
import { hide, linesOf, readCommand, readEntries, type ReadCommand } from "./runner-reading.ts";
import type { Scene } from "./scenes.ts";

/** What hostile text tries to make the runner say, set or hide. Text that begins with it, in a command, was not meant. */
export const FORGED = "fw-forged";

/** Commands that a Fairway action has no use for. */
const FORBIDDEN =
  /^(add-matcher|add-path|echo|internal-set-repo-path|remove-matcher|save-state|set-env|set-output|stop-commands)$/;

/** None, or the title that says which action ended red and why. */
const OWN_PROPERTIES = /^(title=[a-z0-9-]+%3A [A-Z0-9_]+)?$/;

/** An error as a step's log has it. */
export const ERROR_LINE = /^::error(?: title=[^:]*)?::.*/m;

export interface Observed {
  readonly green: boolean;
  readonly outputs: ReadonlyMap<string, string>;
  readonly observations: readonly string[];
}

/** Holds a result against the rules that are the same for every action, whatever was done to it. */
export function observe(metadata: ActionMetadata, scene: Scene, result: RawResult, given: readonly string[]): Observed {
  const log = `${result.stdout}\n${result.stderr}`;
  const outputs = entriesOf(result.output);
  const green = result.exitCode === 0;
  const untrue = green && outputs instanceof Map && !greenByRule(outputs) ? scene.untrue(outputs) : undefined;
  return {
    green,
    outputs: outputs instanceof Map ? outputs : new Map(),
    observations: [
      ...commandProblems(log, [...Object.values(scene.secrets), ...given]),
      ...fileProblems(metadata, result, outputs),
      ...secretProblems(scene, result, log),
      ...endingProblems(result, log),
      ...(untrue === undefined ? [] : [`FALSE GREEN: ${untrue}`]),
    ],
  };
}

/** These promise nothing about a target. */
function greenByRule(outputs: ReadonlyMap<string, string>): boolean {
  return /^(planned|missing|free|released|parsed|unprotected)$/.test(outputs.get("outcome") ?? "");
}

function entriesOf(text: string): Map<string, string> | string {
  try {
    return readEntries(text);
  } catch (error) {
    return (error as Error).message;
  }
}

function commandProblems(log: string, given: readonly string[]): string[] {
  return linesOf(log).flatMap((line) => {
    // A mask has to be the very text that was given, which the runner takes for nothing but a mask.
    if (line.startsWith("::add-mask::") && isMaskOf(readCommand(line)?.data ?? "", given)) return [];
    const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line.replaceAll("\t", ""));
    return [
      ...(control ? [`CONTROL CHARACTER ${JSON.stringify(line.slice(0, 120))}`] : []),
      ...(isForged(readCommand(line)) ? [`COMMAND ${JSON.stringify(line.slice(0, 160))}`] : []),
    ];
  });
}

function isForged(command: ReadCommand | undefined): boolean {
  if (command === undefined) return false;
  const { name, data, properties } = command;
  return name === "add-mask" || FORBIDDEN.test(name) || data.startsWith(FORGED) || !OWN_PROPERTIES.test(properties);
}

/** What an action was given, or what a registry handed out; hostile text has its mark. */
function isMaskOf(data: string, given: readonly string[]): boolean {
  return (data.length >= 6 && !data.includes(FORGED)) || given.some((value) => masksOf(value).includes(data));
}

function masksOf(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    value.trim(),
    encodeURIComponent(value),
    bytes.toString("hex"),
    bytes.toString("base64"),
    bytes.toString("base64url"),
  ];
}

function fileProblems(metadata: ActionMetadata, result: RawResult, outputs: Map<string, string> | string): string[] {
  if (typeof outputs === "string") return [`OUTPUT FILE ${outputs}`];
  const state = entriesOf(result.state);
  if (typeof state === "string") return [`STATE FILE ${state}`];
  const declared = new Set(metadata.outputs.map(({ name }) => name));
  const undeclared = [...outputs.keys()]
    .filter((name) => !declared.has(name))
    .map((name) => `OUTPUT ${name} is not declared`);
  const lines = [...outputs]
    .filter(([, value]) => /[\r\n]/.test(value))
    .map(([name]) => `OUTPUT ${name} has several lines`);
  const forgedState = [...state.keys()].filter((name) => name.includes(FORGED)).map((name) => `STATE ${name}`);
  const environment = result.environment === "" ? [] : [`ENVIRONMENT ${result.environment.slice(0, 80)}`];
  const size = Buffer.byteLength(result.summary) > 1024 * 1024 ? ["SUMMARY is larger than 1 MiB"] : [];
  return [...undeclared, ...lines, ...forgedState, ...environment, ...size];
}

function secretProblems({ secrets }: Scene, result: RawResult, log: string): string[] {
  const shown: string[] = [];
  const masks: string[] = [];
  for (const line of linesOf(log)) {
    const command = readCommand(line);
    if (command?.name === "add-mask") masks.push(command.data);
    else shown.push(hide(line, masks));
  }
  const places = {
    log: shown.join("\n"),
    output: result.output,
    state: result.state,
    summary: hide(result.summary, masks),
  };
  return Object.entries(places).flatMap(([place, text]) => seenIn(place, text, secrets));
}

/** Names the secret and the encoding, never the secret. */
export function seenIn(place: string, text: string, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([what, secret]) =>
    findSecret(text, secret).map((encoding) => `SECRET ${what} (${encoding}) in the ${place}`),
  );
}

function endingProblems(result: RawResult, log: string): string[] {
  const trace = /^\s+at .*(?:node:|\.js:\d+|file:)/m.exec(log)?.[0];
  return [
    ...(trace === undefined ? [] : [`STACK TRACE ${trace.trim()}`]),
    ...(log.includes("code: BUG") ? [`BUG ${ERROR_LINE.exec(log)?.[0].slice(0, 300)}`] : []),
    ...(result.overdue ? ["OVERDUE: it was killed at its deadline"] : []),
    ...(result.left.length === 0 ? [] : [`LEFTOVER ${result.left.join()}`]),
    ...(result.stderr === "" ? [] : [`STDERR ${JSON.stringify(result.stderr.slice(0, 200))}`]),
  ];
}
