import { get } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { performance } from "node:perf_hooks";
import process from "node:process";
import timers from "node:timers/promises";
import { createDraw } from "./seeded-draw.ts";

// Preloaded into a bundle (NODE_OPTIONS=--import=…): every wait of its clock is skipped in the time at FAIRWAY_TIME_URL, and
// its own clock goes on by as much. FAIRWAY_CHANCE seeds its chance, so that two runs wait alike. What the bundle does before,
// between and after its waits is what it always does.
const url = process.env["FAIRWAY_TIME_URL"] ?? "";
let skippedMs = 0;

const draw = createDraw(Number(process.env["FAIRWAY_CHANCE"]));
Math.random = () => draw(0, 1);

const elapsedMs = performance.now.bind(performance);
performance.now = () => elapsedMs() + skippedMs;

Object.assign(timers, {
  setTimeout: async (ms: number, value: unknown, options?: { readonly signal?: AbortSignal }) => {
    options?.signal?.throwIfAborted();
    await tell(`/skip/${ms}`);
    skippedMs += ms;
    return value;
  },
});
syncBuiltinESMExports();
await tell("/hooked");

function tell(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { agent: false }, (response) => {
      response.resume().on("end", () => {
        if (response.statusCode === 204) resolve();
        else reject(new Error(`${url}${path} answers ${response.statusCode}.`));
      });
    }).on("error", reject);
  });
}
