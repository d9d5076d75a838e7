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

/***/ 3377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ checkInputs),
  O: () => (/* binding */ fields)
});

// EXTERNAL MODULE: ../../packages/domain/lib/inputs.js
var inputs = __nccwpck_require__(1784);
// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var digest = __nccwpck_require__(9441);
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

// EXTERNAL MODULE: ../../packages/domain/lib/lease.js
var lease = __nccwpck_require__(4363);
// EXTERNAL MODULE: ./lib/wanted-image.js + 1 modules
var wanted_image = __nccwpck_require__(7256);
;// CONCATENATED MODULE: ./lib/inputs.js


const NAME = /^[A-Za-z0-9_][\w-]{0,254}$/;
const NAME_OR_ARN = /^([A-Za-z0-9_][\w-]{0,254}|arn:[\w-]+:ecs:[\w-]+:\d{12}:[\w/-]{1,520})$/;
const TASK_DEFINITION = /^((?!-)[\w./-]{1,250}\.json|[A-Za-z0-9_][\w-]{0,254}(:\d{1,9})?|arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}:\d{1,9})$/;
const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(\/[a-z0-9]{1,20})?$/;
const fields = {
    operation: (0,inputs/* choice */.Yq)("deploy", "restart", "scale"),
    cluster: (0,inputs/* text */.Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS cluster" }),
    service: (0,inputs/* lines */.Mn)((0,inputs/* text */.Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS service" }), 500),
    container: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ pattern: NAME, rule: "the name of a container: letters, digits, _ and -" })),
    image: (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(wanted_image/* parseWantedImage */.Y1)),
    images: (0,inputs/* optional */.lq)((0,inputs/* lines */.Mn)((0,inputs/* parsedBy */.f3)(wanted_image/* parseContainerImage */._M), 20)),
    "task-definition": (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ pattern: TASK_DEFINITION, rule: "a family, a family:revision, an ARN or the path of a .json file" })),
    "desired-count": (0,inputs/* optional */.lq)((0,inputs/* integer */.nd)(0, 5000)),
    "expected-digest": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(digest/* parseDigest */.m)),
    "image-platforms": (0,inputs/* optional */.lq)((0,inputs/* items */.ld)((0,inputs/* text */.Qq)({ pattern: PLATFORM, rule: "a platform: os/architecture, such as linux/arm64" }), 20)),
    "force-new-deployment": (0,inputs/* flag */.Jt)(),
    "wait-until": (0,inputs/* choice */.Yq)("deployed", "stable", "none"),
    "timeout-seconds": (0,inputs/* integer */.nd)(1, 86_400),
    "if-in-progress": (0,inputs/* choice */.Yq)("wait", "fail", "proceed"),
    "require-circuit-breaker": (0,inputs/* flag */.Jt)(),
    "require-ephemeral": (0,inputs/* flag */.Jt)(),
    "max-parallel": (0,inputs/* integer */.nd)(1, 500),
    "max-failed-tasks": (0,inputs/* optional */.lq)((0,inputs/* integer */.nd)(1, 1000)),
    "on-failure": (0,inputs/* choice */.Yq)("none", "rollback"),
    "log-tail-lines": (0,inputs/* integer */.nd)(0, 200),
    "aws-region": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(parseAwsRegion)),
    "lease-token": (0,inputs/* optional */.lq)((0,inputs/* parsedBy */.f3)(lease/* parseLeaseToken */.zM)),
    "github-token": (0,inputs/* optional */.lq)((0,inputs/* token */.Sh)()),
    "dry-run": (0,inputs/* flag */.Jt)(),
};
function checkInputs(inputs) {
    return [...operationProblems(inputs), ...freshnessProblems(inputs)];
}
function operationProblems(inputs) {
    switch (inputs.operation) {
        case "deploy":
            return [...sourceProblems(inputs), ...digestProblems(inputs)];
        case "restart":
            return surplus(inputs, ["image", "images", "task-definition", "image-platforms"]);
        case "scale":
            return [
                ...surplus(inputs, ["image", "images", "task-definition", "container", "expected-digest", "image-platforms"]),
                ...(inputs.desiredCount === undefined
                    ? [{ input: "desired-count", message: "is required for scale and was empty" }]
                    : []),
            ];
    }
}
function freshnessProblems({ operation, requireEphemeral }) {
    if (!requireEphemeral || operation === "restart")
        return [];
    const message = `is true, and operation: ${operation} promises no empty start; use operation: restart, or leave it out`;
    return [{ input: "require-ephemeral", message }];
}
function sourceProblems({ image, images, taskDefinition }) {
    if (image !== undefined && images !== undefined)
        return [{ input: "images", message: "was given together with image; give one of them" }];
    if (image ?? images ?? taskDefinition)
        return [];
    const message = "one of image, images and task-definition is needed to deploy; none was given";
    return [{ input: "image", message: `${message}. To start the same tasks anew, use operation: restart` }];
}
function digestProblems({ image, images = [], expectedDigest }) {
    if (expectedDigest === undefined)
        return [];
    if (images.length > 1) {
        const message = `names one digest for ${images.length} images; write it in the line of its image, as container=repository@sha256:…`;
        return [{ input: "expected-digest", message }];
    }
    const own = image?.digest ?? images[0]?.digest;
    if (own === undefined || own === expectedDigest)
        return [];
    return [{ input: "expected-digest", message: `is ${expectedDigest}, while the image names ${own}` }];
}
function surplus(inputs, names) {
    const values = {
        image: inputs.image,
        images: inputs.images,
        "task-definition": inputs.taskDefinition,
        container: inputs.container,
        "expected-digest": inputs.expectedDigest,
        "image-platforms": inputs.imagePlatforms,
    };
    const message = `has no place in operation: ${inputs.operation}; use operation: deploy, or leave it out`;
    return names.filter((name) => values[name] !== undefined).map((input) => ({ input, message }));
}


