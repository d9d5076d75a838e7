import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { remoteText } from "./remote-text.ts";

/** What the runner would act on: `::` after .NET's white space at a line's start, `##[` anywhere. */
const ACTED_ON = /^[\s\u0085\u00a0]*::|##\[/u;

describe("text from elsewhere", () => {
  test.each([
    "::set-output name=x::y",
    "  ::add-mask::e",
    "\u00a0::error::x",
    "\u0085::error::x",
    "text ##[add-mask]e",
    "##[group]x ##[endgroup]",
    "one\r::stop-commands::x",
    "one\r\n::debug::x",
    "one\u2028::debug::x",
    "\u001b[31m::error::red",
    "\u0000::error::x",
    "\u200b::error::x",
    "\u202e::error::x",
    "###[error]x",
  ])("%j cannot act as a command of the runner", (text) => {
    for (const line of remoteText(text)) expect(line).not.toMatch(ACTED_ON);
  });

  test("can never act as a command, whatever it is", () => {
    const piece = fc.constantFrom(
      "::",
      "##[",
      "#",
      "[",
      "\r",
      "\n",
      "\u0085",
      " ",
      "\t",
      "\u00a0",
      "\u001b[1m",
      "\u200b",
      "error",
      "]",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const line of remoteText(pieces.join(""))) expect(line).not.toMatch(ACTED_ON);
      }),
      { numRuns: 3000 },
    );
  });

  test("stays readable", () => {
    expect(remoteText("plain text: 5 of 5\n\u001b[32mgreen\u001b[0m\ttab")).toEqual([
      "plain text: 5 of 5",
      "green  tab",
    ]);
  });

  test("is cut where a line is long", () => {
    expect(remoteText("x".repeat(5000))[0]).toHaveLength(2000 + "… (3000 more characters)".length);
  });
});
