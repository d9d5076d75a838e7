import { refusal } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { fenceFleet } from "./fence-fleet.ts";
import type { ServiceFleet } from "./ports.ts";

/** Counts what reaches the fleet. */
function recordingFleet(): { fleet: ServiceFleet; reached: string[] } {
  const reached: string[] = [];
  const fleet = new Proxy({} as ServiceFleet, {
    get: (_, name) => () => {
      reached.push(String(name));
      return Promise.resolve(undefined);
    },
  });
  return { fleet, reached };
}

const target = { cluster: "production", service: "app" };

describe("a fenced fleet", () => {
  test("changes nothing once the lease is lost", async () => {
    const { fleet, reached } = recordingFleet();
    const fenced = fenceFleet(fleet, () => Promise.reject(refusal("LEASE_LOST", "not held any more")));
    await expect(fenced.registerTaskDefinition({})).rejects.toThrow("not held any more");
    await expect(fenced.updateService(target, { desiredCount: 0 })).rejects.toThrow("not held any more");
    expect(reached).toEqual([]);
  });

  test("confirms before each change, and not before a look", async () => {
    const { fleet, reached } = recordingFleet();
    const fenced = fenceFleet(fleet, () => Promise.resolve(void reached.push("confirmed")));
    await fenced.describeService(target);
    await fenced.registerTaskDefinition({});
    await fenced.updateService(target, {});
    await fenced.requestRollback({ target, deploymentId: "ecs-svc/2", arn: "arn", candidate: undefined });
    expect(reached).toEqual([
      "describeService",
      "confirmed",
      "registerTaskDefinition",
      "confirmed",
      "updateService",
      "requestRollback",
    ]);
  });
});
