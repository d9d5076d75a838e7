import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { certificateCases } from "./certificates.ts";
import { ENCODING_COUNT } from "./encodings.ts";
import { ENTRIES } from "./entries.ts";
import { CAN_FILL, CAN_MOUNT, fullFileCases, mountedCases } from "./full-disk.ts";
import { inputCases } from "./inputs.ts";
import { interruptionCases } from "./interruptions.ts";
import { networkCases, patienceCases } from "./network.ts";
import { ACTIONS, cleanUp, performOnce, strayProcesses } from "./perform.ts";
import { remoteTextCases } from "./remote-text.ts";
import { reportFigures, runCases } from "./run-cases.ts";
import { CAN_TRACE, patientSecretCases, secretCases } from "./secrets.ts";

const known = ACTIONS.filter((action) => ENTRIES[action] !== undefined);

/** Processes that wait for a broken network take no processor time, so many of them wait at once, from the beginning on. */
const WAITING_AT_ONCE = 40;
/** They try again most often, so the whole is over soonest when they begin first. */
const WAIT_LONGEST: readonly string[] = ["create-release", "ecs-deploy"];
let waiting: Promise<string[]>;
beforeAll(() => {
  const cases = [
    ...patienceCases(known),
    ...patientSecretCases(known),
    ...networkCases(known),
    ...remoteTextCases(known),
  ];
  const longest = cases.filter(({ action }) => WAIT_LONGEST.includes(action));
  const others = cases.filter(({ action }) => !WAIT_LONGEST.includes(action));
  waiting = runCases([...longest, ...others], WAITING_AT_ONCE);
});

afterAll(async () => {
  await waiting;
  process.stdout.write(`${reportFigures()}\n`);
  cleanUp();
});

test("every action has an entry in this suite", () => {
  expect(ACTIONS.filter((action) => ENTRIES[action] === undefined)).toEqual([]);
});

test("every entry ends green when nothing is wrong, so that red comes of what is done to it", async () => {
  const cases = known.map((action) => ({ action, fault: "nothing wrong", run: () => performWell(action) }));
  expect(await runCases(cases)).toEqual([]);
});

test("inputs of any kind are refused by name before a server is asked, or taken for what they are", async () => {
  expect(await runCases(await inputCases(known))).toEqual([]);
});

test(`secrets are found in none of ${ENCODING_COUNT} encodings${CAN_TRACE ? "" : " (arguments of children not seen: strace is not installed)"}`, async () => {
  expect(await runCases(secretCases(known))).toEqual([]);
});

test("a server whose certificate is not trusted is told nothing, and the error says what is wrong with it and what to do", async () => {
  expect(await runCases(certificateCases())).toEqual([]);
});

test("an interruption ends a step red within 5 s, leaves nothing running, and the next run ends green", async () => {
  expect(await runCases(await interruptionCases(known))).toEqual([]);
});

describe("a full disk", () => {
  (CAN_FILL ? test : test.skip)("under a file of the runner makes the step red, with the reason", async () => {
    expect(await runCases(fullFileCases(known))).toEqual([]);
  });

  (CAN_MOUNT ? test : test.skip)(
    "under the workspace makes the step red, with the reason, and one of its own for the package is as good (needs root)",
    async () => {
      expect(await runCases(mountedCases())).toEqual([]);
    },
  );
});

test("no text from elsewhere acts as a command, no broken network makes a step green that is not true, and none waits for ever", async () => {
  expect(await waiting).toEqual([]);
}, 240_000);

test("nothing of all this is left running", () => {
  expect(strayProcesses()).toEqual([]);
});

async function performWell(action: string): Promise<readonly string[]> {
  // Other parts of the suite have the processor too, and the entry's own deadline is one for a fault.
  const inputs = action === "health-gate" ? { "timeout-seconds": "20", "attempt-timeout-seconds": "5" } : {};
  const { green, observations, result } = await performOnce(action, { inputs });
  return green ? observations : [...observations, `RED ${result.stdout.slice(-500)}`];
}
