import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

import { createCertificate, serveTcp, type RawServer } from "@fairway/testbed";

import { ENTRIES } from "./entries.ts";
import { ERROR_LINE } from "./observe.ts";
import { performOnce, type Performance } from "./perform.ts";
import { QUICK } from "./remote-text.ts";
import type { HostileCase } from "./run-cases.ts";
import type { Entry, Stage } from "./scenes.ts";

/** One action for each adapter that speaks TLS. */
const ADAPTERS: Readonly<Record<string, { readonly host: string; readonly entry: Entry }>> = {
  "resolve-release": { host: "127.0.0.1", entry: (stage) => play("resolve-release", stage) },
  "retag-image": { host: "registry.example", entry: (stage) => registryByProxy(stage) },
  "ecs-deploy": { host: "127.0.0.1", entry: (stage) => play("ecs-deploy", stage) },
  "health-gate": { host: "127.0.0.1", entry: (stage) => play("health-gate", stage) },
};

interface Trouble {
  /** For whom the certificate is; the host of the server when left out. */
  readonly name?: string;
  /** Whether it is among those that NODE_EXTRA_CA_CERTS names. */
  readonly trusted: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the error has to say; nothing when the action has to end green. */
  readonly says: readonly RegExp[];
}

const SELF_SIGNED = [/signed by itself/, /NODE_EXTRA_CA_CERTS/];

const TROUBLES: Readonly<Record<string, Trouble>> = {
  "a certificate that is trusted": { trusted: true, says: [] },
  "a certificate that is signed by itself": { trusted: false, says: SELF_SIGNED },
  "a certificate for another name": {
    name: "other.example",
    trusted: true,
    says: [/for another name/, /other\.example/, /Ask by a name/],
  },
  "a certificate that the environment asks to overlook": {
    trusted: false,
    environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    says: SELF_SIGNED,
  },
};

/** Two connections may be opened at once before the first one's certificate is seen; more would be tries that cannot help. */
const MOST_CONNECTIONS = 2;

/** Waits within its deadline, since a certificate may be exchanged while a deployment settles. */
const WAITS: ReadonlySet<string> = new Set(["health-gate"]);

/** Every adapter meets every certificate: but for the one that is trusted it is red, names it, and has sent nothing. */
export function certificateCases(): HostileCase[] {
  return Object.keys(ADAPTERS).flatMap((action) =>
    Object.entries(TROUBLES).map(([fault, trouble]) => ({ action, fault, run: () => meet(action, trouble) })),
  );
}

async function meet(action: string, trouble: Trouble): Promise<readonly string[]> {
  const adapter = ADAPTERS[action];
  if (adapter === undefined) throw new Error(`${action} has no entry in test/hostile/certificates.ts.`);
  const tls = createCertificate({ host: trouble.name ?? adapter.host });
  const good = trouble.says.length === 0;
  const performance = await performOnce(action, {
    tls,
    entry: async (stage) => {
      const scene = await adapter.entry(stage);
      const file = join(stage.folder, "certificate.pem");
      writeFileSync(file, tls.cert);
      const trust: Record<string, string> = trouble.trusted ? { NODE_EXTRA_CA_CERTS: file } : {};
      return { ...scene, environment: { ...scene.environment, ...trust, ...trouble.environment } };
    },
    ...(!good && { inputs: QUICK[action] ?? {} }),
  });
  // Node itself warns of the variable that asks to overlook certificates.
  const observations = performance.observations.filter((each) => !/^STDERR .*NODE_TLS_REJECT_UNAUTHORIZED/.test(each));
  if (good) return performance.green ? observations : [...observations, `RED ${performance.result.stdout.slice(-500)}`];
  return [...observations, ...problemsOf(action, adapter.host, trouble, performance)];
}

function problemsOf(action: string, host: string, { says }: Trouble, performance: Performance): string[] {
  const { green, requests, connections, result } = performance;
  const error = result.stdout.slice(result.stdout.search(ERROR_LINE));
  const unsaid = [new RegExp(host.replaceAll(".", "[.]")), ...says].filter((words) => !words.test(error));
  return [
    ...(green ? ["FALSE GREEN: the certificate cannot be trusted"] : []),
    ...(requests > 0 ? [`SENT ${requests} requests to a server that is not trusted`] : []),
    ...(connections > MOST_CONNECTIONS && !WAITS.has(action) ? [`TRIED ${connections} times`] : []),
    ...unsaid.map((words) => `UNNAMED ${String(words)} in ${error.slice(0, 500)}`),
  ];
}

function play(action: string, stage: Stage): ReturnType<Entry> {
  const entry = ENTRIES[action];
  if (entry === undefined) throw new Error(`${action} has no entry in test/hostile/entries.ts.`);
  return entry(stage);
}

/** A registry on loopback is asked over plain http, so this one has a name that only a proxy knows. */
async function registryByProxy(stage: Stage): ReturnType<Entry> {
  const scene = await play("retag-image", stage);
  const source = scene.inputs["source"] ?? "";
  const port = /^localhost:(\d+)/.exec(source)?.[1] ?? "";
  const tunnel = await startTunnel(Number(port));
  return {
    ...scene,
    inputs: { ...scene.inputs, source: source.replace(`localhost:${port}`, "registry.example") },
    environment: { ...scene.environment, HTTPS_PROXY: `http://127.0.0.1:${tunnel.port}` },
    close: async () => {
      await tunnel.close();
      await scene.close();
    },
  };
}

/** A proxy whose every CONNECT leads to one port of this machine. https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6 */
function startTunnel(port: number): Promise<RawServer> {
  return serveTcp((client) => {
    client.once("data", () => {
      const target = connect(port, "127.0.0.1", () => client.write("HTTP/1.1 200 Connection established\r\n\r\n"));
      target.on("error", () => client.destroy());
      client.on("close", () => target.destroy());
      client.pipe(target).pipe(client);
    });
  });
}
