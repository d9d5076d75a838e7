import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Certificate } from "@fairway/testbed";
import { parseActionMetadata, readText, REPOSITORY_ROOT, type ActionMetadata } from "@fairway/repo-tools";

import { startFaultProxy, type FaultProxy, type Passage } from "../support/fault-proxy.ts";
import { runRawStep, type RawResult, type RawStep } from "../support/raw-step.ts";
import { ENTRIES } from "./entries.ts";
import { observe } from "./observe.ts";
import { openPassage, type Entry, type Scene } from "./scenes.ts";

/** Everything of the suite lies below it, so that what is left of a process shows by its folder. */
const root = mkdtempSync(join(tmpdir(), "fairway-hostile-"));
let runs = 0;

/** The actions that are built. */
export const ACTIONS: readonly string[] = readdirSync(join(REPOSITORY_ROOT, "actions")).filter((action) =>
  existsSync(join(REPOSITORY_ROOT, "actions", action, "dist/index.js")),
);

export function metadataOf(action: string): ActionMetadata {
  const path = `actions/${action}/action.yml`;
  return parseActionMetadata(path, readText(REPOSITORY_ROOT, path));
}

/** How a performance differs from an ordinary one. */
export interface Direction extends Pick<Partial<RawStep>, "interrupt" | "wrapper" | "runnerFiles" | "deadlineMs"> {
  readonly passage?: Passage;
  /** In place of the inputs of the scene. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Changes the scene before the action starts. */
  readonly prepare?: (scene: Scene) => void;
  /** Where another scene than the action's first is played. */
  readonly entry?: Entry;
  /** With which every server of the scene speaks TLS. */
  readonly tls?: Certificate;
  readonly post?: Readonly<Record<string, string>>;
}

export interface Performance {
  readonly result: RawResult;
  readonly green: boolean;
  readonly requests: number;
  /** Connections that were opened, whether or not anything was sent. */
  readonly connections: number;
  /** What the general rules say against it; empty when nothing. */
  readonly observations: readonly string[];
}

export interface OpenScene {
  readonly scene: Scene;
  perform(direction?: Direction): Promise<Performance>;
  close(): Promise<void>;
}

/** Puts a scene up, plays it once and takes it down. */
export async function performOnce(action: string, direction: Direction = {}): Promise<Performance> {
  const open = await openScene(action, direction.passage, direction.entry, direction.tls);
  try {
    return await open.perform(direction);
  } finally {
    await open.close();
  }
}

/** Puts a scene up in which an action can be played several times. */
export async function openScene(
  action: string,
  passage = openPassage(),
  entry = ENTRIES[action],
  tls?: Certificate,
): Promise<OpenScene> {
  if (entry === undefined) throw new Error(`${action} has no entry in test/hostile/entries.ts.`);
  runs += 1;
  const folder = join(root, `case-${runs}`);
  mkdirSync(folder);
  const proxies: FaultProxy[] = [];
  const scene = await entry({
    folder,
    via: async (url) => {
      const proxy = await startFaultProxy(url, passage, tls);
      proxies.push(proxy);
      return proxy;
    },
  });
  let count = 0;
  return {
    scene,
    perform: async (direction = {}) => {
      count += 1;
      direction.prepare?.(scene);
      const before = passage.count;
      const step = join(folder, `step-${count}`);
      mkdirSync(step);
      const result = await runRawStep(stepOf(action, scene, direction, step));
      const observed = observe(metadataOf(action), scene, result, Object.values(direction.inputs ?? {}));
      const connections = proxies.reduce((count, proxy) => count + proxy.connections(), 0);
      return { result, ...observed, requests: passage.count - before, connections };
    },
    close: async () => {
      await Promise.all([scene.close(), ...proxies.map((proxy) => proxy.close())]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function stepOf(action: string, scene: Scene, direction: Direction, folder: string): RawStep {
  const { interrupt, wrapper, runnerFiles } = direction;
  return {
    program: join(REPOSITORY_ROOT, "actions", action, "dist/index.js"),
    environment: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      CI: "true",
      GITHUB_ACTIONS: "true",
      ...scene.environment,
      ...inputVariables(action, { ...scene.inputs, ...direction.inputs }),
      ...direction.environment,
    },
    workspace: scene.workspace,
    folder,
    deadlineMs: direction.deadlineMs ?? 40_000,
    ...(interrupt !== undefined && { interrupt }),
    ...(wrapper !== undefined && { wrapper }),
    ...(runnerFiles !== undefined && { runnerFiles }),
  };
}

/** As the runner gives them, with the defaults of action.yml; those that are expressions stand in the scene. */
function inputVariables(action: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = metadataOf(action).inputs.map((input) => [input.name, input.default ?? ""] as const);
  const texts = {
    ...Object.fromEntries(defaults.map(([name, text]) => [name, text.includes("${{") ? "" : text])),
    ...given,
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]));
}

/** Processes of the machine that run in a folder of the suite, or have one in their arguments or environment. */
export function strayProcesses(): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((id) => {
      try {
        const texts = [readlinkSync(`/proc/${id}/cwd`), readFileSync(`/proc/${id}/environ`, "utf8")];
        const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
        return [...texts, command].some((text) => text.includes(root)) ? [command.replaceAll("\0", " ").trim()] : [];
      } catch {
        return [];
      }
    });
}

/** Takes away what the suite made. */
export function cleanUp(): void {
  rmSync(root, { recursive: true, force: true });
}
