import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1314:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 5547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EG: () => (/* binding */ checkOf),
/* harmony export */   IX: () => (/* binding */ pass),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   VX: () => (/* binding */ groupLeftOut),
/* harmony export */   fJ: () => (/* binding */ fail)
/* harmony export */ });
function pass(found, fix = "") {
    return { state: "pass", found, fix };
}
function fail(found, fix) {
    return { state: "fail", found, fix };
}
function unknown(found, fix = "") {
    return { state: "unknown", found, fix };
}
function checkOf(name, input, value, ask) {
    return value === undefined ? { kind: "left-out", name, input } : { kind: "asked", name, ask: () => ask(value) };
}
function once(work) {
    let started;
    return () => (started ??= work());
}
async function behind(row, needed, ask) {
    const known = await needed.then((value) => ({ value }), () => undefined);
    return known === undefined ? unknown(`not asked, because of the row ${row}`) : ask(known.value);
}
function groupLeftOut(leftOut) {
    const groups = Map.groupBy(leftOut, ({ input }) => input);
    return [...groups].map(([input, rows]) => ({ input, checks: rows.map(({ check }) => check) }));
}


/***/ }),

/***/ 2572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ parseHealthUrl),
  j: () => (/* binding */ showUrl)
});

;// CONCATENATED MODULE: ../../packages/domain/lib/redact-url.js
function redactUrl(text) {
    const [bare = ""] = text.replace(/\/\/.*@/s, "//…@").split(/[?#]/);
    return bare.slice(0, 100);
}

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
// EXTERNAL MODULE: ../../packages/domain/lib/loopback.js
var loopback = __nccwpck_require__(460);
;// CONCATENATED MODULE: ./lib/health-url.js

function parseHealthUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const problem = url === undefined ? "it is not a URL" : problemOf(url);
    if (url !== undefined && problem === undefined)
        return url;
    const shown = redactUrl(text);
    throw (0,errors/* configuration */.HF)("BAD_URL", `"${shown}" is refused: ${problem ?? ""}; write it as https://www.example.com/ready`);
}
function showUrl(url) {
    return `${url.origin}${url.pathname}`;
}
function problemOf(url) {
    if (url.username !== "" || url.password !== "")
        return "it has a user name or a password in it";
    if (url.protocol === "https:")
        return undefined;
    return url.protocol === "http:" && (0,loopback/* isLoopbackHost */.c)(url.hostname)
        ? undefined
        : "only https is asked, and http on loopback";
}


/***/ }),

/***/ 2378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  sw: () => (/* binding */ checkInputs),
  OA: () => (/* binding */ fields),
  DQ: () => (/* binding */ loginOf)
});

// EXTERNAL MODULE: ../../packages/domain/lib/inputs.js
var inputs = __nccwpck_require__(1784);
// EXTERNAL MODULE: ../../packages/domain/lib/closest-name.js
var closest_name = __nccwpck_require__(3472);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
;// CONCATENATED MODULE: ../../packages/domain/lib/aws-region.js


const COMPASS = "(?:north|south)?(?:east|west)|north|south|central";
const REGION = new RegExp(`^[a-z]{2,4}(?:-[a-z]{2,4})?-(?:${COMPASS})-\\d{1,2}$`);
const KNOWN = "us-east-1 us-east-2 us-west-1 us-west-2 eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1 eu-south-2 " +
    "ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 " +
    "ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 af-south-1 ca-central-1 ca-west-1 il-central-1 " +
    "me-central-1 me-south-1 mx-central-1 sa-east-1 cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 eusc-de-east-1";
