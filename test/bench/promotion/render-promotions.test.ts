import { expect, test } from "@jest/globals";
import type { Measurement } from "./measure-promotions.ts";
import { PROMOTION_WAYS } from "./promotion-ways.ts";
import { findRan, ratioToSkopeo, renderPromotions, timeColumns, TRAFFIC_COLUMNS } from "./render-promotions.ts";

const promotion = { kind: "same", tags: ["1.4.0", "latest"] } as const;

test("a table has medians, what they are of skopeo's, a row for what was not run, and what was aimed at", () => {
  const all = [measured("retag-image", [300, 400, 500]), measured("skopeo", [1000]), missing("crane")];
  const columns = [...TRAFFIC_COLUMNS, ...timeColumns("At once, ms", all, ({ direct }) => direct)];
  const reached = ratioToSkopeo(findRan(all, "retag-image"), all, ({ direct }) => direct);
  const targets = [
    { what: "time beside skopeo's", limit: 0.2, reached },
    { what: "requests", limit: 10, reached: 10 },
    { what: "memory", limit: 150, reached: undefined },
  ];
  expect(renderPromotions({ title: "Two tags", promotion, measurements: all, columns, targets }).split("\n")).toEqual([
    "#### Two tags",
    "",
    "| Way | Requests | Connections | At once, ms | To skopeo's |",
    "| --- | ---: | ---: | ---: | ---: |",
    "| Fairway retag-image | 10 | 2 | 400 | 0.40 |",
    "| skopeo copy --all, twice | 10 | 2 | 1000 | 1.00 |",
    "| crane tag, twice | not run: crane is not built |  |  |  |",
    "",
    "Targets of retag-image: time beside skopeo's at most 0.2: 0.4, missed; requests at most 10: 10, met; memory at most 150: not measured here.",
  ]);
});

test("without skopeo there is nothing to compare with", () => {
  const all = [measured("retag-image", [300]), missing("skopeo")];
  const [, ratio] = timeColumns("At once, ms", all, ({ direct }) => direct);
  expect(ratio!.cell(findRan(all, "retag-image")!)).toBe("");
});

function measured(program: string, direct: readonly number[]): Measurement {
  const traffic = [{ requests: 10, connections: 2, bytes: 9000 }];
  return { kind: "run", way: wayOf(program), direct, gated: [], traffic, peaks: [], cpu: [], unchanged: true };
}

function missing(program: string): Measurement {
  return { kind: "not-run", way: wayOf(program), reason: `${program} is not built` };
}

function wayOf(program: string) {
  return PROMOTION_WAYS.find((way) => way.program === program)!;
}
