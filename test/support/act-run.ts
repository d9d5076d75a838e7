import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/** A folder that act takes for a repository at a ref: `owner/name@ref`. */
export interface LocalRepository {
  readonly reference: string;
  readonly folder: string;
}

export interface ActRequest {
  /** Checkout of the repository that holds the workflow. */
  readonly repository: string;
  /** File of the workflow in it. */
  readonly workflow: string;
  readonly actor?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Variables of every step. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly repositories?: readonly LocalRepository[];
  /** Folder of programs that the steps find before this machine's own. */
  readonly programs?: string;
  /** Empty folder for workspaces and temporary files; whoever made it removes it. */
  readonly folder: string;
}

export interface ActRun {
  readonly conclusion: "success" | "failure";
  /** Jobs that ran, in the order in which they ended: `caller / workflow / job`, with slashes as act writes them. */
  readonly jobs: readonly ActJob[];
  /** Job summaries, in the order in which they were written. */
  readonly summaries: readonly string[];
  /** Texts of the error annotations. */
  readonly errors: readonly string[];
  /** Everything that act said. */
  readonly log: string;
}

export interface ActJob {
  readonly name: string;
  readonly conclusion: string;
  /** Steps that ran, without the ones that act adds, and without their post parts. */
  readonly steps: readonly { readonly name: string; readonly conclusion: string }[];
}

/** One line of act's log with `--json`. */
interface ActLine {
  readonly msg?: string;
  readonly job?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly stepResult?: string;
  readonly command?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** Labels in `runs-on:` that mean this machine. */
const RUNNERS = ["ubuntu-latest", "ubuntu-24.04", "ubuntu-24.04-arm", "self-hosted"];

/** Nothing is fetched, and a checkout is a step as any other instead of a copy of the folder that act was started in. */
const SWITCHES = [
  "--json",
  "--action-offline-mode",
  "--use-new-action-cache",
  "--no-cache-server",
  "--no-skip-checkout",
];

const TIME_LIMIT_MS = 120_000;
const ACT = "act";
const NODE_24 = join(import.meta.dirname, "../../node_modules/.bin");

/**
 * Runs a workflow that is started by hand with act (https://nektosact.com), on this machine itself and without a
 * network: whatever is not among the local repositories cannot be had. Node 24 comes first in the steps' PATH.
 */
export async function runAct(request: ActRequest): Promise<ActRun> {
  const { repository, workflow, actor = "developer", folder } = request;
  const files = writeFiles(request);
  const options = {
    directory: repository,
    workflows: workflow,
    actor,
    eventpath: writeEvent(request),
    "action-cache-path": join(folder, "cache"),
    ...files,
  };
  const several = {
    platform: RUNNERS.map((label) => `${label}=-self-hosted`),
    "local-repository": (request.repositories ?? []).map((local) => `${local.reference}=${local.folder}`),
  };
  const named = [...Object.entries(options), ...Object.entries(several)].flatMap(([name, values]) =>
    [values].flat().flatMap((value) => [`--${name}`, value]),
  );
  const args = ["workflow_dispatch", ...named, ...SWITCHES];
  return readRun(await run(args, request));
}

/** Values go to act by files: its arguments are for everybody on the machine to read, and there are secrets among them. */
function writeFiles({ secrets = {}, variables = {}, environment = {}, folder }: ActRequest) {
  const values = { secret: secrets, var: variables, env: environment };
  mkdirSync(join(folder, "home"), { recursive: true });
  return Object.fromEntries(
    Object.entries(values).map(([kind, named]) => {
      const file = join(folder, `${kind}s`);
      const lines = Object.entries(named).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
      writeFileSync(file, lines.join(""), { mode: 0o600 });
      return [`${kind}-file`, file];
    }),
  );
}

/** The event as GitHub sends it when somebody fills the form in. Returns its file. */
function writeEvent({ inputs = {}, folder }: ActRequest): string {
  const file = join(folder, "event.json");
  writeFileSync(file, JSON.stringify({ ref: "refs/heads/main", inputs }));
  return file;
}

/** The steps inherit act's environment, so it gets nothing of this machine's but PATH. */
function run(
  args: readonly string[],
  { folder, programs }: ActRequest,
): Promise<{ succeeded: boolean; output: string }> {
  const path = [...(programs === undefined ? [] : [programs]), NODE_24, process.env["PATH"] ?? ""].join(delimiter);
  const env = { PATH: path, HOME: join(folder, "home"), LANG: "C.UTF-8" };
  const options = { env, timeout: TIME_LIMIT_MS, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(ACT, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number")
        reject(new Error(`act did not start, or not end: ${error.message}\n${stdout}${stderr}`, { cause: error }));
      else resolve({ succeeded: error === null, output: `${stdout}${stderr}` });
    });
  });
}

function readRun({ succeeded, output }: { succeeded: boolean; output: string }): ActRun {
  const lines = output.split("\n").filter((line) => line !== "");
  const events = lines.map((line): ActLine => (line.startsWith("{") ? (JSON.parse(line) as ActLine) : { msg: line }));
  // A job that calls a workflow has no steps and no result of its own. act pads the names of jobs to one width.
  const ended = events.flatMap(({ job, jobResult }) =>
    job === undefined || jobResult === undefined ? [] : [{ job, conclusion: jobResult }],
  );
  return {
    conclusion: succeeded ? "success" : "failure",
    jobs: ended.map(({ job, conclusion }) => ({ name: job.trimEnd(), conclusion, steps: stepsOf(job, events) })),
    summaries: events.flatMap(({ command, content }) => (command === "summary" ? [content ?? ""] : [])),
    errors: events.flatMap(({ command, arg }) => (command === "error" ? [arg ?? ""] : [])),
    log: events.map(({ job, msg = "" }) => (job === undefined ? msg : `[${job}] ${msg.trimEnd()}`)).join("\n"),
  };
}

function stepsOf(job: string, events: readonly ActLine[]): ActJob["steps"] {
  const ended = events.filter((event) => event.job === job && event.stage === "Main");
  return ended.flatMap(({ step, stepResult }) =>
    step === undefined || stepResult === undefined ? [] : [{ name: step, conclusion: stepResult }],
  );
}