function parseAwsRegion(text) {
    if (REGION.test(text))
        return text;
    const near = (0,closest_name/* didYouMean */.a)(text, KNOWN.split(" "));
    throw (0,errors/* configuration */.HF)("BAD_REGION", `"${text.slice(0, 60)}" is not an AWS region${near === "" ? ", such as eu-west-1" : near}`);
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __nccwpck_require__(9441);
;// CONCATENATED MODULE: ../../packages/domain/lib/image-reference.js


const TAG = /^\w[\w.-]{0,127}$/;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const HOST = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d{1,5})?$/;
function isTagName(text) {
    return TAG.test(text);
}
function parseImageReference(text) {
    const [beforeDigest = "", digest, ...more] = text.split("@");
    const { name, tag } = splitTag(beforeDigest);
    const { registry, repository } = splitHost(name);
    const problem = problemOfText(text) ??
        problemOfTag(tag) ??
        problemOfDigest(digest, more.length) ??
        problemOfName(registry, repository);
    if (problem !== undefined)
        throw notAnImage(text, problem);
    return { registry, repository, tag, digest: digest };
}
function renderImageReference(image) {
    const tag = image.tag === undefined ? "" : `:${image.tag}`;
    const digest = image.digest === undefined ? "" : `@${image.digest}`;
    return `${image.registry}/${image.repository}${tag}${digest}`;
}
function splitTag(text) {
    const colon = text.lastIndexOf(":");
    if (colon <= text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}
function splitHost(name) {
    const slash = name.indexOf("/");
    const first = slash === -1 ? "" : name.slice(0, slash);
    const isHost = first === "localhost" || /[.:]/.test(first);
    if (!isHost)
        return { registry: "docker.io", repository: slash === -1 ? `library/${name}` : name };
    if (first === "index.docker.io")
        return splitHost(`docker.io/${name.slice(slash + 1)}`);
    return { registry: first, repository: name.slice(slash + 1) };
}
function problemOfText(text) {
    if (text.length > 512)
        return "it is longer than 512 characters";
    return /\s/.test(text) ? "it has white space in it" : undefined;
}
function problemOfTag(tag) {
    return tag === undefined || isTagName(tag) ? undefined : `"${tag}" is not a tag`;
}
function problemOfDigest(digest, surplus) {
    const fits = surplus === 0 && (digest === undefined || (0,lib_digest/* isDigest */.Bc)(digest));
    return fits ? undefined : 'what follows "@" is not a sha256 digest';
}
function problemOfName(registry, repository) {
    if (!HOST.test(registry))
        return `"${registry}" is not a host`;
    if (repository.length <= 255 && REPOSITORY.test(repository))
        return undefined;
    return `"${repository}" is not a repository name: lower-case letters and digits, with single . _ - between them`;
}
function notAnImage(text, reason) {
    return (0,errors/* configuration */.HF)("BAD_IMAGE", `"${text.slice(0, 100)}" is not an image reference: ${reason}`, "Write it as registry/repository:tag, for example ghcr.io/acme/shop:1.4.0.");
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

// EXTERNAL MODULE: ../../packages/domain/lib/json-pointer.js
var json_pointer = __nccwpck_require__(2627);
// EXTERNAL MODULE: ./lib/health-url.js + 1 modules
var health_url = __nccwpck_require__(2572);
;// CONCATENATED MODULE: ./lib/inputs.js


const NAME = /^[A-Za-z0-9_][\w-]{0,254}$/;
const NAME_OR_ARN = /^([A-Za-z0-9_][\w-]{0,254}|arn:[\w-]+:ecs:[\w-]+:\d{12}:[\w/-]{1,520})$/;
const ROLE = /^arn:[\w-]{1,20}:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/;
const service = (0,inputs/* text */.Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS service" });
const fields = {
    actions: (0,inputs/* items */.ld)((0,inputs/* choice */.Yq)("check-concurrent", "check-environment", "create-release", "ecs-deploy", "record-deployment", "resolve-release", "retag-image")),
    environment: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ max: 255 })),
    "require-reviewers": (0,inputs/* flag */.Jt)(),
    "require-branch-rule": (0,inputs/* flag */.Jt)(),
    "aws-role": (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ pattern: ROLE, rule: "the ARN of an IAM role" })),
    "aws-region": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(parseAwsRegion)),
    cluster: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS cluster" })),
    service: (0,inputs/* optional */.lq)(service),
    container: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ pattern: NAME, rule: "the name of a container: letters, digits, _ and -" })),
    "database-service": (0,inputs/* optional */.lq)(service),
    image: (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(parseImageReference)),
    "registry-username": (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ max: 255 })),
    "registry-password": (0,inputs/* optional */.lq)((0,inputs/* secret */.rJ)()),
    "beta-tag": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(parseBetaTag)),
    "release-tag-prefix": (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ max: 60, pattern: /^[A-Za-z][\w.-]*$/, rule: "a prefix of letters, such as v" })),
    "health-url": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(health_url/* parseHealthUrl */.D)),
    "version-pointer": (0,inputs/* parsedBy */.f3)(json_pointer/* parseJsonPointer */.H),
    "timeout-seconds": (0,inputs/* integer */.nd)(1, 300),
    "github-token": (0,inputs/* token */.Sh)(),
};
function checkInputs(inputs) {
    return [
        ...needs(inputs.service, "service", inputs.cluster, "cluster"),
        ...needs(inputs.databaseService, "database-service", inputs.cluster, "cluster"),
        ...needs(inputs.container, "container", inputs.service, "service"),
        ...needs(inputs.registryUsername, "registry-username", inputs.registryPassword, "registry-password"),
        ...needs(inputs.registryPassword, "registry-password", inputs.registryUsername, "registry-username"),
    ];
}
function needs(given, input, other, name) {
    return given !== undefined && other === undefined
        ? [{ input, message: `means nothing without ${name}; give ${name} as well` }]
        : [];
}
function loginOf({ registryUsername: username, registryPassword: password }) {
    return username === undefined || password === undefined ? undefined : { username, password };
}


/***/ }),

/***/ 7586:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8437);
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8727);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2378);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1451);



