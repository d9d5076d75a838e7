import type { BenchWorld } from "./bench-world.ts";
import { runAction, runProgram, type Round, type Way } from "./way.ts";

const REPOSITORY = "github.localhost/acme/shop";

/** What GitHub documents for a release with assets, in its order, for a shell. */
const SCRIPT = `
set -eu
api() { curl --fail --silent --show-error --header "Authorization: Bearer $GH_TOKEN" "$@"; }
field() { sed "s|.*\\"$1\\":\\"\\([^\\"{]*\\).*|\\1|"; }
draft=$(api --data "{\\"tag_name\\":\\"$TAG\\",\\"target_commitish\\":\\"$COMMIT\\",\\"draft\\":true,\\"prerelease\\":true}" "$API/releases")
uploads=$(printf %s "$draft" | field upload_url)
release=$(printf %s "$draft" | sed 's|^{"url":"\\([^"]*\\)".*|\\1|')
for file in app.tar.gz manifest.json; do
  api --header "Content-Type: application/octet-stream" --data-binary "@$file" "$uploads?name=$file" >/dev/null
done
api --request PATCH --data '{"draft":false}' "$release" >/dev/null
`;

/** Ways to publish a prerelease with two assets. */
export const PUBLISH_WAYS: readonly Way[] = [
  {
    name: "Fairway create-release",
    remark: "claims the tag first, compares every digest before it publishes, and resumes",
    run: async (world, { label, run }) => {
      const inputs = {
        tag: tagOf(label),
        commit: world.commit,
        prerelease: "true",
        files: "app.tar.gz",
        checksums: "false",
      };
      const { outcome, milliseconds } = await runAction(world, run, { action: "create-release", inputs });
      if (outcome !== "created") throw new Error(`create-release ended with ${outcome}`);
      return milliseconds;
    },
    verify,
  },
  {
    name: "gh release create",
    program: "gh",
    remark: "no digest is compared; a failure deletes the draft",
    run: async (world, { label }) => {
      const { milliseconds } = await runProgram(world, "gh", [
        "release",
        "create",
        tagOf(label),
        "app.tar.gz",
        "manifest.json",
        "--repo",
        REPOSITORY,
        "--prerelease",
        "--target",
        world.commit,
        "--title",
        tagOf(label),
        "--notes",
        "What is new.",
      ]);
      return milliseconds;
    },
    verify,
  },
  {
    name: "curl, as GitHub documents it",
    program: "curl",
    remark: "no retry, no digest; a second run makes a second draft",
    run: async (world, { label }) =>
      (await runProgram(world, "sh", ["-c", SCRIPT], { TAG: tagOf(label) })).milliseconds,
    verify,
  },
];

function tagOf(label: string): string {
  return `0.1.0-${label}.beta`;
}

function verify({ repository, packageDigest }: BenchWorld, { label }: Round): void {
  const tag = tagOf(label);
  const found = repository.releases.filter((release) => release.tag === tag);
  const published = found.filter(({ draft, prerelease }) => !draft && prerelease);
  const assets = published.flatMap((release) => release.assets).filter(({ state }) => state === "uploaded");
  const isWhole = assets.length === 2 && assets.some(({ digest }) => digest === packageDigest);
  if (found.length !== 1 || !isWhole || !repository.refs.has(`refs/tags/${tag}`))
    throw new Error(`${tag} is not published with two assets: ${JSON.stringify(found)}`);
}
