import { configuration, isLoopbackHost } from "@fairway/domain";

/**
 * The URL when it may be asked: https anywhere, plain http on loopback only, no user name or password in it (it would end
 * up in logs and in the argument lists of proxies). Throws a configuration error otherwise.
 */
export function requireAllowedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw configuration("BAD_URL", `"${text.slice(0, 100)}" is not a URL`);
  if (url.username !== "" || url.password !== "") {
    throw configuration(
      "CREDENTIALS_IN_URL",
      `the URL of ${url.host} has a user name or password in it`,
      "Give credentials through the inputs made for them.",
    );
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopbackHost(url.hostname))) return url;
  throw configuration(
    "PLAIN_HTTP",
    `${url.protocol}//${url.host} is refused: only https, or http on loopback`,
    "Use https.",
  );
}
