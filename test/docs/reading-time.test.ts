import { readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";

/** How fast adults read English non-fiction in silence: https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;

test("what a new user has to read before the first rehearsal of the own workflows takes less than ten minutes", () => {
  const [beforeTheActions = ""] = readText(REPOSITORY_ROOT, "README.md").split("\n## Actions\n");
  const others = ["docs/set-up.md", "workflows-examples/staging.yml", "workflows-examples/production.yml"];
  const texts = [beforeTheActions, ...others.map((path) => readText(REPOSITORY_ROOT, path))];
  const words = texts.join("\n").match(/[\p{L}\p{N}][^\s|]*/gu) ?? [];
  expect(words.length / WORDS_A_MINUTE).toBeLessThan(10);
});
