import { describe, expect, test } from "@jest/globals";

import { guardService } from "./guard-service.ts";
import type { Service } from "./service-state.ts";
import { inputsOf } from "./testing/inputs.ts";
import { entry, serviceOf } from "./testing/service-states.ts";

const DEPLOY = { image: "acme/app:2" };

function verdictOf(change: Partial<Service>, texts: Record<string, string> = DEPLOY) {
  return guardService(serviceOf([entry()], change), inputsOf(texts));
}

describe("guardService", () => {
  test.each<[string, Partial<Service>, Record<string, string>, string]>([
    ["a service that is being deleted", { status: "DRAINING" }, DEPLOY, "SERVICE_NOT_ACTIVE"],
    ["a service that CodeDeploy deploys", { controller: "CODE_DEPLOY" }, DEPLOY, "OTHER_CONTROLLER"],
    ["a service of an external controller", { controller: "EXTERNAL" }, DEPLOY, "OTHER_CONTROLLER"],
    ["an Express service", { managedByEcs: true }, DEPLOY, "EXPRESS_SERVICE"],
    ["a deploy of no task", { desiredCount: 0 }, DEPLOY, "ZERO_TASKS"],
    ["a restart of no task", { desiredCount: 0 }, { operation: "restart" }, "ZERO_TASKS"],
    ["a desired count for a daemon", { daemon: true }, { ...DEPLOY, "desired-count": "2" }, "DAEMON_COUNT"],
    [
      "a service without a breaker, where one is required",
      { circuitBreaker: { enabled: false, rollback: false } },
      { ...DEPLOY, "require-circuit-breaker": "true" },
      "CIRCUIT_BREAKER_OFF",
    ],
    [
      "a breaker without a rollback, where one is required",
      { circuitBreaker: { enabled: true, rollback: false } },
      { ...DEPLOY, "require-circuit-breaker": "true" },
      "CIRCUIT_BREAKER_OFF",
    ],
  ])("refuses %s", (_, change, texts, code) => {
    expect(verdictOf(change, texts)).toMatchObject({ kind: "refused", error: { code } });
  });

  test.each<[string, Partial<Service>, Record<string, string>, RegExp[]]>([
    ["an ordinary service", {}, DEPLOY, []],
    ["a daemon service, whatever its count says", { daemon: true, desiredCount: 0 }, DEPLOY, []],
    ["no task yet, when a count is given", { desiredCount: 0 }, { ...DEPLOY, "desired-count": "2" }, []],
    ["no task at all, when that is asked for", {}, { ...DEPLOY, "desired-count": "0" }, [/no task will run/]],
    ["a missing breaker", { circuitBreaker: { enabled: false, rollback: false } }, DEPLOY, [/no deployment circuit/]],
    ["a missing rollback", { circuitBreaker: { enabled: true, rollback: false } }, DEPLOY, [/no rollback on failure/]],
    [
      "scaling without a breaker",
      { circuitBreaker: { enabled: false, rollback: false } },
      { operation: "scale", "desired-count": "0", "require-circuit-breaker": "true" },
      [],
    ],
  ])("allows %s, with the warnings it deserves", (_, change, texts, warnings) => {
    expect(verdictOf(change, texts)).toEqual({
      kind: "allowed",
      warnings: warnings.map((one) => expect.stringMatching(one)),
    });
  });
});
