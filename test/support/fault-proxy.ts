import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

import type { Certificate } from "@fairway/testbed";

/** One request on its way through the proxy. `index` counts from 1 over all proxies that share a `Passage`. */
export interface Passing {
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

export interface ProxiedAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * What happens to a request. Kinds that leave the world alone: `answer` says something else in its place, `reset` sends a TCP
 * reset, `hang` says nothing for ever. Kinds that let the world do its work and spoil the answer: `hold` withholds it,
 * `drip` sends a byte every 200 ms, `cut` ends the connection after so many bytes of the body, `spoil` puts a NUL in the place of
 * one byte, `misstate` announces another length, `rewrite` changes it at will.
 */
export type Treatment =
  | { readonly kind: "pass" | "reset" | "hang" | "hold" | "drip" }
  | { readonly kind: "answer"; readonly answer: Partial<ProxiedAnswer> }
  | { readonly kind: "cut" | "spoil"; readonly at: number }
  | { readonly kind: "misstate"; readonly by: number }
  | { readonly kind: "rewrite"; readonly rewrite: (answer: ProxiedAnswer) => ProxiedAnswer };

/** Decides about requests and counts them, over any number of proxies. */
export interface Passage {
  count: number;
  treat(passing: Passing): Treatment;
}

export interface FaultProxy {
  /** `http://127.0.0.1:<port>`, or https with a certificate. */
  readonly url: string;
  readonly port: number;
  /** Accepted so far, whatever came of them. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * Stands between an action and a server of the embedded world, on loopback. Addresses of the server inside JSON answers become
 * the proxy's own, so that nothing gets past it. With a certificate it speaks TLS towards the action.
 */
export async function startFaultProxy(target: string, passage: Passage, tls?: Certificate): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const take = (incoming: IncomingMessage, response: ServerResponse) => {
    serve(incoming, response).catch(() => response.socket?.destroy());
  };
  const server = tls === undefined ? createServer(take) : createTlsServer(tls, take);
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`;
  return { url, port, connections: () => accepted, close };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    passage.count += 1;
    const passing = { index: passage.count, method: incoming.method ?? "", path: incoming.url ?? "" };
    const treatment = passage.treat({ ...passing, headers: incoming.headers });
    if (treatment.kind === "hang") return;
    if (treatment.kind === "reset") return void response.socket?.resetAndDestroy();
    const answer =
      treatment.kind === "answer"
        ? { status: 500, statusText: "", headers: {}, body: Buffer.alloc(0), ...treatment.answer }
        : ownAddresses(await ask(target, incoming, body), target, url);
    await send(response, treatment, answer, passing.method === "HEAD");
  }

  function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  }
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function ask(target: string, incoming: IncomingMessage, body: Buffer): Promise<ProxiedAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { ...incoming.headers, host: new URL(target).host, connection: "close" };
    const outgoing = httpRequest(target + (incoming.url ?? ""), { method: incoming.method, headers }, (answer) => {
      readAnswer(answer).then(resolve, reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<ProxiedAnswer> {
  const body = await readAll(answer);
  const kept = Object.entries(answer.headers).filter(([name]) => !["connection", "transfer-encoding"].includes(name));
  const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  return { status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? "", headers, body };
}

function ownAddresses(answer: ProxiedAnswer, target: string, own: string): ProxiedAnswer {
  if (!(answer.headers["content-type"] ?? "").includes("json")) return answer;
  // Content that is named by its digest, such as an image's manifest, must stay what it is.
  if (answer.headers["docker-content-digest"] !== undefined) return answer;
  return { ...answer, body: Buffer.from(answer.body.toString("utf8").replaceAll(target, own)) };
}

async function send(
  response: ServerResponse,
  treatment: Treatment,
  answer: ProxiedAnswer,
  isHead: boolean,
): Promise<void> {
  if (treatment.kind === "hold") return;
  const { status, statusText, headers, body } = treatment.kind === "rewrite" ? treatment.rewrite(answer) : answer;
  const hasBody = status !== 204 && status !== 304;
  const whole = isHead ? Number(headers["content-length"] ?? 0) : body.length;
  const length = Math.max(0, whole + (treatment.kind === "misstate" ? treatment.by : 0));
  response.writeHead(status, statusText, { ...headers, ...(hasBody && { "content-length": String(length) }) });
  if (isHead || !hasBody) response.end();
  else await sendBody(response, treatment, body);
}

async function sendBody(response: ServerResponse, treatment: Treatment, body: Buffer): Promise<void> {
  const hangUp = () => response.socket?.destroy();
  if (treatment.kind === "drip") await drip(response, body);
  else if (treatment.kind === "cut") response.write(body.subarray(0, treatment.at), hangUp);
  else if (treatment.kind === "misstate") response.write(body, () => setTimeout(hangUp, 100));
  else response.end(treatment.kind === "spoil" ? spoilt(body, treatment.at) : body);
}

async function drip(response: ServerResponse, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  response.end();
}

function spoilt(body: Buffer, at: number): Buffer {
  const copy = Buffer.from(body);
  if (copy.length > 0) copy[at % copy.length] = 0;
  return copy;
}
