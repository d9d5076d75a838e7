import { findFiles, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";
import { blocksIn } from "./pages.ts";

const FILES = findFiles(REPOSITORY_ROOT, "docs/set-up", (name) => name.endsWith(".json"));
const texts = [
  ...FILES.map((path) => [path, readText(REPOSITORY_ROOT, path)] as const),
  ...blocksIn("json").map(({ place, text }) => [place, text] as const),
];

describe.each(texts)("%s", (_place, text) => {
  test("is JSON", () => {
    expect(typeof JSON.parse(text)).toBe("object");
  });

  test("is a policy with all its parts, when it is one", () => {
    const { Version, Statement = [] } = JSON.parse(text) as { Version?: string; Statement?: object[] };
    if (Statement.length > 0) expect(Version).toBe("2012-10-17");
    for (const statement of Statement) {
      const keys = Object.keys(statement).toSorted();
      expect(keys).toEqual(expect.arrayContaining(["Action", "Effect"]));
      expect(
        keys.filter((key) => !["Sid", "Effect", "Action", "Resource", "Principal", "Condition"].includes(key)),
      ).toEqual([]);
      // A statement of a role names what it is about, one of its trust names whom.
      expect(keys.includes("Resource")).toBe(!keys.includes("Principal"));
    }
  });
});

test("each file to copy is named in docs/set-up.md", () => {
  const page = readText(REPOSITORY_ROOT, "docs/set-up.md");
  expect(FILES.length).toBeGreaterThan(4);
  expect(FILES.filter((path) => !page.includes(path.replace("docs/set-up/", "")))).toEqual([]);
});

test("the environment of production has reviewers, and both take protected branches only", () => {
  const read = (name: string) =>
    JSON.parse(readText(REPOSITORY_ROOT, `docs/set-up/${name}-environment.json`)) as object;
  const protectedOnly = { deployment_branch_policy: { protected_branches: true, custom_branch_policies: false } };
  expect(read("staging")).toEqual(protectedOnly);
  expect(read("production")).toMatchObject({ ...protectedOnly, reviewers: [{ type: "Team" }] });
});
