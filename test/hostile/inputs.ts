import { ERROR_LINE } from "./observe.ts";
import { metadataOf, performOnce, type Performance } from "./perform.ts";
import { QUICK } from "./remote-text.ts";
import type { HostileCase } from "./run-cases.ts";
import { openPassage } from "./scenes.ts";

/** Linux hands over no variable of more than 128 KiB, its name included, so that is as huge as an input can be there. */
const HUGE = "a".repeat(128 * 1024 - 200);

/** And all variables together may have 2 MiB. */
const ALL_TOGETHER = 1_500_000;

/** No variable can hold a NUL, so the runner cannot hand one over either. */
const VALUES: Readonly<Record<string, string>> = {
  empty: "",
  huge: HUGE,
  "an option": "-x",
  "a line break": "a\nb",
  "a command": "::error::fw-forged ##[error]fw-forged",
  __proto__: "__proto__",
  constructor: "constructor",
  "an expression": "${{ secrets.GITHUB_TOKEN }}",
  "a substitution": "$(id)",
  "a path upwards": "../../../../etc/passwd",
  "an escape sequence": "\u001b[31mred\u202e",
};

/** Bytes that are no UTF-8: a lone surrogate, an overlong slash, 0xFF. */
const BYTES = String.raw`a\355\240\200\300\257\377z`;

/**
 * Each value goes into every input at once. Those that the action does not refuse then are tried together, the others as they
 * should be: that has to end green, or red with an error that names an input or its value.
 */
export function inputCases(actions: readonly string[]): HostileCase[] {
  return actions.flatMap((action) => [
    ...Object.entries(VALUES).map(([fault, value]) => ({
      action,
      fault: `${fault} in every input`,
      run: () => tryValue(action, value),
    })),
    { action, fault: "bytes that are no UTF-8", run: () => tryBytes(action) },
  ]);
}

async function tryValue(action: string, value: string): Promise<string[]> {
  const names = metadataOf(action).inputs.map(({ name }) => name);
  const all = await tryInputs(
    action,
    Object.fromEntries(names.map((name) => [name, shareOf(value, names.length)])),
    names,
  );
  if (all.performance.green) return [...all.observations, "FALSE GREEN: every input was accepted"];
  const accepted = names.filter((name) => !namesInput(all.performance, name));
  // Empty is what most inputs are by default, and the runs of other parts have them so.
  if (value === "" || accepted.length === 0) return all.observations;
  const rest = await tryInputs(
    action,
    { ...QUICK[action], ...Object.fromEntries(accepted.map((name) => [name, shareOf(value, accepted.length)])) },
    accepted,
  );
  return [...all.observations, ...rest.observations];
}

function shareOf(value: string, count: number): string {
  return value.slice(0, Math.floor(ALL_TOGETHER / count));
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

async function tryInputs(action: string, inputs: Readonly<Record<string, string>>, names: readonly string[]) {
  const performance = await performOnce(action, { passage: openPassage(), inputs, deadlineMs: 15_000 });
  const which = `${names.slice(0, 4).join()}: `;
  const observations = performance.observations.map((observation) => `${observation} (${names.slice(0, 4).join()})`);
  if (!performance.green) observations.push(...redProblems(performance, inputs, which));
  return { performance, observations };
}

function redProblems(performance: Performance, inputs: Readonly<Record<string, string>>, which: string): string[] {
  const { stdout } = performance.result;
  const refused = stdout.includes("code: BAD_INPUTS");
  const named = Object.entries(inputs).some(
    ([name, value]) => namesInput(performance, name) || mentions(stdout, name, value),
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

/** The name may be a word of the sentence; the value may be shown as far as its first line goes, made harmless. */
function mentions(stdout: string, name: string, value: string): boolean {
  const error = stdout.slice(stdout.search(ERROR_LINE)).toLowerCase();
  const shown = (value.split(/[\r\n]/)[0] ?? "").slice(0, 20).toLowerCase();
  const [plain = ""] = shown.split("##[");
  return (
    error.includes(name) || error.includes(name.replaceAll("-", " ")) || (plain.trim() !== "" && error.includes(plain))
  );
}
