export const id = 870;
export const ids = [870];
export const modules = {

/***/ 870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  retagImage: () => (/* binding */ retagImage)
});

// EXTERNAL MODULE: ../../packages/domain/lib/run-together.js
var run_together = __webpack_require__(771);
// EXTERNAL MODULE: ../../packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(564);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/plan-tag.js
function planVersionTag(observed, digest, onConflict) {
    if (observed.before === undefined)
        return { ...observed, kind: "create" };
    if (observed.before === digest)
        return { ...observed, kind: "same" };
    return { ...observed, kind: onConflict === "fail" ? "conflict" : onConflict };
}
function planFloatingTag(observed, digest, rule) {
    if (observed.before === digest)
        return { ...observed, kind: "same" };
    const why = rule.kind === "auto" ? rule.reasonToKeep(observed.tag) : undefined;
    if (rule.kind === "never")
        return { ...observed, kind: "keep", why: "move-floating is never" };
    if (why !== undefined)
        return { ...observed, kind: "keep", why };
    return { ...observed, kind: observed.before === undefined ? "create" : "move" };
}
function isWrite(plan) {
    return plan.kind === "create" || plan.kind === "move";
}

// EXTERNAL MODULE: ./lib/targets.js
var lib_targets = __webpack_require__(69);
;// CONCATENATED MODULE: ./lib/journal.js


