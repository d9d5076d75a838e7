import { once } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";

import type { HttpRequest } from "@fairway/domain";

/**
 * Sends a body and gives the answer. A streamed body is asked for its next part only when the one before has left this
 * process, so that no more than one part waits in memory. A server may answer before it has read everything: a refusal ends
 * the sending, and the connection, on which nothing can follow, is closed after the answer. Content that fails is what is
 * thrown.
 */
export async function sendBody(outgoing: ClientRequest, body: HttpRequest["body"]): Promise<IncomingMessage> {
  const answered = once(outgoing, "response").then(([answer]: IncomingMessage[]) => answer as IncomingMessage);
  if (body === undefined || body instanceof Uint8Array) {
    outgoing.end(body);
    return closedAfter(await answered, outgoing);
  }
  const sending = sendParts(outgoing, body);
  const answer = await answered;
  if (isRefusal(answer)) sending.stop();
  else await sending.done;
  return closedAfter(answer, outgoing);
}

function sendParts(
  outgoing: ClientRequest,
  parts: AsyncIterable<Uint8Array>,
): { readonly done: Promise<void>; readonly stop: () => void } {
  let stopped = false;
  let waitNoMore = (): void => undefined;
  return { done: run(), stop };

  async function run(): Promise<void> {
    try {
      for await (const part of parts) if (stopped || !(await write(part))) return;
      outgoing.end();
    } catch (error) {
      // When the content itself ends early the request must not look finished, so its connection is cut.
      outgoing.destroy(error as Error);
    }
  }

  /**
   * Until the part has been handed to the system, which takes no more while the other side reads nothing. False when no
   * further part is wanted: a broken pipe is told by the answer, or by the want of one.
   */
  function write(part: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => {
      waitNoMore = () => resolve(false);
      outgoing.write(part, (error) => resolve((error ?? undefined) === undefined && !stopped));
    });
  }

  function stop(): void {
    stopped = true;
    waitNoMore();
  }
}

/** Without this a connection on which the request never ends would stay until the deadline. */
function closedAfter(answer: IncomingMessage, outgoing: ClientRequest): IncomingMessage {
  return answer.once("end", () => {
    if (!outgoing.writableFinished) outgoing.destroy();
  });
}

function isRefusal({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 300;
}
