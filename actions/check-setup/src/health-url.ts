import { configuration, isLoopbackHost, redactUrl } from "@fairway/domain";

/** Reads the address of a health check: https, or http on loopback. Throws a configuration error. */
export function parseHealthUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const problem = url === undefined ? "it is not a URL" : problemOf(url);
  if (url !== undefined && problem === undefined) return url;
  const shown = redactUrl(text);
  throw configuration("BAD_URL", `"${shown}" is refused: ${problem ?? ""}; write it as https://www.example.com/ready`);
}

/** The address without what may be a secret: user, password, query. */
export function showUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function problemOf(url: URL): string | undefined {
  if (url.username !== "" || url.password !== "") return "it has a user name or a password in it";
  if (url.protocol === "https:") return undefined;
  return url.protocol === "http:" && isLoopbackHost(url.hostname)
    ? undefined
    : "only https is asked, and http on loopback";
}
