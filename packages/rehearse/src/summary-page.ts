import { Marked, type Tokens } from "marked";
import type { JobRecord, StepRecord } from "./engine/run-events.ts";
import type { RunRecord } from "./engine/run-workflow.ts";

/** Renders the job summaries of all runs as one HTML page that needs nothing else. */
export function renderSummaryPage(title: string, runs: readonly RunRecord[], serves: readonly string[]): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...runs.map(renderRun),
    `<h2>What serves now</h2><pre>${escapeHtml(serves.join("\n"))}</pre>`,
    "</body></html>\n",
  ].join("\n");
}

function renderRun(run: RunRecord): string {
  const jobs = run.jobs.map(renderJob).join("\n");
  return `<section><h2>${badge(run.conclusion)} ${escapeHtml(run.workflow)} <small>run ${run.id}</small></h2>\n${jobs}</section>`;
}

function renderJob(job: JobRecord): string {
  const parts = [`<h3>${badge(job.conclusion)} ${escapeHtml(job.name)}</h3>`];
  if (job.problem !== undefined) parts.push(`<p class="error">${escapeHtml(job.problem)}</p>`);
  for (const step of job.steps) parts.push(...renderAnnotations(step));
  for (const step of job.steps)
    if (step.summary.trim() !== "") parts.push(`<article>${renderMarkdown(step.summary)}</article>`);
  return parts.join("\n");
}

function renderAnnotations({ name, annotations }: StepRecord): string[] {
  return annotations.map(
    ({ level, message }) => `<p class="${level}"><b>${escapeHtml(name)}</b>: ${escapeHtml(message)}</p>`,
  );
}

function badge(conclusion: string): string {
  return `<span class="${conclusion}">${conclusion}</span>`;
}

/** The only HTML of a summary that is kept as such: tags without attributes that GitHub shows too. */
const KEPT_TAG = /^<\/?(?:details|summary|br|b|i|code|sub|sup)\s*\/?>$/;

/** Renders Markdown; HTML inside is shown as text, and links lead to the web or nowhere. */
export function renderMarkdown(markdown: string): string {
  const marked = new Marked({ gfm: true, renderer: { html, link, image } });
  return marked.parse(markdown, { async: false });

  function html({ text }: Tokens.HTML | Tokens.Tag): string {
    return text.replace(/<[^>]*>|[<>&"]/g, (part) => (KEPT_TAG.test(part) ? part : escapeHtml(part)));
  }

  function link({ href, text }: Tokens.Link): string {
    return /^https?:\/\//.test(href) ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);
  }

  function image({ text }: Tokens.Image): string {
    return escapeHtml(text);
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
section { border-top: 1px solid #d1d9e0; margin-top: 2rem; }
article { border: 1px solid #d1d9e0; border-radius: 6px; padding: 0 1rem; margin: .5rem 0; overflow-x: auto; }
table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: .3rem .6rem; text-align: left; }
pre, code { font-family: ui-monospace, monospace; font-size: 13px; } pre { background: #f6f8fa; padding: .8rem; overflow-x: auto; }
span { font-size: 12px; border-radius: 1rem; padding: .1rem .6rem; background: #d1d9e0; } small { color: #59636e; font-weight: normal; }
span.success { background: #1a7f37; color: #fff; } span.failure { background: #cf222e; color: #fff; }
p.error { color: #cf222e; } p.warning { color: #9a6700; }
`;