/***/ }),

/***/ 7586:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8437);
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8727);
/* harmony import */ var _fairway_action_kit_workspace__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4955);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4363);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3377);
/* harmony import */ var _services_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4982);





await (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({
    name: "ecs-deploy",
    fields: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .s,
    execute: async (inputs, runtime) => {
        const [{ deployServices }, { fenceFleet }, { openServiceFleet, openTargetHealth, openTaskLogs }] = await Promise.all([__nccwpck_require__.e(/* import() */ 495).then(__nccwpck_require__.bind(__nccwpck_require__, 6495)), __nccwpck_require__.e(/* import() */ 459).then(__nccwpck_require__.bind(__nccwpck_require__, 1459)), Promise.all(/* import() */[__nccwpck_require__.e(680), __nccwpck_require__.e(201)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9201))]);
        const { clock, context, log, random, signal } = runtime;
        const files = (0,_fairway_action_kit_workspace__WEBPACK_IMPORTED_MODULE_2__/* .openWorkspace */ .O)(context.workspace);
        const logs = openTaskLogs({ clock, random, signal, mask: _fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK });
        const targets = openTargetHealth({ clock, random, signal, mask: _fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK });
        const confirm = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .createFence */ .KH)(inputs.leaseToken, () => openLease(inputs, runtime), clock);
        const fleet = fenceFleet(openServiceFleet({ region: inputs.awsRegion, clock, random, signal, mask: _fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK }), confirm);
        return deployServices(inputs, { fleet, logs, targets, files, clock, log, random, signal });
    },
    render: _services_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .renderServicesSummary */ .t,
});
async function openLease({ githubToken }, runtime) {
    const [{ createHttpTransport }, { connectGitHub, openLeaseRefs }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 482).then(__nccwpck_require__.bind(__nccwpck_require__, 2482)),
        Promise.all(/* import() */[__nccwpck_require__.e(946), __nccwpck_require__.e(816)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2816)),
    ]);
    const http = createHttpTransport();
    return openLeaseRefs(connectGitHub({ ...runtime, ...runtime.context, token: githubToken, http }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   X: () => (/* binding */ toResult)
/* harmony export */ });

