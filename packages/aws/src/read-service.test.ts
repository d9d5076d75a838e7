import { expect, test } from "@jest/globals";

import { readService } from "./read-service.ts";

test("the EBS volumes that new tasks get from a snapshot are those of the primary deployment", () => {
  const volumeOf = (name: string, snapshotId?: string) => ({
    name,
    managedEBSVolume: { roleArn: "arn:aws:iam::000000000000:role/volumes", ...(snapshotId && { snapshotId }) },
  });
  const service = readService({
    deployments: [
      { status: "PRIMARY", volumeConfigurations: [volumeOf("data", "snap-1"), volumeOf("scratch")] },
      { status: "ACTIVE", volumeConfigurations: [volumeOf("old", "snap-0")] },
    ],
  });
  expect(service.seededVolumes).toEqual(["data"]);
});

test("what ECS leaves out is what its absence means", () => {
  expect(readService({ serviceName: "app" })).toMatchObject({
    name: "app",
    controller: "ECS",
    strategy: "ROLLING",
    daemon: false,
    circuitBreaker: { enabled: false, rollback: false },
    targetGroups: [],
    seededVolumes: [],
    currentServiceDeployment: undefined,
    deployments: [],
  });
});
