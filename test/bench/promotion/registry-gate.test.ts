import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listen, type LoopbackServer } from "@fairway/testbed";
import { startRegistryGate, type RegistryGate } from "./registry-gate.ts";

const ROUND_TRIP_MS = 60;
/** Timers may fire a little early. */
const TOLERANCE_MS = 5;

let server: LoopbackServer;
let gate: RegistryGate;

beforeAll(async () => {
  server = await listen(({ headers }, response) => void response.end(headers.host));
  gate = await startRegistryGate(server.host, ROUND_TRIP_MS);
});

afterAll(async () => {
  await gate.close();
  await server.close();
});

test("the first request of a connection pays for opening it and for its answer, the next for its answer alone", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const first = await ask(agent);
  const second = await ask(agent);
  agent.destroy();
  expect(first.milliseconds).toBeGreaterThanOrEqual(2 * ROUND_TRIP_MS - TOLERANCE_MS);
  expect(second.milliseconds).toBeGreaterThanOrEqual(ROUND_TRIP_MS - TOLERANCE_MS);
  expect(second.milliseconds).toBeLessThan(first.milliseconds);
  expect(gate.takeTraffic()).toMatchObject({ requests: 2, connections: 1 });
});

test("the server sees the host that the client wrote, and the bytes of both directions are counted once", async () => {
  gate.takeTraffic();
  const { text } = await ask(new Agent());
  expect(text).toBe(gate.host);
  expect(gate.takeTraffic().bytes).toBeGreaterThan(text.length + gate.host.length);
  expect(gate.takeTraffic()).toEqual({ requests: 0, connections: 0, bytes: 0 });
});

function ask(agent: Agent): Promise<{ text: string; milliseconds: number }> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    get(`http://${gate.host}/`, { agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => void (text += part));
      answer.on("end", () => resolve({ text, milliseconds: performance.now() - startedAt }));
    }).on("error", reject);
  });
}