function toResult(facts, { outcome, reason, failure }) {
    const { before, after, images, deploymentId = "", imageDigest = "", failedTasks = 0, durationMs } = facts;
    return {
        outputs: {
            "task-definition-arn": facts.taskDefinition,
            "previous-task-definition-arn": before.taskDefinition,
            "deployment-id": deploymentId,
            "image-digest": imageDigest,
            "desired-count": String(after.desiredCount),
            "previous-desired-count": String(before.desiredCount),
            "failed-tasks": String(failedTasks),
            reason: oneLine(reason),
            "duration-seconds": String(Math.round(durationMs / 1000)),
            outcome,
        },
        failure,
        report: {
            images,
            service: after,
            diagnosis: facts.diagnosis,
            rollback: facts.rollback,
            phases: facts.phases,
            durationMs,
        },
    };
}
function oneLine(text) {
    return text
        .replaceAll(/[\s\p{Cc}]+/gu, " ")
        .trim()
        .slice(0, 1000);
}


/***/ }),

/***/ 7712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ isRolledBack),
/* harmony export */   LT: () => (/* binding */ isInProgress),
/* harmony export */   NZ: () => (/* binding */ isSteady),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   Pn: () => (/* binding */ renderCounts),
/* harmony export */   ox: () => (/* binding */ hasAllTasks),
/* harmony export */   oy: () => (/* binding */ isDeleted),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   z1: () => (/* binding */ isRollback)
/* harmony export */ });
function primaryOf(service) {
    return service.deployments.find((one) => one.status === "PRIMARY");
}
function isRollback({ rolloutStateReason }) {
    return /rolling back/i.test(rolloutStateReason ?? "");
}
function isRolledBack({ status }) {
    return status.startsWith("ROLLBACK_");
}
function hasAllTasks(counts) {
    return counts.runningCount === counts.desiredCount && counts.pendingCount === 0;
}
function isDeleted({ status }) {
    return status !== "ACTIVE";
}
function isInProgress(service) {
    const primary = primaryOf(service);
    if (primary === undefined)
        return false;
    if (primary.rolloutState !== undefined)
        return primary.rolloutState === "IN_PROGRESS";
    return service.deployments.length > 1 || !hasAllTasks(primary);
}
function isSteady(service) {
    const primary = primaryOf(service);
    if (primary === undefined || service.deployments.length !== 1)
        return false;
    const over = primary.rolloutState === undefined || primary.rolloutState === "COMPLETED";
    return over && primary.taskDefinition === service.taskDefinition && hasAllTasks(primary);
}
function revisionName(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
function renderCounts(counts) {
    const pending = counts.pendingCount === 0 ? "" : `, ${counts.pendingCount} pending`;
    return `${counts.runningCount}/${counts.desiredCount} running${pending}`;
}


/***/ }),

/***/ 3629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fH: () => (/* binding */ reasonOfRun),
/* harmony export */   p4: () => (/* binding */ toServicesResult),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8306);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4822);


