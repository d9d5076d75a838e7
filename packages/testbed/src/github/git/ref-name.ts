import { unprocessable } from "../http/refusal.ts";

/** Throws 422 in GitHub's words unless the text is a full ref name, `refs/` and two slashes at least. */
export function requireRefName(name: string): void {
  if (!name.startsWith("refs/")) throw unprocessable("Reference name must start with 'refs/'.");
  if (name.split("/").length < 3) {
    throw unprocessable("Reference name must contain at least three slash-separated components.");
  }
  if (!isWellFormed(name)) throw unprocessable(`${name} is not a valid ref name.`);
}

/** The grammar of `git check-ref-format`. https://git-scm.com/docs/git-check-ref-format */
export function isWellFormed(name: string): boolean {
  const forbidden = ["..", "@{", "//", " ", "~", "^", ":", "?", "*", "[", "\\"];
  if (forbidden.some((text) => name.includes(text)) || name.endsWith("/") || name.endsWith(".")) return false;
  if (/\p{Cc}/u.test(name)) return false;
  return name.split("/").every((component) => !component.startsWith(".") && !component.endsWith(".lock"));
}
