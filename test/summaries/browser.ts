import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { openPackagesOf } from "../support/pinned-packages.ts";

/** The part of playwright-core that is used; its own types come with the package, which is not installed for everybody. */
interface Page {
  setContent(html: string): Promise<void>;
  addScriptTag(tag: { path: string }): Promise<unknown>;
  evaluate<T>(script: string): Promise<T>;
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>;
  route(url: string, handler: (route: { abort(): Promise<void> }) => Promise<void>): Promise<void>;
}
interface Browser {
  newPage(options: { viewport: { width: number; height: number } }): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
}

/** What a person sees of a summary. */
export interface Shown {
  /** Pixels, at the width of GitHub's column. */
  readonly height: number;
  readonly text: string;
  /** Why diagrams were not drawn. */
  readonly diagramErrors: readonly string[];
  readonly diagrams: number;
  /** Text of the diagrams. */
  readonly drawn: string;
  /** The rows of each table, cell by cell. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly links: readonly { readonly text: string; readonly to: string }[];
  /** Elements that no summary has: scripts, images, frames, and whatever has a handler. */
  readonly strange: readonly string[];
  /** Whether a script of the summary has run. */
  readonly scriptRan: boolean;
}

export interface SummaryBrowser {
  /** Each summary by itself, all of them on one page, as GitHub shows those of a run. */
  show(summaries: readonly string[], screenshot?: string): Promise<readonly Shown[]>;
  /** The message of each diagram that Mermaid's parser refuses. */
  parse(diagrams: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

const screenshots = join(import.meta.dirname, "../../test-results/summaries");

/** Starts Debian's Chromium without a network, with GitHub's style sheet, a renderer of its Markdown and Mermaid. */
export async function openSummaryBrowser(): Promise<SummaryBrowser> {
  const packages = openPackagesOf(import.meta.dirname);
  const { chromium } = packages.require("playwright-core") as Playwright;
  const { marked } = packages.require("marked") as { marked: { parse(markdown: string): string } };
  const style = readFileSync(packages.file("github-markdown-css/github-markdown-light.css"), "utf8");
  const args = ["--no-sandbox", "--disable-gpu"];
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.route("**/*", async (route) => route.abort());
  mkdirSync(screenshots, { recursive: true });
  const load = async (bodies: readonly string[]): Promise<void> => {
    const articles = bodies.map((body) => `<article class="markdown-body">${body}</article>`).join("\n");
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}${OWN_STYLE}</style>${articles}`);
    await page.addScriptTag({ path: packages.file("mermaid/dist/mermaid.min.js") });
  };
  return {
    show: async (summaries, screenshot) => {
      // HTML in a summary is kept as it is: what GitHub would take out must not come in at all.
      await load(summaries.map((markdown) => marked.parse(markdown)));
      await page.evaluate(DRAW);
      const shown = await page.evaluate<Shown[]>(READ);
      if (screenshot !== undefined)
        await page.screenshot({ path: join(screenshots, `${screenshot}.png`), fullPage: true });
      return shown;
    },
    parse: async (diagrams) => {
      await load([]);
      return page.evaluate<string[]>(`(${PARSE})(${JSON.stringify(diagrams)})`);
    },
    close: async () => browser.close(),
  };
}

const SETTINGS = `{ startOnLoad: false, securityLevel: "strict", gantt: { useWidth: 960 } }`;

const OWN_STYLE = "body { margin: 0; } .markdown-body { padding: 16px; border-bottom: 1px solid #d1d9e0; }";

const DRAW = `(async () => {
  mermaid.initialize(${SETTINGS});
  let number = 0;
  for (const code of document.querySelectorAll("code.language-mermaid")) {
    const picture = document.createElement("div");
    try {
      const { svg } = await mermaid.render("diagram" + (number += 1), code.textContent);
      picture.className = "diagram";
      picture.innerHTML = svg;
    } catch (error) {
      picture.className = "diagram-error";
      picture.textContent = String(error.message ?? error);
    }
    code.parentElement.replaceWith(picture);
  }
})()`;

const READ = `[...document.querySelectorAll("article.markdown-body")].map((article) => {
  const own = (selector) => [...article.querySelectorAll(selector)].filter((one) => one.closest(".diagram") === null);
  const named = own("script, img, iframe, object, embed, form, input, style, svg, video").map((one) => one.tagName);
  const handled = own("*").filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on")));
  return {
    height: Math.ceil(article.getBoundingClientRect().height),
    text: article.innerText,
    diagramErrors: own(".diagram-error").map((one) => one.textContent),
    diagrams: article.querySelectorAll(".diagram svg").length,
    drawn: [...article.querySelectorAll(".diagram svg text")].map((one) => one.textContent).join("\\n"),
    tables: own("table").map((one) => [...one.rows].map((row) => [...row.cells].map((cell) => cell.textContent))),
    links: own("a").map((one) => ({ text: one.textContent, to: one.getAttribute("href") })),
    strange: [...named, ...handled.map((one) => one.outerHTML.slice(0, 100))],
    scriptRan: globalThis.hostileScriptRan === true,
  };
})`;

const PARSE = `async (diagrams) => {
  mermaid.initialize(${SETTINGS});
  const errors = [];
  for (const diagram of diagrams) await mermaid.parse(diagram).catch((error) => errors.push(String(error.message) + diagram));
  return errors;
}`;
