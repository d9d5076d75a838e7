import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGitHub, type GitHubServer, type RepositoryState, type RunState } from "@fairway/testbed";
import { startGate, type Gate } from "./gate.ts";

/** Bytes of the larger of the two files that are published. */
const PACKAGE_BYTES = 1_000_000;

/** What every way of doing a thing finds: a repository, a token, two files, and how it reaches the API. */
export interface BenchWorld {
  readonly github: GitHubServer;
  readonly repository: RepositoryState;
  readonly token: string;
  /** The commit that is published. */
  readonly commit: string;
  /** Stands before the API for everybody, so that all go the same way. */
  readonly gate: Gate;
  /** Of `app.tar.gz`, as the API writes it. */
  readonly packageDigest: string;
  /** Holds `app.tar.gz` and `manifest.json`; also the home of the programs that are started. */
  readonly folder: string;
  startRun(): RunState;
  close(): Promise<void>;
}

/** Opens a world of its own on loopback. Every answer comes that many milliseconds later than it could. */
export async function openBenchWorld(delayMs: number): Promise<BenchWorld> {
  const github = await startGitHub();
  const repository = github.repository("acme/shop");
  const commit = repository.commit({ message: "Serve the shop" });
  const folder = mkdtempSync(join(tmpdir(), "fairway-bench-"));
  const content = Buffer.alloc(PACKAGE_BYTES, 7);
  writeFileSync(join(folder, "app.tar.gz"), content);
  writeFileSync(join(folder, "manifest.json"), "{}\n");
  if (delayMs > 0) github.inject({ kind: "delay", ms: delayMs, times: Infinity });
  const gate = await startGate(github);
  const workflow = ".github/workflows/staging.yml";
  return {
    github,
    repository,
    token: github.token("lead"),
    commit,
    gate,
    packageDigest: `sha256:${createHash("sha256").update(content).digest("hex")}`,
    folder,
    startRun: () => repository.startRun({ workflow, event: "workflow_dispatch", actor: "lead", headSha: commit }),
    close: async () => {
      await gate.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
