import { findFiles, findActions, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";

/** A fenced block of a page. */
export interface Block {
  /** `docs/set-up.md:12`, the line of its fence. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const AT_ROOT = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
const isPage = (name: string): boolean => name.endsWith(".md");

/** Every page that people read, by its path from the root. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  [
    ...AT_ROOT,
    ...findFiles(REPOSITORY_ROOT, "docs", isPage),
    ...findActions(REPOSITORY_ROOT).map((action) => `actions/${action}/README.md`),
  ].map((path) => [path, readText(REPOSITORY_ROOT, path)]),
);

/** The fenced blocks of a page. One within a list is moved to the left. */
export function readBlocks(path: string, page: string): Block[] {
  const fences = /^( *)```(\w*)\n(.*?)^\1```$/gms;
  return [...page.matchAll(fences)].map(({ 1: indent = "", 2: language = "", 3: text = "", index }) => ({
    place: `${path}:${page.slice(0, index).split("\n").length}`,
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** Every block of every page in one of some languages. */
export function blocksIn(...languages: readonly string[]): Block[] {
  const all = [...PAGES].flatMap(([path, page]) => readBlocks(path, page));
  return all.filter(({ language }) => languages.includes(language));
}
