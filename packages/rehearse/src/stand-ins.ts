import type { World } from "@fairway/testbed";
import type { StandIn, StandInCall } from "./engine/run-request.ts";
import { checkOutCommit } from "./world-checkout.ts";

/**
 * What plays each third-party action that the workflows use, by `owner/name`. Every one does to the embedded world what
 * the real action does to the real one, and no more; the timeline says of each that it is stood in for.
 */
export function createStandIns(world: World): Readonly<Record<string, StandIn>> {
  return {
    "actions/checkout": (call) => checkOut(world, call),
    "actions/setup-go": (call) => Promise.resolve(leaveAsItIs("Go", call.inputs["go-version"])),
    "actions/setup-node": (call) => Promise.resolve(leaveAsItIs("Node", call.inputs["node-version"])),
    "aws-actions/configure-aws-credentials": (call) => Promise.resolve(assumeRole(world, call)),
    "docker/build-push-action": (call) => Promise.resolve(buildAndPush(world, call)),
    "docker/login-action": (call) => Promise.resolve(logIn(call)),
    "docker/setup-buildx-action": () =>
      Promise.resolve({ said: ["no builder is needed: images come from the embedded world"] }),
  };
}

async function checkOut(world: World, { inputs, workspace, contexts }: StandInCall) {
  const github = contexts["github"] as Readonly<Record<string, string>>;
  const commit = inputs["ref"] ?? github["sha"] ?? "";
  const repository = inputs["repository"] ?? github["repository"] ?? "";
  const token = inputs["token"] ?? github["token"] ?? "";
  const sha = await checkOutCommit({ api: `${world.github.url}/repos/${repository}`, token, commit }, workspace);
  return { said: [`${repository} is checked out at ${sha}`], outputs: { commit: sha, ref: commit } };
}

/** Nothing is downloaded here: what this machine has is what there is, and whoever needs another version says so. */
function leaveAsItIs(tool: string, version = "the newest") {
  return { said: [`${tool} ${version} was asked for; this machine's own is in PATH`] };
}

function assumeRole(world: World, { inputs }: StandInCall) {
  const role = required(inputs, "role-to-assume");
  const region = required(inputs, "aws-region");
  const keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
  const credentials = Object.entries(world.env()).filter(([name]) => keys.includes(name));
  const environment = { ...Object.fromEntries(credentials), AWS_REGION: region, AWS_DEFAULT_REGION: region };
  return { said: [`the role ${role} is assumed in ${region}`], environment };
}

function logIn({ inputs }: StandInCall) {
  if ((inputs["password"] ?? "") === "")
    throw new Error("password is required and not given. Set the secret that the workflow reads for it.");
  return { said: [`logged in to ${inputs["registry"] ?? "docker.io"} as ${required(inputs, "username")}`] };
}

/** Builds the sample application: its version and commit are those of the labels, as a Dockerfile would take them from there. */
function buildAndPush(world: World, { inputs }: StandInCall) {
  if (inputs["push"] !== "true")
    throw new Error("The stand-in for docker/build-push-action only pushes: set push: true.");
  const labels = linesOf(inputs["labels"]).map((line) => line.split("=", 2) as [string, string]);
  const label = (name: string): string => required(Object.fromEntries(labels), `org.opencontainers.image.${name}`);
  const platforms = (inputs["platforms"] ?? "linux/amd64").split(",").map((platform) => platform.trim());
  const tags = linesOf(required(inputs, "tags")).map((reference) => tagIn(world, reference));
  const digests = tags.map((tag) =>
    world.buildImage({ commit: label("revision"), version: label("version"), tag, platforms }),
  );
  const digest = digests[0] ?? "";
  return { said: tags.map((tag) => `pushed ${world.image}:${tag}@${digest}`), outputs: { digest, imageid: digest } };
}

function tagIn(world: World, reference: string): string {
  if (reference.startsWith(`${world.image}:`)) return reference.slice(world.image.length + 1);
  throw new Error(`${reference} is not a tag of ${world.image}, the only image that the embedded world builds.`);
}

function linesOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function required(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined || value === "") throw new Error(`${name} is required and not given.`);
  return value;
}
