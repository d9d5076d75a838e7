import { appendFileSync } from "node:fs";
import { env } from "node:process";

/** Tells the test which action is called with which inputs, and does what it answers. */
const inputs = Object.entries(env).flatMap(([name, value]) =>
  name.startsWith("INPUT_") && value !== "" ? [[name.slice("INPUT_".length).toLowerCase(), value]] : [],
);
const call = {
  action: env.GITHUB_ACTION_REPOSITORY,
  inputs: Object.fromEntries(inputs),
  workspace: env.GITHUB_WORKSPACE,
  github: { sha: env.GITHUB_SHA, repository: env.GITHUB_REPOSITORY, run_id: env.GITHUB_RUN_ID },
};
const response = await fetch(env.FAIRWAY_STAND_INS, { method: "POST", body: JSON.stringify(call) });
const text = await response.text();
if (!response.ok) throw new Error(text);
const { said, outputs = {}, environment = {} } = JSON.parse(text);
for (const line of said) process.stdout.write(`${line}\n`);
for (const [file, values] of [
  [env.GITHUB_OUTPUT, outputs],
  [env.GITHUB_ENV, environment],
]) {
  for (const [name, value] of Object.entries(values)) appendFileSync(file, `${name}=${value}\n`);
}
