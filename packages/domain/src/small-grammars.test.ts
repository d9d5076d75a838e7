import { describe, expect, test } from "@jest/globals";

import { closestName } from "./closest-name.ts";
import { createDeadline, renderDuration } from "./clock.ts";
import { parseCommitSha, shortSha } from "./commit.ts";
import { parseDigest } from "./digest.ts";
import { causeChain, configuration, upstream } from "./errors.ts";
import { member } from "./json.ts";
import { code, escapeMarkdown, table } from "./markdown.ts";
import { parseReleaseManifest, renderReleaseManifest, versionInTag } from "./release.ts";

const commit = parseCommitSha("0123456789abcdef0123456789abcdef01234567");

describe("small grammars", () => {
  test.each([
    ["tiemout", "timeout"],
    ["dryrun", "dry-run"],
    ["Tags", "tags"],
    ["tab", undefined],
    ["zzz", undefined],
    ["t".repeat(100_000), undefined],
  ])("%.20s most likely means %s", (name, expected) => {
    expect(closestName(name, ["timeout", "dry-run", "tags"])).toBe(expected);
  });

  test("a commit is 40 hex digits and its short form the first seven", () => {
    expect(shortSha(commit)).toBe("0123456");
    for (const text of ["main", "0123456", "G".repeat(40), "a".repeat(41)])
      expect(() => parseCommitSha(text)).toThrow("full commit SHA");
  });

  test("a digest is sha256 and 64 hex digits", () => {
    expect(() => parseDigest("sha512:abc")).toThrow("64 lower-case hex digits");
    expect(() => parseDigest(`sha256:${"A".repeat(64)}`)).toThrow("64 lower-case hex digits");
  });

  test("what a server left out is neither a commit nor a digest", () => {
    const missing = member({}, "sha") as string;
    expect(() => parseCommitSha(missing)).toThrow('"undefined" is not a full commit SHA');
    expect(() => parseDigest(missing)).toThrow('"undefined" is not a digest');
  });

  test("a huge text is not repeated whole", () => {
    const huge = "a".repeat(100_000);
    expect(() => parseCommitSha(huge)).toThrow(/^"a{99}" is not/);
    expect(() => parseDigest(huge)).toThrow(/^"a{99}" is not/);
  });

  test("a duration reads in seconds, then in minutes", () => {
    expect([0, 95_400, 120_000, 245_000].map(renderDuration)).toEqual(["0 s", "95 s", "2 min", "4 min 5 s"]);
  });

  test("a deadline counts on the monotonic clock", () => {
    let elapsed = 1000;
    const clock = { now: () => new Date(0), elapsedMs: () => elapsed, sleep: () => Promise.resolve() };
    const deadline = createDeadline(clock, 10);
    elapsed += 4000;
    expect([deadline.usedMs(), deadline.remainingMs(), deadline.expired()]).toEqual([4000, 6000, false]);
    elapsed += 6000;
    expect([deadline.remainingMs(), deadline.expired()]).toEqual([0, true]);
  });

  test("causes are told from the outside in, whatever was thrown", () => {
    const inner = configuration("X", "inner");
    expect(causeChain(upstream("Y", "outer", { cause: inner }))).toEqual(["outer", "inner"]);
    expect(causeChain({ code: 7 })).toEqual(['a thrown object: {"code":7}']);
  });

  test("a member that the object does not have itself is not there", () => {
    expect(member(JSON.parse('{"a":1}'), "__proto__")).toBeUndefined();
    expect(member(JSON.parse('{"a":1}'), "toString")).toBeUndefined();
  });

  test.each([
    ["0.1.0-abcdefg.beta", "0.1.0"],
    ["v1.2.3", "1.2.3"],
    ["1.2.3-rc.1", "1.2.3-rc.1"],
    ["release-2.0.0", "2.0.0"],
  ])("the version in %s is %s", (tag, version) => {
    expect(versionInTag(tag)).toBe(version);
  });
});

describe("Markdown", () => {
  test("is inert whatever text goes in", () => {
    expect(escapeMarkdown("<script>|`a`\n# b ![x](y) \u202Ez")).toBe(
      String.raw`&lt;script&gt;\|\`a\` \# b \!\[x\]\(y\) z`,
    );
  });

  test("is cut where it is long", () => {
    expect(escapeMarkdown("a".repeat(500))).toHaveLength(300);
  });

  test("a code span never ends early and a table cell never splits", () => {
    expect(code("a`b|c")).toBe(String.raw`a\`b\|c`);
    expect(table(["a"], [[code("x")]])).toBe("| a |\n| --- |\n| `x` |");
  });
});

describe("a release manifest", () => {
  const manifest = {
    schema: 1,
    tag: "0.1.0",
    version: "0.1.0",
    commit,
    prerelease: false,
    image: "ghcr.io/a/b:0.1.0",
    imageDigest: parseDigest(`sha256:${"b".repeat(64)}`),
    promotedFrom: "0.1.0-abcdefg.beta",
    assets: [],
  } as const;

  test("is read as it was written", () => {
    expect(parseReleaseManifest(renderReleaseManifest(manifest))).toMatchObject({
      tag: "0.1.0",
      commit,
      image: "ghcr.io/a/b:0.1.0",
      imageDigest: manifest.imageDigest,
    });
  });

  test.each(["", "[]", "{}", '{"schema":2,"tag":"a","version":"a","commit":"b"}', "null"])("%j is none", (text) => {
    expect(parseReleaseManifest(text)).toBeUndefined();
  });

  test("does not take a digest that is none", () => {
    const text = renderReleaseManifest(manifest).replace("sha256:b", "sha256:x");
    expect(parseReleaseManifest(text)?.imageDigest).toBeUndefined();
  });
});
