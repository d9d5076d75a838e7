import { describe, expect, test } from "@jest/globals";
import { parseWish, renderList } from "./arguments.ts";
import { FAULTS } from "./faults.ts";

describe("parseWish", () => {
  test("rehearses the whole way when nothing is said", () => {
    expect(parseWish([])).toEqual({
      kind: "rehearse",
      fault: undefined,
      workflows: undefined,
      verbose: false,
      port: undefined,
    });
  });

  test.each([
    [["--list"], { kind: "list" }],
    [["-h"], { kind: "help" }],
    [["-v", "--port", "4000"], { kind: "rehearse", verbose: true, port: 4000 }],
    [["--fault", "rollback"], { kind: "rehearse", fault: { name: "rollback" } }],
    [["--workflows", "../shop"], { kind: "rehearse", workflows: "../shop" }],
    [["--fault=first-deploy"], { kind: "rehearse", fault: { name: "first-deploy" } }],
  ])("reads %j", (args, wish) => {
    expect(parseWish(args)).toMatchObject(wish);
  });

  test.each([
    [["--fault", "meteor"], /No fault is called "meteor"\. Known faults: breaker-rollback, .*, first-deploy\./],
    [["--fault"], /--fault needs the name of a fault\. Known faults: breaker-rollback, /],
    [["--fautl", "x"], /--fautl, x is not known\.[^]*--fault <name>[^]*Faults: breaker-rollback, /],
    [["--workflows"], /--workflows needs the root folder of your application's repository/],
    [["--workflows", "x", "--fault", "rollback"], /--fault and --workflows exclude one another/],
    [["staging"], /staging is not known/],
    [["--port", "99999"], /--port 99999 is not a port/],
  ])("refuses %j", (args, message) => {
    expect(() => parseWish(args)).toThrow(message);
  });
});

test("the list tells every fault in two lines", () => {
  const blocks = renderList().trim().split("\n\n");
  expect(blocks.map((block) => block.split("\n")[0])).toEqual(FAULTS.map(({ name }) => name));
  expect(blocks.filter((block) => block.split("\n").length !== 3)).toEqual([]);
});