function createJournal() {
    const records = new Map();
    const copies = new Map();
    return {
        decide: (plan) => void records.set(plan.tag, { plan, after: plan.before }),
        found: (tag, after) => {
            const record = records.get(tag);
            if (record !== undefined)
                records.set(tag, { ...record, after });
        },
        records: () => [...records.values()],
        planOf: (tag) => records.get(tag)?.plan,
        copied: (to, report) => void copies.set((0,lib_targets/* renderPlace */.oL)(to), { to, report }),
        has: (place) => copies.has((0,lib_targets/* renderPlace */.oL)(place)),
        copies: () => [...copies.values()],
    };
}
function asPlanned(records, digest) {
    return records.map(({ plan }) => ({ plan, after: isWrite(plan) ? digest : plan.before }));
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(441);
// EXTERNAL MODULE: ./lib/bring-content.js
var bring_content = __webpack_require__(431);
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
    throw (0,errors/* configuration */.HF)("BAD_VERSION", `"${text.slice(0, 100)}" is not a version that can be a tag: ${problem}`);
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

;// CONCATENATED MODULE: ../../packages/domain/lib/beta-tag.js


function createBetaTag(version, sha) {
    const text = `${version}-${sha}.beta`;
    return { text, version, shortSha: sha, semverValid: isSemver(text) };
}
function parseBetaTag(text) {
    if (text.length > 128)
        throw notABetaTag(text.slice(0, 40), `it has ${text.length} characters; a Docker tag has at most 128`);
    const match = /^([0-9A-Za-z.-]+)-([0-9a-z]{7,40})\.beta$/.exec(text);
    const version = match?.[1];
    const sha = match?.[2];
    if (version === undefined || sha === undefined)
        throw notABetaTag(text, reasonFor(text));
    return createBetaTag(parseVersion(version), sha);
}
function reasonFor(text) {
    if (text !== text.trim())
        return "it has white space around it";
    if (text.startsWith("v"))
        return 'it starts with "v"';
    if (!text.endsWith(".beta"))
        return 'it does not end in ".beta"';
    return "the part before .beta is not a version, a hyphen, and 7 to 40 lower-case letters or digits";
}
function notABetaTag(text, reason) {
    return (0,errors/* configuration */.HF)("BAD_BETA_TAG", `"${text}" is not a beta tag: ${reason}`, "A beta tag looks like 0.1.0-abcdefg.beta: {version}-{short_sha}.beta. The betas are listed under Releases as prereleases.");
}

;// CONCATENATED MODULE: ./lib/guard-floating-tag.js

function versionOfPromotion(tags, sourceTag) {
    const versions = tags.map(withoutPrefix).filter(isSemver).sort(compareVersions);
    return versions.at(-1) ?? versionInSource(sourceTag ?? "");
}
function reasonToKeep(floatingTag, version, tags) {
    if (isPrereleaseVersion(version))
        return `${version} is a prerelease`;
    const line = /^v?(\d+(?:\.\d+)?)$/.exec(floatingTag)?.[1];
    if (line !== undefined && !isInLine(version, line))
        return `${version} does not belong to the line ${floatingTag}`;
    const newer = tags
        .filter((tag) => isRelease(withoutPrefix(tag)) && (line === undefined || isInLine(withoutPrefix(tag), line)))
        .filter((tag) => compareVersions(withoutPrefix(tag), version) > 0)
        .sort((a, b) => compareVersions(withoutPrefix(a), withoutPrefix(b)))
        .at(-1);
    return newer === undefined ? undefined : `the repository has the newer release ${newer}`;
}
function versionInSource(tag) {
    try {
        return parseBetaTag(tag).version;
    }
    catch {
        const version = withoutPrefix(tag);
        return isSemver(version) ? version : undefined;
    }
}
function isRelease(version) {
    return isSemver(version) && !isPrereleaseVersion(version);
}
function isInLine(version, line) {
    return version.startsWith(`${line}.`);
}
function withoutPrefix(tag) {
    return tag.replace(/^v(?=\d)/, "");
}

;// CONCATENATED MODULE: ./lib/release-lists.js


function createReleaseLists(targets) {
    const lists = new Map();
    return {
        read: async (wanted) => {
            const places = (0,lib_targets/* groupByPlace */.O4)(wanted).map(([place]) => place);
            const missing = places.filter((place) => !lists.has((0,lib_targets/* renderPlace */.oL)(place)));
            await (0,run_together/* runTogether */.a)(missing.map((place) => async () => void lists.set((0,lib_targets/* renderPlace */.oL)(place), await targets.storeOf(place).tags())));
        },
        of: ({ place }) => lists.get((0,lib_targets/* renderPlace */.oL)(place)) ?? [],
    };
}

;// CONCATENATED MODULE: ./lib/write-tag.js


async function writeTag(target, promotion) {
    const { ports, targets, journal, digest } = promotion;
    ports.signal.throwIfAborted();
    const manifest = await promotion.image();
    try {
        const plan = journal.planOf(target.name);
        await targets.storeOf(target.place).put(target.tag, manifest, { digest: plan?.before, etag: plan?.etag });
        journal.found(target.name, digest);
    }
    catch (error) {
        const landed = (await readAfterFailure(target, promotion)) === digest;
        if (!landed || !(error instanceof errors/* FairwayError */.q2) || error.kind !== "upstream")
            throw error;
        ports.log.info(`${target.name} names the image although its write failed: ${error.message}`);
    }
}
async function writeTogether(targets, promotion) {
    const { ports, journal, digest } = promotion;
    const done = new Set();
    for (const [place, tags] of (0,lib_targets/* groupByPlace */.O4)(targets)) {
        ports.signal.throwIfAborted();
        const names = tags.map(({ tag }) => tag);
        const accepted = await promotion.targets.storeOf(place).putTogether(names, await promotion.image());
        for (const { name } of tags.filter(({ tag }) => accepted.includes(tag))) {
            journal.found(name, digest);
            done.add(name);
        }
    }
    return targets.filter(({ name }) => !done.has(name));
}
async function readAfterFailure(target, promotion) {
    const now = await readTag(target, promotion).catch(() => undefined);
    promotion.journal.found(target.name, now);
    return now;
}
async function verifyTags(targets, promotion) {
    const { journal, digest } = promotion;
    const strayed = [];
    await (0,run_together/* runTogether */.a)(targets.map((target) => async (signal) => {
        const now = await readTag(target, promotion, signal);
        journal.found(target.name, now);
        if (now !== digest)
            strayed.push(`${target.name} names ${now ?? "nothing"}`);
    }));
    if (strayed.length === 0)
        return;
    throw (0,errors/* refusal */.x5)("TAG_MOVED", `${strayed.join("; ")} when read back, where ${digest} was put: somebody else moved it at the same time`, "Find out what else pushes this tag, then run this job again.");
}
async function readTag({ place, tag }, { targets }, signal) {
    return (await targets.storeOf(place).resolve(tag, signal))?.digest;
}

;// CONCATENATED MODULE: ./lib/promote.js







const TAGS_AT_ONCE = 4;
function observe(wanted, targets) {
    return (0,run_together/* runTogether */.a)(wanted.map((target) => async (signal) => {
        return observation(target, await targets.storeOf(target.place).resolve(target.tag, signal));
    }));
}
function observation({ name }, found) {
    return { tag: name, before: found?.digest, etag: found?.etag };
}
async function promote(promotion, observed) {
    const { inputs, digest } = promotion;
    const versions = observed.map((one) => planVersionTag(one, digest, inputs.onConflict));
    announce(versions, promotion);
    refuseConflicts(versions, digest);
    const written = inputs.dryRun ? [] : await writeVersions(versions, promotion);
    const look = versions.some(isWrite) ? "with-releases" : "first";
    let floating = [];
    await (0,run_together/* runTogether */.a)([
        () => verifyTags(written, promotion),
        async () => {
            floating = await planFloating(promotion.targets.floating, promotion, look);
        },
    ]);
    announce(floating, promotion);
    if (!inputs.dryRun)
        await moveFloating(latestLast(writesOf(floating, promotion)), promotion);
}
async function writeVersions(versions, promotion) {
    await (0,bring_content/* bringContent */.E)(promotion, await targetsOfContent(versions, promotion));
    const targets = writesOf(await lookAgain(versions, promotion), promotion);
    await (0,run_together/* runTogether */.a)(targets.slice(0, 1).map(write));
    await (0,run_together/* runTogether */.a)(targets.slice(1).map(write), TAGS_AT_ONCE);
    return targets;
    function write(target) {
        return () => writeTag(target, promotion);
    }
}
async function lookAgain(versions, promotion) {
    const { inputs, digest, targets, journal } = promotion;
    if (journal.copies().every(({ report }) => report.bytesSent === 0))
        return versions;
    const now = await observe(writesOf(versions, promotion), targets);
    const plans = now.map((one) => planVersionTag(one, digest, inputs.onConflict));
    announce(plans.filter(({ tag, before }) => journal.planOf(tag)?.before !== before), promotion);
    refuseConflicts(plans, digest);
    return plans;
}
async function targetsOfContent(versions, promotion) {
    const { targets, inputs } = promotion;
    const required = inputs.referrers === "require" ? targets.versions : writesOf(versions, promotion);
    const right = versions.filter(({ kind }) => kind === "same").map(({ tag }) => targets.find(tag));
    const supplied = [(0,lib_targets/* placeOf */.$t)(inputs.source), ...[...required, ...right].map(({ place }) => place)];
    const alone = targets.floating.filter(({ place }) => !supplied.some((one) => (0,lib_targets/* isSamePlace */.O1)(one, place)));
    return [...required, ...writesOf(await planFloating(alone, promotion), promotion)];
}
async function moveFloating(moving, promotion) {
    const { ports, journal, digest, targets } = promotion;
    if (moving.length === 0)
        return;
    await (0,bring_content/* bringContent */.E)(promotion, moving);
    for (const target of await writeTogether(moving, promotion))
        await writeTag(target, promotion);
    const right = journal.records().filter(({ plan }) => isWrite(plan) || plan.kind === "same");
    await verifyTags(right.map(({ plan }) => targets.find(plan.tag)), promotion);
    ports.log.info(`read back ${right.length} tags: all name ${(0,lib_digest/* shortDigest */.VK)(digest)}`);
}
function writesOf(plans, { targets }) {
    return plans.filter(isWrite).map(({ tag }) => targets.find(tag));
}
function announce(plans, { ports: { log }, journal, digest, inputs }) {
    const prefix = inputs.dryRun ? "plan: " : "";
    for (const plan of plans) {
        journal.decide(plan);
        if (plan.kind === "skip")
            log.warning(`skipped ${plan.tag}: it names ${plan.before ?? ""}, another image`);
        else if (plan.kind === "keep")
            log.notice(`kept ${plan.tag} where it is: ${plan.why}`);
        else
            log.info(`${prefix}${describe(plan, digest)}`);
    }
}
function describe(plan, digest) {
    if (plan.kind === "same")
        return `leave ${plan.tag}: it names the image already`;
    if (plan.kind === "conflict")
        return `refuse ${plan.tag}: it names ${(0,lib_digest/* shortDigest */.VK)(plan.before ?? "")}, another image`;
    const from = plan.before === undefined ? "" : ` from ${(0,lib_digest/* shortDigest */.VK)(plan.before)}`;
    return `${plan.kind} ${plan.tag}${from} to ${(0,lib_digest/* shortDigest */.VK)(digest)}`;
}
function refuseConflicts(plans, digest) {
    const conflicts = plans.filter((plan) => plan.kind === "conflict");
    if (conflicts.length === 0)
        return;
    const list = conflicts.map(({ tag, before }) => `${tag} names ${before ?? ""}`).join("; ");
    throw (0,errors/* refusal */.x5)("TAG_CONFLICT", `${list}; the source is ${digest}. A version tag that was published is not moved, and nothing was written`, "Release under a new version. If that tag is wrong and nobody uses it, say so with on-conflict: move.");
}
async function planFloating(wanted, promotion, look = "first") {
    const { digest, targets } = promotion;
    const version = versionToCompare(promotion);
    const releases = createReleaseLists(targets);
    let observed = [];
    await (0,run_together/* runTogether */.a)([
        async () => {
            observed = await observe(wanted, targets);
        },
        ...(look === "with-releases" && version !== undefined ? [() => releases.read(wanted)] : []),
    ]);
    const open = observed.filter(({ before }) => before !== digest).map(({ tag }) => targets.find(tag));
    const rule = open.length > 0 ? await floatingRule(open, promotion, releases) : { kind: "never" };
    return observed.map((one) => planFloatingTag(one, digest, rule));
}
async function floatingRule(open, promotion, releases) {
    const { inputs, targets, ports } = promotion;
    if (inputs.moveFloating !== "auto")
        return { kind: inputs.moveFloating };
    const version = versionToCompare(promotion);
    if (version === undefined) {
        ports.log.notice("neither tags nor the source's tag is a version, so floating tags move without a comparison");
        return { kind: "always" };
    }
    await releases.read(open);
    return {
        kind: "auto",
        reasonToKeep: (name) => {
            const target = targets.find(name);
            return reasonToKeep(target.tag, version, releases.of(target));
        },
    };
}
function versionToCompare({ inputs, targets }) {
    if (inputs.moveFloating !== "auto")
        return undefined;
    return versionOfPromotion(targets.versions.map(({ tag }) => tag), inputs.source.tag);
}
function latestLast(targets) {
    return [...targets.filter(({ tag }) => tag !== "latest"), ...targets.filter(({ tag }) => tag === "latest")];
}

;// CONCATENATED MODULE: ./lib/promotion.js

function createTargets(inputs, { registries }) {
    const versions = targetsOf(inputs.tags, inputs.source);
    const floating = targetsOf(inputs.floatingTags, inputs.source);
    const byName = new Map([...versions, ...floating].map((target) => [target.name, target]));
    return {
        versions,
        floating,
        find: (name) => {
            const target = byName.get(name);
            if (target === undefined)
                throw new Error(`no tag of this promotion is called ${name}`);
            return target;
        },
        storeOf: (place) => registries.repository(place),
    };
}
function targetsOf(given, source) {
    const targets = (given ?? []).map((one) => (0,lib_targets/* resolveTarget */.u1)(one, source));
    return [...new Map(targets.map((target) => [target.name, target])).values()];
}

;// CONCATENATED MODULE: ./lib/match-platforms.js
function missingPlatforms(required, available) {
    const known = available.map(canonical);
    return required.filter((platform) => {
        const wanted = canonical(platform);
        return !known.some((one) => one === wanted || (!hasVariant(wanted) && one.startsWith(`${wanted}/`)));
    });
}
function canonical(platform) {
    return platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/amd64\/v1$/, "/amd64");
}
function hasVariant(platform) {
    return platform.split("/").length > 2;
}

