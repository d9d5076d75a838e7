import { execFile, type ExecFileOptions } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chownSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";
import { closedPort } from "@fairway/testbed";

/** PostgreSQL refuses to run as root; Debian's packages come with a user for it. */
const DEBIAN_USER = "postgres";

/** A PostgreSQL cluster of its own, in a folder that is gone afterwards. */
interface Cluster {
  readonly port: number;
  /** The folder that PostgreSQL calls PGDATA. */
  readonly data: string;
  /** Writes lines at the end of postgresql.conf. */
  configure(...lines: readonly string[]): void;
  /** Runs one of the server's programs on the cluster. */
  run(program: string, ...args: readonly string[]): Promise<void>;
  pgIsReady(): Promise<number>;
  remove(): Promise<void>;
}

async function createCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-postgres-"));
  const owner = await ownerOfCluster();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, "data");
  const port = await closedPort();
  const run = async (program: string, ...args: readonly string[]) => {
    const options = { ...owner, cwd: folder, timeout: 60_000, env: { PATH: process.env["PATH"], PGDATA: data } };
    await promisify(execFile)(join(binaries(), program), args, options);
  };
  await run("initdb", "--no-sync", "--auth=scram-sha-256", "--username=admin", `--pwfile=${passwordFile(folder)}`);
  const configure = (...lines: readonly string[]) =>
    appendFileSync(join(data, "postgresql.conf"), `${lines.join("\n")}\n`);
  configure(`port = ${port}`, "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "fsync = off");
  return {
    port,
    data,
    configure,
    run,
    pgIsReady: async () => (await runTool("pg_isready", ["-h", "127.0.0.1", "-p", String(port)])).exitCode,
    remove: async () => {
      await run("pg_ctl", "stop", "-m", "immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ownerOfCluster(): Promise<Pick<ExecFileOptions, "uid" | "gid">> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runTool("id", [flag, DEBIAN_USER])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

function binaries(): string {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    try {
      return dirname(realpathSync(join(folder, "postgres")));
    } catch {
      // It is in another folder.
    }
  }
  throw new Error("postgres is not on PATH");
}

function passwordFile(folder: string): string {
  const file = join(folder, "password");
  writeFileSync(file, "only for this test\n");
  return file;
}

function gate(port: number, inputs: Record<string, string> = {}) {
  return runBundle({ action: "health-gate", inputs: { url: `postgres://127.0.0.1:${port}`, ...inputs } });
}

/** Begins a login and does not go on with it: it has its connection until the server's authentication_timeout of a minute. */
async function takeConnection(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  const parameters = Buffer.from("user\0admin\0database\0postgres\0\0");
  const header = Buffer.alloc(8);
  header.writeInt32BE(header.length + parameters.length, 0);
  header.writeInt32BE(3 << 16, 4);
  socket.write(Buffer.concat([header, parameters]));
  await once(socket, "data");
  return socket;
}

describeWithTool("postgres", "a real PostgreSQL server", () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await createCluster()));
  afterAll(() => cluster.remove());

  test("that is down is red, as pg_isready has no answer from it", async () => {
    const result = await gate(cluster.port, { "timeout-seconds": "1" });
    expect(result.outputs).toMatchObject({
      outcome: "timed-out",
      reason: expect.stringContaining("refuses the connection"),
    });
    expect(await cluster.pgIsReady()).toBe(2);
  });

  test("that accepts no connections yet is waited for, and is green as soon as it does", async () => {
    // A standby without hot standby says 57P03 for as long as it is one, as a server does that recovers from a crash.
    writeFileSync(join(cluster.data, "standby.signal"), "");
    cluster.configure("hot_standby = off");
    await cluster.run("pg_ctl", "start", "-W", "-l", "/dev/null");
    const gating = gate(cluster.port);
    await delay(2000);
    expect(await cluster.pgIsReady()).toBe(1);
    await cluster.run("pg_ctl", "promote");
    const result = await gating;
    expect(logOf(result)).toContain("turns connections away with 57P03");
    expect(result.outputs["reason"]).toMatch(/accepts PostgreSQL connections \(authentication: SASL\) after \d\.\d s/);
    expect(await cluster.pgIsReady()).toBe(0);
  });

  test("without a free connection is red, where pg_isready is content", async () => {
    cluster.configure("max_connections = 2", "superuser_reserved_connections = 0", "max_wal_senders = 0");
    await cluster.run("pg_ctl", "restart", "-w", "-m", "fast", "-l", "/dev/null");
    const held = await Promise.all([takeConnection(cluster.port), takeConnection(cluster.port)]);
    const result = await gate(cluster.port, { "timeout-seconds": "1" });
    expect(await cluster.pgIsReady()).toBe(0);
    expect(result.outputs["reason"]).toContain("turns connections away with 53300: sorry, too many clients already");
    for (const socket of held) socket.destroy();
    expect((await gate(cluster.port)).outputs["outcome"]).toBe("healthy");
  });
});
