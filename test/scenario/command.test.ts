import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../..");
const PROGRAM = ["--conditions=fairway-source", join(root, "packages/rehearse/src/main.ts")];

test("an unknown fault ends with status 2 and the list of the known ones", async () => {
  const { status, stderr } = await run(["--fault", "meteor"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/No fault is called "meteor"\. Known faults: breaker-rollback, .*, first-deploy\./);
});

test("--list explains every fault and runs nothing", async () => {
  const { status, stdout } = await run(["--list"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^breaker-rollback\n {2}\S.*\n {2}\S.*\n/);
});

test("a red rehearsal ends with status 1 and tells what still serves, without colours in a pipe", async () => {
  const { status, stdout } = await run(["--fault", "approval-refused"]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/What still serves:\n {2}staging +answers 200 as 0\.1\.0-\w{7}\.beta/);
  expect(stdout).toMatch(/Red in \d+\.\d s: Deploy production failure\.\n(.*\n){2}Job summaries: .*index\.html\n$/);
  expect(stdout).toContain(
    "Promote to production\n  release-manager refused the deployment to production: Not today.\n",
  );
  expect(stdout).not.toContain("\u001B");
});

test("a busy port is replaced by a free one", async () => {
  const busy = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => busy.once("listening", resolve));
  const { port } = busy.address() as AddressInfo;
  const { stdout } = await run(["--fault", "approval-refused", "--port", String(port)]);
  busy.close();
  expect(stdout).toMatch(/Deploy production started {2}http:\/\/127\.0\.0\.1:\d+\//);
  expect(stdout).not.toContain(`127.0.0.1:${port}/`);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it with status 130 within 5 s, and no child is left",
  async (signal) => {
    const child = start([]);
    const world = await untilDeploying(child);
    const sentAt = performance.now();
    child.kill(signal);
    const status = await new Promise((resolve) => child.once("exit", resolve));
    expect(status).toBe(130);
    expect(performance.now() - sentAt).toBeLessThan(5_000);
    expect(processesIn(world)).toEqual([]);
  },
  30_000,
);

/** Waits until a deployment runs, which takes a second or more. Returns the address of the world's GitHub. */
async function untilDeploying(child: ChildProcess): Promise<string> {
  let said = "";
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("✓ Assume the AWS role")) resolve();
    });
  });
  const world = /started {2}(http:\/\/127\.0\.0\.1:\d+)\//.exec(said)?.[1] ?? "";
  for (let tries = 0; tries < 100 && processesIn(world).length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(processesIn(world)).not.toEqual([]);
  return world;
}

/** The processes whose environment leads to this world: steps that a rehearsal has started. */
function processesIn(world: string): string[] {
  return readdirSync("/proc").filter(
    (entry) => /^\d+$/.test(entry) && environmentOf(entry).includes(`GITHUB_API_URL=${world}`),
  );
}

function environmentOf(processId: string): string {
  try {
    return readFileSync(`/proc/${processId}/environ`, "utf8");
  } catch {
    return "";
  }
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
}

async function run(args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = start(args);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout, stderr };
}
