import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ENTRIES } from "./entries.ts";
import { openScene, performOnce } from "./perform.ts";
import type { HostileCase } from "./run-cases.ts";

const [MOUNT, UNMOUNT] = ["mount", "umount"] as const;

/** A file that takes nothing and says that the disk is full. */
const FULL = "/dev/full";

export const CAN_FILL = existsSync(FULL);

/** Whether a file system of a chosen size can be mounted, which only root may. */
export const CAN_MOUNT = process.platform === "linux" && process.getuid?.() === 0;

/** Each file of the runner in turn lies on a full disk: the step must be red and say why, whatever it has done before. */
export function fullFileCases(actions: readonly string[]): HostileCase[] {
  return actions
    .filter((action) => ENTRIES[action] !== undefined)
    .flatMap((action) =>
      ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", ...(action === "check-concurrent" ? ["GITHUB_STATE"] : [])].map(
        (name) => ({
          action,
          fault: `${name} on a full disk`,
          run: async () => {
            const { green, observations, result } = await performOnce(action, { runnerFiles: { [name]: FULL } });
            return [
              ...observations.filter((observation) => !observation.startsWith("FALSE GREEN")),
              ...redness(green, result.stdout),
            ];
          },
        }),
      ),
    );
}

/** The workspace is full before the package is written, or the package goes to another disk than the workspace's. */
export function mountedCases(): HostileCase[] {
  const action = "build-arm64-package";
  return [
    { action, fault: "a workspace on a full disk", run: fillWorkspace },
    { action, fault: "an output folder that is a file system of its own", run: publishElsewhere },
  ];
}

async function publishElsewhere(): Promise<readonly string[]> {
  const open = await openScene("build-arm64-package");
  const folder = join(open.scene.workspace, "mounted");
  mkdirSync(folder);
  execFileSync(MOUNT, ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  try {
    const { green, observations, result } = await open.perform({ inputs: { "output-directory": "mounted" } });
    const left = readdirSync(folder).filter((name) => name.startsWith("."));
    return [
      ...observations,
      ...(green ? [] : [`RED ${result.stdout.slice(-500)}`]),
      ...left.map((name) => `LEFTOVER ${name}`),
    ];
  } finally {
    execFileSync(UNMOUNT, ["--lazy", folder]);
    await open.close();
  }
}

async function fillWorkspace(): Promise<string[]> {
  const open = await openScene("build-arm64-package");
  const { workspace } = open.scene;
  const copy = `${workspace}-copy`;
  cpSync(workspace, copy, { recursive: true });
  execFileSync(MOUNT, ["-t", "tmpfs", "-o", "size=1m", "tmpfs", workspace]);
  try {
    cpSync(copy, workspace, { recursive: true });
    fill(join(workspace, "ballast"));
    const { green, observations, result } = await open.perform();
    return [...observations, ...redness(green, result.stdout)];
  } finally {
    execFileSync(UNMOUNT, ["--lazy", workspace]);
    await open.close();
  }
}

function fill(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(4096));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

function redness(green: boolean, stdout: string): string[] {
  const named =
    /^::error.*(ENOSPC|DISK_FULL|no space|disk is full|full disk)/im.test(stdout) ||
    /^cause: .*(ENOSPC|no space)/im.test(stdout);
  return [
    ...(green ? ["FALSE GREEN: nothing could be written"] : []),
    ...(named ? [] : [`UNNAMED ${stdout.slice(-300)}`]),
  ];
}
