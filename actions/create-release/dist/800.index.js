export const id = 800;
export const ids = [800];
export const modules = {

/***/ 800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRelease: () => (/* binding */ createRelease)
});

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(441);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(863);
;// CONCATENATED MODULE: ../../packages/domain/lib/release.js


const RELEASE_MANIFEST_NAME = "manifest.json";
function renderReleaseManifest(manifest) {
    const { schema, tag, version, commit, buildNumber, buildTime, prerelease, assets } = manifest;
    const { image, imageDigest, promotedFrom, approvedBy } = manifest;
    const build = { buildNumber, buildTime };
    const promotion = { image, imageDigest, promotedFrom, approvedBy };
    const ordered = { schema, tag, version, commit, ...build, prerelease, ...promotion, assets };
    return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
function parseReleaseManifest(text) {
    const value = (0,json/* parseJson */.qF)(text);
    const tag = (0,json/* stringMember */.sk)(value, "tag");
    const version = (0,json/* stringMember */.sk)(value, "version");
    const commit = (0,json/* stringMember */.sk)(value, "commit");
    if (!(0,json/* isRecord */.u4)(value) ||
        (0,json/* member */.Dc)(value, "schema") !== 1 ||
        tag === undefined ||
        version === undefined ||
        commit === undefined) {
        return undefined;
    }
    const digest = (0,json/* stringMember */.sk)(value, "imageDigest");
    return {
        tag,
        version,
        commit,
        image: (0,json/* stringMember */.sk)(value, "image"),
        imageDigest: digest !== undefined && (0,lib_digest/* isDigest */.Bc)(digest) ? digest : undefined,
        promotedFrom: (0,json/* stringMember */.sk)(value, "promotedFrom"),
        approvedBy: texts((0,json/* member */.Dc)(value, "approvedBy")),
    };
}
function texts(value) {
    if (!Array.isArray(value))
        return undefined;
    return value.filter((item) => typeof item === "string");
}
function versionInTag(tag) {
    return tag.replace(/-[0-9a-z]{7,40}\.beta$/, "").replace(/^[A-Za-z][A-Za-z._-]*(?=\d)/, "");
}

;// CONCATENATED MODULE: ../../packages/domain/lib/version.js

const MAX_LENGTH = 82;
const NUMBER = "(?:0|[1-9][0-9]*)";
const IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const CORE = String.raw `${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?`;
const SEMVER = new RegExp(String.raw `^${CORE}(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
function parseVersion(text) {
    const problem = problemOf(text);
    if (problem === undefined)
        return text;
    throw configuration("BAD_VERSION", `"${text.slice(0, 100)}" is not a version that can be a tag: ${problem}`);
}
function problemOf(text) {
    if (text.length > MAX_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_LENGTH} are allowed`;
    if (text.startsWith("v"))
        return 'it starts with "v"; write it without';
    if (text.includes("+"))
        return 'it has build metadata ("+…"), which a Docker tag cannot carry; leave that part out';
    if (!isSemver(text))
        return "SemVer is expected, such as 1.4.0 or 1.4.0-rc.1";
    return undefined;
}
function isSemver(text) {
    return text.length <= 256 && SEMVER.test(text);
}
function isPrereleaseVersion(version) {
    return isSemver(version) && (version.split("+")[0] ?? "").includes("-");
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/semver@7.8.6/node_modules/semver/functions/compare.js
var compare = __webpack_require__(361);
;// CONCATENATED MODULE: ../../packages/domain/lib/version-order.js

function compareVersions(a, b) {
    return compare(a, b);
}

;// CONCATENATED MODULE: ./lib/choose-latest.js

function isNewest(tag, releases) {
    const version = versionInTag(tag);
    if (!isSemver(version))
        return releases.every(({ draft, prerelease }) => draft || prerelease);
    return releases
        .filter((release) => !release.draft && !release.prerelease && release.tag !== tag)
        .map((release) => versionInTag(release.tag))
        .every((other) => !isSemver(other) || compareVersions(version, other) > 0);
}

// EXTERNAL MODULE: ./lib/cut-notes.js
var cut_notes = __webpack_require__(271);
;// CONCATENATED MODULE: ./lib/previous-tag.js

function previousTag(tag, prerelease, releases) {
    const others = releases.filter((release) => !release.draft && release.tag !== tag);
    const full = others.filter((release) => !release.prerelease);
    const previous = prerelease
        ? (newestBeta(tag, others) ?? newestBySemver(full))
        : newestBySemver(olderThan(tag, full));
    if (previous !== undefined)
        return { kind: "tag", tag: previous.tag };
    return { kind: others.length === 0 ? "beginning" : "first" };
}
function newestBeta(tag, releases) {
    return releases
        .filter((release) => release.prerelease && isBeta(release.tag) === isBeta(tag))
        .toSorted((a, b) => compareTexts(b.publishedAt ?? "", a.publishedAt ?? "") || b.id - a.id)[0];
}
function isBeta(tag) {
    return tag.endsWith(".beta");
}
function compareTexts(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function olderThan(tag, releases) {
    const version = versionInTag(tag);
    if (!isSemver(version))
        return releases;
    return releases.filter((release) => isSemver(versionInTag(release.tag)) && compareVersions(versionInTag(release.tag), version) < 0);
}
function newestBySemver(releases) {
    return releases
        .filter((release) => isSemver(versionInTag(release.tag)))
        .toSorted((a, b) => compareVersions(versionInTag(b.tag), versionInTag(a.tag)))[0];
}

// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __webpack_require__(928);
// EXTERNAL MODULE: ../../packages/domain/lib/commit.js
var lib_commit = __webpack_require__(272);
// EXTERNAL MODULE: ../../packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(564);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/asset-name.js
function assetName(fileName) {
    const dotted = fileName
        .normalize("NFKD")
        .replaceAll(/\p{M}/gu, "")
        .replaceAll(/[^0-9A-Za-z._+@-]+/g, ".")
        .replaceAll(/\.{2,}/g, ".")
        .replace(/\.$/, "");
    return dotted === "" || dotted.startsWith(".") ? `default${dotted}` : dotted;
}

;// CONCATENATED MODULE: ./lib/prepare-assets.js


const MAX_ASSETS = 1000;
const CHECKSUM_ENDING = ".sha256";
const MAX_CHECKSUM_BYTES = 65_536;
async function prepareAssets(inputs, ports) {
    const found = inputs.files === undefined ? [] : await ports.files.find(inputs.files);
    const files = found.map((file) => ({ ...file, kind: "file", name: storedName(file, ports) }));
    files.forEach(refuseEmpty);
    const checksums = inputs.checksums ? await missingChecksums(files, ports) : [];
    const attached = [...files, ...checksums];
    refuseClashes(attached);
    refuseCrowd(attached.length + 1);
    return [...attached, prepareManifest(inputs, attached, ports)];
}
function prepareManifest(inputs, attached, ports) {
    return generated("manifest", { name: RELEASE_MANIFEST_NAME, text: manifestOf(inputs, attached) }, ports);
}
function checksumLine({ name, digest }) {
    return `${digest.slice("sha256:".length)}  ${name}`;
}
function storedName({ name }, { log }) {
    const stored = assetName(name);
    if (stored !== name)
        log.notice(`${name} is attached as ${stored}: GitHub takes no other characters in asset names`);
    return stored;
}
function generated(kind, { name, text }, { digest }) {
    const content = new TextEncoder().encode(text);
    return { kind, name, size: content.byteLength, digest: digest(content), read: () => content };
}
async function missingChecksums(files, ports) {
    const missing = [];
    for (const file of files) {
        if (file.name.endsWith(CHECKSUM_ENDING))
            continue;
        const name = `${file.name}${CHECKSUM_ENDING}`;
        const given = files.find((other) => other.name === name);
        if (given === undefined)
            missing.push(generated("checksum", { name, text: `${checksumLine(file)}\n` }, ports));
        else
            await requireRight(file, given);
    }
    return missing;
}
async function requireRight(file, checksum) {
    const hex = file.digest.slice("sha256:".length);
    if ((await textOf(checksum)).toLowerCase().includes(hex))
        return;
    throw (0,errors/* configuration */.HF)("WRONG_CHECKSUM", `${checksum.name} does not hold the sha256 of ${file.name}, which is ${hex}`, "Make the checksum after the last change of the file, or leave it to this action.");
}
async function textOf({ size, read }) {
    if (size > MAX_CHECKSUM_BYTES)
        return "";
    const content = read();
    const decoder = new TextDecoder();
    if (content instanceof Uint8Array)
        return decoder.decode(content);
    let text = "";
    for await (const chunk of content)
        text += decoder.decode(chunk, { stream: true });
    return text;
}
function refuseEmpty({ name, size }) {
    if (size > 0)
        return;
    throw (0,errors/* configuration */.HF)("EMPTY_FILE", `${name} has no bytes, and GitHub takes no empty asset`, "Check the step that makes the file, or leave the file out.");
}
function refuseClashes(assets) {
    const seen = new Set([RELEASE_MANIFEST_NAME]);
    for (const { name } of assets) {
        if (seen.has(name)) {
            throw (0,errors/* configuration */.HF)("DUPLICATE_ASSET", `Two files of the release would both be named ${name}`, "Give the files different base names; manifest.json is the release's own.");
        }
        seen.add(name);
    }
}
function refuseCrowd(count) {
    if (count <= MAX_ASSETS)
        return;
    throw (0,errors/* configuration */.HF)("TOO_MANY_ASSETS", `The release would have ${count} assets with checksums and manifest.json; GitHub takes ${MAX_ASSETS}`, "Attach fewer files, for instance one archive of them.");
}
function manifestOf(inputs, assets) {
    return renderReleaseManifest({
        schema: 1,
        tag: inputs.tag,
        version: versionInTag(inputs.tag),
        commit: inputs.commit,
        buildNumber: inputs.buildNumber,
        buildTime: inputs.buildTime,
        prerelease: inputs.prerelease,
        image: inputs.image === undefined ? undefined : (0,image_reference/* renderImageReference */.NL)(inputs.image),
        imageDigest: inputs.imageDigest,
        promotedFrom: inputs.promotedFrom,
        approvedBy: inputs.approvedBy,
        assets: assets.map(({ name, size, digest }) => ({ name, size, digest })),
    });
}

;// CONCATENATED MODULE: ./lib/render-notes.js


function renderNotes(inputs, content) {
    const { given, assets, changes } = content;
    const sections = [given.notes, origin(inputs, content), checksums(assets), installation(given.install), changes];
    return sections.filter((section) => section !== "").join("\n\n");
}
function origin(inputs, { commit, repositoryUrl }) {
    const { image, imageDigest, promotedFrom, approvedBy = [], buildNumber, buildTime } = inputs;
    const link = `[${(0,markdown/* code */.aY)((0,lib_commit/* shortSha */.F)(inputs.commit))}](${repositoryUrl}/commit/${inputs.commit})`;
    const said = commit === undefined ? "" : `: ${(0,markdown/* escapeMarkdown */.FV)(commit.subject)}, by ${(0,markdown/* escapeMarkdown */.FV)(commit.author)}`;
    const digest = imageDigest === undefined ? "" : `, digest ${(0,markdown/* code */.aY)(imageDigest)}`;
    const beta = `[${(0,markdown/* code */.aY)(promotedFrom ?? "")}](${repositoryUrl}/releases/tag/${promotedFrom})`;
    const build = [buildNumber, buildTime].filter((part) => part !== undefined).map((part) => (0,markdown/* code */.aY)(part));
    return [
        "## Made of",
        "",
        `- Commit ${link}${said}`,
        ...(image === undefined ? [] : [`- Image ${(0,markdown/* code */.aY)((0,image_reference/* renderImageReference */.NL)(image))}${digest}`]),
        ...(promotedFrom === undefined ? [] : [`- Promoted from ${beta}`]),
        ...(approvedBy.length === 0 ? [] : [`- Approved by ${approvedBy.map((login) => (0,markdown/* code */.aY)(login)).join(", ")}`]),
        ...(build.length === 0 ? [] : [`- Build ${build.join(", ")}`]),
    ].join("\n");
}
function checksums(assets) {
    const files = assets.filter(({ kind }) => kind === "file");
    if (files.length === 0)
        return "";
    return ["## Checksums (SHA-256)", "", "```text", ...files.map(checksumLine), "```"].join("\n");
}
function installation(text) {
    if (text === "")
        return "";
    return /^#{1,6}\s/.test(text) ? text : `## Installation\n\n${text}`;
}

;// CONCATENATED MODULE: ./lib/gather-notes.js



async function gatherNotes(inputs, { given, assets, releases }, ports) {
    const { repositoryUrl } = ports;
    const start = startOf(inputs, releases);
    const notes = renderNotes(inputs, {
        given,
        assets,
        repositoryUrl,
        commit: await ports.checkout.describe(inputs.commit),
        changes: inputs.generateNotes ? await listChanges(inputs.tag, start, ports) : "",
    });
    const kept = (0,cut_notes/* cutNotes */.G)(notes, changesUrl(inputs, start, repositoryUrl));
    if (kept !== notes)
        ports.log.warning(`the notes were cut from ${notes.length} to ${kept.length} characters`);
    return kept;
}
function startOf({ tag, prerelease, previousTag: given }, releases) {
    return given === undefined ? previousTag(tag, prerelease, releases) : { kind: "tag", tag: given };
}
async function listChanges(tag, start, { releases, repositoryUrl }) {
    switch (start.kind) {
        case "tag":
            return releases.generateNotes(tag, start.tag);
        case "beginning":
            return releases.generateNotes(tag, undefined);
        case "first":
            return `## What's Changed\n\nThere is no earlier release of this kind to compare with. All commits: ${repositoryUrl}/commits/${tag}`;
    }
}
function changesUrl({ tag, commit, generateNotes }, start, repository) {
    const compares = generateNotes && start.kind === "tag";
    return compares ? `${repository}/compare/${start.tag}...${tag}` : `${repository}/commit/${commit}`;
}

;// CONCATENATED MODULE: ./lib/given-texts.js


const MAX_BYTES = cut_notes/* MAX_NOTES */.j * 4;
async function readGivenTexts(inputs, ports) {
    const { notes, notesFile, installNotes, installNotesFile } = inputs;
    return {
        notes: notes ?? (await readText("notes-file", notesFile, ports)),
        install: installNotes ?? (await readText("install-notes-file", installNotesFile, ports)),
    };
}
async function readText(input, path, { files }) {
    if (path === undefined)
        return "";
    const text = await files.readText(path, MAX_BYTES);
    if (text === undefined) {
        throw (0,errors/* configuration */.HF)("NO_NOTES_FILE", `${input} "${path}" is not in the workspace`, "Check the path, relative to the repository's root.");
    }
    if (text.length <= cut_notes/* MAX_NOTES */.j)
        return text.trim();
    throw (0,errors/* configuration */.HF)("NOTES_TOO_LONG", `${input} "${path}" has ${text.length} characters; GitHub takes ${cut_notes/* MAX_NOTES */.j}`, "Shorten it, or attach it as a file of the release.");
}

;// CONCATENATED MODULE: ./lib/plan-release.js
function planTag(tag, commit, state) {
    if (state.kind === "free")
        return { kind: "claim" };
    if (state.by === commit)
        return { kind: "keep" };
    return { kind: "refuse", reason: `the tag ${tag} names commit ${state.by}, the release is to be made of ${commit}` };
}
function planRelease(wanted, prerelease, found) {
    const published = found.find(({ draft }) => !draft);
    if (published !== undefined)
        return judgePublished(wanted, prerelease, published);
    const drafts = found.toSorted((a, b) => a.id - b.id);
    const draft = drafts.find((one) => fits(wanted, one)) ?? drafts.find((one) => foreign(wanted, one).length === 0);
    if (draft !== undefined)
        return resume(wanted, draft, drafts);
    const [first] = drafts;
    return first === undefined ? { kind: "create" } : { kind: "refuse", reason: foreignReason(wanted, first) };
}
function isSame(wanted, asset) {
    if (asset.name !== wanted.name || asset.state !== "uploaded")
        return false;
    return asset.digest === undefined ? asset.size === wanted.size : asset.digest === wanted.digest;
}
function isEmptyTwin(release, other) {
    const same = other.tag === release.tag && other.name === release.name && other.notes === release.notes;
    return same && other.draft && other.id !== release.id && other.assets.length === 0;
}
function fits(wanted, { assets }) {
    return assets.every((asset) => wanted.some((one) => isSame(one, asset)));
}
function foreign(wanted, { assets }) {
    return assets.filter((asset) => asset.state === "uploaded" && !wanted.some(({ name }) => name === asset.name));
}
function foreignReason(wanted, draft) {
    const names = foreign(wanted, draft).map(({ name }) => name);
    return `the draft of ${draft.tag} (${draft.htmlUrl}) holds what is not asked for: ${names.join(", ")}`;
}
function resume(wanted, draft, drafts) {
    return {
        kind: "resume",
        draft,
        remove: draft.assets.filter((asset) => !wanted.some((one) => isSame(one, asset))),
        upload: wanted.filter((one) => !draft.assets.some((asset) => isSame(one, asset))).map(({ name }) => name),
        others: drafts.filter(({ id }) => id !== draft.id),
    };
}
function judgePublished(wanted, prerelease, release) {
    const kind = (isPrerelease) => (isPrerelease ? "a prerelease" : "a full release");
    if (release.prerelease !== prerelease) {
        return {
            kind: "refuse",
            reason: `${release.tag} is published as ${kind(release.prerelease)}, ${kind(prerelease)} is asked for`,
        };
    }
    const differing = wanted.filter((one) => !release.assets.some((asset) => isSame(one, asset))).map(({ name }) => name);
    const surplus = release.assets.filter(({ name }) => !wanted.some((one) => one.name === name)).map(({ name }) => name);
    if (differing.length === 0 && surplus.length === 0)
        return { kind: "unchanged", release };
    const parts = [list("missing or different", differing), list("not asked for", surplus)].filter((part) => part !== "");
    return { kind: "refuse", reason: `${release.tag} is published with other content (${parts.join("; ")})` };
}
function list(what, names) {
    return names.length === 0 ? "" : `${what}: ${names.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/keep-approvers.js



const MAX_MANIFEST_BYTES = 1024 * 1024;
async function keepApprovers(inputs, { assets, releases }, ports) {
    const published = releases.find(({ tag, draft }) => tag === inputs.tag && !draft);
    const theirs = published?.assets.find(({ name, state }) => name === RELEASE_MANIFEST_NAME && state === "uploaded");
    const ours = assets.find(({ kind }) => kind === "manifest");
    if (theirs === undefined || ours === undefined || isSame(ours, theirs))
        return assets;
    const bytes = await ports.releases.download(theirs, MAX_MANIFEST_BYTES);
    const manifest = parseReleaseManifest(new TextDecoder().decode(bytes));
    const attached = assets.filter(({ kind }) => kind !== "manifest");
    const kept = prepareManifest({ ...inputs, approvedBy: manifest?.approvedBy }, attached, ports);
    return isSame(kept, theirs) ? [...attached, kept] : assets;
}

;// CONCATENATED MODULE: ../../packages/domain/lib/clock.js
function createDeadline(clock, seconds) {
    const start = clock.elapsedMs();
    const totalMs = seconds * 1000;
    const usedMs = () => clock.elapsedMs() - start;
    return {
        totalMs,
        usedMs,
        remainingMs: () => Math.max(0, totalMs - usedMs()),
        expired: () => usedMs() >= totalMs,
    };
}
function renderDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

// EXTERNAL MODULE: ../../packages/domain/lib/retry.js
var retry = __webpack_require__(467);
;// CONCATENATED MODULE: ./lib/resolve-write.js

const TRIES = 6;
const BASE_MS = 1000;
const BUDGET_MS = 10 * 60_000;
const REFUSALS = 3;
async function resolveWrite({ write, readBack }, { clock, random, signal, log }) {
    let failure;
    let refusals = 0;
    const attempt = async () => {
        if (failure !== undefined) {
            log.warning(`${failure instanceof Error ? failure.message : "a write failed"}; going on from what is there`);
            const there = await readBack();
            if (there !== undefined)
                return there;
        }
        try {
            return await write();
        }
        catch (error) {
            failure = error;
            throw error;
        }
    };
    const judge = (error) => {
        if (!(error instanceof errors/* FairwayError */.q2) || error.kind !== "upstream")
            return { kind: "give-up" };
        refusals += error.code === "GITHUB_REFUSED" ? 1 : 0;
        if (error.retryAfterMs !== undefined)
            log.info(`GitHub asks to wait ${renderDuration(error.retryAfterMs)}`);
        return refusals < REFUSALS ? { kind: "again", notBeforeMs: error.retryAfterMs } : { kind: "give-up" };
    };
    return (0,retry/* retry */.L)(attempt, { clock, random, signal, judge, attempts: TRIES, baseMs: BASE_MS, budgetMs: BUDGET_MS });
}

;// CONCATENATED MODULE: ./lib/make-draft.js

const SETTLE_MS = 2000;
async function makeDraft(wanted, ports) {
    const { releases, log } = ports;
    let sent = 0;
    const draft = await resolveWrite({
        write: () => {
            sent += 1;
            return releases.createDraft(wanted);
        },
        readBack: async () => oldestDraft(wanted.tag, await listSettled(wanted.tag, ports)),
    }, ports);
    log.info(`created a draft of ${wanted.tag}`);
    return { draft, repeated: sent > 1 };
}
async function listSettled(tag, ports) {
    const first = await ports.releases.all();
    if (first.some((release) => release.tag === tag))
        return first;
    await ports.clock.sleep(SETTLE_MS, ports.signal);
    return ports.releases.all();
}
function oldestDraft(tag, releases) {
    return releases.filter((release) => release.draft && release.tag === tag).toSorted((a, b) => a.id - b.id)[0];
}

;// CONCATENATED MODULE: ./lib/report.js

function report(release, inputs, outcome, steps) {
    const assets = (release?.assets ?? []).map(({ name, size, digest }) => ({ name, size, digest }));
    return {
        outputs: {
            "release-id": release === undefined ? "" : String(release.id),
            "html-url": release?.htmlUrl ?? "",
            tag: inputs.tag,
            commit: inputs.commit,
            assets: JSON.stringify(assets),
            outcome,
        },
        steps,
    };
}
function conflict(reason) {
    return (0,errors/* refusal */.x5)("RELEASE_CONFLICT", `The release is refused: ${reason}`, "A published release and its tag never change. Release another version, or make the request match what is there.");
}

;// CONCATENATED MODULE: ./lib/plan-only.js



async function planOnly(inputs, prepared, ports) {
    const { tag, commit, prerelease } = inputs;
    const by = await ports.tags.commitOf(tag);
    const tagPlan = planTag(tag, commit, by === undefined ? { kind: "free" } : { kind: "taken", by });
    if (tagPlan.kind === "refuse")
        throw conflict(tagPlan.reason);
    const releases = await ports.releases.all();
    const assets = await keepApprovers(inputs, { assets: prepared, releases }, ports);
    const plan = planRelease(assets, prerelease, releases.filter((release) => release.tag === tag));
    if (plan.kind === "refuse")
        throw conflict(plan.reason);
    const steps = stepsOf(inputs, tagPlan.kind, plan, assets);
    for (const step of steps)
        ports.log.info(`plan: ${step}`);
    return report(plan.kind === "unchanged" ? plan.release : undefined, inputs, "planned", steps);
}
function stepsOf({ tag, commit, prerelease }, tagPlan, plan, assets) {
    if (plan.kind === "unchanged")
        return ["Nothing to do: the release is there, complete and the same."];
    return [
        tagPlan === "claim" ? `Claim the tag ${tag} for ${commit}.` : `Keep the tag ${tag}, which names ${commit}.`,
        plan.kind === "create" ? "Create a draft." : `Resume the draft ${plan.draft.id}.`,
        `Attach ${assets.map(({ name }) => name).join(", ")}.`,
        `Publish it as a ${prerelease ? "prerelease" : "full release"}.`,
    ];
}

;// CONCATENATED MODULE: ./lib/publish-draft.js



async function publishDraft({ draft, wanted, assets, latest }, ports) {
    const { releases } = ports;
    const published = await resolveWrite({
        write: () => releases.publish(draft.id, latest, wanted),
        readBack: async () => {
            const own = await releases.byId(draft.id);
            if (own?.draft === false)
                return own;
            return (await releases.all()).find((release) => release.tag === wanted.tag && !release.draft);
        },
    }, ports);
    const verdict = planRelease(assets, wanted.prerelease, [published]);
    if (verdict.kind === "unchanged")
        return published;
    const reason = verdict.kind === "refuse" ? verdict.reason : "it still is a draft";
    throw (0,errors/* upstream */.a4)("NOT_PUBLISHED", `GitHub took the publication of ${published.tag}, but ${reason}`);
}
async function removeTwins(release, { made, find }, { releases, log, signal }) {
    try {
        const drafts = (await find()).filter((draft) => draft.draft && draft.id !== release.id);
        for (const { id, htmlUrl } of drafts) {
            const draft = await releases.byId(id);
            if (draft?.draft !== true)
                continue;
            if (id === made || isEmptyTwin(release, draft))
                await releases.deleteDraft(id);
            else
                log.warning(`another draft of ${release.tag} is left as it is: ${htmlUrl}`);
        }
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        log.warning(`drafts beside ${release.tag} may be left: ${(0,errors/* causeChain */.DD)(error).join(": ")}`);
    }
}

;// CONCATENATED MODULE: ./lib/upload-assets.js



const UPLOADS_AT_ONCE = 2;
async function uploadAssets(draft, assets, ports) {
    const upload = (asset) => uploadOne(draft, asset, ports);
    await inLanes(assets.filter(({ kind }) => kind !== "manifest"), upload);
    await inLanes(assets.filter(({ kind }) => kind === "manifest"), upload);
}
async function inLanes(items, work) {
    const queue = items.values();
    let failed = false;
    const lane = async () => {
        for (const item of queue) {
            if (failed)
                return;
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: UPLOADS_AT_ONCE }, lane));
    for (const end of ends)
        if (end.status === "rejected")
            throw end.reason;
}
async function uploadOne(draft, asset, ports) {
    const { releases, log } = ports;
    await resolveWrite({
        write: async () => {
            const uploaded = await releases.upload(draft, asset);
            requireWhole(asset, uploaded);
            return uploaded;
        },
        readBack: async () => {
            const there = (await releases.byId(draft.id))?.assets.find(({ name }) => name === asset.name);
            if (there === undefined || isSame(asset, there))
                return there;
            log.info(`removing ${there.name} (${there.state}, ${there.size} bytes), which did not arrive whole`);
            await releases.deleteAsset(there);
            return undefined;
        },
    }, ports);
    log.info(`uploaded ${asset.name} (${asset.size} bytes)`);
}
function requireWhole(asset, uploaded) {
    if (uploaded.name !== asset.name) {
        throw (0,errors/* refusal */.x5)("ASSET_RENAMED", `GitHub keeps ${asset.name} as ${uploaded.name}, so the checksums would name a file that is not there`, `Rename the file to ${uploaded.name} before.`);
    }
    if (isSame(asset, uploaded))
        return;
    throw (0,errors/* upstream */.a4)("BAD_UPLOAD", `GitHub holds ${uploaded.name} with ${uploaded.size} bytes, state ${uploaded.state}; ${asset.size} bytes were sent`);
}

;// CONCATENATED MODULE: ./lib/create-release.js












async function createRelease(inputs, ports) {
    const given = await readGivenTexts(inputs, ports);
    const prepared = await prepareAssets(inputs, ports);
    if (inputs.dryRun)
        return planOnly(inputs, prepared, ports);
    const releases = await readReleases(inputs, await claimTag(inputs, ports), ports);
    const assets = await keepApprovers(inputs, { assets: prepared, releases }, ports);
    const plan = planRelease(assets, inputs.prerelease, releases.filter(({ tag }) => tag === inputs.tag));
    switch (plan.kind) {
        case "refuse":
            throw conflict(plan.reason);
        case "unchanged":
            ports.log.info(`${inputs.tag} is published and complete; nothing to do`);
            return report(plan.release, inputs, "unchanged", ["The release was there already, complete and the same."]);
        case "create":
        case "resume":
            return bringAbout(inputs, { plan, releases, content: { assets, given } }, ports);
    }
}
async function claimTag({ tag, commit }, ports) {
    const write = () => ports.tags.claim(tag, commit);
    const claim = await resolveWrite({ write, readBack: () => Promise.resolve(undefined) }, ports);
    if (claim.kind === "claimed") {
        ports.log.info(`claimed the tag ${tag} for ${commit}`);
        return true;
    }
    const plan = planTag(tag, commit, claim);
    if (plan.kind === "refuse")
        throw conflict(plan.reason);
    ports.log.info(`the tag ${tag} names ${commit} already`);
    return false;
}
async function readReleases({ tag, prerelease, generateNotes, makeLatest }, claimed, ports) {
    if (!claimed)
        return listSettled(tag, ports);
    return generateNotes || (makeLatest === "auto" && !prerelease) ? ports.releases.all() : [];
}
async function bringAbout(inputs, { plan, releases, content }, ports) {
    const { assets, given } = content;
    const { tag, name = tag, prerelease } = inputs;
    const wanted = {
        tag,
        name,
        prerelease,
        notes: await gatherNotes(inputs, { given, assets, releases }, ports),
    };
    const { draft, twins } = await takeDraft(plan, wanted, ports);
    const missing = plan.kind === "create" ? assets : assets.filter((asset) => plan.upload.includes(asset.name));
    await uploadAssets(draft, missing, ports);
    const latest = becomesLatest(inputs, releases);
    const published = await publishDraft({ draft, wanted, assets, latest }, ports);
    await removeTwins(published, twins, ports);
    return told(inputs, { published, latest, how: outcomeOf(plan, draft, published) }, ports);
}
async function takeDraft(plan, wanted, ports) {
    const { releases, log } = ports;
    if (plan.kind === "create") {
        const { draft, repeated } = await makeDraft(wanted, ports);
        const ofTag = async () => (await releases.all()).filter(({ tag }) => tag === wanted.tag);
        return { draft, twins: { made: draft.id, find: repeated ? ofTag : () => Promise.resolve([draft]) } };
    }
    log.info(`resuming the draft of ${wanted.tag}`);
    for (const asset of plan.remove) {
        log.info(`removing ${asset.name} (${asset.state}), which is not what this release has`);
        await releases.deleteAsset(asset);
    }
    return { draft: plan.draft, twins: { made: undefined, find: () => Promise.resolve([plan.draft, ...plan.others]) } };
}
function becomesLatest({ tag, prerelease, makeLatest }, releases) {
    if (prerelease)
        return false;
    return makeLatest === "auto" ? isNewest(tag, releases) : makeLatest === "true";
}
function outcomeOf(plan, draft, published) {
    if (published.id !== draft.id)
        return "unchanged";
    return plan.kind === "create" ? "created" : "resumed";
}
function told(inputs, { published, latest, how }, { log }) {
    if (how === "unchanged") {
        log.info(`another run published ${inputs.tag} meanwhile, complete and the same: ${published.htmlUrl}`);
        return report(published, inputs, how, ["Another run published the release meanwhile, complete and the same."]);
    }
    log.info(`published ${inputs.tag}${latest ? " as the latest release" : ""}: ${published.htmlUrl}`);
    return report(published, inputs, how, [
        `Tag ${inputs.tag} names ${inputs.commit}.`,
        `${published.assets.length} files attached, each verified by digest.`,
        latest ? "It is the latest release." : "It is not marked as latest.",
    ]);
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   sk: () => (/* binding */ stringMember),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function stringMember(value, key) {
    const found = member(value, key);
    return typeof found === "string" ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   m: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
async function retry(attempt, policy) {
    const start = policy.clock.elapsedMs();
    for (let count = 1;; count += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const verdict = policy.judge(error);
            if (verdict.kind === "give-up" || count >= policy.attempts)
                throw error;
            const pauseMs = Math.max(policy.random() * policy.baseMs * 2 ** (count - 1), verdict.notBeforeMs ?? 0);
            if (policy.clock.elapsedMs() - start + pauseMs > policy.budgetMs)
                throw error;
            await policy.clock.sleep(pauseMs, policy.signal);
        }
    }
}
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const text = header.trim();
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}


/***/ })

};
