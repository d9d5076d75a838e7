import { describe, expect, test } from "@jest/globals";
import { lintWorkflows } from "./lint-workflow.ts";

const path = ".github/workflows/production.yml";
const buildx = "docker/setup-buildx-action@37fe631027851001ddb9b187196cc803df7f5f0e # v4.3.0";
const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

/** A workflow that uses everything that the rules look at, and keeps them all. */
const SOUND = `
on:
  workflow_dispatch:
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read # to read the release
    steps:
      - name: Check out
        uses: ${checkout}
        with:
          persist-credentials: false
      - name: Plan
        uses: $/actions/create-release
        with:
          dry-run: true
      - name: Say it
        env:
          TAG: \${{ inputs.tag }}
        run: echo "$TAG"
  move:
    needs: plan
    runs-on: ubuntu-latest
    timeout-minutes: 5
    environment: production
    permissions:
      contents: write # to publish the release
    steps:
      - name: Set up Buildx
        uses: ${buildx}
        with:
          cache-binary: false
      - name: Publish
        uses: $/actions/create-release
  tidy:
    needs: [move]
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: write # to tidy up
    steps:
      - name: Tidy
        env:
          TOKEN: \${{ secrets.TOKEN }}
        run: ./tidy
`;

test("a workflow that keeps every rule has no finding", () => {
  expect(lint(SOUND)).toEqual([]);
});