function toServicesResult(runs, durationMs) {
    const services = JSON.stringify(runs.map(entryOf));
    const report = { runs, durationMs };
    const [only, ...more] = runs;
    if (more.length === 0 && only?.kind === "ended")
        return { outputs: { ...only.result.outputs, services }, failure: only.result.failure, report };
    const failure = failureOf(runs);
    const reason = failure?.message ?? `${runs.length} services: ${countOutcomes(runs)}`;
    const outputs = {
        "task-definition-arn": "",
        "previous-task-definition-arn": "",
        "deployment-id": "",
        "image-digest": "",
        "desired-count": "",
        "previous-desired-count": "",
        "failed-tasks": String(Math.max(0, ...runs.map(failedTasksOf))),
        reason: (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(reason),
        "duration-seconds": String(Math.round(durationMs / 1000)),
        outcome: outcomeOfAll(runs),
        services,
    };
    return { outputs, failure, report };
}
function outcomeOf(run) {
    if (run.kind === "ended")
        return run.result.outputs.outcome;
    return run.kind === "refused" ? "error" : "not-started";
}
function reasonOfRun(run) {
    if (run.kind === "ended")
        return run.result.outputs.reason;
    return run.kind === "refused" ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(run.error.message) : "not started, because an earlier one did not end well";
}
function entryOf(run) {
    const { outputs } = run.kind === "ended" ? run.result : { outputs: {} };
    const { service } = run;
    return { service, ...outputs, outcome: outcomeOf(run), reason: reasonOfRun(run) };
}
function failedTasksOf(run) {
    return run.kind === "ended" ? Number(run.result.outputs["failed-tasks"]) : 0;
}
const GREEN = ["deployed", "started", "planned", "unchanged"];
function outcomeOfAll(runs) {
    const outcomes = runs.map(outcomeOf);
    const red = outcomes.find((one) => !GREEN.includes(one) && one !== "not-started");
    const decisive = red ?? (outcomes.includes("not-started") ? "error" : GREEN.find((one) => outcomes.includes(one)));
    return decisive === undefined || decisive === "not-started" ? "error" : decisive;
}
function failureOf(runs) {
    const failed = runs.filter((run) => outcomeOf(run) !== "not-started" && !GREEN.includes(outcomeOf(run)));
    const waiting = runs.filter(({ kind }) => kind === "not-started");
    if (failed.length === 0 && waiting.length === 0)
        return undefined;
    const told = failed.map((run) => `${run.service} (${outcomeOf(run)}: ${reasonOfRun(run)})`).join("; ");
    const rest = waiting.length === 0 ? "" : ` Not started: ${waiting.map(({ service }) => service).join(", ")}.`;
    const message = `${failed.length} of ${runs.length} services did not end well${told === "" ? "" : `: ${told}`}.${rest}`;
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .upstream */ .a4)("SERVICES_FAILED", message, {
        nextStep: "Correct what the reasons say, then run this step again: services that are done are found unchanged.",
    });
}
function countOutcomes(runs) {
    const counts = new Map();
    for (const run of runs)
        counts.set(outcomeOf(run), (counts.get(outcomeOf(run)) ?? 0) + 1);
    return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}


/***/ }),

/***/ 4982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ renderServicesSummary)
});

// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __nccwpck_require__(8928);
// EXTERNAL MODULE: ../../packages/domain/lib/clock.js
var clock = __nccwpck_require__(9327);
// EXTERNAL MODULE: ./lib/services-result.js
var services_result = __nccwpck_require__(3629);
// EXTERNAL MODULE: ./lib/service-state.js
var service_state = __nccwpck_require__(7712);
;// CONCATENATED MODULE: ../../packages/domain/lib/timeline.js


