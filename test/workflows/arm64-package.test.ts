import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openRunHost, runWorkflow, type RunRecord } from "@fairway/rehearse/rehearsal";
import { startWorld, type World } from "@fairway/testbed";

import { describeWhereInstalled } from "../support/tools.ts";
import { smallMattermostToPackage } from "../support/small-mattermost.ts";

const root = join(import.meta.dirname, "../..");
const example = readFileSync(join(root, "workflows-examples/arm64-package.yml"), "utf8");
const PACKAGE = "mattermost-staging-arm64.tar.gz";

describeWhereInstalled(["go", "node", "npm"], "the example that publishes an ARM64 package", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-arm64-"));
  let world: World;
  let record: RunRecord;
  let commit = "";
  const said: string[] = [];

  beforeAll(async () => {
    world = await startWorld({ rate: 300 });
    const { repository } = world;
    const path = ".github/workflows/arm64-package.yml";
    commit = repository.commit({ message: "Package it", files: smallMattermostToPackage(), branch: "main" });
    const event = { event: "workflow_dispatch", actor: "developer", headSha: commit, headBranch: "main" };
    const run = repository.startRun({ ...event, workflow: path, title: "Publish the ARM64 package" });
    record = await runWorkflow({
      // What the renderer of a release does for callers; here the checkout itself is what they call.
      caller: { path, content: example.replaceAll(/OWNER\/fairway\/(\S+)@v0/g, "$/$1") },
      called: { fullName: "fairway-actions/fairway", root },
      event: { repository: repository.fullName, actor: "developer", ref: "refs/heads/main", commit, inputs: {} },
      variables: {},
      secrets: {},
      environments: {},
      host: openRunHost({ world, run, number: 1042, reviewer: { login: "nobody", answer: "refuse" } }),
      folder,
      report: (event) => said.push(JSON.stringify(event)),
      signal: new AbortController().signal,
    });
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function asset(name: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${world.github.token("reader", { contents: "read" })}` };
    const api = `${world.github.url}/repos/${world.repository.fullName}`;
    const release = (await (await fetch(`${api}/releases/tags/staging-1042`, { headers })).json()) as {
      assets: { name: string; url: string }[];
    };
    const url = release.assets.find((one) => one.name === name)?.url ?? "";
    const answer = await fetch(url, { headers: { ...headers, accept: "application/octet-stream" } });
    expect([name, answer.status]).toEqual([name, 200]);
    return Buffer.from(await answer.arrayBuffer());
  }

  test("ends green", () => {
    const errors = said.filter((event) => event.includes('"level":"error"') || event.includes("code:"));
    expect({ conclusion: record.conclusion, errors }).toEqual({ conclusion: "success", errors: [] });
  });

  test("publishes a prerelease with the package, its checksum and how to install it", async () => {
    const headers = { authorization: `Bearer ${world.github.token("reader", { contents: "read" })}` };
    const url = `${world.github.url}/repos/${world.repository.fullName}/releases/tags/staging-1042`;
    const release = (await (await fetch(url, { headers })).json()) as Record<string, unknown>;
    expect(release).toMatchObject({
      tag_name: "staging-1042",
      name: "Staging build 1042",
      prerelease: true,
      draft: false,
    });
    const names = (release["assets"] as { name: string }[]).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["manifest.json", PACKAGE, `${PACKAGE}.sha256`].toSorted());
    expect(release["body"]).toContain(`sha256sum -c ${PACKAGE}.sha256`);
    expect(world.repository.refs.get("refs/tags/staging-1042")).toBe(commit);
  });

  test("holds what such a package has always held", async () => {
    const downloads = mkdtempSync(join(folder, "downloads-"));
    for (const name of [PACKAGE, `${PACKAGE}.sha256`]) writeFileSync(join(downloads, name), await asset(name));
    const program = (name: string, ...args: string[]) => execFileSync(name, args, { cwd: downloads, encoding: "utf8" });
    expect(program("sha256sum", "-c", `${PACKAGE}.sha256`)).toBe(`${PACKAGE}: OK\n`);
    const listed = program("tar", "-tvzf", PACKAGE).trim().split("\n");
    expect(listed.map((line) => line.replace(/^(\S+).* (\S+)$/, "$1 $2"))).toEqual([
      "drwxr-xr-x mattermost/",
      "-rw-r--r-- mattermost/LICENSE",
      "-rw-r--r-- mattermost/NOTICE.txt",
      "-rw-r--r-- mattermost/README.md",
      "drwxr-xr-x mattermost/bin/",
      "-rwxr-xr-x mattermost/bin/mattermost",
      "-rwxr-xr-x mattermost/bin/mmctl",
      "drwxr-xr-x mattermost/client/",
      "-rw-r--r-- mattermost/client/root.html",
      "drwxr-xr-x mattermost/config/",
      "-rw-r--r-- mattermost/config/README.md",
      "-rw------- mattermost/config/config.json",
      "drwxr-xr-x mattermost/fonts/",
      "-rw-r--r-- mattermost/fonts/nunito.ttf",
      "drwxr-xr-x mattermost/i18n/",
      "-rw-r--r-- mattermost/i18n/en.json",
      "drwxr-xr-x mattermost/logs/",
      "-rw-r--r-- mattermost/manifest.txt",
      "drwxr-xr-x mattermost/templates/",
      "-rw-r--r-- mattermost/templates/welcome_body.html",
    ]);
    const text = (path: string) => program("tar", "-xzOf", PACKAGE, `mattermost/${path}`);
    expect(text("manifest.txt")).toMatch(
      new RegExp(`^Build Number: 1042\nBuild Date: \\d{4}-.*Z\nCommit: ${commit}\nBranch: main\n$`),
    );
    expect(JSON.parse(text("config/config.json"))).toEqual({
      ServiceSettings: { SiteURL: "" },
      LogSettings: { ConsoleLevel: "INFO" },
      EmailSettings: { SendEmailNotifications: false, FeedbackEmail: "", SMTPServer: "", SMTPPort: "" },
    });
  });
});
