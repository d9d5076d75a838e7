// Moves the tag vX to the release vX.Y.Z, as the last step of a release: whoever follows vX gets nothing that is not
// published whole, and for good.
//   node packages/repo-tools/bin/move-major-tag.mjs vX.Y.Z
// Takes GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN (contents: write). Runs where nothing is installed, so that
// the job that may write runs no code but this repository's: it imports nothing but Node.
import process from "node:process";

const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY = "", GITHUB_TOKEN = "" } = process.env;

await moveMajorTag(process.argv[2] ?? "").then(console.log, (error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

/** Returns what was done. Throws, and has changed nothing, for a release that is not published whole and for good. */
async function moveMajorTag(tag) {
  const version = readVersion(tag);
  const major = `v${version[0]}`;
  await requireSettledRelease(tag);
  const newest = (await readVersions(major)).sort(compareVersions).at(-1);
  if (newest !== undefined && compareVersions(newest, version) > 0) {
    return `${major} stays at v${newest.join(".")}, which is newer than ${tag}`;
  }
  const commit = await commitOf(tag);
  await pointTo(major, commit);
  const after = await commitOf(major);
  if (after !== commit)
    throw new Error(`${major} names ${after} although it was moved to ${commit}. Run this step again.`);
  return `${major} is ${tag}, commit ${commit}`;
}

function readVersion(tag) {
  const [, ...parts] = /^v(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(tag) ?? [];
  if (parts.length === 0) throw new Error(`"${tag.slice(0, 60)}" is no full release: vX.Y.Z is expected.`);
  return parts.map(Number);
}

async function requireSettledRelease(tag) {
  const { body: release } = await ask("GET", `releases/tags/${tag}`);
  if (release.draft || release.prerelease) throw new Error(`${tag} is not published as a full release.`);
  if (release.immutable === true) return;
  throw new Error(
    `The release ${tag} can be changed by whoever may write: turn on immutable releases in the repository's settings, and release the next version.`,
  );
}

/** The full versions of a line that have a tag. */
async function readVersions(major) {
  const { body: refs } = await ask("GET", `git/matching-refs/tags/${major}.`);
  return refs
    .map(({ ref }) => ref.slice("refs/tags/".length))
    .flatMap((tag) => (isFull(tag) ? [readVersion(tag)] : []));
}

function isFull(tag) {
  return /^v\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(tag);
}

function compareVersions(left, right) {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

async function commitOf(tag) {
  const { body: ref } = await ask("GET", `git/ref/tags/${tag}`);
  if (ref.object.type === "commit") return ref.object.sha;
  throw new Error(`The tag ${tag} names no commit but a ${ref.object.type}: it is none that this workflow makes.`);
}

async function pointTo(tag, commit) {
  const moved = await ask("PATCH", `git/refs/tags/${tag}`, { sha: commit, force: true }, [404, 422]);
  if (moved.status === 200) return;
  await ask("POST", "git/refs", { ref: `refs/tags/${tag}`, sha: commit });
}

/** One request. Throws with GitHub's own words for an answer that is neither a success nor expected. */
async function ask(method, path, body, expected = []) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${GITHUB_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.json();
  if (response.ok || expected.includes(response.status)) return { status: response.status, body: answer };
  throw new Error(`GitHub answered ${response.status} to ${method} ${path}: ${answer.message}`);
}
