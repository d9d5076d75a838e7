import {
  configuration,
  parseInputs,
  refusal,
  upstream,
  type Digest,
  type FairwayError,
  type Log,
} from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { fields, type RetagImageInputs } from "./inputs.ts";
import type { Manifest, ManifestStore, TagState } from "./ports.ts";
import { retagImage, type RetagImageResult } from "./retag-image.ts";
import { renderSummary } from "./summary.ts";

const BETA = "0.1.0-abcdefg.beta";
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest;
const tested = digest("a");
const older = digest("b");
const foreign = digest("c");
const mediaType = "application/vnd.oci.image.index.v1+json";

/** One repository. `requests` is what was asked of it; `before` hooks run ahead of the request that they name. */
class InMemoryManifests implements ManifestStore {
  readonly named = new Map<string, Digest>([[BETA, tested]]);
  readonly requests: string[] = [];
  readonly before = new Map<string, () => void>();
  readonly lostAnswers = new Set<string>();
  /** How many more requests are answered before the connection is lost for good. */
  patience = Number.POSITIVE_INFINITY;
  refers: string[] = [];
  readonly conditions: TagState[] = [];
  /** Whether several tags can be put by one request, and which one is left out then. */
  knowsTogether = false;
  notTogether = "";

  resolve = async (reference: string) => {
    await this.ask(`HEAD ${reference}`);
    const found = reference.startsWith("sha256:") ? (reference as Digest) : this.named.get(reference);
    return found === undefined ? undefined : { digest: found, mediaType, etag: `"${found}"` };
  };

  fetch = async (wanted: Digest) => {
    await this.ask(`GET ${wanted.slice(7, 8)}`);
    return { digest: wanted, mediaType, bytes: new Uint8Array([1]) };
  };

  put = async (tag: string, manifest: Manifest, before: TagState) => {
    await this.ask(`PUT ${tag}`);
    this.conditions.push(before);
    this.named.set(tag, manifest.digest);
    if (this.lostAnswers.has(tag)) throw upstream("REGISTRY_DOWN", "the connection was cut");
  };

  putTogether = async (tags: readonly string[], { digest }: Manifest) => {
    if (!this.knowsTogether) return [];
    await this.ask(`PUT ${tags.join("+")}`);
    const done = tags.filter((tag) => tag !== this.notTogether);
    for (const tag of done) this.named.set(tag, digest);
    return done;
  };

  tags = async () => {
    await this.ask("LIST");
    return [...this.named.keys()];
  };

  platforms = () => Promise.resolve(["linux/amd64", "linux/arm64"]);
  referrers = () => Promise.resolve(this.refers);

  private async ask(request: string): Promise<void> {
    this.requests.push(request);
    const hook = this.before.get(request);
    this.before.delete(request);
    await Promise.resolve();
    this.patience -= 1;
    if (this.patience < 0) throw upstream("REGISTRY_DOWN", "killed");
    hook?.();
  }
}

class RecordingLog implements Log {
  readonly lines: string[] = [];
  debug = (message: string) => void this.lines.push(`debug: ${message}`);
  info = (message: string) => void this.lines.push(message);
  notice = (message: string) => void this.lines.push(`notice: ${message}`);
  warning = (message: string) => void this.lines.push(`warning: ${message}`);
  error = (message: string) => void this.lines.push(`error: ${message}`);
  group = (title: string, lines: readonly string[]) => void this.lines.push(title, ...lines);
}