await (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({
    name: "check-setup",
    fields: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw,
    execute: async (inputs, { clock, context, log, random, signal: ofRun }) => {
        const [{ checkSetup }, { createHttpTransport }, github, setup] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 220).then(__nccwpck_require__.bind(__nccwpck_require__, 1220)),
            __nccwpck_require__.e(/* import() */ 482).then(__nccwpck_require__.bind(__nccwpck_require__, 2482)),
            Promise.all(/* import() */[__nccwpck_require__.e(946), __nccwpck_require__.e(882)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1882)),
            __nccwpck_require__.e(/* import() */ 878).then(__nccwpck_require__.bind(__nccwpck_require__, 9878)),
        ]);
        const [{ openAws }, { openImageProbe }, { openProbe }] = await Promise.all([
            Promise.all(/* import() */[__nccwpck_require__.e(680), __nccwpck_require__.e(60)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7060)),
            __nccwpck_require__.e(/* import() */ 841).then(__nccwpck_require__.bind(__nccwpck_require__, 1841)),
            __nccwpck_require__.e(/* import() */ 685).then(__nccwpck_require__.bind(__nccwpck_require__, 8685)),
        ]);
        const { apiUrl, repository, runId } = context;
        const open = (signal) => {
            const basics = { http: createHttpTransport(), clock, log, random, signal, mask: _fairway_action_kit__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK };
            const site = github.connectGitHub({ ...basics, apiUrl, repository, token: inputs.githubToken });
            return {
                permissions: setup.openTokenPermissions(site),
                environments: github.openEnvironments(site),
                tags: github.openTags(site),
                idTokens: setup.openIdTokens(basics),
                aws: openAws({ clock, random, signal, mask: _fairway_action_kit__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK, region: inputs.awsRegion }),
                registry: openImageProbe({ ...basics, credentials: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loginOf */ .DQ)(inputs) }),
                probe: openProbe({ clock }),
            };
        };
        return checkSetup(inputs, { clock, log, signal: ofRun, runId, open });
    },
    render: _summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .B,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8928);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5547);


const ORDER = ["fail", "unknown", "pass"];
function renderSummary({ outputs, rows, leftOut }) {
    const { failed, unknown } = outputs;
    const head = `### Setup: ${outputs.outcome}\n\n${rows.length} checks: ${failed} failed, ${unknown} unknown. Nothing was changed.\n`;
    const sorted = ORDER.flatMap((state) => rows.filter((row) => row.state === state));
    const cells = sorted.map(({ check, state, found, fix }) => [
        state === "fail" ? "**fail**" : state,
        (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(check),
        (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(found, 1000),
        (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(fix, 1000),
    ]);
    const left = (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .groupLeftOut */ .VX)(leftOut).map(({ input, checks }) => `${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(input)} (${checks.join(", ")})`);
    const tail = left.length === 0 ? "" : `\nNot checked, because it was not given: ${left.join("; ")}.\n`;
    return `${head}\n${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["State", "Check", "Found", "What to do"], cells)}\n${tail}`;
}


/***/ }),

/***/ 6789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, setCommandEcho, setFailed, summary, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 8727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ maskAwsCredentials),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dK: () => (/* binding */ mask)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6789);

const MIN_LENGTH = 6;
const MIN_AWS_LENGTH = 16;
let hidden = [];
function mask(secret) {
    if (secret.length < MIN_LENGTH)
        return;
    const bytes = Buffer.from(secret, "utf8");
    const forms = [
        secret,
        bytes.toString("base64"),
        bytes.toString("base64url"),
        bytes.toString("hex"),
        encodeURIComponent(secret),
    ];
    for (const form of new Set(forms))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
    const inside = [JSON.stringify(secret).slice(1, -1), ...[0, 1, 2].map((before) => insideBase64(bytes, before))];
    const all = new Set([...hidden, ...forms, ...inside.filter((form) => form.length >= MIN_LENGTH)]);
    hidden = [...all].sort((left, right) => right.length - left.length);
}
function maskAwsCredentials(environment) {
    for (const name of ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) {
        const secret = environment[name] ?? "";
        if (secret.length >= MIN_AWS_LENGTH)
            mask(secret);
    }
}
function withoutSecrets(text) {
    return hidden.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}
function insideBase64(secret, before) {
    const bytes = Buffer.concat([Buffer.alloc(before), secret]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
    return before === 0 ? whole : whole.slice(4);
}


/***/ }),

/***/ 8437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var digest = __nccwpck_require__(9441);
// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __nccwpck_require__(8928);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/cancellation.js


const GRACE_MS = 4500;
function listenForCancellation(onOverdue) {
    const controller = new AbortController();
    let watchdog;
    const cancel = (signal) => {
        if (controller.signal.aborted)
            return;
        const error = new errors/* FairwayError */.q2(`The run was cancelled (${signal}); nothing new was started after that.`, {
            kind: "refusal",
            code: "CANCELLED",
            nextStep: "Start the run again when it is wanted: what was done is found done, what was not is done then.",
        });
        watchdog = setTimeout(() => onOverdue(error), GRACE_MS);
        controller.abort(error);
    };
    process.on("SIGINT", cancel);
    process.on("SIGTERM", cancel);
    return {
        signal: controller.signal,
        dispose: () => {
            clearTimeout(watchdog);
            process.off("SIGINT", cancel);
            process.off("SIGTERM", cancel);
        },
    };
}
async function hearSignals() {
    await (0,promises_namespaceObject.setImmediate)();
    await (0,promises_namespaceObject.setImmediate)();
}

