import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second wherever it tells of a process. */
const TICK_MS = 10;

/**
 * Milliseconds of processor time that all processes took which this one started and which have ended, with those that
 * they started in turn; undefined where the system does not tell. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function readChildrenCpu(): number | undefined {
  try {
    const text = readFileSync("/proc/self/stat", "utf8");
    // The second field is a name in brackets that may hold spaces; fields 16 and 17 are the children's.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
  } catch {
    return undefined;
  }
}
