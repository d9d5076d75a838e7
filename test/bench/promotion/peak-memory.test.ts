import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { watchPeakMemory } from "./peak-memory.ts";

const MEBIBYTE = 2 ** 20;

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("the peak is that of the largest process started, also of one that another one starts", async () => {
  const own = await peakOf("setTimeout(() => {}, 100)");
  const larger = "const held = Buffer.alloc(200 * 2 ** 20, 1); setTimeout(() => held, 100)";
  const nested = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(larger)}])`;
  expect(await peakOf(nested)).toBeGreaterThan(own + 180 * MEBIBYTE);
});

onLinux("what this process holds is not counted", async () => {
  const held = Buffer.alloc(300 * MEBIBYTE, 1);
  expect(await peakOf("setTimeout(() => {}, 100)")).toBeLessThan(200 * MEBIBYTE);
  expect(held.length).toBe(300 * MEBIBYTE);
});

async function peakOf(script: string): Promise<number> {
  const peakMemory = watchPeakMemory();
  await promisify(execFile)(process.execPath, ["-e", script]);
  return peakMemory() ?? 0;
}
