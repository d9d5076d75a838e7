import { whyNoAwsCli } from "./aws-cli-way.ts";
import { measureOutcome, WITH_AWS_CLI, WITH_FAIRWAY, type Deploy, type Outcome } from "./measure-outcomes.ts";
import type { Scenario } from "./scenarios.ts";

const HEAD = [
  "| What becomes of the deployment | Expected | Known after | Fairway | said, ended | aws and curl | ended |",
  "| --- | --- | ---: | --- | ---: | --- | ---: |",
];

/**
 * Every scenario deployed by the bundles of Fairway and by the AWS CLI, as Markdown. Throws at the first wrong verdict of
 * Fairway, with its log: there is no table with one.
 */
export async function compareOutcomes(
  scenarios: readonly Scenario[],
  withFairway: Deploy = WITH_FAIRWAY,
): Promise<string> {
  const whyNot = await whyNoAwsCli();
  const rows: string[] = [];
  let wrong = 0;
  for (const scenario of scenarios) {
    const ours = await measureOutcome(scenario, withFairway);
    if (!ours.right) throw new Error(wrongVerdict(scenario, ours));
    const theirs = whyNot === undefined ? await measureOutcome(scenario, WITH_AWS_CLI) : undefined;
    if (theirs?.right === false) wrong += 1;
    rows.push(renderRow(scenario, ours, theirs));
  }
  const sum =
    whyNot === undefined
      ? `Wrong verdicts of ${scenarios.length}: Fairway 0, aws and curl ${wrong}.`
      : `Wrong verdicts of ${scenarios.length}: Fairway 0. aws and curl were not run: ${whyNot}.`;
  return [sum, [...HEAD, ...rows].join("\n")].join("\n\n");
}

function wrongVerdict({ name, expected }: Scenario, { verdict, told, log }: Outcome): string {
  return `Fairway is ${verdict} (${told}) and ${expected} was expected: ${name}.\n${log}`;
}

function renderRow({ name, expected }: Scenario, ours: Outcome, theirs: Outcome | undefined): string {
  const { knownAfter, saidAfter, endedAfter } = ours;
  const said = saidAfter === endedAfter ? seconds(endedAfter) : `${seconds(saidAfter)}, ${seconds(endedAfter)}`;
  const others = theirs === undefined ? ["not run", ""] : [renderVerdict(theirs), seconds(theirs.endedAfter)];
  return `| ${[name, expected, seconds(knownAfter), renderVerdict(ours), said, ...others].join(" | ")} |`;
}

function renderVerdict({ verdict, told, right }: Outcome): string {
  const text = told === "" ? verdict : `${verdict}, ${told}`;
  return right ? text : `**wrong**: ${text}`;
}

function seconds(value: number): string {
  return value.toFixed(1);
}