;// CONCATENATED MODULE: ./lib/require-content.js



async function requireContent(inputs, image, { registries, log }) {
    const manifests = registries.repository((0,lib_targets/* placeOf */.$t)(inputs.source));
    const required = inputs.requirePlatforms ?? [];
    if (required.length > 0)
        requirePlatforms(required, await manifests.platforms(await image()));
    if (inputs.referrers !== "require")
        return;
    const referrers = await manifests.referrers(await image());
    if (referrers.length === 0)
        throw noReferrers();
    log.info(`found ${referrers.length} signatures, SBOMs or attestations of the image`);
}
function requirePlatforms(required, available) {
    const missing = missingPlatforms(required, available);
    if (missing.length === 0)
        return;
    throw (0,errors/* refusal */.x5)("MISSING_PLATFORM", `the image has no ${missing.join(", ")}; it has ${available.length === 0 ? "no platform at all" : available.join(", ")}`, "Build the beta for all required platforms, for example with platforms: of docker/build-push-action.");
}
function noReferrers() {
    return (0,errors/* refusal */.x5)("NO_REFERRERS", "the image has no signature, SBOM or attestation, and referrers is require", "Sign or attest the beta where it is built, for example with provenance: true of docker/build-push-action.");
}

;// CONCATENATED MODULE: ./lib/retag-image.js






