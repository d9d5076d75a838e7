import { expect, test } from "@jest/globals";
import { readArguments } from "./arguments.ts";

test("flags and names are told apart", () => {
  const { flags, names } = readArguments(["--check", "ecs-deploy"], ["--check"], ["ecs-deploy"]);
  expect([[...flags], names]).toEqual([["--check"], ["ecs-deploy"]]);
});

test.each(["ecs-deplo", "--chek"])("%s is refused and the known words are named", (word) => {
  const read = (): unknown => readArguments([word], ["--check"], ["ecs-deploy"]);
  expect(read).toThrow(`"${word}" is not known here. Known: --check, ecs-deploy.`);
});
