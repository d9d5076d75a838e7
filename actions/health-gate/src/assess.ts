import { parseJson, valueAt } from "@fairway/domain";

import { advise } from "./advise.ts";
import type { Assessment, Failed, Patience } from "./assessment.ts";
import { fulfils, renderStatuses, type Expectations } from "./expectations.ts";
import type { Phase, Seen } from "./ports.ts";
import { assessPostgres } from "./postgres-answer.ts";
import { excerpt } from "./redact.ts";

type Answer = Extract<Seen, { kind: "answer" }>;
type Finding = Pick<Failed, "code" | "expected" | "observed"> & { readonly patience?: Patience };

/**
 * Holds what one attempt saw against what was expected. The version is looked at before the rest of the answer: an old
 * version may well have other things to say, and that it is the old one is the news.
 */
export function assess(seen: Seen, expectations: Expectations): Assessment {
  if (seen.kind === "connected")
    return { kind: "passed", observed: "accepts connections", tookMs: seen.tookMs, version: undefined };
  if (seen.kind === "login-asked" || seen.kind === "login-refused") return assessPostgres(seen);
  if (seen.kind !== "answer") return failed(seen, withoutAnswer(seen));
  const document = parseJson(seen.body);
  const version = versionIn(document, expectations);
  const finding =
    statusFinding(seen, expectations) ??
    versionFinding(seen, version, expectations) ??
    headerFinding(seen, expectations) ??
    jsonFinding(seen, document, expectations);
  if (finding !== undefined) return failed(seen, finding, { excerpt: excerpt(seen.body), version });
  const observed = `answers ${seen.status}${version === undefined ? "" : ` with version ${version}`}`;
  return { kind: "passed", observed, tookMs: seen.tookMs, version };
}

function failed(
  seen: Seen,
  { patience = "timeout", ...finding }: Finding,
  answer: Pick<Failed, "excerpt" | "version"> = { excerpt: "", version: undefined },
): Failed {
  return { kind: "failed", ...finding, ...answer, patience, nextStep: advise(finding.code, seen) };
}

const DOING: Readonly<Record<Phase, string>> = {
  resolving: "its name did not resolve in time",
  connecting: "no connection was made in time",
  handshaking: "the TLS handshake did not end in time",
  waiting: "it accepted the connection and did not answer in time",
  reading: "its answer did not end in time",
};

function withoutAnswer(
  seen: Exclude<Seen, { kind: "answer" | "connected" | "login-asked" | "login-refused" }>,
): Finding {
  const expected = "an answer";
  switch (seen.kind) {
    case "refused":
      return { code: "REFUSED", expected, observed: "refuses the connection: nothing listens there" };
    case "timed-out":
      return { code: "NO_ANSWER", expected: "an answer in time", observed: DOING[seen.phase] };
    case "tls":
      return { code: "TLS", expected: "TLS that can be trusted", observed: `fails TLS: ${said(seen)}` };
    case "dns":
      return { code: "DNS", expected, observed: `has a name that does not resolve (${excerpt(seen.code, 40)})` };
    case "forbidden":
      return {
        code: "ADDRESS",
        expected: "an address that may be asked",
        observed: `is refused: ${excerpt(seen.message)}`,
        patience: "none",
      };
    case "too-large":
      return {
        code: "ANSWER",
        expected: `at most ${seen.maxBytes} bytes`,
        observed: `answers ${seen.status} with more than ${seen.maxBytes} bytes`,
      };
    case "broken":
      return { code: "NO_ANSWER", expected, observed: `breaks off: ${said(seen)}` };
  }
}

function said({ code, message }: { code: string; message: string }): string {
  return excerpt(message === "" ? code : `${message} (${code})`);
}

/** A redirect and a refused login are what a wall in front of the application answers, not the application's own start. */
function statusFinding({ status, headers }: Answer, { statuses }: Expectations): Finding | undefined {
  if (statuses.some(({ from, to }) => status >= from && status <= to)) return undefined;
  const location = headers["location"];
  const redirect = status >= 300 && status <= 399;
  const to = redirect && location !== undefined ? `, a redirect to ${excerpt(location.split("?")[0] ?? "", 100)}` : "";
  return {
    code: "STATUS",
    expected: `status ${renderStatuses(statuses)}`,
    observed: `answers ${status}${to}`,
    patience: redirect || status === 401 || status === 403 ? "grace" : "timeout",
  };
}

function versionIn(document: unknown, { versionPointer }: Expectations): string | undefined {
  const value = valueAt(document, versionPointer);
  return typeof value === "string" || typeof value === "number" ? excerpt(String(value), 128) : undefined;
}

function versionFinding(answer: Answer, version: string | undefined, expectations: Expectations): Finding | undefined {
  const { version: wanted, versionPointer } = expectations;
  if (wanted === undefined || version === wanted) return undefined;
  const expected = `version ${wanted} at ${versionPointer.text}`;
  if (version === undefined) return { code: "UNVERSIONED", expected, observed: without(answer, "a version") };
  return { code: "VERSION", expected, observed: `answers ${answer.status} with version ${version}`, patience: "grace" };
}

function headerFinding({ status, headers }: Answer, expectations: Expectations): Finding | undefined {
  const missing = expectations.headers.find(({ name, value }) => headers[name] !== value);
  if (missing === undefined) return undefined;
  const value = headers[missing.name];
  const found = value === undefined ? "without that header" : `with ${excerpt(`${missing.name}: ${value}`, 100)}`;
  return {
    code: "HEADER",
    expected: `header ${missing.name}: ${missing.value}`,
    observed: `answers ${status} ${found}`,
  };
}

function jsonFinding(answer: Answer, document: unknown, { json }: Expectations): Finding | undefined {
  const missing = json.find((expectation) => !fulfils(expectation, valueAt(document, expectation.pointer)));
  if (missing === undefined) return undefined;
  const { pointer, text } = missing;
  const value = valueAt(document, pointer);
  const place = pointer.text === "" ? "the answer" : pointer.text;
  const expected = `${place} = ${text}`;
  if (value === undefined) return { code: "JSON", expected, observed: without(answer, place) };
  // The member's name goes through the filter with its value: it is what gives a secret away.
  const found = excerpt(`"${pointer.tokens.at(-1) ?? ""}": ${JSON.stringify(value)}`, 120).replace(/^"[^"]*": /, "");
  return { code: "JSON", expected, observed: `answers ${answer.status} with ${place} = ${found}` };
}

function without({ status, headers, body }: Answer, place: string): string {
  if (parseJson(body) !== undefined) return `answers ${status} with JSON without ${place}`;
  const type = excerpt(headers["content-type"]?.split(";")[0] ?? "text of no type", 60);
  return `answers ${status} with ${body === "" ? "an empty body" : type}, not JSON`;
}
