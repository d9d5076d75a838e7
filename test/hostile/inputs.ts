import { BAD_VALUES, OF_PROCESSES, type BadValue } from "./bad-values.ts";
import { ERROR_LINE } from "./observe.ts";
import { metadataOf, performOnce, type Performance } from "./perform.ts";
import { readFields, takes, type InputJudge } from "./read-fields.ts";
import { QUICK } from "./remote-text.ts";
import type { HostileCase } from "./run-cases.ts";
import { openPassage } from "./scenes.ts";

/** All variables together may have 2 MiB. */
const ALL_TOGETHER = 1_500_000;

/** Bytes that are no UTF-8: a lone surrogate, an overlong slash, 0xFF. */
const BYTES = String.raw`a\355\240\200\300\257\377z`;

/** So many of the values stand in every input of an action at once, and in every one that takes them; which ones goes round. */
const AT_ONCE = 3;

/**
 * What a process makes of bad values, where the judgement of each in each input alone is known from the source: refused by name
 * before a server is asked, and those that are taken do no harm. They are given together, and each input that takes any also
 * gets one alone: that has to end green, or red with an error that names an input or its value.
 */
export async function inputCases(actions: readonly string[]): Promise<HostileCase[]> {
  const judges = await Promise.all(actions.map(readFields));
  return judges.flatMap((judge, turn) => {
    const { action } = judge;
    const inOrder = OF_PROCESSES.map(
      (_, index) => OF_PROCESSES[(index + turn * AT_ONCE) % OF_PROCESSES.length] ?? "nothing",
    );
    return [
      ...inOrder.slice(0, AT_ONCE).map((value) => refusedCase(judge, value)),
      ...inOrder
        .filter((value) => takers(judge, value).length > 1)
        .slice(0, AT_ONCE)
        .map((value) => togetherCase(judge, value)),
      ...Object.keys(judge.fields).flatMap((input, index) => aloneCases(judge, input, turn + index)),
      { action, fault: "bytes that are no UTF-8", run: () => tryBytes(action) },
    ];
  });
}

function refusedCase({ action, fields }: InputJudge, value: BadValue): HostileCase {
  const names = Object.keys(fields);
  const run = async () => {
    const { performance, observations } = await tryInputs(action, filled(names, value));
    return performance.green ? [...observations, "FALSE GREEN: every input was accepted"] : observations;
  };
  return { action, fault: `${value} in every input`, run };
}

function togetherCase(judge: InputJudge, value: BadValue): HostileCase {
  const { action } = judge;
  const inputs = { ...QUICK[action], ...filled(takers(judge, value), value) };
  const run = async () => (await tryInputs(action, inputs)).observations;
  return { action, fault: `${value} in every input that takes it`, run };
}

function takers(judge: InputJudge, value: BadValue): string[] {
  return Object.keys(judge.fields).filter((input) => takesStrange(judge, input, value));
}

function aloneCases(judge: InputJudge, input: string, turn: number): HostileCase[] {
  const { action } = judge;
  const taken = OF_PROCESSES.filter((value) => takesStrange(judge, input, value));
  const value = taken[turn % taken.length];
  if (value === undefined) return [];
  const run = async () => (await tryInputs(action, { ...QUICK[action], ...filled([input], value) })).observations;
  return [{ action, fault: `${value} in ${input}`, run }];
}

/** Nothing is what most inputs are by default, and the runs of other parts have them so. */
function takesStrange(judge: InputJudge, input: string, value: BadValue): boolean {
  const text = BAD_VALUES.get(value) ?? "";
  return text.trim() !== "" && takes(judge, input, text);
}

function filled(names: readonly string[], value: BadValue): Record<string, string> {
  const text = (BAD_VALUES.get(value) ?? "").slice(0, Math.floor(ALL_TOGETHER / names.length));
  return Object.fromEntries(names.map((name) => [name, text]));
}

async function tryBytes(action: string): Promise<string[]> {
  const found: string[] = [];
  const names = metadataOf(action).inputs.map(({ name }) => name);
  const set = names.map((name) => `"INPUT_${name.toUpperCase()}=$v"`).join(" ");
  const wrapper = ["/bin/sh", "-c", `v=$(printf '${BYTES}'); exec env ${set} "$@"`, "sh"];
  const performance = await performOnce(action, { wrapper });
  found.push(...performance.observations);
  if (performance.green) found.push("FALSE GREEN: every input was accepted");
  return found;
}

/** An image without a host is one of Docker Hub, and nothing here asks anybody outside. */
const NOBODY = { HTTPS_PROXY: "http://127.0.0.1:1" };

/** These say what is made, and the scene would look for something else. */
const NAMES_RESULT: readonly string[] = ["create-release tag", "retag-image tags", "retag-image floating-tags"];

async function tryInputs(action: string, inputs: Readonly<Record<string, string>>) {
  const names = Object.keys(inputs);
  const direction = { passage: openPassage(), inputs, environment: NOBODY, deadlineMs: 15_000 };
  const performance = await performOnce(action, direction);
  const elsewhere = names.some((name) => NAMES_RESULT.includes(`${action} ${name}`));
  const which = `${names.slice(0, 4).join()}: `;
  const observations = performance.observations
    .filter((observation) => !(elsewhere && observation.startsWith("FALSE GREEN")))
    .map((observation) => `${observation} (${names.slice(0, 4).join()})`);
  if (!performance.green) observations.push(...redProblems(performance, inputs, which));
  return { performance, observations };
}

function redProblems(performance: Performance, inputs: Readonly<Record<string, string>>, which: string): string[] {
  const { stdout } = performance.result;
  const refused = stdout.includes("code: BAD_INPUTS");
  // What check-setup finds wrong is told in its table.
  const told = `${stdout.slice(stdout.search(ERROR_LINE))}\n${performance.result.summary}`.toLowerCase();
  const named = Object.entries(inputs).some(
    ([name, value]) => namesInput(performance, name) || mentions(told, name, value),
  );
  return [
    ...(refused && performance.requests > 0
      ? [`${which}ASKED a server ${performance.requests} times before it refused`]
      : []),
    ...(named ? [] : [`${which}UNNAMED ${ERROR_LINE.exec(stdout)?.[0].slice(0, 300) ?? stdout.slice(-300)}`]),
  ];
}

function namesInput({ result }: Performance, name: string): boolean {
  return result.stdout.includes(`%0A- ${name}: `);
}

/** The name may be words of the sentence; the value may be shown as far as its first line goes, made harmless. */
function mentions(told: string, name: string, value: string): boolean {
  const shown = (value.split(/[\r\n]/)[0] ?? "")
    .replaceAll(/\p{Cf}/gu, "")
    .slice(0, 20)
    .toLowerCase();
  const [plain = ""] = shown.split("##[");
  const own = name.replace("registry-", "");
  const words = [name, own.replace("username", "user name"), own.replaceAll("-", " "), own.replaceAll("-", "_")];
  return words.some((word) => told.includes(word)) || (plain.trim() !== "" && told.includes(plain));
}
