import type { Answer } from "../world/answer.ts";

/** An error answer in the form of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export function refusal(status: number, code: string, message: string, detail?: unknown): Answer {
  const body = { errors: [{ code, message, ...(detail !== undefined && { detail }) }] };
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: `${JSON.stringify(body)}\n` };
}
