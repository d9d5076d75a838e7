import { describe, expect, test } from "@jest/globals";

import { listLastingVolumes } from "./lasting-volumes.ts";

const MOUNT = { sourceVolume: "data", containerPath: "/var/lib/postgresql/data" };

function volumesOf(volume: object, mountPoints: readonly object[] = [MOUNT], seeded: readonly string[] = []) {
  const containerDefinitions = [{ name: "postgres", mountPoints }];
  return listLastingVolumes({ containerDefinitions, volumes: [{ name: "data", ...volume }] }, seeded);
}

describe("a volume that a container writes to", () => {
  test.each<[string, object, string[]]>([
    ["of EFS lasts", { efsVolumeConfiguration: { fileSystemId: "fs-1" } }, ["data (EFS)"]],
    ["of FSx lasts", { fsxWindowsFileServerVolumeConfiguration: {} }, ["data (FSx)"]],
    ["of S3 lasts", { s3filesVolumeConfiguration: {} }, ["data (S3 Files)"]],
    ["that is a directory of the machine lasts", { host: { sourcePath: "/srv" } }, ["data (directory of the machine)"]],
    ["that Docker shares lasts", { dockerVolumeConfiguration: { scope: "shared" } }, ["data (shared Docker volume)"]],
    ["of a kind that is not known lasts", { tapeConfiguration: {} }, ["data (tapeConfiguration)"]],
    ["of the task's own ends with it", {}, []],
    ["of no named directory ends with its task", { host: {} }, []],
    ["that Docker makes for the task ends with it", { dockerVolumeConfiguration: { scope: "task" } }, []],
    ["of EBS, made for each task of the service, ends with it", { configuredAtLaunch: true }, []],
  ])("%s", (_, volume, expected) => {
    expect(volumesOf(volume)).toEqual(expected);
  });

  test("of EBS holds what its snapshot holds", () => {
    expect(volumesOf({ configuredAtLaunch: true }, [MOUNT], ["data"])).toEqual(["data (EBS from a snapshot)"]);
  });
});

test("a volume that is only read, or that no container has, does not matter", () => {
  const efs = { efsVolumeConfiguration: { fileSystemId: "fs-1" } };
  expect(volumesOf(efs, [{ ...MOUNT, readOnly: true }])).toEqual([]);
  expect(volumesOf(efs, [])).toEqual([]);
});