async function retagImage(inputs, ports) {
    const { source } = inputs;
    const { registries, log } = ports;
    const targets = createTargets(inputs, ports);
    const home = registries.repository((0,lib_targets/* placeOf */.$t)(source));
    const [found, ...named] = await (0,run_together/* runTogether */.a)([
        (signal) => home.resolve(source.digest ?? source.tag ?? "", signal),
        ...targets.versions.map(({ place, tag }) => {
            return (signal) => registries.repository(place).resolve(tag, signal);
        }),
    ]);
    const name = requireSource(inputs, found);
    const versions = targets.versions.map((target, index) => observation(target, named[index]));
    log.info(`found ${(0,image_reference/* renderImageReference */.NL)(source)}: ${name.digest}`);
    const journal = createJournal();
    const image = once(() => home.fetch(name.digest));
    try {
        await requireContent(inputs, image, ports);
        await promote({ inputs, ports, journal, digest: name.digest, image, targets }, versions);
        return report(inputs, name, journal);
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2))
            throw error;
        return report(inputs, name, journal, error);
    }
}
function requireSource({ source, expectedDigest }, found) {
    const image = (0,image_reference/* renderImageReference */.NL)(source);
    if (found === undefined) {
        throw (0,errors/* refusal */.x5)("MISSING_IMAGE", `${image} is not in the registry`, "Check the tag; the tags of betas are listed under Releases. Was the image pushed, and not removed since?");
    }
    if (expectedDigest === undefined || expectedDigest === found.digest)
        return found;
    throw (0,errors/* refusal */.x5)("UNEXPECTED_DIGEST", `${image} names ${found.digest}, and ${expectedDigest} was expected: what was tested is not what would be promoted`, "Find out who pushed the tag again. Build and test a new beta, and promote that.");
}
function report(inputs, name, journal, failure) {
    const planned = inputs.dryRun && failure === undefined;
    const records = planned ? asPlanned(journal.records(), name.digest) : journal.records();
    const changed = records.some((record) => isChanged(record, name.digest));
    const green = planned ? "planned" : changed ? "promoted" : "unchanged";
    return {
        outputs: {
            digest: name.digest,
            "media-type": name.mediaType,
            changed: String(changed),
            tags: JSON.stringify(records.map(({ plan, after }) => ({ tag: plan.tag, before: plan.before ?? null, after: after ?? null }))),
            outcome: failure === undefined ? green : "error",
        },
        failure,
        records,
        copies: journal.copies(),
    };
}
function isChanged({ plan, after }, digest) {
    return after === digest && plan.before !== digest;
}
function once(fetch) {
    let fetched;
    return () => {
        fetched ??= fetch();
        return fetched;
    };
}


/***/ }),

/***/ 771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runTogether)
/* harmony export */ });
async function runTogether(works, atOnce = works.length) {
    const stop = new AbortController();
    const results = [];
    const waiting = works.entries();
    await Promise.all(works.slice(0, atOnce).map(takeOneAfterAnother));
    stop.signal.throwIfAborted();
    return results;
    async function takeOneAfterAnother() {
        for (const [place, work] of waiting) {
            if (stop.signal.aborted)
                return;
            try {
                results[place] = await work(stop.signal);
            }
            catch (error) {
                stop.abort(error);
            }
        }
    }
}


/***/ })

};