const SHOWN_ENTRIES = 6;
const MAX_DIAGRAM = 50_000;
const MAX_LABEL = 60;
const MAX_LANE = 24;
const DATE_FORMAT = "YYYY-MM-DD HH:mm:ss.SSS";
function renderTimeline(entries, leftOut = 0, most = SHOWN_ENTRIES) {
    if (entries.length < 2)
        return "";
    const head = Math.ceil(most / 2);
    const tooMany = entries.length > most;
    const shown = tooMany ? [...entries.slice(0, head), ...entries.slice(head - most)] : entries;
    const missing = entries.length - shown.length + leftOut;
    const zero = Math.min(...entries.map(({ startMs }) => startMs));
    const steps = shown.map((entry, index) => ({
        ...entry,
        number: index + 1,
        startMs: entry.startMs - zero,
        endMs: entry.endMs - zero,
    }));
    const diagram = renderDiagram(steps);
    const rest = missing === 0 ? [] : [`_${missing} ${missing === 1 ? "entry" : "entries"} in the middle left out._`];
    return [...(diagram.length > MAX_DIAGRAM ? [] : [diagram]), renderTable(steps), ...rest].join("\n\n");
}
function renderMoment(ms) {
    return ms < 100_000 ? `${(ms / 1000).toFixed(1)} s` : (0,clock/* renderDuration */.P)(ms);
}
function renderDiagram(steps) {
    const lastMs = Math.max(1, ...steps.map(({ endMs }) => endMs));
    const format = lastMs < 10_000 ? "%S.%L s" : lastMs < 3_600_000 ? "%M:%S" : "%H:%M:%S";
    const lanes = [...new Set(steps.map(({ lane }) => lane))];
    const several = lanes.length > 1;
    const look = { leftPadding: several ? 170 : 24, barHeight: 16, fontSize: 12 };
    const bars = lanes.flatMap((lane) => [
        ...(several ? [`  section ${diagramText(lane, MAX_LANE)}`] : []),
        ...steps.filter((step) => step.lane === lane).map((step) => `  ${renderBar(step, lastMs)}`),
    ]);
    const head = [`%%{init: ${JSON.stringify({ gantt: look })}}%%`, "gantt", `  dateFormat ${DATE_FORMAT}`];
    return `\`\`\`mermaid\n${[...head, `  axisFormat ${format}`, ...bars].join("\n")}\n\`\`\``;
}
const TONES = { good: "done, ", bad: "crit, ", neutral: "active, " };
function renderBar({ number, what, tone, startMs, endMs }, lastMs) {
    const end = Math.max(endMs, startMs + lastMs / 100);
    return `${number} ${diagramText(what, MAX_LABEL)} :${TONES[tone]}${diagramTime(startMs)}, ${diagramTime(end)}`;
}
function diagramTime(ms) {
    return new Date(Date.UTC(2000, 0, 1) + Math.round(ms)).toISOString().replace("T", " ").replace("Z", "");
}
function diagramText(text, maxLength) {
    const plain = text.replaceAll(":", "\u2236").replaceAll(/[^\p{L}\p{N}\u2236 ./_+-]+/gu, " ");
    const words = plain.replaceAll(/ +/g, " ").trim();
    const cut = words.length > maxLength ? `${words.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : words;
    return cut === "" ? "-" : cut;
}
function renderTable(steps) {
    const several = new Set(steps.map(({ lane }) => lane)).size > 1;
    const rows = steps.map(({ number, lane, what, startMs, endMs }) => [
        String(number),
        renderMoment(startMs),
        renderMoment(endMs - startMs),
        ...(several ? [(0,markdown/* escapeMarkdown */.FV)(lane)] : []),
        (0,markdown/* escapeMarkdown */.FV)(what),
    ]);
    return (0,markdown/* table */.tp)(["", "From", "For", ...(several ? ["Where"] : []), "What"], rows);
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __nccwpck_require__(9441);
;// CONCATENATED MODULE: ./lib/console-url.js
const CONSOLES = {
    aws: "console.aws.amazon.com",
    "aws-cn": "console.amazonaws.cn",
    "aws-us-gov": "console.amazonaws-us-gov.com",
};
function consoleUrl(serviceArn) {
    const [, partition = "", region, cluster, service] = /^arn:([a-z-]+):ecs:([a-z0-9-]+):\d{12}:service\/([\w-]+)\/([\w-]+)$/.exec(serviceArn) ?? [];
    const host = CONSOLES[partition];
    if (host === undefined || region === undefined || cluster === undefined || service === undefined)
        return undefined;
    return `https://${region}.${host}/ecs/v2/clusters/${cluster}/services/${service}/deployments?region=${region}`;
}

;// CONCATENATED MODULE: ./lib/summary.js



