import type { Release } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { createRelease } from "./create-release.ts";
import { cutNotes } from "./cut-notes.ts";
import { previousTag } from "./previous-tag.ts";
import { commit, fileOf, InMemoryReleases, inputs, portsOf } from "./testing/in-memory-releases.ts";

async function notesOf(texts: Record<string, string>, book = new InMemoryReleases()): Promise<string> {
  const result = await createRelease(inputs(texts), portsOf(book, [fileOf("app.tar.gz")]));
  return book.releases.find(({ id }) => String(id) === result.outputs["release-id"])?.notes ?? "";
}

describe("notes", () => {
  test("say in this order what was given, what the release is made of, checksums, installation and changes", async () => {
    const book = new InMemoryReleases();
    book.add({ tag: "0.0.9" });
    const notes = await notesOf(
      {
        files: "app.tar.gz",
        "notes-file": "NOTES.md",
        "install-notes": "Unpack it.",
        "generate-notes": "true",
        image: "ghcr.io/acme/shop:0.1.0",
        "image-digest": `sha256:${"c".repeat(64)}`,
        "promoted-from": "0.1.0-abcdefg.beta",
        "approved-by": "lead",
        "build-number": "42",
      },
      book,
    );
    expect(notes).toBe(`from a file

## Made of

- Commit [\`aaaaaaa\`](https://github.example/acme/shop/commit/${commit}): Fix &lt;the&gt; thing, by Ada
- Image \`ghcr.io/acme/shop:0.1.0\`, digest \`sha256:${"c".repeat(64)}\`
- Promoted from [\`0.1.0-abcdefg.beta\`](https://github.example/acme/shop/releases/tag/0.1.0-abcdefg.beta)
- Approved by \`lead\`
- Build \`42\`

## Checksums (SHA-256)

\`\`\`text
${fileOf("app.tar.gz").digest.slice(7)}  app.tar.gz
\`\`\`

## Installation

Unpack it.

changes from 0.0.9 to 0.1.0`);
  });

  test("say only the commit when nothing else is known", async () => {
    expect(await notesOf({})).toBe(
      `## Made of\n\n- Commit [\`aaaaaaa\`](https://github.example/acme/shop/commit/${commit}): Fix &lt;the&gt; thing, by Ada`,
    );
  });

  test("make no mention and no markup of a commit's own text", async () => {
    const book = new InMemoryReleases();
    const ports = portsOf(book);
    const subject = "Ping @everyone [here](https://evil.example) `x` #1\n# Heading";
    await createRelease(inputs(), { ...ports, checkout: { describe: async () => ({ subject, author: "**A**" }) } });
    const notes = book.releases[0]?.notes ?? "";
    expect(notes).toContain(
      String.raw`Ping \@everyone \[here\]\(https://evil.example\) \`x\` \#1 \# Heading, by \*\*A\*\*`,
    );
    expect(notes.split("\n")).toHaveLength(3);
  });

  test("keep the heading that the installation text brings along", async () => {
    expect(await notesOf({ "install-notes": "### On Debian\n\napt-get" })).not.toContain("## Installation");
  });

  test("name the changes since the tag that was given", async () => {
    expect(await notesOf({ "generate-notes": "true", "previous-tag": "0.0.1" })).toContain("changes from 0.0.1 to");
  });

  test("leave the start to GitHub for the very first release alone", async () => {
    expect(await notesOf({ "generate-notes": "true" })).toContain("changes from the start to 0.1.0");
    const book = new InMemoryReleases();
    book.add({ tag: "0.1.0-abcdefg.beta", prerelease: true });
    const notes = await notesOf({ "generate-notes": "true" }, book);
    expect(notes).toContain("no earlier release of this kind");
    expect(notes).toContain("https://github.example/acme/shop/commits/0.1.0");
  });

  test("are cut with a line that links to the changes, which the log says too", async () => {
    const book = new InMemoryReleases();
    book.add({ tag: "0.0.9" });
    const ports = portsOf(book);
    book.generateNotes = () => Promise.resolve("a line of changes\n".repeat(10_000));
    await createRelease(inputs({ "generate-notes": "true" }), ports);
    const notes = book.releases[1]?.notes ?? "";
    expect(notes.length).toBeLessThanOrEqual(125_000);
    expect(notes.trimEnd().split("\n").at(-1)).toBe(
      "These notes were cut: GitHub takes at most 125000 characters. The whole is at https://github.example/acme/shop/compare/0.0.9...0.1.0.",
    );
    expect(notes.split("\n").at(-4)).toBe("a line of changes");
    expect(ports.told.join("\n")).toContain("the notes were cut from 180");
  });
});

