import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { readChildrenCpu } from "./children-cpu.ts";

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("what a process computes counts once it has ended, and what it waits does not", async () => {
  const busy = await cpuOf("while (process.cpuUsage().user < 100_000);");
  const idle = await cpuOf("setTimeout(() => {}, 300)");
  expect(busy).toBeGreaterThanOrEqual(90);
  expect(idle).toBeLessThan(busy);
});

async function cpuOf(script: string): Promise<number> {
  const before = readChildrenCpu()!;
  await promisify(execFile)(process.execPath, ["-e", script]);
  return readChildrenCpu()! - before;
}