const SHOWN_LINES = 4;
function renderSummary({ outputs, failure, report }, inputs) {
    const { service } = report;
    const console = consoleUrl(service.arn);
    const before = (0,service_state/* revisionName */.pd)(outputs["previous-task-definition-arn"]);
    const now = (0,service_state/* revisionName */.pd)((0,service_state/* primaryOf */.Os)(service)?.taskDefinition ?? "");
    const id = outputs["deployment-id"];
    const name = id === "" ? service.name : id;
    const where = console === undefined ? (0,markdown/* code */.aY)(name) : (0,markdown/* link */.nf)(name, console);
    return (0,markdown/* joinParts */.nn)([
        `### ${(0,markdown/* escapeMarkdown */.FV)(service.name)}: ${outputs.outcome}`,
        (0,markdown/* escapeMarkdown */.FV)(outputs.reason, 1000),
        (0,markdown/* renderNextStep */.YE)(failure?.nextStep),
        (0,markdown/* facts */.Ix)([
            ["Asked", askedFor(inputs, report)],
            ["Serves now", servesNow(report)],
            ["Before", before === now ? "" : (0,markdown/* code */.aY)(before)],
            ["Image digest", (0,markdown/* code */.aY)(outputs["image-digest"])],
            [id === "" ? "Service" : "Deployment", `${where}, took ${(0,clock/* renderDuration */.P)(report.durationMs)}`],
        ]),
        ...renderDiagnosis(report.diagnosis),
        renderPhases(report),
    ]);
}
function renderPhases({ phases, diagnosis }) {
    if (phases === undefined || phases.entries.length < 3)
        return "";
    const timeline = renderTimeline(phases.entries, phases.leftOut);
    if (diagnosis === undefined || phases.entries.length <= SHOWN_LINES)
        return timeline;
    return `<details><summary>Timeline</summary>\n\n${timeline}\n\n</details>`;
}
function together(stoppedTasks) {
    const reasons = new Map();
    for (const line of stoppedTasks) {
        const [, task = "", reason = line] = /^task (\w+): (.*)$/s.exec(line) ?? [];
        reasons.set(reason, [...(reasons.get(reason) ?? []), task]);
    }
    return [...reasons].map(([reason, tasks]) => {
        const [first = ""] = tasks;
        if (first === "")
            return reason;
        return tasks.length === 1 ? `task ${first}: ${reason}` : `${tasks.length} tasks, ${first} for one: ${reason}`;
    });
}
function renderDiagnosis(diagnosis) {
    if (diagnosis === undefined)
        return [];
    const { stoppedTasks, logs, targets, events } = diagnosis;
    return [
        details("Tasks that stopped", together(stoppedTasks)),
        ...logs.map(({ container, lines }) => details(`Last log lines of ${container}`, lines)),
        details("Targets that are not healthy", targets),
        details("Service events", events),
    ];
}
function askedFor({ operation, desiredCount, taskDefinition }, { images }) {
    const count = desiredCount === undefined ? [] : [`${desiredCount} ${desiredCount === 1 ? "task" : "tasks"}`];
    const base = taskDefinition === undefined ? [] : [(0,markdown/* code */.aY)(taskDefinition)];
    const changes = images.map(({ container, after }) => `${(0,markdown/* code */.aY)(container)} = ${(0,markdown/* code */.aY)(shortened(after))}`);
    return [operation, ...base, ...changes, ...count].join(", ");
}
function shortened(image) {
    const [name = "", digest] = image.split("@");
    return digest === undefined ? image : `${name}@${(0,lib_digest/* shortDigest */.VK)(digest)}`;
}
function servesNow({ service }) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
    const all = primary === undefined ? others : [primary, ...others];
    return all.map((one) => `${(0,markdown/* code */.aY)((0,service_state/* revisionName */.pd)(one.taskDefinition))}, ${(0,service_state/* renderCounts */.Pn)(one)}`).join("; ");
}
function details(title, lines) {
    if (lines.length === 0)
        return "";
    const list = lines.map((line) => `- ${(0,markdown/* escapeMarkdown */.FV)(line, 500)}`).join("\n");
    if (lines.length <= SHOWN_LINES)
        return `**${(0,markdown/* escapeMarkdown */.FV)(title)}**\n\n${list}`;
    return `<details><summary>${(0,markdown/* escapeMarkdown */.FV)(title)}</summary>\n\n${list}\n\n</details>`;
}

;// CONCATENATED MODULE: ./lib/services-summary.js




