import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { listen, type RecordedRequest } from "@fairway/testbed";

import { startInBackground } from "../support/background-program.ts";

const root = join(import.meta.dirname, "../..");

/** A call as a policy names it, such as `ecs:DescribeServices`. */
export type AwsCall = `${"ec2" | "ecs" | "elasticloadbalancing" | "logs" | "sts"}:${string}`;

/** All that packages/aws asks of AWS, by where moto is seen to answer it. */
export const CALLS = {
  "ecs-deploy": [
    "ecs:DescribeContainerInstances",
    "ecs:DescribeServices",
    "ecs:DescribeTaskDefinition",
    "ecs:DescribeTasks",
    "ecs:ListTasks",
    "ecs:RegisterTaskDefinition",
    "ecs:UpdateService",
    "elasticloadbalancing:DescribeTargetHealth",
    "logs:GetLogEvents",
    "sts:AssumeRoleWithWebIdentity",
  ],
  "check-setup": ["ecs:ListClusters", "ecs:ListServices", "sts:GetCallerIdentity"],
  /** It does not have these. */
  nowhere: [
    "ecs:DescribeServiceDeployments",
    "ecs:DescribeServiceRevisions",
    "ecs:ListServiceDeployments",
    "ecs:StopServiceDeployment",
  ],
} as const satisfies Record<string, readonly AwsCall[]>;

/** Every call that is named in the source of packages/aws. */
export function callsInSource(): AwsCall[] {
  const files = globSync("packages/aws/src/**/!(*.test).ts", { cwd: root });
  const found = files.flatMap((file) => [
    ...readFileSync(join(root, file), "utf8").matchAll(/"((?:ecs|elasticloadbalancing|logs|sts):[A-Z]\w+)"/gu),
  ]);
  return [...new Set(found.map(([, call]) => call as AwsCall))].toSorted();
}

export interface Moto {
  /** For seeding it, and for the AWS CLI. */
  readonly url: string;
  /** For what is tested: the same moto, and what is asked here is remembered. */
  readonly watchedUrl: string;
  /** The calls on the watched address that moto carried out. */
  answered(): readonly AwsCall[];
  /** A call of a service that speaks JSON. */
  ask(call: AwsCall, input: object): Promise<MotoAnswer>;
  /** A call of a service that answers XML. Throws when it is refused. */
  query(call: AwsCall, parameters: Record<string, string>): Promise<string>;
  stop(): Promise<void>;
}

interface MotoAnswer {
  readonly ok: boolean;
  readonly status: number;
  /** What the JSON says; the text where it is none. */
  readonly body: unknown;
}

const TARGETS: Record<string, string> = { ecs: "AmazonEC2ContainerServiceV20141113", logs: "Logs_20140328" };
const VERSIONS: Record<string, string> = { ec2: "2016-11-15", elasticloadbalancing: "2015-12-01" };

/** Starts moto, which plays AWS by what AWS documents. It calls a service of up to two tasks steady, and no other one. */
export async function startMoto(): Promise<Moto> {
  const program = startInBackground("moto_server", ["-H", "127.0.0.1", "-p", "0"], { MOTO_ECS_SERVICE_RUNNING: "2" });
  const [, url = ""] = await program.waitFor(/Running on (http:\/\/127\.0\.0\.1:\d+)/u);
  const answered = new Set<AwsCall>();
  const watched = await listen(async (request, response) => {
    const answer = await forward(url, request);
    if (answer.ok) answered.add(callOf(request));
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return {
    url,
    watchedUrl: watched.url,
    answered: () => [...answered].toSorted(),
    ask: async (call, input) => {
      const [service = "", action] = call.split(":");
      const headers = { ...signedFor(service), "x-amz-target": `${TARGETS[service]}.${action}` };
      const answer = await fetch(url, {
        method: "POST",
        headers: { ...headers, "content-type": "application/x-amz-json-1.1" },
        body: JSON.stringify(input),
      });
      const text = await answer.text();
      return { ok: answer.ok, status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
    },
    query: async (call, parameters) => {
      const [service = "", Action = ""] = call.split(":");
      const body = new URLSearchParams({ Action, Version: VERSIONS[service] ?? "", ...parameters });
      const answer = await fetch(url, { method: "POST", headers: signedFor(service), body });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`moto refuses ${call}: ${text}`);
      return text;
    },
    stop: async () => void (await Promise.all([program.stop(), watched.close()])),
  };
}

function forward(url: string, { method, path, headers, body }: RecordedRequest): Promise<Response> {
  const kept = Object.entries(headers).filter(([name]) => !["host", "connection", "content-length"].includes(name));
  const bytes = new Uint8Array(body);
  return fetch(`${url}${path}`, { method, headers: kept.map(([name, value]) => [name, String(value)]), body: bytes });
}

/** A web identity signs nothing; every other request names its service in its signature. */
function callOf({ headers, body }: RecordedRequest): AwsCall {
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//u.exec(headers.authorization ?? "")?.[1] ?? "sts";
  const target = String(headers["x-amz-target"] ?? "");
  const action = target === "" ? new URLSearchParams(body.toString()).get("Action") : target.split(".")[1];
  return `${service}:${action}` as AwsCall;
}

/** moto reads the service and the region out of a signature, and verifies none. */
function signedFor(service: string): Record<string, string> {
  const credential = `Credential=AKIAEXAMPLE/20260101/eu-west-1/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0` };
}
