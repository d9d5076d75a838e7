import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Passage } from "../support/fault-proxy.ts";
import { ENTRIES } from "./entries.ts";
import { seenIn } from "./observe.ts";
import { openScene } from "./perform.ts";
import { LOCAL, QUICK } from "./remote-text.ts";
import type { HostileCase } from "./run-cases.ts";
import { CANARIES, openPassage, type Scene } from "./scenes.ts";

const DEBUG = { RUNNER_DEBUG: "1", ACTIONS_STEP_DEBUG: "true" };

/** The job's own tokens, which are in the environment of every step and nobody's business. */
const JOB = { ACTIONS_RUNTIME_TOKEN: CANARIES.runtimeToken, ACTIONS_ID_TOKEN_REQUEST_TOKEN: CANARIES.identityToken };

const STRACE = ["/usr/bin/strace", "/bin/strace"].find((path) => existsSync(path));

/** Whether the arguments of all child processes can be seen. */
export const CAN_TRACE = STRACE !== undefined;

/** Runs that go well and runs that are refused with an answer that repeats the credentials, with and without debug mode. */
export function secretCases(actions: readonly string[]): HostileCase[] {
  const known = actions.filter((action) => ENTRIES[action] !== undefined);
  return [
    ...known.map((action) => secretCase(action, "nothing wrong", () => openPassage(), DEBUG)),
    ...known
      .filter((action) => !LOCAL.has(action))
      .flatMap((action, turn) =>
        [400, 401, 403].map((status) =>
          secretCase(
            action,
            `${status} that repeats the credentials`,
            () => repeating(status),
            (turn + status) % 2 === 0 ? DEBUG : {},
          ),
        ),
      ),
    { action: "retag-image", fault: "a login of Docker's configuration", run: dockerLogin },
  ];
}

/** The same with answers after which an action tries again for a while. */
export function patientSecretCases(actions: readonly string[]): HostileCase[] {
  const known = actions.filter((action) => ENTRIES[action] !== undefined && !LOCAL.has(action));
  return known.flatMap((action) =>
    [404, 500].map((status) =>
      secretCase(action, `${status} that repeats the credentials`, () => repeating(status), DEBUG),
    ),
  );
}

function secretCase(
  action: string,
  fault: string,
  passage: () => Passage,
  debug: Readonly<Record<string, string>>,
): HostileCase {
  return { action, fault, run: () => sweep(action, passage(), { ...JOB, ...debug }) };
}

async function sweep(
  action: string,
  passage: Passage,
  environment: Readonly<Record<string, string>>,
  prepare?: (scene: Scene) => Scene,
): Promise<string[]> {
  const open = await openScene(action, passage);
  const scene = prepare?.(open.scene) ?? open.scene;
  const trace = join(scene.workspace, "..", "trace.txt");
  const wrapper =
    STRACE === undefined
      ? []
      : [STRACE, "-f", "-qq", "-s", "8192", "-e", "trace=execve", "-e", "signal=none", "-o", trace];
  const inputs = { ...QUICK[action], ...(scene === open.scene ? {} : scene.inputs) };
  const { observations } = await open.perform({ wrapper, environment, inputs, deadlineMs: 60_000 });
  const secrets = {
    ...scene.secrets,
    "runtime token": CANARIES.runtimeToken,
    "identity token": CANARIES.identityToken,
  };
  const found = [
    ...observations,
    ...(existsSync(trace) ? seenIn("arguments of a child", unescaped(readFileSync(trace, "latin1")), secrets) : []),
    ...seenIn("workspace", contentOf(scene.workspace), secrets),
  ];
  await open.close();
  return found;
}

/** strace writes bytes beyond ASCII in octal. */
function unescaped(trace: string): string {
  return trace
    .replaceAll(/\\(\d{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replaceAll('\\"', '"');
}

function contentOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.includes("/docker/"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
}

/** A server that says in its refusal what it was sent: the header, what is in it, and the user and password of it. */
function repeating(status: number): Passage {
  return openPassage(({ headers }) => {
    const { authorization = "" } = headers;
    const basic = /^Basic (.+)$/.exec(authorization)?.[1];
    const login = basic === undefined ? "" : Buffer.from(basic, "base64").toString("utf8");
    const sent = [
      authorization,
      login,
      login.slice(login.indexOf(":") + 1),
      String(headers["x-amz-security-token"] ?? ""),
    ];
    // A registry has to be asked without credentials first to learn which ones it wants.
    if (authorization === "" && headers["x-amz-security-token"] === undefined)
      return { kind: "answer", answer: { status: 401, headers: { "www-authenticate": 'Basic realm="canary"' } } };
    const message = `refused: ${sent.join(" | ")}`;
    const body = JSON.stringify({
      message,
      __type: "AccessDeniedException",
      errors: [{ code: "DENIED", message, detail: sent }],
    });
    return {
      kind: "answer",
      answer: { status, headers: { "content-type": "application/json" }, body: Buffer.from(body) },
    };
  });
}

/** The login lies in the configuration of Docker, as docker/login-action leaves it; no input names it. */
function dockerLogin(): Promise<string[]> {
  return sweep("retag-image", repeating(403), { ...JOB, ...DEBUG }, (scene) => {
    const registry = (scene.inputs["source"] ?? "").split("/")[0] ?? "";
    const login = `${CANARIES.registryUser}:${CANARIES.registryPassword}`;
    const auths = { [registry]: { auth: Buffer.from(login).toString("base64") } };
    writeFileSync(join(scene.environment["DOCKER_CONFIG"] ?? "", "config.json"), JSON.stringify({ auths }));
    return { ...scene, inputs: { username: "", password: "" } };
  });
}
