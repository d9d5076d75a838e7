import { parseInputs, type InputsVerdict } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { checkInputs, fields, givenCredentials } from "./inputs.ts";

const defaults = { "on-conflict": "fail", "move-floating": "auto", referrers: "auto", "dry-run": "false" };
const source = "ghcr.io/acme/shop:0.1.0-abcdefg.beta";

/** All complaints about a set of texts, as `input: message`. */
function complaints(texts: Record<string, string>): readonly string[] {
  const verdict: InputsVerdict<typeof fields> = parseInputs(fields, { ...defaults, ...texts });
  const problems = verdict.kind === "invalid" ? verdict.problems : checkInputs(verdict.inputs);
  return problems.map(({ input, message }) => `${input}: ${message}`);
}

describe("the inputs are accepted with", () => {
  test.each([
    ["version tags", { source, tags: "0.1.0" }],
    ["floating tags alone", { source, "floating-tags": "latest" }],
    ["tags of another repository and registry", { source, tags: "ghcr.io/acme/web:1,localhost:5000/web:1" }],
    ["several tags by commas and lines", { source, tags: "0.1.0, 0.1\n0" }],
    ["a digest in place of a tag", { source: `ghcr.io/acme/shop@sha256:${"a".repeat(64)}`, tags: "0.1.0" }],
    ["a registry on loopback", { source: "localhost:5000/app:1-beta", tags: "1" }],
    ["a whole login", { source, tags: "0.1.0", username: "octo", password: "secret-token" }],
    ["platforms with and without a variant", { source, tags: "1", "require-platforms": "linux/amd64,linux/arm/v7" }],
  ])("%s", (_, texts) => {
    expect(complaints(texts)).toEqual([]);
  });
});

describe("the inputs are refused", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["without any tag", { source }, /^tags: names no tag/],
    ["without a source", { tags: "0.1.0" }, /^source: is required/],
    ["when the source has no tag", { source: "ghcr.io/acme/shop", tags: "1" }, /^source: has neither .* latest is not/],
    ["when a tag is in both lists", { source, tags: "1", "floating-tags": "1" }, /^floating-tags: has "1"/],
    ["with a user name alone", { source, tags: "1", username: "octo" }, /^password: is missing/],
    ["with a password alone", { source, tags: "1", password: "secret-token" }, /^username: is missing/],
    [
      "for a tag of a repository without its registry",
      { source, tags: "web:1" },
      /^tags: .*no registry.*docker.io\/library\/web:1/,
    ],
    ["for a repository without a tag", { source, tags: "ghcr.io/acme/web" }, /^tags: .*no tag/],
    [
      "for a digest to write",
      { source, tags: `ghcr.io/acme/web:1@sha256:${"a".repeat(64)}` },
      /^tags: .*nobody can choose/,
    ],
    [
      "when one tag is in both lists by two names",
      { source, tags: "1", "floating-tags": "ghcr.io/acme/shop:1" },
      /^floating-tags: has "1"/,
    ],
    ["for build metadata", { source, tags: "1.0.0+7" }, /^tags: .*build metadata/],
    ["for a tag that begins with a hyphen", { source, tags: "-x" }, /^tags: .*must not start/],
    ["for a tag of 129 characters", { source, tags: "x".repeat(129) }, /^tags: .*129 characters/],
    ["for a short digest", { source, tags: "1", "expected-digest": "sha256:abc" }, /^expected-digest: .*not a digest/],
    ["for an unknown policy", { source, tags: "1", "on-conflict": "force" }, /^on-conflict: .*fail, skip, move/],
    ["for a platform without an architecture", { source, tags: "1", "require-platforms": "linux" }, /^require-platf/],
  ])("%s", (_, texts, complaint) => {
    expect(complaints(texts)).toEqual([expect.stringMatching(complaint)]);
  });
});

test("a password is never repeated", () => {
  expect(complaints({ source, tags: "1", password: "hidden\nvalue" }).join()).not.toContain("hidden");
});

test("without a login, none is given to the registry", () => {
  const verdict = parseInputs(fields, { ...defaults, source, tags: "1" });
  expect(verdict.kind === "valid" && givenCredentials(verdict.inputs)).toBeUndefined();
});
