import type { ServerResponse } from "node:http";
import type { RecordedRequest } from "../loopback-server.ts";

/** What a server of the embedded world says to one request, before it is put on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** Writes an answer. HEAD keeps the length of the body that GET would have had, and sends none of it. */
export function sendAnswer(request: RecordedRequest, response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body ?? "");
  const hasBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, { ...(hasBody && { "content-length": String(body.length) }), ...answer.headers });
  response.end(request.method === "HEAD" || !hasBody ? undefined : body);
}

/** Ends the connection without an answer, as a dying server or a broken network does. */
export function cutConnection(response: ServerResponse): void {
  response.socket?.destroy();
}
