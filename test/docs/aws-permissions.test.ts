import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRehearsal } from "@fairway/rehearse/rehearsal";
import { findFiles, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { startWorld } from "@fairway/testbed";
import { describe, expect, test } from "@jest/globals";
import { PAGES, readBlocks } from "./pages.ts";

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FOLDER = "docs/set-up";
const statementsIn = (text: string) => (JSON.parse(text) as { Statement: readonly Statement[] }).Statement;
const deploy = statementsIn(readText(REPOSITORY_ROOT, `${FOLDER}/deploy-policy.json`));
const trust = statementsIn(readText(REPOSITORY_ROOT, `${FOLDER}/trust-policy.json`));
const allowed = new Set(deploy.flatMap(({ Action }) => Action));

/** The names that IAM has for what the SDK calls by these. STS is asked before there is a role. */
const PREFIXES: Readonly<Record<string, string>> = {
  ecs: "ecs",
  "cloudwatch-logs": "logs",
  "elastic-load-balancing-v2": "elasticloadbalancing",
};

/** Not calls of their own: what ECS wants to be allowed when roles and tags come with a task definition. */
const IMPLIED = ["iam:PassRole", "ecs:TagResource"];

describe("the policy of the role", () => {
  test("allows each call that the sources can make, and no other", () => {
    expect([...allowed].toSorted()).toEqual([...callsOfSources(), ...IMPLIED].toSorted());
  });

  test("allows each call that ECS gets in a staging deployment and a promotion", async () => {
    const calls = await callsOfRehearsal();
    expect(calls).toEqual(expect.arrayContaining(["ecs:UpdateService", "ecs:RegisterTaskDefinition"]));
    expect(calls.filter((call) => !allowed.has(call))).toEqual([]);
  });

  test("allows what the README of ecs-deploy allows", () => {
    const readme = readBlocks("actions/ecs-deploy", PAGES.get("actions/ecs-deploy/README.md") ?? "");
    const policies = readme.filter(({ language, text }) => language === "json" && text.includes('"Resource"'));
    const actions = policies.flatMap(({ text }) => statementsIn(text).flatMap(({ Action }) => Action));
    expect(actions.length).toBeGreaterThan(10);
    expect(actions.filter((action) => !allowed.has(action))).toEqual([]);
  });

  test("has no wildcard among its actions, and passes roles only to tasks", () => {
    expect([...allowed].filter((action) => action.includes("*"))).toEqual([]);
    const passes = deploy.filter(({ Action }) => Action === "iam:PassRole");
    expect(passes).toMatchObject([
      { Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } },
    ]);
  });

  test("names the services that may be changed", () => {
    const changes = deploy.filter(({ Action }) => [Action].flat().includes("ecs:UpdateService"));
    for (const { Resource } of changes) expect([Resource].flat()).not.toContain("*");
  });
});

describe("the trust in GitHub's tokens", () => {
  const conditions = trust.flatMap(({ Condition }): Readonly<Record<string, unknown>>[] =>
    Condition?.["StringEquals"] === undefined ? [] : [Condition["StringEquals"]],
  );

  test("wants the audience and the whole subject, without a wildcard", () => {
    expect(trust.map(({ Action }) => Action)).toEqual(["sts:AssumeRoleWithWebIdentity"]);
    expect(conditions).toHaveLength(1);
    expect(conditions[0]).toMatchObject({ "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" });
    expect(JSON.stringify(conditions)).not.toMatch(/[*?]/);
  });

  test.each(["staging", "production"])("has the subject of %s in both forms", (environment) => {
    const subjects = conditions[0]?.["token.actions.githubusercontent.com:sub"];
    expect(subjects).toEqual(
      expect.arrayContaining([
        `repo:OWNER@OWNER_ID/REPOSITORY@REPOSITORY_ID:environment:${environment}`,
        `repo:OWNER/REPOSITORY:environment:${environment}`,
      ]),
    );
  });
});

/** Every command of an AWS SDK that packages/aws takes, as IAM names it. */
function callsOfSources(): string[] {
  const isSource = (name: string) => name.endsWith(".ts") && !name.endsWith(".test.ts");
  const calls = findFiles(REPOSITORY_ROOT, "packages/aws/src", isSource).flatMap((path) =>
    [
      ...readText(REPOSITORY_ROOT, path).matchAll(
        /\{([^{}]*)\}\s*(?:from|=\s*await import\()\s*"@aws-sdk\/client-([\w-]+)"/g,
      ),
    ].flatMap(([, names = "", client = ""]) =>
      client === "sts"
        ? []
        : [...names.matchAll(/\b(\w+)Command\b/g)].map(([, call = ""]) => `${PREFIXES[client] ?? client}:${call}`),
    ),
  );
  return [...new Set(calls)];
}

/** Every call that the embedded ECS got, as IAM names it. */
async function callsOfRehearsal(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-docs-"));
  const world = await startWorld({ rate: 300 });
  try {
    const signal = new AbortController().signal;
    const rehearsal = openRehearsal({ world, root: REPOSITORY_ROOT, folder, report: () => undefined, signal });
    await world.seedRelease("0.1.0");
    const commit = rehearsal.commit("0.2.0");
    const staged = await rehearsal.stage(commit);
    const promoted = await rehearsal.promote(`0.2.0-${commit.slice(0, 7)}.beta`);
    expect([staged.conclusion, promoted.conclusion]).toEqual(["success", "success"]);
    const targets = world.ecs.requests.map(({ headers }) => String(headers["x-amz-target"] ?? ""));
    const calls = targets.filter((target) => target.startsWith("AmazonEC2ContainerService"));
    return [...new Set(calls.map((target) => `ecs:${target.split(".")[1]}`))];
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}
