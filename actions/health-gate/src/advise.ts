import { certificateProblem } from "@fairway/domain";

import type { Failed } from "./assessment.ts";
import type { Phase, Seen } from "./ports.ts";
import { excerpt } from "./redact.ts";

/** What to do about one unhealthy state: it fits what was seen, since nobody finds a wrong path in an application's log. */
export function advise(code: Failed["code"], seen: Seen): string {
  if (seen.kind === "timed-out") return BY_PHASE[seen.phase];
  if (seen.kind === "tls") return ofTls(seen);
  if (seen.kind !== "answer") return BY_KIND[seen.kind];
  return code === "STATUS" ? byStatus(seen.status, seen.headers["location"]) : (BY_EXPECTATION[code] ?? LOOK_INSIDE);
}

const LOOK_INSIDE =
  "Read the application's own log for the time of this step. Raise timeout-seconds only when it was still starting.";
const NO_WAY = "Check the port in url, and that the security group, network ACL or firewall lets the runner reach it.";
const UNKNOWN_NAME = "Check the host's name in url, and that the resolver of the runner knows it.";
const OTHER_VERSION =
  "Another version than the one deployed answers. Check that the URL leads to the service that was deployed, that the deployment was not rolled back, and that no cache answers in its place.";

const BY_EXPECTATION: Partial<Record<Failed["code"], string>> = {
  VERSION: OTHER_VERSION,
  UNVERSIONED:
    "Check version-pointer against the answer above, and that url is the path that tells the version. Let the application answer it as JSON.",
  HEADER: "Compare expect-header with the headers that the application answers; the whole value must be equal.",
  JSON: "The application answers and says that it is not ready: look at the part that is named above, then at the application's own log. If that is how it always answers, correct expect-json.",
};

const BY_PHASE: Readonly<Record<Phase, string>> = {
  resolving: UNKNOWN_NAME,
  connecting: `No answer to the attempt to connect: packets are dropped on the way. ${NO_WAY}`,
  handshaking:
    "Something took the connection and began no TLS in time. Check that the port in url is one that speaks TLS, and the load of what stands there.",
  waiting:
    "The application took the connection and said nothing in time: read its own log. Raise attempt-timeout-seconds only when an answer may take that long.",
  reading:
    "The answer began and did not end in time. Check that url is a health endpoint and not a stream; raise attempt-timeout-seconds when it is slow by nature.",
};

const BY_KIND: Readonly<Record<Exclude<Seen["kind"], "answer" | "timed-out" | "tls">, string>> = {
  connected: LOOK_INSIDE,
  "login-asked": LOOK_INSIDE,
  "login-refused":
    "Read the database's own log. It may still recover, be a standby that takes no queries, be shutting down, or have no free connection.",
  refused: `Check that the application started and listens on that port, on every address and not on loopback alone. ${NO_WAY}`,
  dns: UNKNOWN_NAME,
  forbidden: "Give a URL whose host has only addresses of its own, with https unless it is loopback.",
  "too-large": "Check the path in url: a health endpoint answers with less.",
  broken:
    "Check that scheme and port in url belong together (https and its port), and whether the application restarts: its own log says so.",
};

function byStatus(status: number, location: string | undefined): string {
  if (status >= 300 && status <= 399) return ofRedirect(location);
  return BY_STATUS.get(status) ?? (status >= 500 ? LOOK_INSIDE : UNEXPECTED);
}

const NOTHING_THERE =
  "Check the path in url: something answers there and has nothing at that path. If the path is right, look whether the balancer sends it to this application.";
const LOGIN =
  "Ask a path in url that is open to everybody: the gate sends no login and no headers. Open the health endpoint in the application, or in the login, firewall or address list in front of it.";
const BEHIND =
  "What stands in front has no application that is ready behind it: look at the health of its targets, then at the application's own log.";
const UNEXPECTED = "Check the path in url. If this status is what health means here, list it in expect-status.";

const BY_STATUS: ReadonlyMap<number, string> = new Map([
  [401, LOGIN],
  [403, LOGIN],
  [404, NOTHING_THERE],
  [410, NOTHING_THERE],
  [405, "Give a path in url that answers GET, which is all that the gate sends."],
  [407, LOGIN],
  [
    429,
    "Exempt the health endpoint from the limit on requests, or raise it: the gate asks several times a second at first.",
  ],
  [502, BEHIND],
  [504, BEHIND],
]);

/** The query of the address may hold a secret. */
function ofRedirect(location: string | undefined): string {
  const [address = ""] = (location ?? "").split(/[?#]/);
  const there = address === "" ? "the address that it names" : excerpt(address, 100);
  return `Give ${there} in url if that is the health endpoint; follow-redirects: true follows it on the same scheme, host and port. If it is a login, give a path that needs none.`;
}

function ofTls({ code, message }: Extract<Seen, { kind: "tls" }>): string {
  const certificate = certificateProblem({ code, reason: message });
  if (certificate === undefined)
    return "No TLS was agreed on. Check that scheme and port in url belong together: plain http on that port, or a version before TLS 1.2, looks like this.";
  return `The certificate of that host: ${certificate.problem}. ${certificate.nextStep} Verification is never turned off.`;
}
