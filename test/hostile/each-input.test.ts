import { afterAll, expect, test } from "@jest/globals";

import { ACCEPTED } from "./accepted-values.ts";
import { BAD_VALUES, type BadValue } from "./bad-values.ts";
import { ACTIONS, cleanUp, metadataOf } from "./perform.ts";
import { readFields, takes, type InputJudge } from "./read-fields.ts";

afterAll(cleanUp);

const judges = await Promise.all(ACTIONS.map(readFields));

interface Trial {
  readonly judge: InputJudge;
  readonly input: string;
  readonly value: BadValue;
  readonly text: string;
}

const trials: readonly Trial[] = judges.flatMap((judge) =>
  Object.keys(judge.fields).flatMap((input) => [...BAD_VALUES].map(([value, text]) => ({ judge, input, value, text }))),
);

/**
 * What action.yml says of nothing and white space: taken by an input that is not required and has no default, refused by
 * one that is required or has a text as its default, unknown when the default is an expression, and for any other value.
 */
function declared({ judge, input, value }: Trial): "taken" | "refused" | "unknown" {
  if (value !== "nothing" && value !== "white space") return "unknown";
  const { required = false, default: text = "" } =
    metadataOf(judge.action).inputs.find(({ name }) => name === input) ?? {};
  if (text.includes("${{")) return "unknown";
  return required || text !== "" ? "refused" : "taken";
}

function isTaken({ judge, input, text }: Trial): boolean {
  return takes(judge, input, text);
}

function nameOf({ judge, input, value }: Trial): string {
  return `${judge.action}, ${input}: ${value}`;
}

test("what is given to an action when nothing is wrong has no problem", () => {
  expect(judges.flatMap((judge) => judge.judge({}).map((problem) => ({ ...problem, action: judge.action })))).toEqual(
    [],
  );
});

test("each value in each input alone is refused, or is in the list of those that are rightly taken", () => {
  const listed = ACCEPTED.flatMap(({ action, inputs, values }) =>
    inputs.flatMap((input) => values.map((value) => `${action}, ${input}: ${value}`)),
  );
  const taken = trials.filter((trial) => declared(trial) !== "taken" && isTaken(trial)).map(nameOf);
  process.stdout.write(`${trials.length} values, one input at a time: ${taken.length} rightly taken\n`);
  expect(taken.toSorted()).toEqual(listed.toSorted());
});

test("nothing, and white space, is taken by each input that action.yml lets one leave out", () => {
  expect(trials.filter((trial) => declared(trial) === "taken" && !isTaken(trial)).map(nameOf)).toEqual([]);
});

test("a refusal names the input alone, in a few words, and repeats the value or says what is wrong with its form", () => {
  const found = trials.flatMap((trial) => {
    const { judge, input, text } = trial;
    if (isTaken(trial)) return [];
    const problems = judge.judge({ [input]: text });
    const [message = ""] = problems.map((problem) => problem.message);
    const named = problems.length === 1 && problems[0]?.input === input;
    return named && message.length < 300 && tells(trial, message)
      ? []
      : [`${nameOf(trial)}: ${JSON.stringify(problems)}`];
  });
  expect(found).toEqual([]);
});

/** A secret is not repeated; of any other text the beginning is, unless its length or a character is what is wrong. */
function tells({ judge, input, text }: Trial, message: string): boolean {
  const start =
    text
      .trim()
      .split(/[\n\0]/)[0]
      ?.slice(0, 10) ?? "";
  if (/\d+ characters|control character|is required and was empty/.test(message)) return true;
  return judge.fields[input]?.secret === true ? !message.includes(start) : message.includes(start);
}

test("a value that an input takes is good with the others, or contradicts one of them by name", () => {
  const found = trials.flatMap((trial) => {
    const { judge, input, text } = trial;
    if (!isTaken(trial)) return [];
    const strange = judge.judge({ [input]: text }).filter((problem) => judge.fields[problem.input] === undefined);
    return strange.map((problem) => `${nameOf(trial)}: ${JSON.stringify(problem)}`);
  });
  expect(found).toEqual([]);
});
