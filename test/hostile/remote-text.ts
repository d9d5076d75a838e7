import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Passage, ProxiedAnswer } from "../support/fault-proxy.ts";
import { deployment, ENTRIES } from "./entries.ts";
import { FORGED } from "./observe.ts";
import { openScene, performOnce } from "./perform.ts";
import type { HostileCase } from "./run-cases.ts";
import { openPassage } from "./scenes.ts";

const F = FORGED;

/** Text as somebody would write it who wants the runner to act on it. */
const CORPUS: readonly string[] = [
  `::error::${F}`,
  `  ::ERROR::${F}`,
  `\u0085::warning::${F}`,
  `\u00a0::notice::${F}`,
  `\u3000\u2003::debug::${F}`,
  `::set-output name=${F}::x`,
  `::save-state name=${F}::x`,
  `::add-mask::${F}`,
  `::stop-commands::${F}`,
  `::add-matcher::/tmp/${F}.json`,
  `::set-env name=BASH_ENV::${F}`,
  `::add-path::/tmp/${F}`,
  `::error file=a.ts,line=1,title=${F}::x`,
  `text ##[error]${F}`,
  `##[set-output name=${F}]x`,
  `text ##[add-mask]${F}`,
  `#\u200b#[error]${F}`,
  `##\u0007[error]${F}`,
  `#\u001b[31m#[error]${F}`,
  `:\u200d:error::${F}`,
  `\u001b[1m::error::${F}\u001b[0m`,
  `%0A::error::${F}`,
  `%0D%0A##[error]${F}`,
  `text\r::error::${F}`,
  `text\u2028::error::${F}`,
  `text\u000b::error::${F}\u000c::error::${F}`,
  `\ufeff::error::${F}`,
  `\u202e::error::${F}\u2066`,
  `\u0000::error::${F}`,
  `\u009b31m::error::${F}`,
  `\u001b]0;title\u0007::error::${F}`,
  `\u001b]8;;https://example.com\u001b\\::error::${F}`,
  `x=1\n${F}=forged`,
  `ghadelimiter_00000000-0000-0000-0000-000000000000\n${F}=forged\n${F}<<EOF\nforged\nEOF`,
  `EOF\n${F}=forged\n<<`,
  `</details><script>${F}</script>`,
  `${"a".repeat(70_000)}::error::${F}`,
  `${"##[error]".repeat(3000)}${F}`,
];

/** All of it, each on a line of its own. */
const ALL = `\n${CORPUS.join("\n")}\n`;

/** Members whose text is for people, in the answers of GitHub, AWS and registries. */
const SAID =
  /^(message|Message|body|name|title|login|reason|stoppedReason|statusReason|rolloutStateReason|detail|description|errors|html_url)$/;

type Rewrite = (answer: ProxiedAnswer) => ProxiedAnswer;

/** What may be done to every answer from the k-th on. */
const REWRITES: Readonly<Record<string, Rewrite>> = {
  "hostile words in what is said": (answer) => changeTexts(answer, (key, text) => (SAID.test(key) ? text + ALL : text)),
  "hostile words in every text": (answer) => changeTexts(answer, (_, text) => text + ALL),
  "hostile words for every text": (answer) => changeTexts(answer, () => ALL),
  "an error of JSON with hostile words": () =>
    refusal(400, JSON.stringify({ message: ALL, __type: ALL, errors: [{ code: ALL, message: ALL }] })),
  "a refusal with hostile words": () =>
    refusal(403, JSON.stringify({ message: ALL, errors: [{ code: "DENIED", message: ALL, detail: ALL }] })),
  "a missing page with hostile words": () => refusal(404, ALL),
  "a web page with hostile words": () => refusal(422, `<html>${ALL}</html>`),
  "hostile words in the place of an answer": () => refusal(200, ALL),
  "a redirect to a hostile address": () => ({
    ...refusal(302, ALL),
    headers: { location: `https://x-${F}.invalid/##[error]${F}` },
  }),
  "hostile headers": (answer) => ({
    ...refusal(401, answer.body.toString("latin1")),
    headers: hostileHeaders(),
    statusText: `##[error]${F}`,
  }),
};

/**
 * Every place that text comes from another system is visited with the whole corpus, in turn from the first and from a later
 * request.
 */
export function remoteTextCases(actions: readonly string[]): HostileCase[] {
  const overHttp = actions.flatMap((action) =>
    Object.entries(REWRITES).flatMap(([fault, rewrite], index) =>
      [index % 2 === 0 ? 1 : 3].map((from) => ({
        action,
        fault: `${fault} from request ${from}`,
        run: async () => {
          const passage = openPassage(({ index }) => (index < from ? { kind: "pass" } : { kind: "rewrite", rewrite }));
          return (await performOnce(action, { passage, inputs: QUICK[action] ?? {}, deadlineMs: 60_000 })).observations;
        },
      })),
    ),
  );
  return [
    ...overHttp.filter(({ action }) => ENTRIES[action] !== undefined && !LOCAL.has(action)),
    ...programCases(),
    ...failedTaskCases(),
  ];
}

