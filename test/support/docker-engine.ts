import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startInBackground } from "./background-program.ts";
import { runTool, type ToolRun } from "./tools.ts";

export interface DockerEngine {
  /** Runs Docker's own command line against this engine. */
  docker(...args: readonly string[]): Promise<ToolRun>;
  stop(): Promise<void>;
}

/**
 * Starts a Docker engine beside whatever engine the machine has: its own socket, data, containerd and configuration, and no
 * network of its own, so nothing of the machine is changed. Needs root. Registries on loopback may speak plain http.
 */
export async function startDockerEngine(): Promise<DockerEngine> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-docker-"));
  const socket = `unix://${join(folder, "docker.sock")}`;
  const configuration = join(folder, "daemon.json");
  writeFileSync(configuration, "{}");
  const places = [
    "--data-root",
    join(folder, "data"),
    "--exec-root",
    join(folder, "exec"),
    "--pidfile",
    join(folder, "pid"),
  ];
  const network = ["--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false"];
  const rest = ["--config-file", configuration, "--host", socket, "--storage-driver", "vfs"];
  const engine = startInBackground("dockerd", [...rest, ...places, ...network]);
  try {
    await engine.waitFor(/API listen on/);
  } catch (error) {
    await stop();
    throw error;
  }
  return { docker: (...args) => runTool("docker", ["--host", socket, ...args], { DOCKER_CONFIG: folder }), stop };

  async function stop(): Promise<void> {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
