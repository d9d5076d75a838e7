import { describe, expect, test } from "@jest/globals";
import { parseCommand } from "./commands.ts";

describe("parseCommand", () => {
  test.each([
    ["::error::text", "error", {}, "text"],
    ["  \u0085\u00A0::ERROR::text", "error", {}, "text"],
    [
      "::warning file=a.ts,line=3,title=Be%3A careful%2C now::two%0Alines 100%25",
      "warning",
      { file: "a.ts", line: "3", title: "Be: careful, now" },
      "two\nlines 100%",
    ],
    ["::set-output name=a=b::x", "set-output", { name: "a=b" }, "x"],
    ["::group::", "group", {}, ""],
    ["anything before ##[add-mask]secret", "add-mask", {}, "secret"],
    ["##[error file=a;line=3]text%5D%3B", "error", { file: "a", line: "3" }, "text];"],
    ["::unknown::x ##[notice]y", "notice", {}, "y"],
  ])("reads %j", (line, name, properties, data) => {
    expect(parseCommand(line)).toEqual({ name, properties, data });
  });

  test.each([
    "text ::error::x",
    "::error:x",
    "::unknown::x",
    "##[unknown]x",
    "##[error x",
    "\uFEFF::error::x",
    "",
    "::",
  ])("takes %j for ordinary text", (line) => expect(parseCommand(line)).toBeUndefined());

  test("knows nothing but the resume token while commands are stopped", () => {
    expect(parseCommand("::error::x", "token-1")).toBeUndefined();
    expect(parseCommand("::token-1::", "token-1")).toMatchObject({ name: "token-1" });
  });
});