/** Actions that ask no server. */
export const LOCAL: ReadonlySet<string> = new Set(["build-arm64-package", "compute-beta-tag"]);

/** Inputs that make an action give up soon. */
export const QUICK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ecs-deploy": { "timeout-seconds": "2" },
  "health-gate": { "timeout-seconds": "1", "attempt-timeout-seconds": "0.3", "consecutive-successes": "1" },
};

function changeTexts(answer: ProxiedAnswer, change: (key: string, text: string) => string): ProxiedAnswer {
  try {
    const value: unknown = JSON.parse(answer.body.toString("utf8"), (key, each: unknown) =>
      typeof each === "string" ? change(key, each) : each,
    );
    return { ...answer, body: Buffer.from(JSON.stringify(value)) };
  } catch {
    return { ...answer, body: Buffer.from(ALL) };
  }
}

function refusal(status: number, body: string): ProxiedAnswer {
  const type = body.startsWith("{") ? "application/json" : "text/html";
  return { status, statusText: "", headers: { "content-type": type }, body: Buffer.from(body) };
}

/** Bytes above 127 are letters of Latin-1 on the wire, so U+0085 and U+00A0 can stand in a header. */
function hostileHeaders(): Record<string, string> {
  const text = `\u0085::error::${F} \u00a0##[error]${F}`;
  return {
    "content-type": `application/json; ${text}`,
    "www-authenticate": `Bearer realm="https://x-${F}.invalid/${text}",service="${text}",error="${text}"`,
    "x-github-request-id": text,
    "x-amzn-requestid": text,
    "x-amzn-errortype": text,
    "docker-content-digest": text,
    "retry-after": text,
    "x-ratelimit-remaining": text,
    link: `<${text}>; rel="next"`,
  };
}

/** Programs print it, on both streams, in pieces that end in the middle of a command. */
function programCases(): HostileCase[] {
  const broken = (folder: string, program: string) => {
    const [shims, text] = [join(folder, "shims"), join(folder, "corpus.txt")];
    mkdirSync(shims, { recursive: true });
    writeFileSync(text, ALL);
    const print = `head -c 9 '${text}'; tail -c +10 '${text}'; cat '${text}' >&2`;
    writeFileSync(join(shims, program), `#!/bin/sh\n${print}\nexit 1\n`);
    chmodSync(join(shims, program), 0o755);
    return { PATH: `${shims}:${process.env["PATH"] ?? ""}` };
  };
  const withShim = (action: string, program: string): HostileCase => ({
    action,
    fault: `hostile words printed by ${program}`,
    run: async () => {
      const open = await openScene(action);
      const environment = broken(join(open.scene.workspace, ".."), program);
      const { observations } = await open.perform({ environment });
      await open.close();
      return observations;
    },
  });
  return [
    withShim("compute-beta-tag", "git"),
    withShim("create-release", "git"),
    withShim("build-arm64-package", "git"),
    withShim("build-arm64-package", "sh"),
    fileCase(),
  ];
}

/** The version file of a checkout is written by whoever may commit. */
function fileCase(): HostileCase {
  return {
    action: "compute-beta-tag",
    fault: "a hostile version file",
    run: async () => {
      const open = await openScene("compute-beta-tag");
      const found: string[] = [];
      for (const text of [ALL, `[package]\nversion = "${ALL}"`, `[package]\nversion = "1.0.0\\n::error::${F}"`]) {
        writeFileSync(join(open.scene.workspace, "Cargo.toml"), text);
        found.push(...(await open.perform()).observations);
      }
      await open.close();
      return found;
    },
  };
}

/** Tasks that fail say why: their log and ECS's own words are read by the action when it explains itself. */
function failedTaskCases(): HostileCase[] {
  const rewrite: Rewrite = (answer) =>
    changeTexts(answer, (key, text) =>
      /^(message|reason|stoppedReason|statusReason|rolloutStateReason|healthStatus)$/.test(key) ? ALL : text,
    );
  const passage = (): Passage => openPassage(() => ({ kind: "rewrite", rewrite }));
  return [
    {
      action: "ecs-deploy",
      fault: "hostile words in stopped reasons, events and log lines",
      run: async () =>
        (await performOnce("ecs-deploy", { passage: passage(), entry: (stage) => deployment(stage, "crash") }))
          .observations,
    },
  ];
}
