import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openRehearsal, publishBeta, takePicture } from "@fairway/rehearse/rehearsal";
import { startWorld, type World } from "@fairway/testbed";

const root = join(import.meta.dirname, "../..");

let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld();
  folder = mkdtempSync(join(tmpdir(), "fairway-cancelled-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

test("a promotion that is cancelled while it deploys closes its record, and the next one is recorded as serving", async () => {
  const stop = new AbortController();
  const cancelled = openRehearsal({
    world,
    root,
    folder,
    signal: stop.signal,
    report: (event) => {
      if (event.kind === "step-started" && event.step === "Deploy the release") stop.abort();
    },
  });
  await world.seedRelease("0.1.0");
  const beta = await publishBeta({ ...cancelled, signal: new AbortController().signal }, { version: "0.2.0" });
  expect((await cancelled.promote(beta)).conclusion).not.toBe("success");
  const { production } = (await takePicture(world)).records;
  expect(production).toMatchObject({
    active: [],
    open: 0,
    newest: { state: expect.stringMatching(/^(error|failure)$/) },
  });

  const report = (): void => undefined;
  const again = openRehearsal({ world, root, folder, report, signal: new AbortController().signal });
  expect((await again.promote(beta)).conclusion).toBe("success");
  expect((await takePicture(world)).records["production"]).toMatchObject({
    active: [beta],
    open: 0,
    newest: { state: "success", description: expect.stringMatching(/^0\.2\.0 serves/) },
  });
}, 60_000);