function inputsOf(texts: Record<string, string>): RetagImageInputs {
  const defaults = { "on-conflict": "fail", "move-floating": "auto", referrers: "auto", "dry-run": "false" };
  const verdict = parseInputs(fields, { ...defaults, source: `ghcr.io/acme/shop:${BETA}`, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

interface Scene {
  readonly manifests: InMemoryManifests;
  readonly log: RecordingLog;
  readonly cancel: AbortController;
  readonly run: (texts: Record<string, string>) => Promise<RetagImageResult>;
}

function scene(tags: Record<string, Digest> = {}): Scene {
  const manifests = new InMemoryManifests();
  for (const [tag, named] of Object.entries(tags)) manifests.named.set(tag, named);
  const log = new RecordingLog();
  const cancel = new AbortController();
  const registries = {
    repository: () => manifests,
    copy: () => Promise.reject(new Error("nothing is copied within one repository")),
  };
  const ports = { registries, log, signal: cancel.signal };
  return { manifests, log, cancel, run: (texts) => retagImage(inputsOf(texts), ports) };
}

const promotion = { tags: "0.1.0", "floating-tags": "latest", "expected-digest": tested };

describe("a promotion", () => {
  test("takes ten requests, reads the image once, and reads the version tag back before it looks at latest", async () => {
    const { manifests, run } = scene({ latest: older, "0.0.9": older });
    await run(promotion);
    expect(manifests.requests).toEqual([
      `HEAD ${BETA}`,
      "HEAD 0.1.0",
      "GET a",
      "PUT 0.1.0",
      "HEAD 0.1.0",
      "HEAD latest",
      "LIST",
      "PUT latest",
      "HEAD 0.1.0",
      "HEAD latest",
    ]);
  });

  test("tells what each tag named before and names now", async () => {
    const { outputs } = await scene({ latest: older }).run(promotion);
    expect({ ...outputs, tags: JSON.parse(outputs.tags) as unknown }).toEqual({
      digest: tested,
      "media-type": mediaType,
      changed: "true",
      outcome: "promoted",
      tags: [
        { tag: "0.1.0", before: null, after: tested },
        { tag: "latest", before: older, after: tested },
      ],
    });
  });

  test("done again asks by HEAD alone and is unchanged", async () => {
    const { manifests, run } = scene({ latest: older });
    await run(promotion);
    manifests.requests.length = 0;
    const { outputs } = await run(promotion);
    expect(manifests.requests).toEqual([`HEAD ${BETA}`, "HEAD 0.1.0", "HEAD latest"]);
    expect(outputs).toMatchObject({ outcome: "unchanged", changed: "false" });
  });

  test("writes several version tags in the order given, and latest after every other floating tag", async () => {
    const { manifests, run } = scene();
    await run({ tags: "0.1.0\nrelease-7", "floating-tags": "latest\nstable" });
    const writes = manifests.requests.filter((request) => request.startsWith("PUT"));
    expect(writes).toEqual(["PUT 0.1.0", "PUT release-7", "PUT stable", "PUT latest"]);
  });

  test("writes no other version tag when the first is refused", async () => {
    const { manifests, run } = scene();
    manifests.before.set("PUT 0.1.0", () => {
      throw refusal("TAG_IMMUTABLE", "the tag names another image");
    });
    const { outputs } = await run({ tags: "0.1.0\n0.1\nrelease-7", "floating-tags": "latest" });
    expect(outputs.outcome).toBe("error");
    expect(manifests.requests.filter((request) => request.startsWith("PUT"))).toEqual(["PUT 0.1.0"]);
  });

  test("reads every version tag back only after all were written", async () => {
    const { manifests, run } = scene();
    await run({ tags: "0.1.0\n0.1\nrelease-7" });
    expect(manifests.requests.slice(-6)).toEqual([
      "PUT 0.1.0",
      "PUT 0.1",
      "PUT release-7",
      "HEAD 0.1.0",
      "HEAD 0.1",
      "HEAD release-7",
    ]);
  });

  test("of a digest asks for that digest", async () => {
    const { manifests, run } = scene();
    await run({ source: `ghcr.io/acme/shop@${foreign}`, tags: "0.1.0" });
    expect(manifests.named.get("0.1.0")).toBe(foreign);
  });
});

describe("nothing is written when", () => {
  test.each<[string, Record<string, Digest>, Record<string, string>, string]>([
    ["the source is missing", {}, { source: "ghcr.io/acme/shop:nope" }, "MISSING_IMAGE"],
    ["the source is not what was tested", { [BETA]: foreign }, {}, "UNEXPECTED_DIGEST"],
    ["a version tag names another image", { "0.1.0": foreign }, {}, "TAG_CONFLICT"],
    ["only the second of two version tags does", { "0.1": foreign }, { tags: "0.1.0,0.1" }, "TAG_CONFLICT"],
    ["a dry run finds that", { "0.1.0": foreign }, { "dry-run": "true" }, "TAG_CONFLICT"],
    ["a platform is missing", {}, { "require-platforms": "linux/s390x" }, "MISSING_PLATFORM"],
    ["a signature is required and there is none", {}, { referrers: "require" }, "NO_REFERRERS"],
  ])("%s", async (_, tags, texts, code) => {
    const { manifests, run } = scene(tags);
    const failed = await failureOf(run({ ...promotion, ...texts }));
    expect(failed.code).toBe(code);
    expect(manifests.requests.filter((request) => request.startsWith("PUT"))).toEqual([]);
  });
});

test("a conflict still says what the tags name", async () => {
  const { outputs } = await scene({ "0.1.0": foreign }).run(promotion);
  expect(outputs.outcome).toBe("error");
  expect(JSON.parse(outputs.tags)).toEqual([{ tag: "0.1.0", before: foreign, after: foreign }]);
});

test("on-conflict: skip leaves the tag, warns, and does the rest", async () => {
  const { manifests, log, run } = scene({ "0.1.0": foreign });
  await run({ ...promotion, tags: "0.1.0,0.1", "on-conflict": "skip" });
  expect(Object.fromEntries(manifests.named)).toMatchObject({ "0.1.0": foreign, "0.1": tested, latest: tested });
  expect(log.lines).toContainEqual(expect.stringMatching(/^warning: skipped 0\.1\.0/));
});

test("on-conflict: move overwrites the tag, and the summary has the command that puts it back", async () => {
  const { manifests, run } = scene({ "0.1.0": foreign });
  const texts = { tags: "0.1.0", "on-conflict": "move" };
  const result = await run(texts);
  expect(manifests.named.get("0.1.0")).toBe(tested);
  expect(renderSummary(result, inputsOf(texts))).toContain(
    `docker://ghcr.io/acme/shop@${foreign} docker://ghcr.io/acme/shop:0.1.0`,
  );
});

test("a required signature that is there lets the promotion pass", async () => {
  const { manifests, run } = scene();
  manifests.refers = [foreign];
  expect((await run({ ...promotion, referrers: "require" })).outputs.outcome).toBe("promoted");
});

describe("a dry run", () => {
  test("reads, plans and changes nothing", async () => {
    const { manifests, run } = scene({ latest: older });
    const { outputs } = await run({ ...promotion, "dry-run": "true" });
    expect(outputs).toMatchObject({ outcome: "planned", changed: "true" });
    expect(JSON.parse(outputs.tags)).toContainEqual({ tag: "latest", before: older, after: tested });
    expect(Object.fromEntries(manifests.named)).toEqual({ [BETA]: tested, latest: older });
  });

  test("with nothing to do says that nothing would change", async () => {
    const { run } = scene({ "0.1.0": tested, latest: tested });
    expect((await run({ ...promotion, "dry-run": "true" })).outputs).toMatchObject({
      outcome: "planned",
      changed: "false",
    });
  });
});

describe("a floating tag", () => {
  test("does not go back behind a newer release, which a rollback meets, and the step is green", async () => {
    const { manifests, run } = scene({ "0.1.0": tested, "0.2.0": foreign, latest: foreign });
    const { outputs, failure } = await run(promotion);
    expect({ outcome: outputs.outcome, failure, latest: manifests.named.get("latest") }).toEqual({
      outcome: "unchanged",
      failure: undefined,
      latest: foreign,
    });
  });

  test("goes back with move-floating: always", async () => {
    const { manifests, run } = scene({ "0.1.0": tested, "0.2.0": foreign, latest: foreign });
    await run({ ...promotion, "move-floating": "always" });
    expect(manifests.named.get("latest")).toBe(tested);
  });

  test("stays with move-floating: never, and the tags are not listed", async () => {
    const { manifests, run } = scene({ latest: foreign });
    await run({ ...promotion, "move-floating": "never" });
    expect(manifests.named.get("latest")).toBe(foreign);
    expect(manifests.requests).not.toContain("LIST");
  });

  test("alone follows the version of the beta tag that is promoted", async () => {
    const { manifests, run } = scene({ "0.0.9": older, latest: older });
    await run({ "floating-tags": "latest" });
    expect(manifests.named.get("latest")).toBe(tested);
  });

  test("stays when a newer release appears while the version tag is written", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.before.set("PUT 0.1.0", () => void manifests.named.set("0.2.0", foreign));
    await run(promotion);
    expect(manifests.named.get("latest")).toBe(older);
  });

  test("moves without a comparison, and says so, when nothing is a version", async () => {
    const { manifests, log, run } = scene({ edge: tested, latest: older });
    await run({ source: "ghcr.io/acme/shop:edge", "floating-tags": "latest" });
    expect(manifests.named.get("latest")).toBe(tested);
    expect(log.lines).toContainEqual(expect.stringMatching(/^notice: .*without a comparison/));
  });
});

describe("several floating tags", () => {
  const several = { tags: "1.4.0", "floating-tags": "latest,1,1.4", "expected-digest": tested };
  const writes = ({ requests }: InMemoryManifests) => requests.filter((request) => request.startsWith("PUT"));

  test("are written by one request where the registry can, latest last among those that it leaves out", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.knowsTogether = true;
    expect((await run(several)).outputs.outcome).toBe("promoted");
    expect(writes(manifests)).toEqual(["PUT 1.4.0", "PUT 1+1.4+latest"]);
    const other = scene({ latest: older });
    other.manifests.knowsTogether = true;
    other.manifests.notTogether = "latest";
    const { outputs } = await other.run(several);
    expect(writes(other.manifests)).toEqual(["PUT 1.4.0", "PUT 1+1.4+latest", "PUT latest"]);
    expect(JSON.parse(outputs.tags)).toContainEqual({ tag: "1.4", before: null, after: tested });
  });

  test("are written one after the other, latest last, where it cannot", async () => {
    const { manifests, run } = scene({ latest: older });
    await run(several);
    expect(writes(manifests)).toEqual(["PUT 1.4.0", "PUT 1", "PUT 1.4", "PUT latest"]);
  });
});

test("a tag is written on the condition that it still is what it was when that was decided", async () => {
  const { manifests, run } = scene({ latest: older });
  await run(promotion);
  expect(manifests.conditions).toEqual([{ digest: undefined }, { digest: older, etag: `"${older}"` }]);
});

describe("a tag that somebody else moves", () => {
  test("is named after the version tag was read back, and latest is not touched", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.before.set("PUT 0.1.0", () => {
      manifests.before.set("HEAD 0.1.0", () => void manifests.named.set("0.1.0", foreign));
    });
    const { failure, outputs } = await run(promotion);
    expect(failure).toMatchObject({ code: "TAG_MOVED", message: expect.stringContaining(`0.1.0 names ${foreign}`) });
    expect(manifests.named.get("latest")).toBe(older);
    expect(JSON.parse(outputs.tags)).toEqual([{ tag: "0.1.0", before: null, after: foreign }]);
  });

  test("at the very end is found by the last reading", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.before.set("PUT latest", () => {
      manifests.before.set("HEAD 0.1.0", () => void manifests.named.set("0.1.0", foreign));
    });
    expect((await run(promotion)).failure).toMatchObject({ code: "TAG_MOVED" });
  });
});

