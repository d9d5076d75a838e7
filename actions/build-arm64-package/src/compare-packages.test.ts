import { expect, test } from "@jest/globals";

import { comparePackages, type ComparedPackage } from "./compare-packages.ts";
import type { ArchivedEntry } from "./ports.ts";

const entry = (path: string, more: Partial<ArchivedEntry> = {}): ArchivedEntry => ({
  kind: "file",
  path,
  mode: 0o644,
  size: 1,
  sha256: "aa",
  mtimeSeconds: 5,
  uid: 0,
  gid: 0,
  ...more,
});
const archive = (tarSha256: string, ...entries: ArchivedEntry[]): ComparedPackage => ({
  entries,
  sha256: `gz-${tarSha256}`,
  tarSha256,
});

test("the same file is the same package", () => {
  expect(comparePackages(archive("1", entry("a")), archive("1", entry("a")))).toEqual({ kind: "same" });
});

test("the same tar, compressed otherwise, has the same content", () => {
  const other = { ...archive("1", entry("a")), sha256: "gz-2" };
  expect(comparePackages(archive("1", entry("a")), other)).toEqual({ kind: "same-content" });
});

interface Difference {
  readonly given: readonly ArchivedEntry[];
  readonly built: readonly ArchivedEntry[];
  readonly first: string;
  readonly reason: string;
  readonly count?: number;
}

test.each<[string, Difference]>([
  [
    "a size",
    {
      given: [entry("a"), entry("b")],
      built: [entry("a"), entry("b", { size: 2 })],
      first: "b",
      reason: "has the size 1 in the package and 2",
    },
  ],
  [
    "a content",
    { given: [entry("a")], built: [entry("a", { sha256: "bb" })], first: "a", reason: "has the sha256 aa" },
  ],
  [
    "a mode",
    {
      given: [entry("a", { mode: 0o600 })],
      built: [entry("a")],
      first: "a",
      reason: "has the mode 600 in the package and 644",
    },
  ],
  ["an owner", { given: [entry("a", { uid: 7 })], built: [entry("a")], first: "a", reason: "has the owner 7:0" }],
  ["a time", { given: [entry("a", { mtimeSeconds: 6 })], built: [entry("a")], first: "a", reason: "has the time 6" }],
  [
    "a kind",
    { given: [entry("a", { kind: "folder" })], built: [entry("a")], first: "a", reason: "has the kind folder" },
  ],
  [
    "one that is missing",
    {
      given: [entry("a")],
      built: [entry("a"), entry("b")],
      first: "b",
      reason: "is in what was built and not in the package",
    },
  ],
  [
    "one too many",
    {
      given: [entry("B"), entry("a")],
      built: [entry("a")],
      first: "B",
      reason: "is in the package and not in what was built",
    },
  ],
  [
    "several",
    {
      given: [entry("z"), entry("é"), entry("a")],
      built: [entry("z", { size: 2 }), entry("é", { size: 2 }), entry("a")],
      first: "z",
      reason: "size",
      count: 2,
    },
  ],
])("names the first by bytes: %s", (_, { given, built, first, reason, count = 1 }) => {
  const comparison = comparePackages(archive("1", ...given), archive("2", ...built));
  expect(comparison).toEqual({ kind: "different", first, reason: expect.stringContaining(reason), count });
});

test("says that only the headers differ when no entry does", () => {
  expect(comparePackages(archive("1", entry("a")), archive("2", entry("a")))).toMatchObject({
    kind: "different",
    first: "",
    count: 0,
  });
});
