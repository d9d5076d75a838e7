import { configuration, isLoopbackHost, redactUrl } from "@fairway/domain";

/** One endpoint to ask. */
export interface Target {
  readonly kind: "http" | "tcp" | "postgres";
  readonly url: string;
  /** The URL as it is shown: a query may hold a token, so it is left out. */
  readonly label: string;
  /** The one address to ask, out of those that the host's name leads to. */
  readonly address?: string;
}

/** The same endpoint at one of its addresses. */
export function targetAt(target: Target, address: string): Target {
  return { ...target, address, label: `${target.label} at ${address}` };
}

const MAX_LENGTH = 2000;

/**
 * Reads a URL to ask. TLS is the rule: plain http is for loopback only, where nobody else listens in. A user name or
 * password in a URL would end up in logs. Throws a configuration error.
 */
export function parseTarget(text: string): Target {
  if (text.length > MAX_LENGTH) throw refused("the URL", `it has more than ${MAX_LENGTH} characters`);
  if (/^tcp:/i.test(text)) return parsePort(text, "tcp", undefined);
  return /^postgres(ql)?:/i.test(text) ? parsePort(text, "postgres", "5432") : parseHttp(text);
}

/** A host and a port and nothing else: for a database too, no user, password or name of a database is of use. */
function parsePort(text: string, kind: "tcp" | "postgres", defaultPort: string | undefined): Target {
  const [, host = "", port = defaultPort ?? ""] = /^\w+:\/\/([^/?#@]+?)(?::(\d{1,5}))?\/?$/.exec(text) ?? [];
  // Borrowed from http, whose parser knows every way to write an IPv4 address.
  const parsed = `http://${host}/`;
  const inRange = Number(port) >= 1 && Number(port) <= 65_535;
  if (!inRange || !URL.canParse(parsed)) throw refused(display(text), PORT_RULES[kind]);
  const url = `${kind}://${new URL(parsed).hostname}:${Number(port)}`;
  return { kind, url, label: url };
}

const PORT_RULES = {
  tcp: "a TCP port is written tcp://host:port",
  postgres: "a PostgreSQL server is written postgres://host:port, without user, password, database or options",
};

function parseHttp(text: string): Target {
  if (!URL.canParse(text)) throw refused(display(text), "https://host/path is expected");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    throw refused(`the URL of ${url.host}`, "it has a user name or password in it, which logs would show");
  if (url.protocol === "http:" && !isLoopbackName(url.hostname))
    throw refused(display(text), "plain http is for loopback only (localhost, 127.0.0.1, [::1]); use https");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw refused(display(text), `${url.protocol} is not known; https, http, tcp and postgres are`);
  url.hash = "";
  return { kind: "http", url: url.href, label: `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}` };
}

/** By the name alone; what it resolves to is checked again for every connection. */
function isLoopbackName(hostname: string): boolean {
  return isLoopbackHost(hostname) || /.\.localhost$/.test(hostname);
}

function display(text: string): string {
  return `"${redactUrl(text)}"`;
}

function refused(what: string, why: string): Error {
  return configuration("BAD_URL", `${what} cannot be asked: ${why}`);
}
