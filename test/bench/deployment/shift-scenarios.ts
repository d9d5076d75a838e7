import { crashing, green, MINUTE, type Scenario } from "./scenario.ts";
import { whenGivenUp, whenHeld } from "./truth.ts";

const BLUE_GREEN = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 4 };
const PAUSE = {
  targetType: "PAUSE",
  lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
  timeoutConfiguration: { timeoutInMinutes: 60 },
};
const HOOK = {
  hookTargetArn: "arn:aws:lambda:eu-central-1:000000000000:function:smoke",
  lifecycleStages: PAUSE.lifecycleStages,
};
const ALARMS = { alarms: { enable: true, rollback: true, alarmNames: ["errors"] } };
const LINEAR = { strategy: "LINEAR", linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 1 } };
const CANARY = { strategy: "CANARY", canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 } };

/** Deployments that shift traffic, and their stages. */
export const SHIFT_SCENARIOS: readonly Scenario[] = [
  { name: "blue/green with four minutes of bake time", ...green, configuration: BLUE_GREEN },
  { name: "linear, a quarter of the traffic a minute", ...green, configuration: LINEAR },
  { name: "canary with five minutes of a tenth of the traffic", ...green, configuration: CANARY },
  { name: "blue/green, the new tasks fail", ...crashing, configuration: BLUE_GREEN },
  {
    name: "blue/green, held at a hook for a person",
    expected: "red",
    configuration: { ...BLUE_GREEN, lifecycleHooks: [PAUSE] },
    truth: (world) => whenHeld(world, 60 * MINUTE),
  },
  {
    name: "blue/green, a hook's function refuses it",
    expected: "red",
    configuration: { ...BLUE_GREEN, lifecycleHooks: [HOOK] },
    hookAnswer: "ROLLBACK",
    truth: whenGivenUp,
  },
  {
    name: "linear, an alarm goes off at half of the traffic",
    expected: "red",
    configuration: { ...LINEAR, ...ALARMS },
    prepare: ({ ecs, time }) => time.after(2.5 * MINUTE, () => ecs.ringAlarm("errors")),
    truth: whenGivenUp,
  },
  {
    name: "canary, an alarm goes off while it bakes",
    expected: "red",
    configuration: { ...CANARY, ...ALARMS },
    prepare: ({ ecs, time }) => time.after(4 * MINUTE, () => ecs.ringAlarm("errors")),
    truth: whenGivenUp,
  },
  {
    name: "an alarm goes off in a rolling deployment",
    expected: "red",
    configuration: ALARMS,
    prepare: ({ ecs, time }) => time.after(40_000, () => ecs.ringAlarm("errors")),
    truth: whenGivenUp,
  },
];