describe("the rules find", () => {
  test.each([
    ["an expression in a script", "expression-in-script", 'echo "$TAG"', "echo ${{ inputs.tag }}"],
    [
      "an expression in a shell",
      "expression-in-script",
      "run: ./tidy",
      'run: ./tidy\n        shell: "${{ inputs.x }}"',
    ],
    [
      "an expression in a script of an action",
      "expression-in-script",
      "dry-run: true",
      "dry-run: true\n          script: ${{ inputs.x }}",
    ],
    ["a grant to all jobs", "top-permissions", "permissions: {}", "permissions:\n  contents: read # to read"],
    ["a short grant to all jobs", "top-permissions", "permissions: {}", "permissions: read-all"],
    ["no word on permissions", "top-permissions", "permissions: {}\n", ""],
    [
      "a job without permissions",
      "job-permissions",
      "    permissions:\n      contents: read # to read the release\n",
      "",
    ],
    [
      "a short grant to a job",
      "job-permissions",
      "permissions:\n      contents: read # to read the release",
      "permissions: read-all",
    ],
    ["a grant without a reason", "permission-reason", "contents: read # to read the release", "contents: read"],
    ["a grant whose reason is a word", "permission-reason", "# to read the release", "# needed"],
    ["an action by its tag", "pin", checkout, "actions/checkout@v7"],
    ["an action by a short SHA", "pin", checkout, "actions/checkout@3d3c42e # v7"],
    ["an image", "pin", buildx, "docker://alpine:3"],
    ["a pin without its version", "pin-version", " # v7.0.1", ""],
    ["a pin with another word behind it", "pin-version", "# v7.0.1", "# latest"],
    ["an owner that is not known", "owner", "docker/setup", "d0cker/setup"],
    ["an owner whose name begins alike", "owner", "docker/setup", "docker-x/setup"],
    [
      "an own action at a tag",
      "sibling-reference",
      "$/actions/create-release\n  tidy",
      "OWNER/fairway/actions/create-release@v0\n  tidy",
    ],
    [
      "an own action at a commit",
      "sibling-reference",
      "$/actions/create-release\n  tidy",
      `acme/fairway/actions/create-release@${"0".repeat(40)} # v1.0.0\n  tidy`,
    ],
    [
      "an own action in the caller's folder",
      "sibling-reference",
      "$/actions/create-release\n  tidy",
      "./actions/create-release\n  tidy",
    ],
    ["a trigger by strangers", "trigger", "workflow_dispatch:", "pull_request_target:"],
    ["a trigger by strangers in a list", "trigger", "on:\n  workflow_dispatch:", "on: [push, issue_comment]"],
    ["a job without a deadline", "timeout", "    timeout-minutes: 5\n    environment", "    environment"],
    ["secrets as one value", "all-secrets", "secrets.TOKEN", "toJSON(secrets)"],
    ["a checkout that leaves its token", "checkout-credentials", "persist-credentials: false", "fetch-depth: 0"],
    ["a cache of a builder", "cache", "cache-binary: false", "driver: docker"],
    [
      "a grant to write in front of the approval",
      "approval",
      "contents: read # to read the release",
      "contents: write # to read the release",
    ],
    ["a change in front of the approval", "approval", "          dry-run: true", "          dry-run: false"],
    [
      "a plan that is made only if an input says so",
      "approval",
      "          dry-run: true",
      "          dry-run: ${{ inputs.x }}",
    ],
    [
      "an unknown action in front of the approval",
      "approval",
      `uses: ${checkout}\n        with:\n          persist-credentials: false`,
      "uses: actions/github-script@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7",
    ],
    [
      "a script with a secret in front of the approval",
      "approval",
      "TAG: ${{ inputs.tag }}",
      "TAG: ${{ secrets.TOKEN }}",
    ],
    [
      "a job that runs when the approval is refused",
      "approval",
      "    needs: [move]",
      "    needs: [move]\n    if: always()",
    ],
    ["no approval at all", "approval", "    environment: production\n", ""],
  ])("%s", (_title, rule, sound, broken) => {
    expect(SOUND).toContain(sound);
    const found = lint(SOUND.replace(sound, () => broken));
    expect([...new Set(found.map((violation) => violation.rule))]).toEqual([rule]);
  });

  test("a call that hands on every secret", () => {
    const call = `
on: workflow_dispatch
permissions: {}
jobs:
  production:
    uses: $/.github/workflows/called.yml
    permissions: {}
    secrets: inherit
`;
    expect(lint(call, []).map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
      { rule: "all-secrets", file: path, line: 5 },
    ]);
  });

  test("an example that names a branch, a commit of its own, or a folder of the caller", () => {
    const example = (reference: string): string =>
      `on: push\npermissions: {}\njobs:\n  x:\n    permissions: {}\n    uses: ${reference}\n`;
    const rules = ["OWNER/fairway/x@v0", "OWNER/fairway/x@main", "$/x", "./x"].map((reference) =>
      lintWorkflows(new Map([["workflows-examples/x.yml", example(reference)]]), []).map(({ rule }) => rule),
    );
    expect(rules).toEqual([[], ["sibling-reference"], ["sibling-reference"], ["sibling-reference"]]);
  });

  test("two pins of one action in two files", () => {
    const other = SOUND.replace(checkout, `actions/checkout@${"a".repeat(40)} # v8.0.0`);
    const found = lintWorkflows(
      new Map([
        [path, SOUND],
        ["other.yml", other],
      ]),
      [],
    );
    expect(found.map(({ rule, file }) => `${file} ${rule}`)).toEqual(["other.yml one-pin"]);
  });
});

test.each([
  ["every write is judged where it stands", "contents: read # to read the release", "contents: write # to read it", 10],
  ["a step is named by its line", "          dry-run: true", "          dry-run: false", 16],
])("%s", (_title, sound, broken, line) => {
  expect(lint(SOUND.replace(sound, broken)).map((violation) => violation.line)).toEqual([line]);
});

describe("the lint itself", () => {
  test("fails when it is given no files", () => {
    expect(() => lintWorkflows(new Map(), [])).toThrow("no workflow to check");
  });

  test.each([
    ["no YAML", "a: [", "cannot be checked"],
    ["no mapping", "- a", "cannot be checked"],
  ])("fails for a file that is %s", (_title, text, message) => {
    expect(() => lint(text)).toThrow(message);
  });
});

function lint(text: string, gated: readonly string[] = [path]) {
  return lintWorkflows(new Map([[path, text]]), gated);
}
