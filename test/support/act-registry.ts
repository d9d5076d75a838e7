import { PUBLISHER, startDistributionRegistry, type DistributionRegistry } from "./distribution-registry.ts";
import { runTool } from "./tools.ts";

/** Debian's registry with a password, where images of the embedded world are copied to. */
export interface MirrorRegistry extends DistributionRegistry {
  readonly account: { readonly username: string; readonly password: string };
  /** Copies an image with all its platforms and attestations, as a build would push it. */
  receive(source: string, target: string): Promise<void>;
  /** What each tag of a repository names, asked by the registry's own API. */
  tagsOf(repository: string): Promise<Record<string, string>>;
}

export async function startMirrorRegistry(): Promise<MirrorRegistry> {
  const registry = await startDistributionRegistry("basic");
  const { host } = registry;
  const { username, password } = PUBLISHER;
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  const headers = {
    authorization: `Basic ${basic}`,
    accept: "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json",
  };
  return { ...registry, account: { username, password }, receive, tagsOf };

  async function receive(source: string, target: string): Promise<void> {
    const flags = ["--all", "--preserve-digests", "--src-tls-verify=false", "--dest-tls-verify=false"];
    const credentials = ["--src-no-creds", "--dest-creds", `${username}:${password}`];
    const copied = await runTool("skopeo", [
      "copy",
      ...flags,
      ...credentials,
      `docker://${source}`,
      `docker://${target}`,
    ]);
    if (copied.exitCode !== 0) throw new Error(`skopeo could not copy ${source} to ${target}: ${copied.stderr}`);
  }

  async function tagsOf(repository: string): Promise<Record<string, string>> {
    const answer = await fetch(`http://${host}/v2/${repository}/tags/list`, { headers });
    if (answer.status === 404) return {};
    const { tags } = (await answer.json()) as { tags: readonly string[] | null };
    const entries = (tags ?? []).map(async (tag) => {
      const manifest = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, { method: "HEAD", headers });
      return [tag, manifest.headers.get("docker-content-digest") ?? ""] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }
}
