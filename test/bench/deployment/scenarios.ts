import { DISTURBANCE_SCENARIOS } from "./disturbance-scenarios.ts";
import { REFUSAL_SCENARIOS } from "./refusal-scenarios.ts";
import { ROLLOUT_SCENARIOS } from "./rollout-scenarios.ts";
import { SECOND, green, type Scenario } from "./scenario.ts";
import { SHIFT_SCENARIOS } from "./shift-scenarios.ts";
import { whenCompleted } from "./truth.ts";

/** What the application answers where ECS is content. */
const ANSWER_SCENARIOS: readonly Scenario[] = [
  {
    name: "stable, and the application answers 15 s later",
    ...green,
    start: { kind: "healthy", startMs: 58 * SECOND },
  },
  {
    name: "stable, and the old version still answers",
    expected: "red",
    answer: { status: 200, version: "1" },
    truth: whenCompleted,
  },
  {
    name: "stable, and the application answers 503",
    expected: "red",
    answer: { status: 503, version: "2" },
    truth: whenCompleted,
  },
];

/** In the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  ...ROLLOUT_SCENARIOS,
  ...REFUSAL_SCENARIOS,
  ...SHIFT_SCENARIOS,
  ...DISTURBANCE_SCENARIOS,
  ...ANSWER_SCENARIOS,
];
