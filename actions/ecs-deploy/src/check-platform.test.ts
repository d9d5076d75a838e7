import { describe, expect, test } from "@jest/globals";

import { checkPlatform } from "./check-platform.ts";
import { definitionOf } from "./testing/service-states.ts";

const ARM = { runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" } };
const FARGATE = { requiresCompatibilities: ["FARGATE"] };
const WINDOWS = { runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } };

function check(document: Record<string, unknown>, platforms: readonly string[] | undefined): string {
  try {
    checkPlatform(definitionOf("app:41", { document }), platforms);
    return "passes";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("an image for a task definition", () => {
  test.each<[string, Record<string, unknown>, readonly string[] | undefined]>([
    ["of the same architecture", ARM, ["linux/arm64"]],
    ["of a variant of it", ARM, ["linux/arm64/v8"]],
    ["of several architectures, one of them right", ARM, ["linux/amd64", "linux/arm64"]],
    ["that says nothing of its platforms", ARM, undefined],
    ["whose machines decide the architecture", {}, ["linux/arm64"]],
    ["of the architecture that Fargate takes by itself", FARGATE, ["linux/amd64"]],
    ["of Windows", WINDOWS, ["windows/amd64"]],
  ])("%s passes", (_, document, platforms) => {
    expect(check(document, platforms)).toBe("passes");
  });

  test.each<[string, Record<string, unknown>, readonly string[], RegExp]>([
    ["of another architecture", ARM, ["linux/amd64"], /^app:41 runs on linux\/arm64, and .* for linux\/amd64$/],
    ["for ARM on Fargate's own choice", FARGATE, ["linux/arm64"], /^app:41 runs on linux\/amd64/],
    ["of another system", WINDOWS, ["linux/amd64"], /^app:41 runs on windows\/amd64/],
    ["whose name only begins alike", ARM, ["linux/arm64be"], /^app:41 runs on linux\/arm64/],
  ])("%s is refused", (_, document, platforms, message) => {
    expect(check(document, platforms)).toMatch(message);
  });
});
