import { describe, expect, test } from "@jest/globals";

import { parseQuestions, renderUsage } from "./parse-questions.ts";

describe("the command line of the doctor", () => {
  test("takes each input of the action in either form", () => {
    expect(parseQuestions(["--repo", "acme/shop", "--cluster=production", "--image", "ghcr.io/acme/shop"])).toEqual({
      kind: "ask",
      repository: "acme/shop",
      inputs: { cluster: "production", image: "ghcr.io/acme/shop" },
    });
  });

  test.each([["--help"], ["-h"]])("%s asks for the usage", (word) => {
    expect(parseQuestions(["--cluster", word])).toEqual({ kind: "help" });
  });

  test.each([
    [["--cluster", "production"], /--repo owner\/name is needed/],
    [["--repo", "shop"], /--repo owner\/name is needed/],
    [["--repo", "acme/shop", "production"], /"production" is no option/],
    [["--repo"], /--repo needs a value/],
    [["--repo="], /--repo needs a value/],
    [["--repo", "acme/shop", "--repo", "acme/shop"], /given twice/],
    [["--repo", "acme/shop", "--registry-password", "x"], /can read a command line/],
    [["--repo", "acme/shop", "--github-token=x"], /can read a command line/],
  ])("refuses %j", (words, reason) => {
    expect(() => parseQuestions(words)).toThrow(reason);
  });

  test("offers no option for a secret", () => {
    const usage = renderUsage(["cluster", "github-token", "registry-password"]);
    expect(usage).toContain("--cluster <value>");
    expect(usage).not.toMatch(/--(github-token|registry-password)/);
  });
});