function renderServicesSummary({ failure, outputs, report }, inputs) {
    const [only, ...more] = report.runs;
    if (more.length === 0 && only?.kind === "ended")
        return renderSummary(only.result, inputs);
    const rows = report.runs.map((run) => [
        (0,markdown/* code */.aY)(run.service),
        (0,services_result/* outcomeOf */.sG)(run),
        nowOn(run),
        (0,markdown/* escapeMarkdown */.FV)((0,services_result/* reasonOfRun */.fH)(run), 300),
    ]);
    const red = report.runs.flatMap((run) => run.kind === "ended" && run.result.failure !== undefined ? [run.result] : []);
    const parts = [
        `### ${report.runs.length} services: ${outputs.outcome}`,
        `${inputs.operation}, ${(0,clock/* renderDuration */.P)(report.durationMs)}`,
        (0,markdown/* table */.tp)(["Service", "Outcome", "Task definition", "Why"], rows),
        failure?.nextStep === undefined ? "" : `**Next:** ${(0,markdown/* escapeMarkdown */.FV)(failure.nextStep, 1000)}`,
        ...red.map((result) => renderSummary(result, inputs)),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
function nowOn(run) {
    return run.kind === "ended" ? (0,markdown/* code */.aY)((0,service_state/* revisionName */.pd)(run.result.report.service.taskDefinition)) : "";
}


/***/ }),

/***/ 7256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _q: () => (/* binding */ listWantedImages),
  _M: () => (/* binding */ parseContainerImage),
  Y1: () => (/* binding */ parseWantedImage)
});

// UNUSED EXPORTS: pinImage

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __nccwpck_require__(9441);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
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

;// CONCATENATED MODULE: ./lib/wanted-image.js

function listWantedImages(source) {
    const { image, images = [], container, expectedDigest: digest } = source;
    const wanted = image === undefined ? images : [{ ...image, container }];
    return wanted.map((one) => (digest === undefined ? one : { ...one, image: pinImage(one.image, digest), digest }));
}
function parseWantedImage(text) {
    const { digest } = parseImageReference(text);
    return { container: undefined, image: digest === undefined ? text : pinImage(text, digest), digest };
}
function parseContainerImage(text) {
    const [, container, image] = /^([A-Za-z0-9_][\w-]{0,254})=(.+)$/.exec(text) ?? [];
    if (container === undefined || image === undefined)
        throw (0,errors/* configuration */.HF)("BAD_IMAGE", `"${text.slice(0, 100)}" is not container=image, such as app=ghcr.io/acme/shop:1.4.0`);
    return { ...parseWantedImage(image.trim()), container };
}
function pinImage(image, digest) {
    const [name = ""] = image.split("@");
    const colon = name.lastIndexOf(":");
    return `${colon > name.lastIndexOf("/") ? name.slice(0, colon) : name}@${digest}`;
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

/***/ 4955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openWorkspace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8306);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9441);





