import { createHash } from "node:crypto";
import type { Content, GeneratedImage } from "./generated-image.ts";

/** A repository as this benchmark sees it, by means that share no code with what is measured. */
export interface Repository {
  /** `localhost:<port>` of the registry itself, past every gate. */
  readonly host: string;
  readonly name: string;
}

const MANIFEST_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];

/** Puts an image under a tag. Blobs that the other repository of the same registry has are mounted from there. */
export async function pushImage(
  repository: Repository,
  { image, tag, from }: { readonly image: GeneratedImage; readonly tag: string; readonly from?: Repository },
): Promise<void> {
  for (const blob of image.blobs) await pushBlob(repository, blob, from);
  for (const child of image.children) await putManifest(repository, child.digest, child);
  await putManifest(repository, tag, image.root);
}

/**
 * The digest that the bytes behind a tag hash to. Throws unless everything that they name, down to the layers, is in the
 * repository: a tag alone is no promotion.
 */
export async function readBack(repository: Repository, tag: string): Promise<string> {
  const bytes = await readManifest(repository, tag);
  await requireContent(repository, bytes);
  return digestOf(bytes);
}

async function pushBlob(repository: Repository, { digest, bytes }: Content, from: Repository | undefined) {
  const mount = from === undefined ? "" : `?mount=${digest}&from=${from.name}`;
  const opened = await ask(repository, `blobs/uploads/${mount}`, { method: "POST" }, [201, 202]);
  if (opened.status === 201) return;
  const location = new URL(opened.headers.get("location") ?? "", `http://${repository.host}`);
  location.searchParams.set("digest", digest);
  const headers = { "content-type": "application/octet-stream" };
  const put = await fetch(location, { method: "PUT", headers, body: new Uint8Array(bytes) });
  if (put.status !== 201) throw new Error(`a blob was answered with ${put.status}: ${await put.text()}`);
}

async function putManifest(repository: Repository, name: string, { mediaType, bytes }: Content): Promise<void> {
  const headers = { "content-type": mediaType };
  await ask(repository, `manifests/${name}`, { method: "PUT", headers, body: new Uint8Array(bytes) }, [201]);
}

async function readManifest(repository: Repository, name: string): Promise<Buffer> {
  const answer = await ask(repository, `manifests/${name}`, { headers: { accept: MANIFEST_TYPES.join(", ") } }, [200]);
  return Buffer.from(await answer.arrayBuffer());
}

interface Described {
  readonly digest: string;
  readonly size: number;
}

async function requireContent(repository: Repository, bytes: Buffer): Promise<void> {
  const document = JSON.parse(bytes.toString("utf8")) as {
    readonly manifests?: readonly Described[];
    readonly config?: Described;
    readonly layers?: readonly Described[];
  };
  for (const { digest } of document.manifests ?? []) {
    const child = await readManifest(repository, digest);
    if (digestOf(child) !== digest) throw new Error(`${repository.name} has other bytes under ${digest}`);
    await requireContent(repository, child);
  }
  for (const { digest, size } of [document.config ?? [], document.layers ?? []].flat()) {
    const { headers } = await ask(repository, `blobs/${digest}`, { method: "HEAD" }, [200]);
    if (headers.get("content-length") !== String(size)) throw new Error(`${digest} is not ${size} bytes long`);
  }
}

/** Throws unless the registry answers with one of the statuses. */
async function ask({ host, name }: Repository, path: string, options: RequestInit, wanted: readonly number[]) {
  const answer = await fetch(`http://${host}/v2/${name}/${path}`, options);
  if (wanted.includes(answer.status)) return answer;
  throw new Error(
    `${options.method ?? "GET"} ${name}/${path} was answered with ${answer.status}: ${await answer.text()}`,
  );
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
