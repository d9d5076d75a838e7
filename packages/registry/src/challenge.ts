/** What a registry asks for with a 401. */
export type Challenge =
  | { readonly kind: "basic" }
  | {
      readonly kind: "bearer";
      readonly realm: string;
      readonly service: string | undefined;
      /** Set when a token was given that allows too little. */
      readonly error: string | undefined;
    }
  | { readonly kind: "unknown" };

/**
 * Reads `WWW-Authenticate`. Of several challenges Bearer is preferred, since a token allows less than a password does.
 * Grammar: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function parseChallenge(header: string | undefined): Challenge {
  const text = header ?? "";
  const bearer = /(?:^|,)\s*Bearer\s+(.*)$/is.exec(text)?.[1];
  const parameters = readParameters(bearer ?? "");
  const realm = parameters.get("realm");
  if (realm !== undefined) {
    return { kind: "bearer", realm, service: parameters.get("service"), error: parameters.get("error") };
  }
  return /(?:^|,)\s*Basic(?:\s|$)/i.test(text) ? { kind: "basic" } : { kind: "unknown" };
}

function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const match of text.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)) {
    const name = (match[1] ?? "").toLowerCase();
    const value = match[2]?.replaceAll(/\\(.)/g, "$1") ?? match[3] ?? "";
    // A second challenge in the same header repeats names; the first one is the one that was asked for.
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}
