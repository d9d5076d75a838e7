import { whyNoAwsCli } from "./aws-cli-way.ts";
import { inParallel } from "./in-parallel.ts";
import { measureOutcome, WITH_AWS_CLI, WITH_FAIRWAY, type Deploy, type Outcome } from "./measure-outcomes.ts";
import type { Scenario } from "./scenario.ts";

interface Compared {
  readonly scenario: Scenario;
  readonly ours: Outcome;
  /** Nothing where the machine has no AWS CLI that can be run. */
  readonly theirs: Outcome | undefined;
}

/** Some scenarios wait for an application in real time, and leave the machine to another meanwhile. */
const WORKERS = 2;
const HEAD = [
  "| What becomes of the deployment | Expected | Known after, s | Fairway | said, ended after that, s | aws and curl | ended after that, s |",
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
  const compared = await inParallel(scenarios, WORKERS, async (scenario) => {
    const ours = await measureOutcome(scenario, withFairway);
    if (!ours.right) throw new Error(wrongVerdict(scenario, ours));
    const theirs = whyNot === undefined ? await measureOutcome(scenario, WITH_AWS_CLI) : undefined;
    return { scenario, ours, theirs };
  });
  const rows = compared.map(renderRow);
  const wrong = compared.filter(({ theirs }) => theirs?.right === false).length;
  const sum =
    whyNot === undefined
      ? `Wrong verdicts of ${scenarios.length}: Fairway 0, aws and curl ${wrong}.`
      : `Wrong verdicts of ${scenarios.length}: Fairway 0. aws and curl were not run: ${whyNot}.`;
  return [sum, [...HEAD, ...rows].join("\n")].join("\n\n");
}

function wrongVerdict({ name, expected }: Scenario, { verdict, told, log }: Outcome): string {
  return `Fairway is ${verdict} (${told}) and ${expected} was expected: ${name}.\n${log}`;
}

function renderRow({ scenario: { name, expected }, ours, theirs }: Compared): string {
  const { knownAfter, saidAfter, endedAfter } = ours;
  const said = endedAfter - saidAfter < 0.5 ? seconds(endedAfter) : `${seconds(saidAfter)}, ${seconds(endedAfter)}`;
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
