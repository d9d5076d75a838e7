import { types } from "node:util";

import { certificateNames } from "@fairway/domain";

import type { Observation } from "./observation.ts";
import { ForbiddenAddressError } from "./resolver.ts";

/** More than this of an answer is not read: an endless body must not fill the runner's memory. */
export class TooLargeError extends Error {
  readonly status: number;
  readonly maxBytes: number;

  constructor(status: number, maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.status = status;
    this.maxBytes = maxBytes;
  }
}

type FailureKind = "forbidden" | "too-large" | "refused" | "dns" | "tls" | "broken";

/** What an error of a connection means for the one who asked. Codes: https://nodejs.org/api/errors.html and OpenSSL's. */
export function classifyError(error: unknown): Extract<Observation, { kind: FailureKind }> {
  if (error instanceof ForbiddenAddressError) return { kind: "forbidden", message: error.message };
  if (error instanceof TooLargeError) return { kind: "too-large", status: error.status, maxBytes: error.maxBytes };
  const first = firstOf(error);
  const { code, message } = codeOf(first);
  if (code === "ECONNREFUSED") return { kind: "refused" };
  if (code === "ENOTFOUND" || code.startsWith("EAI_") || code === "ENODATA") return { kind: "dns", code };
  if (isTls(code)) return { kind: "tls", code, message: certificateNames(first) ?? reasonIn(message) };
  return { kind: "broken", code, message };
}

/** A name with several addresses fails with one error for each; the first one stands for all. */
function firstOf(error: unknown): unknown {
  return types.isNativeError(error) && "errors" in error ? (error as AggregateError).errors[0] : error;
}

function codeOf(error: unknown): { code: string; message: string } {
  if (!types.isNativeError(error)) return { code: "UNKNOWN", message: String(error) };
  const { code = "UNKNOWN", message } = error as NodeJS.ErrnoException;
  return { code, message };
}

function isTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/.test(
    code,
  );
}

/** OpenSSL puts a thread number, a routine and a source file around its reason, so that no two messages are the same. */
function reasonIn(message: string): string {
  return /error:[0-9A-F]+:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;
}
