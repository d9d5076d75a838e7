import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startInBackground } from "./background-program.ts";
import { startTokenService, type TokenAccount, type TokenService } from "./token-service.ts";
import { runTool } from "./run-tool.ts";

export type RegistryMode = "open" | "basic" | "token";

export interface DistributionRegistry {
  /** `localhost:<port>`, as image references name it. */
  readonly host: string;
  /** In the mode "token" only. */
  readonly tokens: TokenService | undefined;
  /** Requests for manifests, blobs and tags that it answered, by its own log: method, path and status. */
  requests(): Promise<string[]>;
  /** The digest that a tag names now, read out of the registry's own storage, or nothing. */
  digestOf(repository: string, tag: string): string | undefined;
  stop(): Promise<void>;
}

/** May read and write; the other account may only read. Basic knows no rights, so there both may write. */
export const PUBLISHER: TokenAccount = { username: "publisher", password: "open-sesame", actions: ["pull", "push"] };
export const READER: TokenAccount = { username: "reader", password: "only-looking", actions: ["pull"] };

/**
 * Starts the distribution registry (https://distribution.github.io/distribution/about/configuration/) on a free port of
 * loopback with a storage folder of its own, which is gone when it has stopped.
 */
export async function startDistributionRegistry(
  mode: RegistryMode,
  program = "docker-registry",
): Promise<DistributionRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-distribution-"));
  const tokens = mode === "token" ? await startTokenService(join(folder, "tokens"), [PUBLISHER, READER]) : undefined;
  const configuration = {
    version: 0.1,
    log: { level: "info", formatter: "text" },
    storage: { filesystem: { rootdirectory: join(folder, "storage") }, delete: { enabled: true } },
    http: { addr: "127.0.0.1:0", secret: "of the tests" },
    ...(mode !== "open" && { auth: mode === "basic" ? await basic(folder) : tokenAuth(tokens) }),
  };
  // JSON is YAML.
  const file = join(folder, "config.yml");
  writeFileSync(file, JSON.stringify(configuration));
  const server = startInBackground(program, ["serve", file]);
  const listening = await server.waitFor(/listening on 127\.0\.0\.1:(\d+)/).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { host: `localhost:${listening[1] ?? ""}`, tokens, requests, digestOf, stop };

  async function requests(): Promise<string[]> {
    await server.settle();
    const answered = server.lines.map((line) => /"([A-Z]+) (\/v2\/[^ ]+) HTTP[^"]*" (\d+)/.exec(line));
    return answered.flatMap((match) => (match === null ? [] : [match.slice(1).join(" ")]));
  }

  function digestOf(repository: string, tag: string): string | undefined {
    const tags = join(folder, "storage/docker/registry/v2/repositories", repository, "_manifests/tags");
    const link = join(tags, tag, "current/link");
    return existsSync(link) ? readFileSync(link, "utf8") : undefined;
  }

  async function stop(): Promise<void> {
    await server.stop();
    await tokens?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The registry takes bcrypt hashes only; Perl, which every Debian has, makes them with the system's crypt. */
async function basic(folder: string): Promise<object> {
  const path = join(folder, "htpasswd");
  const lines = await Promise.all(
    [PUBLISHER, READER].map(async ({ username, password }) => {
      const made = await runTool("perl", [
        "-e",
        "print crypt($ARGV[0], '$2b$04$' . 'fairwaytestsfairwayte.')",
        password,
      ]);
      if (!made.stdout.startsWith("$2b$")) throw new Error(`perl made no bcrypt hash: ${made.stdout}${made.stderr}`);
      return `${username}:${made.stdout}\n`;
    }),
  );
  writeFileSync(path, lines.join(""));
  return { htpasswd: { realm: "tests", path } };
}

function tokenAuth(tokens: TokenService | undefined): object {
  if (tokens === undefined) return {};
  const { realm, name: service, issuer, certificateFile: rootcertbundle } = tokens;
  return { token: { realm, service, issuer, rootcertbundle } };
}