describe("a write that fails", () => {
  test("but landed is found by reading, and the promotion goes on", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.lostAnswers.add("0.1.0");
    expect((await run(promotion)).outputs.outcome).toBe("promoted");
    expect(manifests.named.get("latest")).toBe(tested);
  });

  test("stops before latest, and tells how far it got; running it again finishes", async () => {
    const { manifests, run } = scene({ latest: older });
    manifests.before.set("PUT latest", () => {
      throw upstream("REGISTRY_DOWN", "down");
    });
    const { failure, outputs } = await run(promotion);
    expect(failure?.code).toBe("REGISTRY_DOWN");
    expect(JSON.parse(outputs.tags)).toEqual([
      { tag: "0.1.0", before: null, after: tested },
      { tag: "latest", before: older, after: older },
    ]);
    expect(outputs.changed).toBe("true");
    expect((await run(promotion)).outputs.outcome).toBe("promoted");
  });

  test("for want of rights is not excused by a tag that is right", async () => {
    const { manifests, run } = scene();
    manifests.before.set("PUT 0.1.0", () => {
      manifests.named.set("0.1.0", tested);
      throw configuration("FORBIDDEN", "no");
    });
    expect((await run(promotion)).failure?.code).toBe("FORBIDDEN");
  });
});

test("a cancelled run starts no further write", async () => {
  const { manifests, cancel, run } = scene({ latest: older });
  manifests.before.set("LIST", () => cancel.abort(configuration("CANCELLED", "cancelled")));
  const { failure } = await run(promotion);
  expect(failure?.code).toBe("CANCELLED");
  expect(manifests.named.get("latest")).toBe(older);
});

test("stopped before any request, the promotion ends in the same state when it is run again", async () => {
  const { manifests: whole, run: wholeRun } = scene({ latest: older });
  await wholeRun(promotion);
  for (let stop = 0; stop < whole.requests.length; stop += 1) {
    const { manifests, run } = scene({ latest: older });
    manifests.patience = stop;
    await failureOf(run(promotion));
    const moved = manifests.named.get("latest") === tested;
    expect(moved && manifests.named.get("0.1.0") !== tested).toBe(false);
    manifests.patience = Number.POSITIVE_INFINITY;
    await run(promotion);
    expect(Object.fromEntries(manifests.named)).toEqual(Object.fromEntries(whole.named));
  }
});

/** The failure of a run, thrown or told. */
async function failureOf(run: Promise<RetagImageResult>): Promise<FairwayError> {
  const failed = await run.then(
    ({ failure }) => failure,
    (error: unknown) => error as FairwayError,
  );
  if (failed === undefined) throw new Error("the run was green");
  return failed;
}