// EXTERNAL MODULE: ../../packages/action-kit/lib/masks.js
var masks = __nccwpck_require__(8727);
// EXTERNAL MODULE: ../../packages/domain/lib/inputs.js
var inputs = __nccwpck_require__(1784);
// EXTERNAL MODULE: ../../packages/domain/lib/closest-name.js
var closest_name = __nccwpck_require__(3472);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/read-inputs.js


function readInputs(action, environment) {
    const given = givenInputs(environment, Object.keys(action.fields));
    for (const [name, field] of Object.entries(action.fields))
        if (field.secret)
            (0,masks/* mask */.dK)(given.known[name] ?? "");
    const verdict = (0,inputs/* parseInputs */.TL)(action.fields, given.known);
    const unknown = given.unknown.map((name) => unknownInput(name, Object.keys(action.fields)));
    if (verdict.kind === "invalid")
        throw refused(action.name, [...verdict.problems, ...unknown]);
    const problems = [...(action.check?.(verdict.inputs) ?? []), ...unknown];
    if (problems.length > 0)
        throw refused(action.name, problems);
    return verdict.inputs;
}
function givenInputs(environment, names) {
    const byVariable = new Map(names.map((name) => [`INPUT_${name.toUpperCase()}`, name]));
    const known = {};
    const unknown = [];
    for (const [variable, value] of Object.entries(environment)) {
        if (!variable.startsWith("INPUT_") || value === undefined)
            continue;
        const name = byVariable.get(variable);
        if (name === undefined)
            unknown.push(variable.slice("INPUT_".length).toLowerCase());
        else
            known[name] = value;
    }
    return { known, unknown };
}
function unknownInput(name, known) {
    const near = (0,closest_name/* closestName */.N)(name, known);
    const hint = near === undefined ? `the inputs are ${known.join(", ")}` : `did you mean ${near}?`;
    return { input: name, message: `is not an input of this action; ${hint}` };
}
function refused(action, problems) {
    const count = problems.length === 1 ? "1 input" : `${problems.length} inputs`;
    const list = problems.map(({ input, message }) => `- ${input}: ${message}`).join("\n");
    return (0,errors/* configuration */.HF)("BAD_INPUTS", `${count} of ${action} refused; nothing was done.\n${list}`, `Correct the "with:" block of the step. Every input is described in actions/${action}/README.md.`);
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/report-failure.js

const BUG = "This is a defect of Fairway, please report it. Re-run the job with debug logging for the stack.";
const SHOWN_CAUSES = 3;
function reportFailure(action, error, log) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    const { kind, name, nextStep, standsAlone } = detailsOf(error);
    const told = causes.slice(0, SHOWN_CAUSES).map((cause) => `cause: ${cause}`);
    if (nextStep !== undefined)
        told.push(`next: ${nextStep}`);
    log.fail(`${action}: ${name}`, standsAlone ? message : [message, ...told].join("\n"));
    for (const line of standsAlone ? told : [])
        log.info(line);
    for (const cause of causes.slice(SHOWN_CAUSES))
        log.info(`cause: ${cause}`);
    log.info(`code: ${name} (${kind})`);
    if (error instanceof Error && name === "BUG")
        log.debug(error.stack ?? "no stack");
}
function detailsOf(error) {
    if (!(error instanceof errors/* FairwayError */.q2))
        return { kind: "bug", name: "BUG", nextStep: BUG, standsAlone: false };
    const { kind, nextStep, standsAlone } = error;
    return { kind, name: error.code, nextStep, standsAlone };
}
function renderFailure(action, error) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    const known = error instanceof errors/* FairwayError */.q2;
    return (0,markdown/* joinParts */.nn)([
        `### ${action}: failed`,
        message
            .split("\n")
            .map((line) => (0,markdown/* escapeMarkdown */.FV)(line, 1000))
            .join("  \n"),
        causes.map((cause) => `- cause: ${(0,markdown/* escapeMarkdown */.FV)(cause)}`).join("\n"),
        (0,markdown/* renderNextStep */.YE)(known ? error.nextStep : BUG),
        known ? `Code ${(0,markdown/* code */.aY)(error.code)} (${error.kind}).` : "",
    ]);
}
function renderUnshown({ first, count }) {
    if (count === 0)
        return "";
    const rest = count === first.length ? "" : `\n- and ${count - first.length} more, in the log of this step`;
    const list = first.map((line) => `- ${(0,markdown/* escapeMarkdown */.FV)(line)}`).join("\n");
    return `<details><summary>Not shown as annotations: ${count}</summary>\n\n${list}${rest}\n\n</details>`;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-context.js
function readRunnerContext(environment) {
    const read = (name, fallback = "") => environment[name] ?? fallback;
    const serverUrl = read("GITHUB_SERVER_URL", "https://github.com");
    const repository = read("GITHUB_REPOSITORY");
    const runId = read("GITHUB_RUN_ID");
    return {
        repository,
        commit: read("GITHUB_SHA"),
        ref: read("GITHUB_REF"),
        runId,
        runAttempt: read("GITHUB_RUN_ATTEMPT", "1"),
        job: read("GITHUB_JOB"),
        actor: read("GITHUB_ACTOR"),
        workflow: read("GITHUB_WORKFLOW"),
        workspace: read("GITHUB_WORKSPACE", "."),
        apiUrl: read("GITHUB_API_URL", "https://api.github.com"),
        serverUrl,
        runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    };
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(6789);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/remote-text.js
const MAX_LINE = 2000;
const COLOUR = new RegExp(String.raw `\x1b\[[0-9;?]*[ -/]*[@-~]`, "g");
function remoteText(text) {
    return text.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/).map(harmlessLine);
}
function harmlessLine(line) {
    const plain = line
        .replaceAll(COLOUR, "")
        .replaceAll("\t", "  ")
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
        .replaceAll("##[", "# #[")
        .replace(/^(\s*)::/u, "$1: :");
    return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE)}… (${plain.length - MAX_LINE} more characters)` : plain;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-log.js


const SHOWN_ANNOTATIONS = 10;
const KEPT_UNSHOWN = 20;
function createRunnerLog() {
    const counts = { notice: 0, warning: 0, error: 0 };
    const unshown = { first: [], count: 0 };
    const annotate = (kind, write, message) => {
        const lines = remoteText(message);
        counts[kind] += 1;
        if (counts[kind] < SHOWN_ANNOTATIONS)
            write(lines.join("\n"));
        else if (counts[kind] === SHOWN_ANNOTATIONS)
            write(`${lines.join("\n")}\nMore of this kind are in the summary and in the log of this step.`);
        else {
            unshown.count += 1;
            if (unshown.count <= KEPT_UNSHOWN)
                unshown.first.push(`${kind}: ${lines.join(" ")}`);
            for (const line of lines)
                (0,core/* info */.pq)(`${kind}: ${line}`);
        }
    };
    return {
        debug: (message) => (0,core/* debug */.Yz)(remoteText(message).join("\n")),
        info: (message) => remoteText(message).forEach((line) => (0,core/* info */.pq)(line)),
        notice: (message) => annotate("notice", core/* notice */.lm, message),
        warning: (message) => annotate("warning", core/* warning */.$e, message),
        error: (message) => annotate("error", core/* error */.z3, message),
        fail: (title, message) => annotate("error", (text) => (0,core/* error */.z3)(text, { title: remoteText(title).join(" ") }), message),
        unshown: () => unshown,
        group: (title, lines) => {
            (0,core/* startGroup */.Oh)(remoteText(title).join(" "));
            for (const line of lines.flatMap(remoteText))
                (0,core/* info */.pq)(line);
            (0,core/* endGroup */.N4)();
        },
    };
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: ../../packages/action-kit/lib/system-clock.js


const systemClock = {
    now: () => new Date(),
    elapsedMs: () => external_node_perf_hooks_namespaceObject.performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal });
        }
        catch (error) {
            throw signal?.aborted === true ? signal.reason : error;
        }
    },
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ../../packages/domain/lib/fit-markdown.js
const MIN_LINES = 4;
function fitMarkdown(markdown, maxBytes) {
    if (sizeOf(markdown) <= maxBytes)
        return markdown;
    const blocks = blocksOf(markdown);
    const allowed = maxBytes - sizeOf(remark(markdown.length));
    const kept = new Map(blocks.map((block, index) => [index, block.lines]));
    const sizes = new Map(blocks.map((block, index) => [index, sizeOf(block.lines.join("\n")) + 2]));
    let over = [...sizes.values()].reduce((sum, size) => sum + size, 0) - allowed;
    for (const [index, size] of [...sizes].toSorted(([, one], [, other]) => other - one)) {
        if (over <= 0)
            break;
        const block = blocks[index];
        if (block === undefined)
            continue;
        const lines = block.whole ? [] : firstLines(block.lines, size - over - 2);
        kept.set(index, lines);
        over -= size - (lines.length === 0 ? 0 : sizeOf(lines.join("\n")) + 2);
    }
    const left = [...kept.values()].filter((lines) => lines.length > 0);
    const count = (parts) => parts.reduce((sum, lines) => sum + lines.length, 0);
    const missing = count(blocks.map(({ lines }) => lines)) - count(left);
    const text = `${left.map((lines) => lines.join("\n")).join("\n\n")}\n${remark(missing)}`;
    return sizeOf(text) <= maxBytes ? text : "";
}
function remark(lines) {
    return `\n_${lines} lines of this summary were left out: GitHub takes 1 MiB for a step._\n`;
}
function firstLines(lines, bytes) {
    let size = 0;
    const end = lines.findIndex((line) => (size += sizeOf(line) + 1) > bytes);
    return end < MIN_LINES ? [] : lines.slice(0, end);
}
function blocksOf(markdown) {
    const blocks = [];
    let lines = [];
    let until;
    const flush = (whole) => {
        if (lines.length > 0)
            blocks.push({ lines, whole });
        lines = [];
    };
    for (const line of markdown.split("\n")) {
        if (until === undefined) {
            until = endOf(line);
            if (until !== undefined || line === "")
                flush(false);
            if (line !== "")
                lines.push(line);
        }
        else {
            lines.push(line);
            if (!until.test(line))
                continue;
            until = undefined;
            flush(true);
        }
    }
    flush(until !== undefined);
    return blocks;
}
function endOf(line) {
    if (line.startsWith("```"))
        return /^```$/;
    return line.startsWith("<details") ? /^<\/details>$/ : undefined;
}
function sizeOf(text) {
    return new TextEncoder().encode(text).length;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/write-results.js




const MAX_SUMMARY_BYTES = 1024 * 1024;
function writeOutputs(outputs) {
    for (const [name, text] of Object.entries(outputs)) {
        const value = (0,masks/* withoutSecrets */.cT)(text);
        if (/[\r\n\0]/.test(value)) {
            const message = `The output ${name} would have a line break or a NUL in it, and it is one line of text`;
            throw (0,errors/* upstream */.a4)("BAD_OUTPUT", message, {
                nextStep: "Look at what the server answered: no name, address or version of it should have a line break.",
            });
        }
        written("GITHUB_OUTPUT", () => (0,core/* setOutput */.uH)(name, value));
    }
}
function writeState(state) {
    for (const [name, value] of Object.entries(state))
        written("GITHUB_STATE", () => (0,core/* saveState */.LZ)(name, value));
}
async function writeSummary(markdown) {
    const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
    if (markdown === "" || file === "")
        return;
    try {
        const { size } = await (0,promises_.stat)(file).catch(() => ({ size: 0 }));
        await (0,promises_.appendFile)(file, `${fitMarkdown(markdown, MAX_SUMMARY_BYTES - size - 1)}\n`);
    }
    catch (error) {
        throw unwritten("GITHUB_STEP_SUMMARY", error);
    }
}
function written(file, write) {
    try {
        write();
    }
    catch (error) {
        throw unwritten(file, error);
    }
}
function unwritten(file, cause) {
    const reason = (0,errors/* isError */.bJ)(cause) ? cause.message : String(cause);
    return (0,errors/* upstream */.a4)("RUNNER_FILE", `The runner's file ${file} could not be written: ${reason}`, {
        nextStep: "Make room on the runner's disk and run the job again: what was done is found done.",
        cause,
    });
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/run-action.js










