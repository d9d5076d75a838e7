import { expect, test } from "@jest/globals";
import { findCycles } from "./find-cycles.ts";

test.each([
  ["a chain has none", { a: ["b"], b: ["c"] }, []],
  ["a diamond has none", { a: ["b", "c"], b: ["d"], c: ["d"] }, []],
  ["a node may lead to itself", { a: ["a"] }, [["a"]]],
  ["two nodes", { a: ["b"], b: ["a"] }, [["a", "b"]]],
  ["the shortest way round is told", { a: ["b", "c"], b: ["c"], c: ["a"] }, [["a", "c"]]],
  ["the nodes before a circle are not in it", { a: ["b"], b: ["c"], c: ["b"] }, [["b", "c"]]],
  [
    "two circles are told apart",
    { a: ["b"], b: ["a"], c: ["d"], d: ["c"] },
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
])("%s", (_title, graph, cycles) => {
  expect(findCycles(new Map(Object.entries(graph).map(([node, next]) => [node, new Set(next)])))).toEqual(cycles);
});
