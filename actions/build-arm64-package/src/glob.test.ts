import { expect, test } from "@jest/globals";

import { parseGlob } from "./glob.ts";

test.each([
  ["*.html", "a.html", true],
  ["*.html", "a/b.html", false],
  ["**/*.mjml", "a.mjml", true],
  ["**/*.mjml", "a/b/c.mjml", true],
  ["partials/", "partials/a/b.mjml", true],
  ["partials/", "partials", false],
  ["partials/**", "partials/a", true],
  ["a/**/z", "a/z", true],
  ["a/**/z", "a/b/c/z", true],
  ["a/**/z", "ab/z", false],
  ["?.js", "a.js", true],
  ["?.js", "ab.js", false],
  ["??.js", "ab.js", true],
  ["a+(b).js", "a+(b).js", true],
  ["a.js", "axjs", false],
  ["[a].js", "a.js", false],
  ["a*b*c", "axxbyyc", true],
  ["*", ".hidden", true],
])("%s and %s: %s", (pattern, path, matches) => {
  expect(parseGlob(pattern).matches(path)).toBe(matches);
});

test("a long path is answered at once, whatever the pattern", () => {
  const started = performance.now();
  parseGlob(`${"a*".repeat(12)}b`).matches("a".repeat(200));
  parseGlob(`${"**/".repeat(6)}z`).matches("a/".repeat(60));
  expect(performance.now() - started).toBeLessThan(2000);
});