const POST_MARKER = "fairway-post";
const STATE_PREFIX = "STATE_";
async function runAction(action) {
    const log = createRunnerLog();
    const cancellation = listenForCancellation((error) => {
        void endRed(action.name, error, log).finally(() => process.exit());
    });
    const runtime = {
        log,
        clock: systemClock,
        signal: cancellation.signal,
        context: readRunnerContext(process.env),
        random: Math.random,
        uniqueId: external_node_crypto_.randomUUID,
        digest: (content) => (0,digest/* parseDigest */.m)(`sha256:${(0,external_node_crypto_.createHash)("sha256").update(content).digest("hex")}`),
    };
    try {
        (0,masks/* maskAwsCredentials */.Ce)(process.env);
        if (process.env[`${STATE_PREFIX}${POST_MARKER}`] === "true")
            await runPost(action, runtime);
        else
            await runMain(action, { ...runtime, log });
    }
    catch (error) {
        await endRed(action.name, error, log);
    }
    finally {
        cancellation.dispose();
    }
}
async function runMain(action, runtime) {
    if (action.post !== undefined)
        writeState({ [POST_MARKER]: "true" });
    const inputs = readInputs(action, process.env);
    const result = await action.execute(inputs, runtime);
    writeState(result.state ?? {});
    writeOutputs(result.outputs);
    await writeSummary((0,markdown/* joinParts */.nn)([action.render(result, inputs).trimEnd(), renderUnshown(runtime.log.unshown())]));
    await hearSignals();
    const failure = result.failure ?? (runtime.signal.aborted ? runtime.signal.reason : undefined);
    if (failure === undefined)
        return;
    process.exitCode = 1;
    reportFailure(action.name, failure, runtime.log);
}
async function runPost(action, runtime) {
    try {
        await action.post?.(stateOf(process.env), readInputs(action, process.env), runtime);
    }
    catch (error) {
        runtime.log.warning(`${action.name} could not clean up: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function stateOf(environment) {
    const state = {};
    for (const [name, value] of Object.entries(environment)) {
        if (name.startsWith(STATE_PREFIX) && value !== undefined)
            state[name.slice(STATE_PREFIX.length)] = value;
    }
    return state;
}
async function endRed(action, error, log) {
    process.exitCode = 1;
    reportFailure(action, error, log);
    try {
        writeOutputs({ outcome: "error" });
        await writeSummary((0,markdown/* joinParts */.nn)([renderFailure(action, error).trimEnd(), renderUnshown(log.unshown())]));
    }
    catch {
    }
}


/***/ }),

/***/ 3472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ closestName),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
function closestName(name, known) {
    if (name.length > MAX_LENGTH)
        return undefined;
    const ranked = known.map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= reachOf(name) ? best.candidate : undefined;
}
function didYouMean(name, known) {
    const near = closestName(name, known);
    return near === undefined ? "" : `; did you mean ${near}?`;
}
const MAX_LENGTH = 500;
function reachOf({ length }) {
    if (length < 4)
        return 1;
    return Math.max(2, length / 3);
}
function distanceOf(name, candidate) {
    return editDistance(name.toLowerCase(), candidate.toLowerCase());
}
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 0; row < a.length; row += 1) {
        const current = [row + 1];
        for (let column = 0; column < b.length; column += 1) {
            const replaced = (previous[column] ?? 0) + (a[row] === b[column] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* unused harmony export shortDigest */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8306);

function isDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text);
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .configuration */ .HF)("BAD_DIGEST", `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a digest: "sha256:" and 64 lower-case hex digits are expected`, "Copy the digest from the step that pushed the image; it looks like sha256:4bc4…");
}
function shortDigest(digest) {
    return digest.slice(0, "sha256:".length + 12);
}


/***/ }),

/***/ 8306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   HF: () => (/* binding */ configuration),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   a4: () => (/* binding */ upstream),
/* harmony export */   bJ: () => (/* binding */ isError),
/* harmony export */   q2: () => (/* binding */ FairwayError),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
class FairwayError extends Error {
    kind;
    code;
    nextStep;
    retryAfterMs;
    standsAlone;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "FairwayError";
        this.kind = details.kind;
        this.code = details.code;
        this.nextStep = details.nextStep;
        this.retryAfterMs = details.retryAfterMs;
        this.standsAlone = details.standsAlone ?? false;
    }
}
function refusal(code, message, nextStep) {
    return new FairwayError(message, { kind: "refusal", code, nextStep });
}
function upstream(code, message, details = {}) {
    return new FairwayError(message, { kind: "upstream", code, ...details });
}
function configuration(code, message, nextStep) {
    return new FairwayError(message, { kind: "configuration", code, nextStep });
}
function quoted(value) {
    return `"${String(value).slice(0, 99)}"`;
}
function causeChain(error) {
    const texts = [];
    for (let current = error; current !== undefined && current !== null && texts.length < 8;) {
        texts.push(isError(current) ? current.message : describeThrown(current));
        current = isError(current) ? current.cause : undefined;
    }
    return texts;
}
function isError(value) {
    return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
function describeThrown(thrown) {
    return typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}: ${JSON.stringify(thrown)}`;
}


/***/ }),

