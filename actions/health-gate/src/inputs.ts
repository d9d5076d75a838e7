import {
  choice,
  decimal,
  flag,
  integer,
  items,
  lines,
  optional,
  parsedBy,
  text,
  type InputProblem,
  type InputsOf,
  parseJsonPointer,
} from "@fairway/domain";

import { parseHeaderExpectation, parseJsonExpectation, parseStatusRange } from "./expectations.ts";
import { expectationsOfPreset } from "./preset.ts";
import { parseTarget } from "./target.ts";

export const fields = {
  url: lines(parsedBy(parseTarget), 20),
  "expect-status": items(parsedBy(parseStatusRange)),
  "expect-json": optional(lines(parsedBy(parseJsonExpectation))),
  "expect-header": optional(lines(parsedBy(parseHeaderExpectation))),
  "expect-version": optional(text({ max: 128 })),
  preset: choice("none", "compose"),
  "version-pointer": parsedBy(parseJsonPointer),
  "timeout-seconds": integer(1, 7200),
  "attempt-timeout-seconds": decimal(0.1, 60),
  "consecutive-successes": integer(1, 1000),
  "soak-seconds": integer(0, 3600),
  "max-error-rate": optional(decimal(0, 1)),
  "max-p95-ms": optional(integer(1, 60_000)),
  require: choice("all", "any"),
  resolve: choice("any", "each"),
  "follow-redirects": flag(),
};

export type HealthGateInputs = InputsOf<typeof fields>;

const CONTENT_WITH_ONE: InputProblem = {
  input: "resolve",
  message: "each wants every address healthy, and require: any would be content with one; use require: all",
};

/** An expectation that nothing could ever be checked against would be green by mistake. */
export function checkInputs(inputs: HealthGateInputs): readonly InputProblem[] {
  const httpOnly = {
    "expect-json": inputs.expectJson,
    "expect-header": inputs.expectHeader,
    "expect-version": inputs.expectVersion,
    preset: inputs.preset === "none" ? undefined : inputs.preset,
  };
  const soakOnly = { "max-error-rate": inputs.maxErrorRate, "max-p95-ms": inputs.maxP95Ms };
  return [
    ...(inputs.url.some(({ kind }) => kind === "http")
      ? []
      : problemsOf(httpOnly, "is about an HTTP answer, and url names no http or https endpoint")),
    ...repeated(inputs),
    ...(inputs.resolve === "each" && inputs.require === "any" ? [CONTENT_WITH_ONE] : []),
    ...(inputs.soakSeconds > 0 ? [] : problemsOf(soakOnly, "is about the soak; give soak-seconds as well")),
  ];
}

/** Both would have to hold, so a second expectation of the same place is either idle or can never be fulfilled. */
function repeated({ preset, expectJson = [] }: HealthGateInputs): InputProblem[] {
  const taken = expectationsOfPreset(preset).map(({ pointer }) => pointer.text);
  return expectJson
    .filter(({ pointer }) => taken.includes(pointer.text))
    .map(({ pointer }) => ({
      input: "expect-json",
      message: `${pointer.text} is expected by preset ${preset} already; leave out that line, or the preset`,
    }));
}

function problemsOf(given: Readonly<Record<string, unknown>>, message: string): InputProblem[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([input]) => ({ input, message }));
}
