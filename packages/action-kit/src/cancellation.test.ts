import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";

const run = promisify(execFile);

/** A process that is interrupted while its code runs without a pause, and what it knows of that at the end. */
const PROGRAM = `
  const { hearSignals, listenForCancellation } = await import(process.argv[1]);
  const { signal, dispose } = listenForCancellation(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1));
  process.kill(process.pid, "SIGINT");
  const before = signal.aborted;
  await hearSignals();
  console.log(JSON.stringify({ before, after: signal.aborted, code: signal.reason?.code }));
  dispose();
`;

test("a signal that came while nothing was listened for is heard before the run is judged", async () => {
  const { stdout } = await run(process.execPath, [
    "--conditions=fairway-source",
    "--input-type=module",
    "--eval",
    PROGRAM,
    join(import.meta.dirname, "cancellation.ts"),
  ]);
  expect(JSON.parse(stdout)).toEqual({ before: false, after: true, code: "CANCELLED" });
});
