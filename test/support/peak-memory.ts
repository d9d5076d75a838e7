import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { emptyFolder } from "./run-bundle.ts";

export interface PeakMemoryGauge {
  /** Variables for the process that is measured. */
  readonly env: Readonly<Record<string, string>>;
  /** The most memory that the process had, in units of 1,000,000 bytes; to be asked when it has ended. */
  megabytes(): number;
}

/**
 * Has a program of Node keep what Linux knows of it at its end. The high-water mark of wait4 and getrusage would count the
 * memory of the process that forked it too.
 */
export function peakMemoryGauge(): PeakMemoryGauge {
  const folder = emptyFolder();
  const [module, report] = [join(folder, "status.mjs"), join(folder, "status")];
  const copy = `fs.writeFileSync(${JSON.stringify(report)}, fs.readFileSync("/proc/self/status"))`;
  writeFileSync(module, `import fs from "node:fs";\nprocess.on("exit", () => ${copy});\n`);
  return {
    env: { NODE_OPTIONS: `--import=${module}` },
    megabytes: () => (Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(report, "utf8"))?.[1]) * 1024) / 1e6,
  };
}
