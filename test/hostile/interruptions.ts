import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { ENTRIES } from "./entries.ts";
import { ERROR_LINE } from "./observe.ts";
import { openScene, performOnce, strayProcesses, type Direction, type OpenScene } from "./perform.ts";
import { LOCAL } from "./remote-text.ts";
import type { HostileCase } from "./run-cases.ts";
import { openPassage, type Scene } from "./scenes.ts";

/** After SIGINT an action has this long; the runner's SIGTERM comes at 7.5 s. */
const ENDING_MS = 5000;

/**
 * An interruption at the first request of an ordinary run, in its middle and at its last, and at any moment where none is
 * made.
 */
export async function interruptionCases(actions: readonly string[]): Promise<HostileCase[]> {
  const remote = actions.filter((action) => ENTRIES[action] !== undefined && !LOCAL.has(action));
  const counts = await Promise.all(
    remote.map(async (action) => [action, (await performOnce(action)).requests] as const),
  );
  return [
    ...counts.flatMap(([action, count]) =>
      [...new Set([1, Math.ceil(count / 2), count])].map((at) => ({
        action,
        fault: `an interruption while request ${at} of ${count} is under way`,
        run: () => interruptAtRequest(action, at),
      })),
    ),
    ...actions
      .filter((action) => LOCAL.has(action))
      .flatMap((action) =>
        [15, 45, 75].map((ms) => ({
          action,
          fault: `an interruption after ${ms} ms`,
          run: () => interruptAfter(action, ms),
        })),
      ),
    {
      action: "build-arm64-package",
      fault: "an interruption of a command that it runs",
      run: () => interruptAfter("build-arm64-package", 600, hold),
    },
  ];
}

/** The request has reached the server and done its work there; its answer does not come. */
async function interruptAtRequest(action: string, at: number): Promise<string[]> {
  const reached = Promise.withResolvers<void>();
  let over = false;
  const passage = openPassage(({ index }) => {
    if (over || index < at) return { kind: "pass" };
    // The interruption comes when the world has had the time to do what the request asks.
    setTimeout(() => reached.resolve(), 50);
    return { kind: "hold" };
  });
  const open = await openScene(action, passage);
  const found = await interrupted(open, { interrupt: reached.promise });
  over = true;
  return finish(open, found);
}

async function interruptAfter(action: string, ms: number, prepare?: (scene: Scene) => void): Promise<string[]> {
  const open = await openScene(action);
  const found = await interrupted(open, { interrupt: sleep(ms), ...(prepare !== undefined && { prepare }) });
  writeFileSync(join(open.scene.workspace, "hold"), "");
  return finish(open, found, { prepare: release });
}

function hold({ workspace }: Scene): void {
  writeFileSync(join(workspace, "make-assets.sh"), "echo built > assets.txt; sleep 30\n");
}

function release({ workspace }: Scene): void {
  writeFileSync(join(workspace, "make-assets.sh"), "echo built > assets.txt\n");
}

async function interrupted(open: OpenScene, direction: Direction): Promise<string[]> {
  const { result, green, observations } = await open.perform(direction);
  const { endingMs, signal, toldBefore } = result;
  // One that had ended by itself before the signal came has told the truth or has been found out already.
  if (endingMs === undefined) return [...observations];
  return [
    ...observations,
    // Once its outcome is told, all is done, and a signal changes nothing any more; whether it is true has been looked at.
    ...(green && !toldBefore ? ["FALSE GREEN: it was interrupted before its outcome was told"] : []),
    ...(endingMs > ENDING_MS ? [`LATE: it took ${Math.round(endingMs)} ms to end`] : []),
    ...(signal === undefined || signal === "SIGINT" ? [] : [`KILLED by ${signal}`]),
  ];
}

/** Nothing runs on, and the same step started again ends green and true. */
async function finish(open: OpenScene, found: readonly string[], direction: Direction = {}): Promise<string[]> {
  const inScene = strayProcesses().filter((command) => command.includes(open.scene.workspace));
  const environment = open.scene.restart?.() ?? {};
  const again = await open.perform({ ...direction, environment });
  await open.close();
  return [
    ...found,
    ...inScene.map((command) => `LEFTOVER process ${command}`),
    ...again.observations.map((observation) => `when run again: ${observation}`),
    ...(again.green ? [] : [`RED when run again: ${ERROR_LINE.exec(again.result.stdout)?.[0].slice(0, 300)}`]),
  ];
}