const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;
const CHUNK_BYTES = 1024 * 1024;
const UNCHANGED = "Let nothing write to the files while this action reads them.";
function openWorkspace(root) {
    return {
        readText: async (path, maxBytes) => {
            const file = await locate(root, path);
            return file === undefined ? undefined : decode(path, await readAtMost(file, path, maxBytes));
        },
        find: async (patterns) => {
            const found = await Promise.all(patterns.map((pattern) => match(root, pattern)));
            const paths = [...new Set(found.flat())].toSorted();
            const files = [];
            for (const path of paths)
                files.push(await digestFile(root, path));
            return files;
        },
    };
}
async function match(root, pattern) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(pattern))
        throw outside(pattern);
    const paths = [];
    for await (const entry of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.glob)(pattern, { cwd: root, withFileTypes: true })) {
        if (!entry.isDirectory())
            paths.push((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name)));
    }
    if (paths.length > 0)
        return paths;
    throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NO_FILE", `"${pattern}" finds no file in the workspace`, "Check the pattern, relative to the repository's root, and that the step which makes the file ran before.");
}
async function digestFile(root, path) {
    const file = await locate(root, path);
    if (file === undefined)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NO_FILE", `"${path}" was there and is gone`);
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file);
    refuseLarge(path, size, MAX_FILE_BYTES);
    const read = () => readExactly(file, path, size);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    for await (const chunk of read())
        hash.update(chunk);
    return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path), size, digest: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_5__/* .parseDigest */ .m)(`sha256:${hash.digest("hex")}`), read };
}
async function* readExactly(file, path, size) {
    if (size === 0)
        return;
    let left = size;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { end: size - 1, highWaterMark: CHUNK_BYTES })) {
        left -= chunk.byteLength;
        yield chunk;
    }
    if (left > 0)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("FILE_CHANGED", `"${path}" had ${size} bytes and has ${left} fewer now`, UNCHANGED);
}
async function locate(root, path) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path))
        throw outside(path);
    const base = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path)).catch(() => undefined);
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(base, file ?? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path));
    if (from === ".." || from.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(from))
        throw outside(path);
    return file;
}
async function readAtMost(file, path, maxBytes) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, "r");
    try {
        refuseLarge(path, (await handle.stat()).size, maxBytes);
        return await handle.readFile();
    }
    finally {
        await handle.close();
    }
}
function refuseLarge(path, size, maxBytes) {
    if (size <= maxBytes)
        return;
    throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
}
function decode(path, bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is UTF-16; save it as UTF-8`);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is not UTF-8 text (${error instanceof Error ? error.message : "decoding failed"})`);
    }
}
function outside(path) {
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("OUTSIDE_WORKSPACE", `"${path}" leads out of the workspace`, "Name a file of the checked-out repository, relative to its root.");
}


/***/ }),

/***/ 9327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ renderDuration),
/* harmony export */   d: () => (/* binding */ createDeadline)
/* harmony export */ });
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

/***/ 9272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ parseCommitSha)
/* harmony export */ });
/* unused harmony export shortSha */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8306);

function parseCommitSha(text) {
    if (/^[0-9a-f]{40}$/.test(text))
        return text;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .configuration */ .HF)("BAD_COMMIT", `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a full commit SHA: 40 lower-case hex digits are expected`);
}
function shortSha(commit) {
    return commit.slice(0, 7);
}


/***/ }),

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
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
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Sh: () => (/* binding */ token),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   f3: () => (/* binding */ parsedBy),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* unused harmony exports paragraph, decimal, secret */
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

/***/ 4363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ createFence),
/* harmony export */   zM: () => (/* binding */ parseLeaseToken)
/* harmony export */ });
/* unused harmony export renderLeaseToken */
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9272);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8306);


const LOOKS = 3;
const PAUSE_MS = 1000;
function renderLeaseToken({ ref, commit }) {
    return `${ref}@${commit}`;
}
function parseLeaseToken(text) {
    const match = /^(refs\/[\w=-]+(?:\/[\w=-]+){1,6})@([0-9a-f]{40})$/.exec(text);
    const ref = match?.[1];
    if (ref !== undefined)
        return { ref, commit: (0,_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCommitSha */ .t)(match?.[2] ?? "") };
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .configuration */ .HF)("BAD_LEASE_TOKEN", `"${text.slice(0, 100)}" is not a lease token`, "Pass the output lease-token of check-concurrent on as it is.");
}
function createFence(token, open, clock) {
    return async () => {
        if (token === undefined)
            return;
        const lease = await open();
        let tip = await lease.tipOf(token.ref);
        for (let look = 1; tip !== token.commit && look < LOOKS; look += 1) {
            await clock.sleep(PAUSE_MS);
            tip = await lease.tipOf(token.ref);
        }
        if (tip === token.commit)
            return;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)("LEASE_LOST", `The lease ${token.ref} is not held by this run any more: it points at ${tip ?? "nothing"}, ours is ${token.commit}; nothing more was changed`, "Look at the run that deploys now. Start this one again when it has ended.");
    };
}


/***/ }),

/***/ 8928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   YE: () => (/* binding */ renderNextStep),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   nn: () => (/* binding */ joinParts),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
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
