export const id = 772;
export const ids = [772];
export const modules = {

/***/ 6772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  computeBetaTag: () => (/* binding */ computeBetaTag)
});

// EXTERNAL MODULE: ../../packages/domain/lib/beta-tag.js
var beta_tag = __webpack_require__(2474);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
// EXTERNAL MODULE: ../../packages/domain/lib/version.js
var version = __webpack_require__(4789);
;// CONCATENATED MODULE: ./lib/read-version.js

const READERS = [
    [/^Cargo\.toml$/, async () => (await Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(498)]).then(__webpack_require__.bind(__webpack_require__, 6498))).cargoVersion],
    [/^pyproject\.toml$/, async () => (await Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 1838))).pyprojectVersion],
    [/^package\.json$/, async () => (await __webpack_require__.e(/* import() */ 863).then(__webpack_require__.bind(__webpack_require__, 8863))).packageJsonVersion],
    [/^(?:Chart|pubspec)\.ya?ml$/, async () => (await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 1681))).yamlVersion],
    [/^pom\.xml$/, async () => (await __webpack_require__.e(/* import() */ 381).then(__webpack_require__.bind(__webpack_require__, 4381))).pomVersion],
    [/^(?:build\.gradle(?:\.kts)?|gradle\.properties)$/, async () => (await __webpack_require__.e(/* import() */ 605).then(__webpack_require__.bind(__webpack_require__, 6605))).gradleVersion],
    [/^go\.mod$/, async () => (await __webpack_require__.e(/* import() */ 4).then(__webpack_require__.bind(__webpack_require__, 1004))).goVersion],
    [/^VERSION$|\.txt$/, async () => (await __webpack_require__.e(/* import() */ 625).then(__webpack_require__.bind(__webpack_require__, 9625))).textVersion],
];
async function readVersion(manifest) {
    const found = await read(manifest);
    if (found.kind === "version")
        return (0,version/* parseVersion */.ot)(found.text);
    const message = `"${manifest.path}" names no version: ${found.why}`;
    throw (0,errors/* configuration */.HF)("NO_VERSION", message, 'Write the version there, or give it as the input "version".');
}
async function read(manifest) {
    const name = manifest.path.slice(manifest.path.lastIndexOf("/") + 1);
    const load = READERS.find(([pattern]) => pattern.test(name))?.[1];
    if (load === undefined)
        throw unknownManifest(manifest.path);
    const reader = await load();
    try {
        return await reader(manifest);
    }
    catch (error) {
        if (error instanceof errors/* FairwayError */.q2)
            throw error;
        const [reason = "it does not parse"] = (0,errors/* causeChain */.DD)(error);
        throw (0,errors/* configuration */.HF)("BAD_MANIFEST", `"${manifest.path}" is malformed: ${reason.split("\n")[0] ?? ""}`);
    }
}
function unknownManifest(path) {
    return (0,errors/* configuration */.HF)("UNKNOWN_MANIFEST", `"${path}" is not a kind of file that a version is read from`, 'Name a Cargo.toml, package.json, pyproject.toml, pom.xml, Chart.yaml, pubspec.yaml, build.gradle(.kts), gradle.properties, go.mod, VERSION or .txt file, or give the input "version".');
}

// EXTERNAL MODULE: ../../packages/domain/lib/commit.js
var lib_commit = __webpack_require__(9272);
;// CONCATENATED MODULE: ./lib/style-short-sha.js

function styleShortSha(commit, style) {
    switch (style) {
        case "plain":
            return (0,lib_commit/* shortSha */.F)(commit);
        case "g":
            return `g${(0,lib_commit/* shortSha */.F)(commit)}`;
        case "extend":
            return /^\d{7,}?[a-f]/.exec(commit)?.[0] ?? (0,lib_commit/* shortSha */.F)(commit);
    }
}

;// CONCATENATED MODULE: ./lib/compute-beta-tag.js



const MAX_MANIFEST_BYTES = 1024 * 1024;
async function computeBetaTag(inputs, ports) {
    if (inputs.betaTag !== undefined)
        return report(inputs.betaTag, undefined, inputs, ports);
    await requireCheckout(inputs.commit, ports);
    const version = inputs.version ?? (await versionInFile(inputs.versionFile ?? "", ports));
    const tag = (0,beta_tag/* createBetaTag */.z)(version, styleShortSha(inputs.commit, inputs.shaStyle));
    if (!tag.semverValid) {
        ports.log.warning(`${tag.text} is not valid SemVer: its short SHA is a number with a leading zero. It is a valid Docker and git tag; sha-style: extend avoids this.`);
    }
    return report(tag, inputs.commit, inputs, ports);
}
async function requireCheckout(commit, { checkout }) {
    const head = await checkout.head();
    if (head === commit)
        return;
    throw (0,errors/* refusal */.x5)("OTHER_COMMIT", `The checked-out commit is ${head}, the tag would name ${commit}; a tag must name what was built`, 'Give actions/checkout the same commit as "ref", or give this step the commit that was checked out.');
}
async function versionInFile(path, { files, checkout, log }) {
    const read = (file) => files.readText(file, MAX_MANIFEST_BYTES);
    const content = await read(path);
    if (content === undefined) {
        throw (0,errors/* configuration */.HF)("NO_VERSION_FILE", `"${path}" is not in the workspace`, "Check the path, relative to the repository's root, and that actions/checkout ran before.");
    }
    const version = await readVersion({ path, content, read, nearestTag: (prefix) => checkout.nearestTag(prefix) });
    log.info(`read version ${version} from ${path}`);
    return version;
}
function report(tag, commit, inputs, { clock, log }) {
    const outcome = commit === undefined ? "parsed" : "computed";
    log.info(`${outcome} beta tag ${tag.text}`);
    return {
        outputs: {
            version: tag.version,
            "short-sha": tag.shortSha,
            "beta-tag": tag.text,
            "release-tag": `${inputs.releaseTagPrefix ?? ""}${tag.version}`,
            commit: commit ?? "",
            "build-time": clock
                .now()
                .toISOString()
                .replace(/\.\d+Z$/, "Z"),
            "semver-valid": String(tag.semverValid),
            outcome,
        },
    };
}


/***/ })

};
