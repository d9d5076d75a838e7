/**
 * The beginning of a text that may be no URL, with nothing of it that may be a secret: no user, password, query or fragment. The last "@" ends
 * what may be a password, which may hold any character when somebody forgot to encode it.
 */
export function redactUrl(text: string): string {
  const [bare = ""] = text.replace(/\/\/.*@/s, "//…@").split(/[?#]/);
  return bare.slice(0, 100);
}
