// Runs one TypeScript program of this repository on Node 24, after making sure that the locked dependencies are there.
//   node packages/repo-tools/bin/on-node-24.mjs <program.ts> [arguments]
// Started by npm on any Node 20 or later with nothing installed, so it imports nothing but Node and says what it does.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const stampFile = join(root, "node_modules/.fairway-set-up");
const [program, ...programArguments] = process.argv.slice(2);

setUp();
run();

/** Installs the lockfile with the pinned pnpm, once for each state of the files that decide what is installed. */
function setUp() {
  const stamp = hashOf(filesThatDecideTheInstall());
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  say(`setting up: ${packageManager} installs the locked dependencies from the npm registry`);
  const startedAt = Date.now();
  rmSync(stampFile, { force: true });
  const install = [
    "--yes",
    "--loglevel=error",
    packageManager,
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
  ];
  const { status, error } = spawnSync("npx", install, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0)
    fail(
      `the set-up failed: ${error?.message ?? `pnpm ended with status ${status}, its own words are above`}. It needs the npm registry, and a lockfile that fits the package.json files.`,
    );
  writeFileSync(stampFile, stamp);
  say(`set up in ${Math.round((Date.now() - startedAt) / 1000)} s; the next command starts at once`);
}

function run() {
  const node = node24();
  const flags = ["--conditions=fairway-source", "--disable-warning=ExperimentalWarning"];
  const child = spawn(node, [...flags, join(root, program), ...programArguments], {
    stdio: "inherit",
    // The programs start children of their own: they all find the same Node first.
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` },
  });
  // A terminal sends Ctrl-C to the child as well; a supervisor sends it to us alone.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${node} does not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** The Node 24 of the lockfile; a machine that has no such package (macOS) brings its own. */
function node24() {
  const packaged = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith("24.")) return process.execPath;
  fail(
    `Node 24 is needed here, this is ${process.versions.node}, and the registry has none for ${process.platform}-${process.arch}. Install Node 24 and run the command again.`,
  );
}

function filesThatDecideTheInstall() {
  const manifests = ["packages", "actions"].flatMap((folder) => manifestsBelow(join(root, folder)));
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"].map((file) => join(root, file)).concat(manifests);
}

function manifestsBelow(folder) {
  return readdirSync(folder)
    .map((name) => join(folder, name, "package.json"))
    .filter((file) => existsSync(file))
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

function say(text) {
  process.stderr.write(`fairway: ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
