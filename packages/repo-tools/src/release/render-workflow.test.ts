import { describe, expect, test } from "@jest/globals";
import { readCommitsOf, renderWorkflow } from "./render-workflow.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const pin = { repository: "acme/fairway", commit, version: "v1.2.3" };

describe("a rendered reference", () => {
  test.each([
    [
      "of a step",
      "      - uses: $/actions/ecs-deploy",
      `      - uses: acme/fairway/actions/ecs-deploy@${commit} # v1.2.3`,
    ],
    ["of a named step", "        uses: $/actions/x", `        uses: acme/fairway/actions/x@${commit} # v1.2.3`],
    [
      "of an example, without the comment that says why it had no SHA",
      "    uses: OWNER/fairway/.github/workflows/staging.yml@v0 # zizmor: ignore[unpinned-uses] no commit yet",
      `    uses: acme/fairway/.github/workflows/staging.yml@${commit} # v1.2.3`,
    ],
    ["of somebody else stays", "      - uses: actions/checkout@abc # v1", "      - uses: actions/checkout@abc # v1"],
    ["in a comment stays", "# write uses: $/actions/x", "# write uses: $/actions/x"],
  ])("%s", (_title, line, expected) => {
    expect(renderWorkflow(`on: push\n${line}\n`, pin)).toBe(`on: push\n${expected}\n`);
  });
});

test("an environment keeps its name, and loses the key that Enterprise Server does not know", () => {
  const text = "    environment:\n      name: production\n      deployment: false\n    steps: []\n";
  expect(renderWorkflow(text, pin)).toBe(
    "    environment:\n      name: production\n      # Enterprise Server does not know deployment: false\n    steps: []\n",
  );
});

test.each([
  ["in a flow mapping", "steps: [{ uses: $/actions/x }]"],
  ["in quotes", 'uses: "$/actions/x"'],
  ["by a path of the caller", "uses: ./actions/x"],
  ["to another repository of the placeholder", "uses: OWNER/other/actions/x@v0"],
  ["at a branch", "uses: OWNER/fairway/actions/x@main"],
])("a reference %s is refused, for it would stay at another commit", (_title, text) => {
  expect(() => renderWorkflow(text, pin)).toThrow("cannot be rendered");
});

test.each([
  ["repository", "acme", "owner/name"],
  ["repository", "acme/fairway/actions", "owner/name"],
  ["commit", "0123456", "40 lower-case hexadecimal digits"],
  ["commit", commit.toUpperCase(), "40 lower-case hexadecimal digits"],
  ["version", "v1", "vX.Y.Z"],
])("a %s %s is refused", (field, value, rule) => {
  expect(() => renderWorkflow("on: push", { ...pin, [field]: value })).toThrow(rule);
});

test("the commits of a repository are told, each once", () => {
  const text = "a: { uses: acme/fairway/x@1 }\nb: { uses: acme/fairway/y@2 }\nc: { uses: acme/fairway/x@1 }";
  expect(readCommitsOf(text, "acme/fairway")).toEqual(["1", "2"]);
});