describe("a cut", () => {
  const cut = (text: string, max = 400) => cutNotes(text, "https://x.example", max);

  test("leaves what fits as it is", () => {
    expect(cut("x".repeat(400))).toBe("x".repeat(400));
    expect(cut("x".repeat(401))).not.toBe("x".repeat(401));
  });

  test.each([
    ["```text\n", "```"],
    ["~~~~\n```\n", "~~~~"],
    ["````md\n```\n```\n", "````"],
  ])("closes the block of code that %j has opened", (start, fence) => {
    const lines = cut(start + "code\n".repeat(200))
      .trimEnd()
      .split("\n");
    expect(lines.at(-3)).toBe(fence);
    expect(lines.at(-4)).toBe("code");
    expect(lines.at(-1)).toContain("were cut");
  });

  test.each(["```\nclosed\n```\n", "    ```\n", "`` ` ``\n", "```a`b\n"])("adds no fence after %j", (start) => {
    const lines = cut(start + "text\n".repeat(200))
      .trimEnd()
      .split("\n");
    expect(lines.at(-3)).toBe("text");
  });

  test("does not cut a character in two, wherever it falls", () => {
    for (let max = 300; max < 310; max += 1) {
      const text = cut("😀".repeat(300), max);
      expect(text.length).toBeLessThanOrEqual(max);
      expect(text).toBe(text.toWellFormed());
    }
  });
});

describe("the previous tag", () => {
  const released = (tag: string, overrides: Partial<Release> = {}): Release => ({
    id: 1,
    tag,
    name: "",
    draft: false,
    prerelease: false,
    notes: "",
    htmlUrl: "",
    uploadUrl: "",
    assets: [],
    ...overrides,
  });
  const beta = (tag: string, publishedAt: string) => released(tag, { prerelease: true, publishedAt });
  const all = [
    released("2.5.0", { draft: true }),
    released("2.0.0"),
    released("1.0.0"),
    released("0.9.0"),
    beta("1.0.1-zzzzzzz.beta", "2026-01-01T00:00:00Z"),
    beta("1.0.1-aaaaaaa.beta", "2026-01-02T00:00:00Z"),
    beta("2.1.0-rc.1", "2026-01-03T00:00:00Z"),
    released("1.0.0-1111111.beta", { prerelease: true, draft: true }),
  ];

  test.each([
    ["1.0.1", false, all, { kind: "tag", tag: "1.0.0" }],
    ["3.0.0", false, all, { kind: "tag", tag: "2.0.0" }],
    ["v1.0.1", false, [released("v1.0.0")], { kind: "tag", tag: "v1.0.0" }],
    ["1.0.2-bbbbbbb.beta", true, all, { kind: "tag", tag: "1.0.1-aaaaaaa.beta" }],
    ["2.1.0-rc.2", true, all, { kind: "tag", tag: "2.1.0-rc.1" }],
    ["1.0.1-bbbbbbb.beta", true, [released("1.0.0"), released("0.9.0")], { kind: "tag", tag: "1.0.0" }],
    ["0.1.0", false, all, { kind: "first" }],
    ["0.1.0", false, [], { kind: "beginning" }],
    ["0.1.0-aaaaaaa.beta", true, [released("0.1.0-aaaaaaa.beta", { draft: true })], { kind: "beginning" }],
  ])("of %s (prerelease: %j) is chosen within its channel", (tag, prerelease, releases, expected) => {
    expect(previousTag(tag, prerelease, releases)).toEqual(expected);
  });
});
