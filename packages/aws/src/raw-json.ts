import type { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { isRecord, parseJson, upstream } from "@fairway/domain";

/** A task definition is at most 64 KiB; its answer carries little more. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Keeps the JSON of an answer as ECS sent it, beside what the SDK makes of it: the SDK drops every member that its
 * model does not know, and an emptied list or string with it. Gives a function to call after the command was sent.
 */
export function keepRawAnswer(command: DescribeTaskDefinitionCommand): () => Readonly<Record<string, unknown>> {
  let raw: unknown;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: unknown };
      const bytes = await collect(response.body);
      raw = parseJson(new TextDecoder().decode(bytes));
      // The stream is spent; the SDK reads the same bytes from memory.
      response.body = bytes;
      return result;
    },
    { step: "deserialize", priority: "low", name: "keepRawAnswer" },
  );
  return () => {
    if (isRecord(raw)) return raw;
    throw upstream("ECS_NOT_UNDERSTOOD", "The answer of ECS is not a JSON object");
  };
}

/** Sends this JSON as the body in place of what the SDK's serializer made of the command's input. */
export function sendRawBody(command: RegisterTaskDefinitionCommand, document: Readonly<Record<string, unknown>>): void {
  const body = JSON.stringify(document);
  command.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body?: unknown; headers: Record<string, string> };
      request.body = body;
      request.headers["content-length"] = String(Buffer.byteLength(body));
      return next(args);
    },
    { step: "build", priority: "high", name: "sendRawBody" },
  );
}

async function collect(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw upstream("ECS_NOT_UNDERSTOOD", `The answer of ECS passes ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