/***/ 1784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Sh: () => (/* binding */ token),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   f3: () => (/* binding */ parsedBy),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* unused harmony exports paragraph, decimal, lines */
/* harmony import */ var _closest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3472);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8306);


function parseInputs(fields, texts) {
    const problems = [];
    const inputs = {};
    for (const [name, field] of Object.entries(fields)) {
        const parsed = parseField(field, texts[name]?.trim() ?? "");
        if (parsed.kind === "refused")
            problems.push({ input: name, message: parsed.problem });
        else
            inputs[camelCase(name)] = parsed.value;
    }
    return problems.length > 0 ? { kind: "invalid", problems } : { kind: "valid", inputs: inputs };
}
function parseField(field, text) {
    if (text === "")
        return field.optional ? accept(undefined) : refuse("is required and was empty");
    return field.parse(text);
}
function camelCase(name) {
    return name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function optional(field) {
    return { ...field, optional: true };
}
function text(options = {}) {
    const { max = 1000, pattern, rule = "in the expected form" } = options;
    return field((value) => {
        if (value.length > max)
            return refuse(`has ${value.length} characters, at most ${max} are allowed`);
        if (/\p{Cc}/u.test(value))
            return refuse("has a line break or another control character in it; one line is expected");
        if (pattern !== undefined && !pattern.test(value))
            return refuse(`${quote(value)} is not ${rule}`);
        return accept(value);
    });
}
function paragraph(max) {
    return field((value) => value.length > max ? refuse(`has ${value.length} characters, at most ${max} are allowed`) : accept(value));
}
function parsedBy(parse) {
    return field((value) => {
        try {
            return accept(parse(value));
        }
        catch (error) {
            return refuse((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? "is refused");
        }
    });
}
function choice(...words) {
    return field((value) => {
        const word = words.find((candidate) => candidate === value);
        if (word !== undefined)
            return accept(word);
        return refuse(`${quote(value)} is not one of ${words.join(", ")}${(0,_closest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(value, words)}`);
    });
}
const MEANT = new Map([
    ...["yes", "y", "on", "1"].map((word) => [word, "true"]),
    ...["no", "n", "off", "0"].map((word) => [word, "false"]),
]);
function flag() {
    return field((value) => {
        if (["true", "True", "TRUE"].includes(value))
            return accept(true);
        if (["false", "False", "FALSE"].includes(value))
            return accept(false);
        const meant = MEANT.get(value.toLowerCase()) ?? value;
        return refuse(`${quote(value)} is not true or false${(0,_closest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(meant, ["true", "false"])}`);
    });
}
function integer(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a whole number from ${min} to ${max}`);
    });
}
function decimal(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}(\.\d{1,9})?$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a number from ${min} to ${max}`);
    });
}
function lines(item, maxItems = 100) {
    return listOf(item, /\r\n|\n|\r/, maxItems);
}
function items(item, maxItems = 100) {
    return listOf(item, /[\r\n,]/, maxItems);
}
const MAX_SECRET = 8192;
function secret() {
    return {
        ...field((value) => {
            if (value.length > MAX_SECRET)
                return refuse(`has ${value.length} characters, at most ${MAX_SECRET} are allowed`);
            return /\p{Cc}/u.test(value) ? refuse("has a line break or another control character in it") : accept(value);
        }),
        secret: true,
    };
}
function token() {
    const { parse, ...rest } = secret();
    const refused = refuse("has a space or a character beyond ASCII in it, which no token has");
    return {
        ...rest,
        parse: (value) => {
            const parsed = parse(value);
            return parsed.kind === "valid" && !/^[\x21-\x7e]+$/.test(value) ? refused : parsed;
        },
    };
}
function listOf(item, separator, maxItems) {
    return field((value) => {
        const texts = value
            .split(separator)
            .map((part) => part.trim())
            .filter((part) => part !== "");
        if (texts.length > maxItems)
            return refuse(`has ${texts.length} items, at most ${maxItems} are allowed`);
        const repeated = texts.find((part, index) => texts.indexOf(part) !== index);
        if (repeated !== undefined)
            return refuse(`has ${quote(repeated)} twice`);
        return collect(texts.map((part) => item.parse(part)));
    });
}
function collect(parsed) {
    const values = [];
    const problems = [];
    for (const one of parsed) {
        if (one.kind === "valid")
            values.push(one.value);
        else
            problems.push(one.problem);
    }
    return problems.length > 0 ? refuse(problems.join("; ")) : accept(values);
}
function field(parse) {
    return { parse, optional: false, secret: false };
}
function accept(value) {
    return { kind: "valid", value };
}
function refuse(problem) {
    return { kind: "refused", problem };
}
function quote(value) {
    return `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
}


/***/ }),

/***/ 2627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseJsonPointer),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8306);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2863);


function parseJsonPointer(text) {
    if (text !== "" && !text.startsWith("/"))
        throw refused(text, 'it does not start with "/"');
    if (/~(?![01])/.test(text))
        throw refused(text, '"~" is written ~0 and "/" in a name ~1');
    const tokens = text
        .split("/")
        .slice(1)
        .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
    return { text, tokens };
}
function valueAt(document, { tokens }) {
    let value = document;
    for (const token of tokens)
        value = Array.isArray(value) ? elementAt(value, token) : (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, token);
    return value;
}
function elementAt(array, token) {
    return /^(0|[1-9]\d{0,8})$/.test(token) ? array[Number(token)] : undefined;
}
function refused(text, why) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .configuration */ .HF)("BAD_POINTER", `"${text.slice(0, 60)}" is not a JSON Pointer: ${why}`);
}


/***/ }),

/***/ 2863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isLoopbackHost)
/* harmony export */ });
function isLoopbackHost(hostname) {
    return ["localhost", "::1", "[::1]"].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 8928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   YE: () => (/* binding */ renderNextStep),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nn: () => (/* binding */ joinParts),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony exports facts, link */
function escapeMarkdown(text, maxLength = 300) {
    const oneLine = text.replaceAll(/[\s\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
    const cut = oneLine.length > maxLength ? `${oneLine.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : oneLine;
    return cut
        .replaceAll(/[\\`*_{}[\]()#+!|~@$]/g, String.raw `\$&`)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}
function code(value) {
    if (value === "")
        return "";
    if (/^[\x20-\x5f\x61-\x7e]{1,300}$/.test(value) && !value.includes("|"))
        return `\`${value}\``;
    return escapeMarkdown(value);
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function facts(rows) {
    const known = rows.filter(([, value]) => value !== "");
    return known.length === 0 ? "" : table(["", ""], known);
}
function link(text, address) {
    if (!/^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/u.test(address))
        return escapeMarkdown(text);
    const inert = address.replaceAll(/[\\`*{}[\]()<>|"']/g, percentCode);
    return `[${escapeMarkdown(text)}](${inert})`;
}
function percentCode(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
const PROGRAMS = ["aws", "gh", "git", "skopeo"];
function renderNextStep(nextStep) {
    if (nextStep === undefined || nextStep === "")
        return "";
    const [colon = -1] = PROGRAMS.map((name) => nextStep.indexOf(`: ${name} `)).filter((index) => index >= 0);
    const command = nextStep.slice(colon + 2);
    if (colon < 0 || !/^[\x20-\x5f\x61-\x7e]{1,1000}$/.test(command))
        return `**Next:** ${escapeMarkdown(nextStep, 1000)}`;
    return `**Next:** ${escapeMarkdown(nextStep.slice(0, colon + 1), 1000)}\n\n\`\`\`sh\n${command}\n\`\`\``;
}
function joinParts(parts) {
    const told = parts.filter((part) => part !== "");
    return told.length === 0 ? "" : `${told.join("\n\n")}\n`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(7586);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
