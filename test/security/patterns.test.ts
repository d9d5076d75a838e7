import { findFiles, judgePattern, type PatternUse, readPatterns, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";

interface Explanation {
  readonly why: string;
  /** For text that others send: the longest and worst that can come. It is tried. */
  readonly worst?: string;
}

/**
 * What is in no bundle reads nothing but this repository and its own tests, so only exponential growth is refused there,
 * which takes a repeated group.
 */
const UNBUNDLED = ["packages/rehearse/", "packages/repo-tools/", "packages/testbed/"];

const HEADER = "Node refuses headers of more than 16 KiB";
const EXCERPT = "an excerpt looks at 4,000 characters of an answer";
const AUTHOR = "the author of the workflow writes the line";

/** By how an expression begins: those of the bundles whose time grows faster than the text, and why that does no harm. */
const EXPLAINED: Readonly<Record<string, Explanation>> = {
  [String.raw`/^(|.*?\S)\s+=\s+(.*)$/`]: { why: AUTHOR },
  [String.raw`/^([^=]*?)\s*=\s*(.*)$/`]: { why: AUTHOR },
  ["/^([\\w!#$%&'*+.^`|~-]+)\\s*:\\s*(.+)$/"]: { why: AUTHOR },
  [String.raw`/\/\/.*@/s`]: { why: AUTHOR },
  [String.raw`/\{\{(.*?)\}\}/gs`]: { why: AUTHOR },
  [String.raw`/(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?/`]: {
    why: "what the compiler of the job's own PATH says of itself",
  },
  [String.raw`/\d+$/`]: { why: "a part of that version" },
  [String.raw`/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']{1,200}@/gi`]: { why: EXCERPT, worst: "a://".repeat(1000) },
  [String.raw`/("[\w.-]{0,40}(?:password|`]: { why: EXCERPT, worst: '"token'.repeat(666) },
  [String.raw`/\b([\w.-]{0,40}(?:password|`]: { why: EXCERPT, worst: "token-".repeat(666) },
  [String.raw`/\beyJ[\w-]{10,2000}\.[\w-]+\.[\w-]*/g`]: { why: EXCERPT, worst: "eyJ-".repeat(1000) },
  [String.raw`/ExpiredToken|token.{0,40} expired/i`]: { why: "AWS's own words, a line", worst: "token".repeat(2000) },
  [String.raw`/\bworkflows?\b.*\b(permission|scope)/i`]: {
    why: "GitHub's own words for one refused request, a line",
    worst: "workflow ".repeat(2000),
  },
  [String.raw`/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi`]: { why: HEADER, worst: "a".repeat(16_384) },
  [String.raw`/<([^>]+)>\s*;\s*rel="?next"?/i`]: { why: HEADER, worst: "<".repeat(16_384) },
};

/** Nothing that a match of the worst text takes may be felt, and slow machines are not to fail. */
const MILLISECONDS = 2000;

const sources = ["actions", "packages"].flatMap((area) => findFiles(REPOSITORY_ROOT, area, isSource));
const uses = sources.flatMap((path) => readPatterns(path, readText(REPOSITORY_ROOT, path)));
const bundled = uses.filter(({ place }) => !isUnbundled(place));
const explained = Object.keys(EXPLAINED);

test("the sources have expressions to judge", () => {
  expect(bundled.length).toBeGreaterThan(100);
});

test("no expression of a bundle is put together at run time, where nobody could judge it", () => {
  const assembled = bundled.filter(({ pattern }) => pattern === undefined).map(({ place }) => place.split(":")[0]);
  expect([...new Set(assembled)]).toEqual([]);
});

test("no expression can be made slow by the text that it reads, but the ones explained", async () => {
  const toJudge = uses.filter(({ pattern, place }) => !isUnbundled(place) || /\)[*+{]/.test(pattern ?? ""));
  const isOpen = (use: PatternUse): boolean =>
    use.pattern !== undefined && !explained.some((name) => nameOf(use).startsWith(name));
  const open = new Map(toJudge.filter(isOpen).map((use) => [nameOf(use), use]));
  const slow: string[] = [];
  const judge = async ({ pattern = "", flags, place }: PatternUse): Promise<void> => {
    const verdict = await judgePattern(pattern, flags);
    if (verdict.kind === "linear" || (verdict.kind === "polynomial" && isUnbundled(place))) return;
    slow.push(`${place} /${pattern}/${flags}: ${JSON.stringify(verdict)}`);
  };
  const waiting = [...open.values()];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await judge(next);
  };
  await Promise.all([work(), work()]);
  expect(slow).toEqual([]);
});

describe("an explanation", () => {
  test.each(explained)("of %s is for an expression that is there", (name) => {
    expect(bundled.some((use) => nameOf(use).startsWith(name))).toBe(true);
  });

  const tried = Object.entries(EXPLAINED).flatMap(([name, { worst }]) =>
    worst === undefined ? [] : [{ name, worst }],
  );
  test.each(tried)("holds: $name takes no time for the longest and worst text", ({ name, worst }) => {
    const use = uses.find((each) => nameOf(each).startsWith(name));
    const pattern = new RegExp(use?.pattern ?? "", use?.flags);
    const startedAt = performance.now();
    worst.replace(pattern, "");
    expect(performance.now() - startedAt).toBeLessThan(MILLISECONDS);
  });
});

function nameOf({ pattern, flags }: PatternUse): string {
  return `/${pattern}/${flags}`;
}

function isUnbundled(place: string): boolean {
  return UNBUNDLED.some((folder) => place.startsWith(folder));
}

function isSource(name: string): boolean {
  return /\.(ts|mjs)$/.test(name) && !name.endsWith(".test.ts");
}
