import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";

const SAMPLE_MS = 10;

/**
 * Watches the processes that are started from now on, and those that they start. Answers at the end the highest resident
 * memory of any one of them in bytes, or undefined where the system does not tell. Linux keeps the peak of each process
 * (VmHWM, https://man7.org/linux/man-pages/man5/proc_pid_status.5.html), so that what is missed between two looks is only
 * what a process gained in its last milliseconds. Not `maxRSS`: a process inherits in it the peak of the one that started it.
 */
export function watchPeakMemory(): () => number | undefined {
  const before = new Set(childrenOf(process.pid));
  const own = readProcess(process.pid, "cmdline");
  let peak = 0;
  const timer = setInterval(look, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return peak === 0 ? undefined : peak;
  };

  function look(): void {
    const waiting = childrenOf(process.pid).filter((pid) => !before.has(pid));
    for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
      waiting.push(...childrenOf(pid));
      const words = readProcess(pid, "cmdline");
      // Until it becomes its program, a new process still shows the memory of this one.
      if (words === own || words === "") continue;
      peak = Math.max(peak, peakOf(pid));
    }
  }
}

/** Every thread has children of its own. */
function childrenOf(pid: number): number[] {
  const threads = listThreads(pid).map((thread) => readProcess(pid, `task/${thread}/children`));
  return threads.flatMap((text) => text.split(" ").filter(Boolean).map(Number));
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readProcess(pid, "status"))?.[1] ?? 0) * 1024;
}

/** Empty when the process is gone. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
