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

/***/ 1059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ ecsDeploy)
});

// EXTERNAL MODULE: ../../packages/domain/lib/clock.js
var lib_clock = __nccwpck_require__(9327);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
// EXTERNAL MODULE: ./lib/service-state.js
var service_state = __nccwpck_require__(7712);
;// CONCATENATED MODULE: ./lib/narrate.js


const HEARTBEAT_MS = 30_000;
/** A crash loop says the same again and again; the job's log need not. */
const MAX_EVENTS_A_LOOK = 5;
/** Says one line a state change and a heartbeat, never one line a look. Events from before `service` are not repeated. */
function createNarrator(clock, log, before) {
    const start = clock.elapsedMs();
    const seenEvents = new Set(before.events.map(({ id }) => id));
    let last = "";
    let lastAt = start;
    const say = (text) => {
        const now = clock.elapsedMs();
        if (text === last && now - lastAt < HEARTBEAT_MS)
            return;
        log.info(`${(0,lib_clock/* renderDuration */.P)(now - start)}: ${text === last ? "still " : ""}${text}`);
        last = text;
        lastAt = now;
    };
    return {
        tell: (service, deployment) => {
            const news = service.events.filter(({ id }) => !seenEvents.has(id));
            for (const { id } of news)
                seenEvents.add(id);
            for (const { message } of news.slice(0, MAX_EVENTS_A_LOOK).reverse())
                log.info(`event: ${message}`);
            say(describeState(service, deployment));
        },
        tellMissedLook: (why) => say(`no answer from ECS (${why}), asking again`),
    };
}
/** The state of a service in one line, the deployment that is taking over first. */
function describeState(service, deployment) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined)
        return `${service.name} shows no deployment`;
    const stage = deployment?.stage === undefined ? "" : `, stage ${deployment.stage}`;
    const failed = primary.failedTasks === 0 ? "" : `, ${primary.failedTasks} failed`;
    const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
    const old = others.map((one) => `; ${(0,service_state/* revisionName */.pd)(one.taskDefinition)} still ${one.runningCount} running`).join("");
    const state = primary.rolloutState ?? primary.status;
    return `${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} ${state}, ${(0,service_state/* renderCounts */.Pn)(primary)}${failed}${stage}${old}`;
}

;// CONCATENATED MODULE: ./lib/pace.js
/** After an update the first look; a change that ECS refuses at once shows that early. */
const FIRST_LOOK_MS = 1000;
/** Between two looks that must agree on a success. */
const SECOND_LOOK_MS = 500;
/**
 * Milliseconds until the next look: about 3 s in the first minute, then about 5 s. Up to a fifth less at random, so that
 * jobs started together do not call together.
 */
function pauseMs(sinceUpdateMs, random) {
    const base = sinceUpdateMs < 60_000 ? 3000 : 5000;
    return base * (1 - random() / 5);
}

;// CONCATENATED MODULE: ./lib/ports.js

/** Whether asking the fleet again later may help. */
function mayPass(error) {
    return error instanceof errors/* FairwayError */.q2 && ["ECS_UNREACHABLE", "ECS_THROTTLED"].includes(error.code);
}
/** The text of anything that was thrown, for a notice. */
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/await-turn.js





/**
 * Gives the service once no deployment of it is in progress. One that is started on top of a rollback has nothing left to
 * fall back to: when it fails, too, ECS stalls. Throws IN_PROGRESS when told to, or when the time is over.
 */
async function awaitTurn(turn, ports) {
    const { service } = turn;
    if (!(0,service_state/* isInProgress */.LT)(service))
        return service;
    const state = describeState(service);
    switch (turn.ifInProgress) {
        case "fail":
            throw (0,errors/* refusal */.x5)("IN_PROGRESS", `Another deployment of ${service.name} is in progress (${state}), and if-in-progress is fail`, "Wait for its end, or set if-in-progress to wait.");
        case "proceed":
            ports.log.warning(`Another deployment of ${service.name} is in progress (${state}). If it is a rollback, ECS has nothing to fall back to should this deployment fail.`);
            return service;
        case "wait":
            ports.log.info(`waits for another deployment of ${service.name} to end: ${state}`);
            return turn.dryRun ? service : waitForEnd(turn, ports);
    }
}
async function waitForEnd(turn, { fleet, clock, log, random, signal }) {
    const { target, deadline } = turn;
    const narrator = createNarrator(clock, log, turn.service);
    let { service } = turn;
    while ((0,service_state/* isInProgress */.LT)(service)) {
        if (deadline.expired())
            throw stillInProgress(service, deadline);
        await clock.sleep(Math.min(pauseMs(deadline.usedMs(), random), deadline.remainingMs()), signal);
        try {
            service = await fleet.describeService(target);
            narrator.tell(service);
        }
        catch (error) {
            if (!mayPass(error))
                throw error;
            narrator.tellMissedLook(error.message);
        }
    }
    return service;
}
function stillInProgress(service, deadline) {
    return (0,errors/* upstream */.a4)("IN_PROGRESS", `Another deployment of ${service.name} is still in progress after ${(0,lib_clock/* renderDuration */.P)(deadline.totalMs)} (${describeState(service)}); nothing was changed`, {
        nextStep: "Look at why it does not end. To deploy on top of it, set if-in-progress to proceed; scaling the service to 0 ends it, too.",
    });
}

;// CONCATENATED MODULE: ./lib/ending-reason.js

/** ECS's own words for why a deployment ended badly, the most telling first. */
function endingReason(service, deploymentId, serviceDeployment) {
    const entry = service.deployments.find(({ id }) => id === deploymentId);
    const words = [
        entry?.rolloutState === "FAILED" ? entry.rolloutStateReason : undefined,
        ...wordsOf(serviceDeployment),
        (0,service_state/* primaryOf */.Os)(service)?.rolloutStateReason,
    ];
    return words.find((text) => text !== undefined && text !== "") ?? "ECS ended the deployment and gave no reason";
}
function wordsOf(deployment) {
    if (deployment === undefined)
        return [];
    const { triggeredAlarms, statusReason, rollback } = deployment;
    const alarms = triggeredAlarms.length === 0 ? undefined : `alarms went off: ${triggeredAlarms.join(", ")}`;
    return [alarms, statusReason, rollback?.reason];
}

;// CONCATENATED MODULE: ./lib/decide.js


const FIRST_MEMORY = { seenOurs: false, leaning: undefined };
/** Reads may be older than the update for about this long. */
const STALE_MS = 60_000;
/**
 * Classifies one look at the service. The service being stable proves nothing (a rolled-back service is stable too), so
 * every rule asks for our own deployment. The rules are tried in this order and the first that applies decides.
 */
function decide(situation) {
    const seenOurs = situation.memory.seenOurs || ourEntry(situation) !== undefined;
    const known = { ...situation, memory: { ...situation.memory, seenOurs } };
    for (const rule of RULES) {
        const finding = rule(known);
        if (finding !== undefined)
            return conclude(finding, known.memory, situation.expired);
    }
    return { verdict: { kind: "pending", look: "later" }, memory: { seenOurs, leaning: undefined } };
}
/** Believes a certain finding at once and any other when the look before said the same. */
function conclude(finding, memory, expired) {
    const { kind, reason, certain } = finding;
    if (certain || memory.leaning === kind)
        return { verdict: { kind, reason }, memory };
    const wavering = expired && memory.leaning !== undefined;
    if (wavering)
        return { verdict: { kind: "timed-out", reason: `reads of ECS contradict each other: ${reason}` }, memory };
    const look = kind === "succeeded" ? "soon" : "later";
    return { verdict: { kind: "pending", look }, memory: { ...memory, leaning: kind } };
}
const RULES = [
    serviceGone,
    serviceDeploymentEnded,
    ourEntryFailed,
    primaryRollsBack,
    primaryIsAnother,
    completed,
    tooManyFailures,
    awaitingHook,
    outOfTime,
];
function serviceGone({ service }) {
    return service.status === "ACTIVE" ? undefined : ending("failed", `the service is ${service.status}`);
}
function serviceDeploymentEnded(situation) {
    const { serviceDeployment, service, ours } = situation;
    const status = serviceDeployment?.status ?? "";
    if (status.startsWith("ROLLBACK_"))
        return ending("rolled-back", reasonFromEcs(situation));
    if (status !== "STOPPED" && status !== "STOP_REQUESTED")
        return undefined;
    if (serviceDeployment?.rollback !== undefined)
        return ending("rolled-back", reasonFromEcs(situation));
    // Another deployment in our place is what stopped ours; the rules below tell which kind it is.
    return (0,service_state/* primaryOf */.Os)(service)?.id === ours.id ? ending("failed", reasonFromEcs(situation)) : undefined;
}
function ourEntryFailed(situation) {
    if (ourEntry(situation)?.rolloutState !== "FAILED")
        return undefined;
    const reason = reasonFromEcs(situation);
    if (rollingBack(situation))
        return ending("rolled-back", reason);
    // With the rollback on, it shows a moment later; without it the failure is the end.
    return { kind: "failed", reason, certain: !situation.service.circuitBreaker.rollback };
}
function primaryRollsBack(situation) {
    return rollingBack(situation) ? ending("rolled-back", reasonFromEcs(situation)) : undefined;
}
function primaryIsAnother(situation) {
    const { service, ours, memory, sinceUpdateMs } = situation;
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === ours.id)
        return undefined;
    if (!memory.seenOurs)
        return neverSeen(primary, ours, sinceUpdateMs);
    const isBack = primary.taskDefinition === ours.previousTaskDefinition;
    if (primary.id === ours.previousId || (isBack && ours.taskDefinition !== ours.previousTaskDefinition)) {
        const reason = `the service is on ${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} again, the one from before`;
        return { kind: "rolled-back", reason, certain: false };
    }
    const reason = `deployment ${primary.id} of ${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} took the place of ours`;
    return { kind: "superseded", reason, certain: false };
}
/** Until a read has shown our deployment, all reads may be from before it. */
function neverSeen(primary, ours, sinceUpdateMs) {
    if (sinceUpdateMs < STALE_MS)
        return undefined;
    const reason = `${STALE_MS / 1000} s after the update ECS shows deployment ${primary.id} and not ours, ${ours.id}`;
    return ending(primary.id === ours.previousId ? "error" : "superseded", reason);
}
function completed(situation) {
    const { service, serviceDeployment, patience, ours } = situation;
    const entry = ourEntry(situation);
    if (entry?.status !== "PRIMARY" || !(0,service_state/* hasAllTasks */.ox)(entry) || !isOver(service, entry, serviceDeployment))
        return undefined;
    const alone = service.deployments.length === 1;
    if (patience.waitUntil === "stable" && !alone)
        return undefined;
    const reason = `${(0,service_state/* revisionName */.pd)(ours.taskDefinition)} is deployed, ${(0,service_state/* renderCounts */.Pn)(entry)}`;
    return { kind: "succeeded", reason, certain: false };
}
/** Whether ECS has ended our deployment well, in the view that its kind of deployment has. */
function isOver(service, entry, deployment) {
    if (service.strategy !== "ROLLING" && deployment !== undefined)
        return deployment.status === "SUCCESSFUL";
    if (deployment?.status === "SUCCESSFUL" || entry.rolloutState === "COMPLETED")
        return true;
    // A service behind a Classic Load Balancer has no rollout state: its counts must do.
    return entry.rolloutState === undefined && service.deployments.length === 1;
}
function tooManyFailures(situation) {
    const failed = ourEntry(situation)?.failedTasks ?? 0;
    const most = situation.patience.maxFailedTasks;
    return most === undefined || failed < most
        ? undefined
        : ending("failed", `${failed} tasks failed in a row, max-failed-tasks is ${most}`);
}
function awaitingHook({ serviceDeployment }) {
    const hook = serviceDeployment?.awaitingHook;
    if (hook === undefined)
        return undefined;
    const until = hook.expiresAt === undefined ? "" : ` until ${hook.expiresAt.toISOString()}`;
    return ending("paused", `lifecycle hook ${hook.id} waits for somebody's decision${until}`);
}
function outOfTime(situation) {
    if (!situation.expired)
        return undefined;
    const entry = ourEntry(situation);
    const state = entry === undefined ? "ECS does not show our deployment" : describeEntry(entry);
    return ending("timed-out", state);
}
function describeEntry(entry) {
    const failed = entry.failedTasks === 0 ? "" : `, ${entry.failedTasks} failed`;
    return `the deployment is ${entry.rolloutState ?? entry.status}, ${(0,service_state/* renderCounts */.Pn)(entry)}${failed}`;
}
function ending(kind, reason) {
    return { kind, reason, certain: true };
}
function ourEntry({ service, ours }) {
    return service.deployments.find((one) => one.id === ours.id);
}
/** Whether another deployment than ours is PRIMARY because ECS is undoing ours. */
function rollingBack({ service, ours }) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === ours.id)
        return false;
    // Somebody else's deployment that is rolled back to our revision is not our rollback.
    const towardsOurs = primary.taskDefinition === ours.taskDefinition && ours.taskDefinition !== ours.previousTaskDefinition;
    return !towardsOurs && /rolling back/i.test(primary.rolloutStateReason ?? "");
}
function reasonFromEcs({ ours, service, serviceDeployment }) {
    return endingReason(service, ours.id, serviceDeployment);
}

;// CONCATENATED MODULE: ./lib/decide-count.js


/** Reads may be older than the update for about this long. */
const decide_count_STALE_MS = 60_000;
/**
 * Classifies one look at a service that was scaled. Changing the desired count starts no deployment in ECS, so the proof is
 * that as many tasks run, over all deployments, as were asked for, and that the count is still the one asked for.
 */
function decideCount(situation) {
    const { service, desiredCount, sinceUpdateMs } = situation;
    const seenOurs = situation.memory.seenOurs || service.desiredCount === desiredCount;
    const memory = { ...situation.memory, seenOurs };
    const stale = !seenOurs && sinceUpdateMs < decide_count_STALE_MS && service.status === "ACTIVE";
    const finding = stale ? undefined : findingOf(situation);
    const ended = finding ?? decide_count_outOfTime(situation);
    if (ended !== undefined)
        return conclude(ended, memory, situation.expired);
    return { verdict: { kind: "pending", look: "later" }, memory: { seenOurs, leaning: undefined } };
}
function findingOf({ service, desiredCount, maxFailedTasks }) {
    if (service.status !== "ACTIVE")
        return { kind: "failed", reason: `the service is ${service.status}`, certain: true };
    if (service.desiredCount !== desiredCount) {
        const reason = `somebody, or auto scaling, set the desired count to ${service.desiredCount}; ${desiredCount} was asked`;
        return { kind: "superseded", reason, certain: false };
    }
    if (service.runningCount === desiredCount && service.pendingCount === 0)
        return {
            kind: "succeeded",
            reason: `the desired count of ${desiredCount} is reached, ${(0,service_state/* renderCounts */.Pn)(service)}`,
            certain: false,
        };
    const failed = (0,service_state/* primaryOf */.Os)(service)?.failedTasks ?? 0;
    if (maxFailedTasks === undefined || failed < maxFailedTasks)
        return undefined;
    const reason = `${failed} tasks failed in a row, max-failed-tasks is ${maxFailedTasks}`;
    return { kind: "failed", reason, certain: true };
}
function decide_count_outOfTime({ service, expired }) {
    if (!expired)
        return undefined;
    return { kind: "timed-out", reason: `the service has ${(0,service_state/* renderCounts */.Pn)(service)}`, certain: true };
}

;// CONCATENATED MODULE: ./lib/result.js

/** All outputs of the action, whatever happened, from what is known. */
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
        report: { images, service: after, diagnosis: facts.diagnosis, rollback: facts.rollback, durationMs },
    };
}
function oneLine(text) {
    return text
        .replaceAll(/[\s\p{Cc}]+/gu, " ")
        .trim()
        .slice(0, 1000);
}

// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __nccwpck_require__(2863);
;// CONCATENATED MODULE: ./lib/log-streams.js

/**
 * The logs of the containers that made a task fail. With the awslogs driver a stream is named prefix/container/task; without
 * a prefix the name is the container runtime's id, which ECS does not tell.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
function logsOfFailedContainers(document, task) {
    const definitions = document["containerDefinitions"];
    const containers = Array.isArray(definitions) ? definitions.filter(json/* isRecord */.u4) : [];
    const failed = task.containers.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
    return failed.flatMap(({ name }) => {
        const definition = containers.find((one) => (0,json/* stringMember */.sk)(one, "name") === name);
        return definition === undefined ? [] : [logOf(name, definition, task)];
    });
}
function logOf(container, definition, task) {
    const configuration = definition["logConfiguration"];
    const driver = (0,json/* stringMember */.sk)(configuration, "logDriver") ?? "none";
    const options = (0,json/* member */.Dc)(configuration, "options");
    const group = (0,json/* stringMember */.sk)(options, "awslogs-group");
    const prefix = (0,json/* stringMember */.sk)(options, "awslogs-stream-prefix");
    if (driver !== "awslogs" || group === undefined || prefix === undefined)
        return { kind: "elsewhere", container, driver: driver === "awslogs" ? "awslogs without a stream prefix" : driver };
    const id = task.arn.slice(task.arn.lastIndexOf("/") + 1);
    const region = (0,json/* stringMember */.sk)(options, "awslogs-region");
    return { kind: "readable", container, stream: { region, group, name: `${prefix}/${container}/${id}` } };
}

;// CONCATENATED MODULE: ./lib/read-failed-logs.js


/** Reads what the failed containers of a task wrote last. Never throws: what cannot be read is one notice. */
async function readFailedLogs(task, lines, ports) {
    if (lines === 0)
        return [];
    try {
        const { document } = await ports.fleet.describeTaskDefinition(task.taskDefinition);
        const tails = [];
        for (const log of logsOfFailedContainers(document, task))
            tails.push(...(await tailOf(log, lines, ports)));
        return tails;
    }
    catch (error) {
        ports.log.notice(`Log not read: ${reasonOf(error)}`);
        return [];
    }
}
async function tailOf(log, lines, { logs, log: say }) {
    if (log.kind === "readable")
        return [{ container: log.container, lines: await logs.tail(log.stream, lines) }];
    say.info(`the log of ${log.container} is not in CloudWatch Logs (driver: ${log.driver})`);
    return [];
}

;// CONCATENATED MODULE: ./lib/stop-hints.js
/** What the commonest stop reasons mean. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
const stop_hints_RULES = [
    { pattern: /exec format error/i, hint: "the image is built for another CPU architecture than the task's" },
    {
        pattern: /does not contain descriptor matching platform/i,
        hint: "the image has no variant for the task's platform",
    },
    {
        pattern: /CannotPull|pull image manifest/i,
        hint: "the tag or digest does not exist, or the execution role may not pull it",
    },
    { pattern: /OutOfMemory|\bexit 137\b/i, hint: "killed, most often for want of memory: raise the memory limit" },
    { pattern: /\bexit 139\b/, hint: "it crashed with a segmentation fault" },
    { pattern: /\bexit 143\b/, hint: "it was asked to stop (SIGTERM); look at what stopped it" },
    { pattern: /\bexit 12[67]\b/, hint: "the command is not in the image or not executable" },
    { pattern: /ResourceInitializationError/i, hint: "a secret, a network interface or a volume could not be set up" },
    { pattern: /failed (ELB|container) health checks/i, hint: "check path, port and the health check's grace period" },
];
/** One line on how a task ended, with the exit codes, reasons and a hint when the reason is a known one. */
function renderStoppedTask(task) {
    const containers = task.containers
        .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
        .map(({ name, exitCode, reason }) => [name, exitCode === undefined ? undefined : `exit ${exitCode}`, reason].filter(Boolean).join(" "));
    const reasons = [task.stopCode, task.stoppedReason, ...containers].filter(Boolean).join("; ");
    const hint = stop_hints_RULES.find(({ pattern }) => pattern.test(reasons))?.hint;
    return `task ${task.arn.slice(task.arn.lastIndexOf("/") + 1)}: ${reasons}${hint === undefined ? "" : ` (${hint})`}`;
}

;// CONCATENATED MODULE: ./lib/diagnose.js



const MAX_EVENTS = 10;
const MAX_TASKS = 3;
/** Collects it at once, since ECS forgets stopped tasks after about an hour. Never throws: it only explains. */
async function diagnose(patient, ports) {
    const { log } = ports;
    const tasks = await readStoppedTasks(patient, ports);
    const failed = tasks.find(({ containers }) => containers.some(({ exitCode = 0 }) => exitCode !== 0));
    const logs = failed === undefined ? [] : await readFailedLogs(failed, patient.logLines, ports);
    const events = eventsSince(patient);
    const stoppedTasks = tasks.slice(0, MAX_TASKS).map(renderStoppedTask);
    if (events.length > 0)
        log.group("Service events since the update", events);
    if (stoppedTasks.length > 0)
        log.group("Tasks of this deployment that stopped", stoppedTasks);
    for (const { container, lines } of logs)
        log.group(`Last log lines of ${container}`, lines);
    return { events, stoppedTasks, logs };
}
function eventsSince({ before, after }) {
    const known = new Set(before.events.map(({ id }) => id));
    const messages = after.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
    return [...new Set(messages)].slice(0, MAX_EVENTS).reverse();
}
/** Newest first; after scaling, which starts no deployment of its own, those of the whole service. */
async function readStoppedTasks({ target, deploymentId }, { fleet, log }) {
    try {
        const tasks = await fleet.tasks(target, "STOPPED");
        const ours = tasks.filter(({ startedBy }) => deploymentId === undefined || startedBy === deploymentId);
        return ours.sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
    }
    catch (error) {
        log.notice(`Stopped tasks not read: ${reasonOf(error)}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/failure.js


/**
 * The error that an ending is told with: ECS's own reason first, then what that means for the service. Success has none.
 */
function failureOf(ended) {
    const { watched, rollback } = ended;
    if (watched.error !== undefined)
        return stillRunning(watched.error, ended);
    const message = [capitalised(watched.reason), meaningOf(ended), rollback]
        .filter((part) => part !== undefined && part !== "")
        .map((part) => `${(part ?? "").replace(/\.$/, "")}.`)
        .join(" ");
    return (0,errors/* upstream */.a4)(CODES[watched.kind], message, { nextStep: nextStepOf(ended) });
}
const CODES = {
    succeeded: "BUG",
    "rolled-back": "ROLLED_BACK",
    failed: "DEPLOYMENT_FAILED",
    superseded: "SUPERSEDED",
    paused: "PAUSED",
    "timed-out": "TIMED_OUT",
    error: "NOT_SHOWN",
};
function meaningOf({ watched, asked, timeoutMs }) {
    switch (watched.kind) {
        case "rolled-back":
            return `${asked} was rolled back and does not serve`;
        case "failed":
            return `${asked} failed and nothing takes it back`;
        case "superseded":
            return `What this step asked for is not what ${watched.service.name} is set to now`;
        case "timed-out":
            return `${watched.service.name} did not get there within ${(0,lib_clock/* renderDuration */.P)(timeoutMs)}; ECS goes on by itself`;
        case "paused":
            return `The deployment of ${asked} is held, not ended`;
        case "succeeded":
        case "error":
            return "";
    }
}
function nextStepOf({ watched, before, target }) {
    const describe = `aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].[deployments,events[:10]]'`;
    switch (watched.kind) {
        case "rolled-back":
            return "Correct the image by what the stopped tasks say, then deploy it again.";
        case "failed":
            return `Deploy the version from before: operation deploy with task-definition ${(0,service_state/* revisionName */.pd)(before.taskDefinition)}.`;
        case "superseded":
            return "Find out who deployed in between; give one environment's deployments one lease with check-concurrent.";
        case "paused":
            return `Continue or roll back with aws ecs continue-service-deployment --service-deployment-arn ${watched.serviceDeployment?.arn ?? "…"}.`;
        case "timed-out":
        case "succeeded":
        case "error":
            return `See where it stands: ${describe}`;
    }
}
/** A cancellation or a refused call ends this step, and not what ECS does. */
function stillRunning(error, { watched, asked }) {
    const message = `${error.message} ECS goes on with ${asked} in ${watched.service.name} by itself.`;
    const { kind, code, nextStep } = error;
    return new errors/* FairwayError */.q2(message, { kind, code, nextStep, cause: error.cause });
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/follow-rollback.js





/** The verdict is known by then; this long is waited to tell a person where the service ended up. */
const BOUND_SECONDS = 600;
/** Follows a rollback to its end, within a bound, or until the run is cancelled. */
async function followRollback(rollback, ports) {
    const { target, deploymentId } = rollback;
    const { fleet, clock, log, random, signal } = ports;
    const deadline = (0,lib_clock/* createDeadline */.d)(clock, BOUND_SECONDS);
    const narrator = createNarrator(clock, log, rollback.service);
    let { service } = rollback;
    try {
        while (!isBack(service, deploymentId) && !deadline.expired()) {
            await clock.sleep(pauseMs(deadline.usedMs(), random), signal);
            service = await readOr(service, { target, fleet });
            narrator.tell(service);
        }
    }
    catch (error) {
        // The verdict stands whatever happens here; a person is told how far it was followed.
        log.notice(`Stopped following the rollback: ${reasonOf(error)}`);
    }
    return { service, ...describeEnd(service, deploymentId) };
}
/** The service as it is now, or as it was when ECS does not answer for the moment. */
async function readOr(service, { target, fleet }) {
    try {
        return await fleet.describeService(target);
    }
    catch (error) {
        if (mayPass(error))
            return service;
        throw error;
    }
}
function isBack(service, deploymentId) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === deploymentId)
        return false;
    const over = primary.rolloutState === undefined || primary.rolloutState !== "IN_PROGRESS";
    return over && (0,service_state/* hasAllTasks */.ox)(primary);
}
function describeEnd(service, deploymentId) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === deploymentId)
        return { complete: false, text: `ECS has not begun to roll ${service.name} back` };
    const where = `${(0,service_state/* revisionName */.pd)(primary.taskDefinition)}, ${(0,service_state/* renderCounts */.Pn)(primary)}`;
    if (isBack(service, deploymentId))
        return { complete: true, text: `${service.name} is back on ${where}` };
    return { complete: false, text: `the rollback of ${service.name} to ${where} still goes on` };
}

;// CONCATENATED MODULE: ./lib/running-digest.js

/** Reads back which digests the deployment runs: from its service revision, else from its running tasks. */
async function readRunningDigests(target, deployment, ports) {
    const revisionArn = deployment.service?.revisionArn;
    const resolved = revisionArn === undefined ? [] : await orNotice(() => ports.fleet.resolvedImages(revisionArn), ports);
    if (resolved.some(({ digest }) => digest !== undefined))
        return group(resolved);
    const tasks = await orNotice(() => ports.fleet.tasks(target, "RUNNING"), ports);
    const ours = tasks.filter(({ startedBy }) => startedBy === deployment.id);
    return group(ours.flatMap(({ containers }) => containers.map(({ name, imageDigest }) => ({ container: name, digest: imageDigest }))));
}
/** Compares, container by container. A digest that can neither be read nor is pinned counts as refuted: it is not proven. */
function judgeDigests(expectations, running) {
    let kind = "as-expected";
    for (const { container, digest, pinned } of expectations) {
        const found = running.get(container);
        const other = [...(found ?? [])].find((one) => one !== digest);
        if (other !== undefined)
            return { kind: "refuted", error: mismatch(container, digest, other) };
        if (found === undefined && !pinned)
            return { kind: "refuted", error: unread(container, digest) };
        if (found === undefined)
            kind = "pinned-only";
    }
    return { kind };
}
function mismatch(container, expected, running) {
    return (0,errors/* upstream */.a4)("DIGEST_MISMATCH", `Container ${container} runs ${running}; ${expected} was expected`, {
        nextStep: "Find out who moved the tag; deploy the image by its digest.",
    });
}
function unread(container, expected) {
    return (0,errors/* upstream */.a4)("DIGEST_UNKNOWN", `ECS does not tell which digest container ${container} runs; ${expected} was expected`, {
        nextStep: "Allow ecs:DescribeServiceRevisions, or ecs:ListTasks and ecs:DescribeTasks; or deploy the image by its digest.",
    });
}
function group(images) {
    const digests = new Map();
    for (const { container, digest } of images) {
        if (digest === undefined)
            continue;
        digests.set(container, (digests.get(container) ?? new Set()).add(digest));
    }
    return digests;
}
/** What is asked for detail must not fail a good deployment: it degrades to one line that names what is missing. */
async function orNotice(read, { log }) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2) || error.code === "CANCELLED")
            throw error;
        log.notice(`Running digest not read: ${error.message}`);
        return [];
    }
}
/** The digest to tell: of the container named, or of the only one; undefined when it is not one. */
function pickDigest(running, container) {
    const all = [...running.entries()];
    const found = container === undefined && all.length === 1 ? all[0]?.[1] : running.get(container ?? "");
    const [only, ...more] = [...(found ?? [])];
    return more.length === 0 ? only : undefined;
}

;// CONCATENATED MODULE: ./lib/settle.js







/** Turns the end of a watch into the result: proof of the digest after a success, the reasons after anything else. */
async function settle(run, ended) {
    return ended.watched.kind === "succeeded" ? settleGreen(run, ended) : settleRed(run, ended);
}
async function settleGreen(run, ended) {
    const { ports, target } = run;
    const { plan, deploymentId, watched } = ended;
    ports.log.info(`done: ${watched.reason}`);
    if (deploymentId === undefined)
        return toResult(factsOf(run, ended), { outcome: "deployed", reason: watched.reason });
    const deployment = { id: deploymentId, service: watched.serviceDeployment };
    const digests = await readRunningDigests(target, deployment, ports);
    const facts = { ...factsOf(run, ended), imageDigest: pickDigest(digests, plan.container) };
    const verdict = judgeDigests(plan.expectations, digests);
    if (verdict.kind === "refuted")
        return toResult(facts, { outcome: "failed", reason: verdict.error.message, failure: verdict.error });
    if (verdict.kind === "pinned-only")
        ports.log.notice("The running digest was not read back; the task definition names it, so ECS pulls nothing else.");
    return toResult(facts, { outcome: "deployed", reason: watched.reason });
}
async function settleRed(run, ended) {
    const { before, watched } = ended;
    run.ports.log.info(`${watched.kind}: ${watched.reason}`);
    const asked = await requestRollback(run, ended);
    const { diagnosis, rollback } = await aftermath(run, ended, asked);
    const failure = failureOf({
        target: run.target,
        watched,
        before,
        asked: nameOfAsked(run, ended),
        rollback: rollback?.text,
        timeoutMs: run.deadline.totalMs,
    });
    const after = rollback?.service ?? watched.service;
    const facts = { ...factsOf(run, ended), after, diagnosis, rollback: rollback?.text };
    return toResult(facts, {
        outcome: watched.kind === "succeeded" ? "error" : watched.kind,
        reason: failure.message,
        failure,
    });
}
/** What ECS tells about the failure, and where a rollback leads. A cancelled run has no time for either. */
async function aftermath({ inputs, ports, target }, ended, asked) {
    if (ports.signal.aborted)
        return {};
    const { before, deploymentId, watched } = ended;
    const patient = { target, deploymentId, before, after: watched.service, logLines: inputs.logTailLines };
    const diagnosis = await diagnose(patient, ports);
    const rollsBack = asked || watched.kind === "rolled-back";
    if (!rollsBack || deploymentId === undefined)
        return { diagnosis };
    return { diagnosis, rollback: await followRollback({ target, deploymentId, service: watched.service }, ports) };
}
function nameOfAsked({ inputs }, { deploymentId, taskDefinition }) {
    return deploymentId === undefined ? `${inputs.desiredCount ?? 0} tasks` : (0,service_state/* revisionName */.pd)(taskDefinition);
}
/** Asks ECS for a rollback when that was wished and there is something to stop. Says so, whether or not it worked. */
async function requestRollback({ inputs, ports }, { deploymentId, watched }) {
    const wished = ["failed", "timed-out"].includes(watched.kind) || ports.signal.aborted;
    if (inputs.onFailure !== "rollback" || !wished || deploymentId === undefined)
        return false;
    const arn = watched.serviceDeployment?.arn;
    if (arn === undefined) {
        ports.log.warning("No rollback was asked for: ECS did not show the service deployment to stop.");
        return false;
    }
    try {
        await ports.fleet.requestRollback(arn);
        ports.log.info(`asked ECS to roll back ${arn}`);
        return true;
    }
    catch (error) {
        ports.log.warning(`ECS did not take the request to roll back: ${reasonOf(error)}`);
        return false;
    }
}
function factsOf({ deadline }, { before, plan, taskDefinition, deploymentId, watched }) {
    return {
        before,
        after: watched.service,
        images: plan.images,
        taskDefinition,
        deploymentId,
        failedTasks: watched.failedTasks,
        durationMs: deadline.usedMs(),
    };
}

;// CONCATENATED MODULE: ./lib/start-change.js


const READ_BACKS = 5;
const READ_BACK_PAUSE_MS = 2000;
/**
 * Changes the service once. When the reply is lost the service is read: if the change took place, it is ours, and only if it
 * did not is it asked for again.
 */
async function startChange(task, ports) {
    const { fleet, log } = ports;
    try {
        return await fleet.updateService(task.target, task.change);
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2) || error.code !== "ECS_UNREACHABLE")
            throw error;
        log.warning(`The reply to UpdateService was lost; reading the service to learn whether it was carried out.`);
        const service = await readBack(task, ports);
        if (service !== undefined) {
            log.info("found the update carried out");
            return service;
        }
        log.info("found the service unchanged, asking again");
        return fleet.updateService(task.target, task.change);
    }
}
/**
 * Like `startChange`, for a change that must start a deployment; gives it. Some changes start none when ECS sees no
 * difference, so it is asked a second time, with force.
 */
async function startDeployment(task, ports) {
    const service = await startChange(task, ports);
    const deployment = newDeployment(task.before, service);
    if (deployment !== undefined)
        return { service, deployment };
    const forced = { ...task, change: { ...task.change, forceNewDeployment: true } };
    const again = task.change.forceNewDeployment === true ? service : await startChange(forced, ports);
    const second = newDeployment(task.before, again);
    if (second !== undefined)
        return { service: again, deployment: second };
    throw (0,errors/* upstream */.a4)("NOT_STARTED", `ECS took the update of ${service.name} and started no deployment: ${(0,service_state/* primaryOf */.Os)(again)?.id ?? "none"} is still the primary one`, { nextStep: "Look at the service's events; run the job again." });
}
function newDeployment(before, after) {
    const primary = (0,service_state/* primaryOf */.Os)(after);
    return primary?.id === (0,service_state/* primaryOf */.Os)(before)?.id ? undefined : primary;
}
async function readBack(task, { fleet, clock, signal }) {
    for (let count = 0; count < READ_BACKS; count += 1) {
        await clock.sleep(READ_BACK_PAUSE_MS, signal);
        const service = await fleet.describeService(task.target);
        if (tookPlace(task, service))
            return service;
    }
    return undefined;
}
/** Whether the service is what the change makes of it. */
function tookPlace({ before, change }, after) {
    if (change.desiredCount !== undefined && after.desiredCount !== change.desiredCount)
        return false;
    if (change.taskDefinition === undefined && change.forceNewDeployment !== true)
        return true;
    const wanted = change.taskDefinition ?? before.taskDefinition;
    const fresh = newDeployment(before, after);
    return fresh !== undefined && (0,service_state/* revisionName */.pd)(fresh.taskDefinition) === (0,service_state/* revisionName */.pd)(wanted);
}

;// CONCATENATED MODULE: ./lib/read-detail.js



/** Every so many looks the service-deployment API is asked, too, even if nothing seems to have changed. */
const EVERY = 3;
/** Failures in a row after which the API is not asked again. */
const MAX_FAILURES = 3;
/**
 * The service-deployment API needs permissions of its own and is not everywhere: when it is denied or keeps failing, that
 * is said once and the service's own description must do.
 */
function createDetailReader(target, deploymentId, { fleet, log, signal }) {
    let failures = 0;
    let last;
    const giveUp = (error) => {
        last = undefined;
        log.notice(`Follows the deployment without the service-deployment API: ${error.message}`);
    };
    return {
        read: async (service, count) => {
            const due = count % EVERY === 0 || looksDifferent(service, deploymentId);
            if (failures >= MAX_FAILURES || !due)
                return last;
            try {
                last = (await fleet.findServiceDeployment(target, deploymentId)) ?? last;
                failures = 0;
            }
            catch (error) {
                if (!(error instanceof errors/* FairwayError */.q2) || signal.aborted)
                    throw error;
                failures = mayPass(error) ? failures + 1 : MAX_FAILURES;
                if (failures >= MAX_FAILURES)
                    giveUp(error);
            }
            return last;
        },
    };
}
/** Whether the service's description shows anything but our deployment rolling on. */
function looksDifferent(service, deploymentId) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    return primary?.id !== deploymentId || primary.rolloutState !== "IN_PROGRESS" || service.strategy !== "ROLLING";
}

;// CONCATENATED MODULE: ./lib/watch.js






/**
 * Looks at the service until `decide` gives a verdict. A look that fails for a passing reason is repeated until the
 * deadline; any other refusal, and a cancellation, ends the watch with what was known until then.
 */
async function watch(task, ports) {
    const { clock, random, signal } = ports;
    const start = clock.elapsedMs();
    const observer = createObserver(task, ports);
    let memory = FIRST_MEMORY;
    let pause = FIRST_LOOK_MS;
    try {
        for (;;) {
            await clock.sleep(Math.min(pause, Math.max(SECOND_LOOK_MS, task.deadline.remainingMs())), signal);
            const sinceUpdateMs = clock.elapsedMs() - start;
            pause = pauseMs(sinceUpdateMs, random);
            const fresh = await observer.look();
            const expired = task.deadline.expired();
            if (!fresh && !expired)
                continue;
            const { verdict, memory: learnt } = task.decide({ ...observer.last(), memory, sinceUpdateMs, expired });
            if (verdict.kind !== "pending")
                return { ...verdict, ...observer.last() };
            memory = learnt;
            if (verdict.look === "soon")
                pause = SECOND_LOOK_MS;
        }
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2))
            throw error;
        return { kind: "error", reason: error.message, error, ...observer.last() };
    }
}
function createObserver({ target, start, deploymentId }, ports) {
    const narrator = createNarrator(ports.clock, ports.log, start);
    const detail = deploymentId === undefined ? undefined : createDetailReader(target, deploymentId, ports);
    let last = { service: start, serviceDeployment: undefined, failedTasks: 0 };
    let looks = 0;
    return {
        look: async () => {
            try {
                const service = await ports.fleet.describeService(target);
                const serviceDeployment = await detail?.read(service, looks);
                looks += 1;
                const counted = serviceDeployment?.failureCount ?? 0;
                const failedTasks = Math.max(last.failedTasks, counted, failuresOf(service, deploymentId));
                last = { service, serviceDeployment, failedTasks };
                narrator.tell(service, serviceDeployment);
                return true;
            }
            catch (error) {
                if (!mayPass(error))
                    throw error;
                narrator.tellMissedLook(error.message);
                return false;
            }
        },
        last: () => last,
    };
}
function failuresOf(service, deploymentId) {
    return service.deployments.find(({ id }) => id === deploymentId)?.failedTasks ?? 0;
}

;// CONCATENATED MODULE: ./lib/carry-out.js







/** Registers what is new, changes the service, and follows the change to its end. */
async function carryOut(run, before, plan) {
    if (run.inputs.operation === "scale")
        return scale(run, before, plan);
    const { inputs, ports, target } = run;
    const change = await register(run, plan);
    const { service, deployment } = await startDeployment({ target, before, change }, ports);
    const { id, taskDefinition } = deployment;
    ports.log.info(`started deployment ${id} of ${(0,service_state/* revisionName */.pd)(taskDefinition)}`);
    if (inputs.waitUntil === "none")
        return started(run, { before, after: service, plan, taskDefinition, id });
    const ours = {
        id,
        taskDefinition,
        previousId: (0,service_state/* primaryOf */.Os)(before)?.id,
        previousTaskDefinition: before.taskDefinition,
    };
    const patience = { waitUntil: inputs.waitUntil, maxFailedTasks: inputs.maxFailedTasks };
    const watched = await watch({
        target,
        start: service,
        deploymentId: id,
        deadline: run.deadline,
        decide: (look) => decide({ ...look, ours, patience }),
    }, ports);
    return settle(run, { before, plan, taskDefinition, deploymentId: id, watched });
}
async function register({ ports: { fleet, log } }, { change, document }) {
    if (document === undefined)
        return change;
    const taskDefinition = await fleet.registerTaskDefinition(document);
    log.info(`registered ${(0,service_state/* revisionName */.pd)(taskDefinition)}`);
    return { ...change, taskDefinition };
}
async function scale(run, before, plan) {
    const { inputs, ports, target } = run;
    const desiredCount = inputs.desiredCount ?? before.desiredCount;
    const { taskDefinition } = before;
    const service = await startChange({ target, before, change: plan.change }, ports);
    ports.log.info(`set the desired count: ${before.desiredCount} → ${desiredCount}`);
    if (inputs.waitUntil === "none")
        return started(run, { before, after: service, plan, taskDefinition, id: undefined });
    const { maxFailedTasks } = inputs;
    const watched = await watch({
        target,
        start: service,
        deploymentId: undefined,
        deadline: run.deadline,
        decide: (look) => decideCount({ ...look, desiredCount, maxFailedTasks }),
    }, ports);
    return settle(run, { before, plan, taskDefinition, deploymentId: undefined, watched });
}
/** Not waited for: all that is known is that ECS took the change, and no more is said. */
function started({ deadline }, { before, after, plan, taskDefinition, id }) {
    const reason = `ECS accepted the change of ${after.name}; whether it succeeds was not waited for`;
    return toResult({ before, after, images: plan.images, taskDefinition, deploymentId: id, durationMs: deadline.usedMs() }, { outcome: "started", reason });
}

;// CONCATENATED MODULE: ./lib/guard-service.js

/** Keeps the rules that need no more than one look at the service. */
function guardService(service, inputs) {
    const error = refuseService(service) ?? refuseCount(service, inputs) ?? refuseBreaker(service, inputs);
    return error === undefined ? { kind: "allowed", warnings: warningsOf(service, inputs) } : { kind: "refused", error };
}
function refuseService({ name, status, controller, managedByEcs }) {
    if (status !== "ACTIVE")
        return (0,errors/* configuration */.HF)("SERVICE_NOT_ACTIVE", `Service ${name} is ${status}; only an ACTIVE service can be changed`, "Create the service again, or correct the input service.");
    if (controller !== "ECS")
        return (0,errors/* configuration */.HF)("OTHER_CONTROLLER", `Service ${name} is deployed by the controller ${controller}; only the controller ECS is supported`, "Move the service to ECS's own rolling or blue/green deployments: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html");
    if (managedByEcs)
        return (0,errors/* configuration */.HF)("EXPRESS_SERVICE", `Service ${name} is an Express service, whose settings ECS manages itself`, "Deploy it with the Express API.");
    return undefined;
}
/** A service of no tasks is stable at once and proves nothing. */
function refuseCount(service, { operation, desiredCount }) {
    const { name, daemon } = service;
    if (daemon && desiredCount !== undefined)
        return (0,errors/* configuration */.HF)("DAEMON_COUNT", `Service ${name} runs one task on each machine; it has no desired count to set to ${desiredCount}`, "Leave desired-count out.");
    if (daemon || operation === "scale" || desiredCount !== undefined || service.desiredCount > 0)
        return undefined;
    return (0,errors/* refusal */.x5)("ZERO_TASKS", `Service ${name} should run 0 tasks, so a ${operation} would start nothing and prove nothing`, "Give desired-count, for example the previous-desired-count of the step that scaled it to 0.");
}
function refuseBreaker(service, inputs) {
    const missing = missingBreaker(service);
    if (missing === undefined || !inputs.requireCircuitBreaker || inputs.operation === "scale")
        return undefined;
    return (0,errors/* refusal */.x5)("CIRCUIT_BREAKER_OFF", `Service ${service.name} has its ${missing} off, and require-circuit-breaker is true`, "Turn it on: deploymentConfiguration.deploymentCircuitBreaker with enable and rollback true.");
}
function warningsOf(service, { operation, desiredCount }) {
    if (operation === "scale")
        return [];
    const warnings = [];
    const missing = missingBreaker(service);
    if (missing === "deployment circuit breaker")
        warnings.push(`Service ${service.name} has no deployment circuit breaker: a deployment that never starts stays in progress until timeout-seconds, and nothing takes it back.`);
    else if (missing !== undefined)
        warnings.push(`Service ${service.name} has no rollback on failure: a failed deployment is left as it is.`);
    if (desiredCount === 0)
        warnings.push("desired-count is 0: no task will run, so nothing of the image is proven.");
    return warnings;
}
function missingBreaker({ circuitBreaker: { enabled, rollback } }) {
    if (!enabled)
        return "deployment circuit breaker";
    return rollback ? undefined : "circuit breaker's rollback";
}

;// CONCATENATED MODULE: ./lib/plan-revision.js


/** Members that ECS adds to a description and does not take in a registration. */
const READ_ONLY = new Set([
    "taskDefinitionArn",
    "revision",
    "status",
    "requiresAttributes",
    "compatibilities",
    "registeredAt",
    "registeredBy",
    "deregisteredAt",
    "deleteRequestedAt",
]);
/**
 * Puts images into containers of a task definition and touches nothing else: members that nobody here knows, empty strings
 * and empty lists go back as they came. Throws NO_CONTAINER when a container is not in it, or none was named and it has several.
 */
function planRevision(definition, wanted) {
    const containers = containersOf(definition);
    const images = wanted.map((one) => changeOf(one, containers, definition));
    if (images.every(({ before, after }) => before === after))
        return { kind: "same", images };
    const byContainer = new Map(images.map(({ container, after }) => [container, after]));
    const containerDefinitions = containers.map((one) => {
        const image = byContainer.get(nameOf(one));
        return image === undefined ? one : { ...one, image };
    });
    const kept = Object.entries(definition.document).filter(([name]) => !READ_ONLY.has(name));
    const tags = definition.tags.filter((tag) => !((0,json/* stringMember */.sk)(tag, "key") ?? "").startsWith("aws:"));
    const document = { ...Object.fromEntries(kept), containerDefinitions, ...(tags.length === 0 ? {} : { tags }) };
    return { kind: "new", images, document };
}
/** Finds the container meant by its name, or the only one. Throws NO_CONTAINER. */
function resolveContainer(definition, name) {
    const names = containersOf(definition).map(nameOf);
    const found = name === undefined && names.length === 1 ? names[0] : names.find((one) => one === name);
    if (found !== undefined)
        return found;
    const revision = (0,service_state/* revisionName */.pd)(definition.arn);
    throw (0,errors/* configuration */.HF)("NO_CONTAINER", name === undefined
        ? `${revision} has ${names.length} containers (${names.join(", ")}) and none was named`
        : `${revision} has no container "${name}"; it has ${names.join(", ")}`, "Give the container's name in the input container, or write container=image in images.");
}
/** Whether any container tells ECS how to check its health. */
function hasHealthCheck(definition) {
    return containersOf(definition).some((container) => (0,json/* isRecord */.u4)(container["healthCheck"]));
}
function changeOf(wanted, containers, definition) {
    const name = resolveContainer(definition, wanted.container);
    const container = containers.find((one) => nameOf(one) === name);
    return { container: name, before: (0,json/* stringMember */.sk)(container, "image") ?? "", after: wanted.image };
}
function containersOf({ document }) {
    const containers = document["containerDefinitions"];
    return Array.isArray(containers) ? containers.filter(json/* isRecord */.u4) : [];
}
function nameOf(container) {
    return (0,json/* stringMember */.sk)(container, "name") ?? "";
}

// EXTERNAL MODULE: ./lib/wanted-image.js + 1 modules
var wanted_image = __nccwpck_require__(7256);
;// CONCATENATED MODULE: ./lib/plan-change.js




/**
 * Plans a deployment: images put into `definition`, or `definition` itself. When the service has that revision already, ECS
 * would do nothing, so a new deployment of it is forced.
 */
function planDeploy(inputs, service, definition) {
    requireActive(definition);
    const wanted = (0,wanted_image/* listWantedImages */._q)(inputs);
    const revision = planRevision(definition, wanted);
    const isCurrent = revision.kind === "same" && definition.arn === service.taskDefinition;
    const force = inputs.forceNewDeployment || isCurrent ? { forceNewDeployment: true } : {};
    return {
        change: { taskDefinition: definition.arn, desiredCount: inputs.desiredCount, ...force },
        document: revision.kind === "new" ? revision.document : undefined,
        images: revision.images,
        expectations: wanted.length === 0 ? expectationsOf(inputs, definition) : pinnedBy(wanted, definition),
        container: revision.images[0]?.container ?? inputs.container,
        alreadySo: isCurrent && !inputs.forceNewDeployment && runsInFull(service, inputs.desiredCount),
    };
}
function runsInFull(service, desiredCount) {
    return (0,service_state/* isSteady */.NZ)(service) && (desiredCount ?? service.desiredCount) === service.desiredCount;
}
function requireActive({ arn, status }) {
    if (status === "ACTIVE")
        return;
    throw (0,errors/* configuration */.HF)("INACTIVE_TASK_DEFINITION", `${(0,service_state/* revisionName */.pd)(arn)} is ${status}; only an ACTIVE task definition can be deployed`, "Name an active revision in the input task-definition.");
}
function pinnedBy(wanted, definition) {
    return wanted.flatMap(({ container, digest }) => digest === undefined ? [] : [{ container: resolveContainer(definition, container), digest, pinned: true }]);
}
/** Plans new tasks of what the service runs already. `definition` is needed only when a digest is expected. */
function planRestart(inputs, definition) {
    return {
        change: { desiredCount: inputs.desiredCount, forceNewDeployment: true },
        document: undefined,
        images: [],
        expectations: definition === undefined ? [] : expectationsOf(inputs, definition),
        container: inputs.container,
        alreadySo: false,
    };
}
/** Plans a number of tasks. */
function planScale({ desiredCount }, service) {
    const fits = service.desiredCount === desiredCount;
    return {
        change: { desiredCount },
        document: undefined,
        images: [],
        expectations: [],
        container: undefined,
        alreadySo: fits && service.runningCount === desiredCount && service.pendingCount === 0,
    };
}
function expectationsOf({ expectedDigest, container }, definition) {
    if (expectedDigest === undefined)
        return [];
    return [{ container: resolveContainer(definition, container), digest: expectedDigest, pinned: false }];
}

;// CONCATENATED MODULE: ./lib/ecs-deploy.js









/**
 * Deploys, restarts or scales a service and follows it until ECS shows, for the very deployment that this run started, that
 * the service runs what was asked. Everything else is red, with ECS's own reason first.
 */
async function ecsDeploy(inputs, ports) {
    const { cluster, service, timeoutSeconds } = inputs;
    const deadline = (0,lib_clock/* createDeadline */.d)(ports.clock, timeoutSeconds);
    const run = { inputs, ports, target: { cluster, service }, deadline };
    const before = await prepare(run);
    const plan = await resolvePlan(run, before);
    const standing = plan.alreadySo ? await confirmStanding(run, before, plan) : undefined;
    if (standing !== undefined)
        return standing;
    tellPlan(run, before, plan);
    if (inputs.dryRun)
        return planned(run, before, plan);
    return carryOut(run, before, plan);
}
/** Reads the service, keeps the guards, and waits for its turn. */
async function prepare({ inputs, ports, target, deadline }) {
    const service = await ports.fleet.describeService(target);
    const guard = guardService(service, inputs);
    if (guard.kind === "refused")
        throw guard.error;
    for (const warning of guard.warnings)
        ports.log.warning(warning);
    // Scaling starts no deployment, and scaling to 0 is a way to end one that never ends.
    if (inputs.operation === "scale")
        return service;
    return awaitTurn({ target, service, deadline, ifInProgress: inputs.ifInProgress, dryRun: inputs.dryRun }, ports);
}
async function resolvePlan({ inputs, ports: { fleet, log } }, service) {
    if (inputs.operation === "scale")
        return planScale(inputs, service);
    const needed = inputs.operation === "deploy" || inputs.expectedDigest !== undefined;
    if (!needed)
        return planRestart(inputs, undefined);
    const definition = await fleet.describeTaskDefinition(inputs.taskDefinition ?? service.taskDefinition);
    if (!service.loadBalanced && !hasHealthCheck(definition))
        log.notice(`${service.name} has no health check: ECS counts a task as good as soon as it runs.`);
    return inputs.operation === "deploy" ? planDeploy(inputs, service, definition) : planRestart(inputs, definition);
}
/** Unchanged, when the digest that runs does not speak against it; otherwise the plan is to be carried out. */
async function confirmStanding(run, before, plan) {
    const { inputs, ports, target, deadline } = run;
    const id = (0,service_state/* primaryOf */.Os)(before)?.id ?? "";
    const digests = inputs.operation === "scale" ? new Map() : await readRunningDigests(target, { id, service: undefined }, ports);
    const verdict = judgeDigests(plan.expectations, digests);
    if (verdict.kind === "refuted") {
        ports.log.info(`${before.name} already has this task definition; deploys it anew: ${verdict.error.message}`);
        return undefined;
    }
    const reason = `${before.name} already runs ${(0,service_state/* revisionName */.pd)(before.taskDefinition)}, ${(0,service_state/* renderCounts */.Pn)(before)}`;
    ports.log.info(`unchanged: ${reason}`);
    return toResult({
        before,
        after: before,
        images: plan.images,
        taskDefinition: before.taskDefinition,
        imageDigest: pickDigest(digests, plan.container),
        durationMs: deadline.usedMs(),
    }, { outcome: "unchanged", reason });
}
function tellPlan({ inputs, ports: { log } }, before, { images, change, document }) {
    for (const { container, before: old, after } of images)
        log.info(old === after ? `keeps ${container} at ${after}` : `plans ${container}: ${old} → ${after}`);
    const revision = document === undefined ? (0,service_state/* revisionName */.pd)(change.taskDefinition ?? before.taskDefinition) : "a new revision";
    if (inputs.operation !== "scale")
        log.info(`plans ${inputs.operation} of ${before.name}: ${(0,service_state/* revisionName */.pd)(before.taskDefinition)} → ${revision}`);
    if (change.desiredCount !== undefined)
        log.info(`plans the desired count: ${before.desiredCount} → ${change.desiredCount}`);
}
function planned({ inputs, ports, deadline }, before, plan) {
    const what = plan.document === undefined ? "nothing to register" : "one revision to register";
    const reason = `dry run: ${inputs.operation} of ${before.name} would go ahead, ${what}; nothing was changed`;
    ports.log.info(reason);
    return toResult({
        before,
        after: before,
        images: plan.images,
        taskDefinition: plan.document === undefined ? (plan.change.taskDefinition ?? before.taskDefinition) : "",
        durationMs: deadline.usedMs(),
    }, { outcome: "planned", reason });
}


/***/ }),

/***/ 8682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ fields),
/* harmony export */   s: () => (/* binding */ checkInputs)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1784);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9441);
/* harmony import */ var _wanted_image_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7256);


const NAME = /^[A-Za-z0-9_][\w-]{0,254}$/;
const NAME_OR_ARN = /^([A-Za-z0-9_][\w-]{0,254}|arn:[\w-]+:ecs:[\w-]+:\d{12}:[\w/-]{1,520})$/;
const TASK_DEFINITION = /^([A-Za-z0-9_][\w-]{0,254}(:\d{1,9})?|arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}:\d{1,9})$/;
const fields = {
    operation: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("deploy", "restart", "scale"),
    cluster: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS cluster" }),
    service: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS service" }),
    container: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: NAME, rule: "the name of a container: letters, digits, _ and -" })),
    image: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_wanted_image_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWantedImage */ .Y1)),
    images: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_wanted_image_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainerImage */ ._M), 20)),
    "task-definition": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: TASK_DEFINITION, rule: "a family, a family:revision or an ARN" })),
    "desired-count": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(0, 5000)),
    "expected-digest": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)),
    "force-new-deployment": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    "wait-until": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("deployed", "stable", "none"),
    "timeout-seconds": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(1, 86_400),
    "if-in-progress": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("wait", "fail", "proceed"),
    "require-circuit-breaker": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    "max-failed-tasks": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(1, 1000)),
    "on-failure": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("none", "rollback"),
    "log-tail-lines": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(0, 200),
    "aws-region": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, rule: "an AWS region, such as eu-west-1" })),
    "dry-run": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
};
/** Each operation has inputs that it needs and inputs that would contradict it. */
function checkInputs(inputs) {
    switch (inputs.operation) {
        case "deploy":
            return [...sourceProblems(inputs), ...digestProblems(inputs)];
        case "restart":
            return surplus(inputs, ["image", "images", "task-definition"]);
        case "scale":
            return [
                ...surplus(inputs, ["image", "images", "task-definition", "container", "expected-digest"]),
                ...(inputs.desiredCount === undefined
                    ? [{ input: "desired-count", message: "is required for scale and was empty" }]
                    : []),
            ];
    }
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
    };
    const message = `has no place in operation: ${inputs.operation}; use operation: deploy, or leave it out`;
    return names.filter((name) => values[name] !== undefined).map((input) => ({ input, message }));
}


/***/ }),

/***/ 7586:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4961);
/* harmony import */ var _ecs_deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1059);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8682);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1451);




await (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({
    name: "ecs-deploy",
    fields: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .s,
    execute: async (inputs, { clock, log, random, signal }) => {
        const { openServiceFleet, openTaskLogs } = await Promise.all(/* import() */[__nccwpck_require__.e(680), __nccwpck_require__.e(200)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4200));
        const fleet = openServiceFleet({ region: inputs.awsRegion, clock, random, signal });
        const logs = openTaskLogs({ clock, random, signal });
        return (0,_ecs_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .ecsDeploy */ .B)(inputs, { fleet, logs, clock, log, random, signal });
    },
    render: _summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .B,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ isInProgress),
/* harmony export */   NZ: () => (/* binding */ isSteady),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   Pn: () => (/* binding */ renderCounts),
/* harmony export */   ox: () => (/* binding */ hasAllTasks),
/* harmony export */   pd: () => (/* binding */ revisionName)
/* harmony export */ });
/** The deployment that the service works towards; undefined only in an incomplete answer. */
function primaryOf(service) {
    return service.deployments.find((one) => one.status === "PRIMARY");
}
/** Whether a deployment has as many running tasks as it wants, and none on the way. */
function hasAllTasks(counts) {
    return counts.runningCount === counts.desiredCount && counts.pendingCount === 0;
}
/** Whether ECS is still carrying a deployment out. One that it gave up without a rollback is over. */
function isInProgress(service) {
    const primary = primaryOf(service);
    if (primary === undefined)
        return false;
    if (primary.rolloutState !== undefined)
        return primary.rolloutState === "IN_PROGRESS";
    return service.deployments.length > 1 || !hasAllTasks(primary);
}
/** Whether the service does nothing but run the task definition that it is set to, in full. */
function isSteady(service) {
    const primary = primaryOf(service);
    if (primary === undefined || service.deployments.length !== 1)
        return false;
    const over = primary.rolloutState === undefined || primary.rolloutState === "COMPLETED";
    return over && primary.taskDefinition === service.taskDefinition && hasAllTasks(primary);
}
/** `app:42` from the ARN of a task definition: what a person calls it. */
function revisionName(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
/** `2/2 running`, and what else is worth knowing of the counts. */
function renderCounts(counts) {
    const pending = counts.pendingCount === 0 ? "" : `, ${counts.pendingCount} pending`;
    return `${counts.runningCount}/${counts.desiredCount} running${pending}`;
}


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8928);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9327);
/* harmony import */ var _service_state_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7712);


/** The job summary: what was asked, what serves now, why, and the one thing to do next. */
function renderSummary({ outputs, failure, report }, inputs) {
    const { service } = report;
    const rows = [
        ["Asked", askedFor(inputs, report)],
        ["Serves now", servesNow(report)],
        ["Before", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_service_state_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(outputs["previous-task-definition-arn"]))],
        ["Deployment", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs["deployment-id"])],
        ["Image digest", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs["image-digest"])],
        ["Took", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .renderDuration */ .P)(report.durationMs)],
    ].filter(([, value]) => value !== "");
    const parts = [
        `### ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(service.name)}: ${outputs.outcome}`,
        (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(outputs.reason, 1000),
        (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["", ""], rows),
        failure?.nextStep === undefined ? "" : `**Next:** ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(failure.nextStep, 1000)}`,
        details("Tasks that stopped", report.diagnosis?.stoppedTasks ?? []),
        ...(report.diagnosis?.logs ?? []).map(({ container, lines }) => details(`Last log lines of ${container}`, lines)),
        details("Service events", report.diagnosis?.events ?? []),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
function askedFor({ operation, desiredCount, taskDefinition }, { images }) {
    const count = desiredCount === undefined ? [] : [`${desiredCount} tasks`];
    const base = taskDefinition === undefined ? [] : [(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(taskDefinition)];
    const changes = images.map(({ container, after }) => `${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(container)} = ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(after)}`);
    return [operation, ...base, ...changes, ...count].join(", ");
}
function servesNow({ service }) {
    const primary = (0,_service_state_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(service);
    const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
    const all = primary === undefined ? others : [primary, ...others];
    return all.map((one) => `${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_service_state_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(one.taskDefinition))}, ${(0,_service_state_js__WEBPACK_IMPORTED_MODULE_1__/* .renderCounts */ .Pn)(one)}`).join("; ");
}
function details(title, lines) {
    if (lines.length === 0)
        return "";
    const list = lines.map((line) => `- ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line, 500)}`).join("\n");
    return `<details><summary>${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(title)}</summary>\n\n${list}\n\n</details>`;
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
/** Whether `text` may be a tag: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function isTagName(text) {
    return TAG.test(text);
}
/**
 * Reads an image reference by the grammar of https://github.com/distribution/reference. The first part is a host when it
 * has a dot or a colon or is `localhost`, as for `docker pull`. Throws a configuration error that names the part at fault.
 */
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
/** `registry/repository:tag@digest` with the parts that are there. Docker Hub's images are written in full. */
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

/**
 * The images to deploy, each by its digest where one is known: its own, or the expected one when there is one image.
 */
function listWantedImages(source) {
    const { image, images = [], container, expectedDigest: digest } = source;
    const wanted = image === undefined ? images : [{ ...image, container }];
    return wanted.map((one) => (digest === undefined ? one : { ...one, image: pinImage(one.image, digest), digest }));
}
/** Reads an image reference. Throws a configuration error. */
function parseWantedImage(text) {
    const { digest } = parseImageReference(text);
    return { container: undefined, image: digest === undefined ? text : pinImage(text, digest), digest };
}
/** Reads `container=image`. Throws a configuration error. */
function parseContainerImage(text) {
    const [, container, image] = /^([A-Za-z0-9_][\w-]{0,254})=(.+)$/.exec(text) ?? [];
    if (container === undefined || image === undefined)
        throw (0,errors/* configuration */.HF)("BAD_IMAGE", `"${text.slice(0, 100)}" is not container=image, such as app=ghcr.io/acme/shop:1.4.0`);
    return { ...parseWantedImage(image.trim()), container };
}
/**
 * The image by its digest. ECS refuses a tag and a digest together, so the tag goes.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function pinImage(image, digest) {
    const [name = ""] = image.split("@");
    const colon = name.lastIndexOf(":");
    return `${colon > name.lastIndexOf("/") ? name.slice(0, colon) : name}@${digest}`;
}


/***/ }),

/***/ 4961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var digest = __nccwpck_require__(9441);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(8306);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/cancellation.js

/** The runner sends SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; what is not said by then is lost. */
const GRACE_MS = 4500;
/**
 * Turns SIGINT and SIGTERM into an abort. An action that has not ended `GRACE_MS` later is given up: `onOverdue` runs and
 * must end the process.
 */
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

// EXTERNAL MODULE: ../../packages/domain/lib/inputs.js
var inputs = __nccwpck_require__(1784);
;// CONCATENATED MODULE: ../../packages/domain/lib/closest-name.js
/** The known name that a mistyped one most likely means, or undefined when none is near: for "did you mean". */
function closestName(name, known) {
    const ranked = known.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}
/** Levenshtein's distance, row by row. */
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
;// CONCATENATED MODULE: ../../packages/action-kit/lib/masks.js

/** Shorter values are not masked: a mask of one or two letters blanks the log and drops outputs that hold them. */
const MIN_LENGTH = 6;
/**
 * Hides a secret in everything that the runner prints, with the forms that the runner's own encoders do not cover
 * (hexadecimal, base64 for URLs and form encoding). Must be called before the secret is used for the first time.
 */
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
        setSecret(form);
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/read-inputs.js


/**
 * Reads, masks and checks all inputs at once. Throws one configuration error that names every bad input, every
 * contradiction and every unknown name, since the runner itself only warns of an input that no action declares.
 */
function readInputs(action, environment) {
    const given = givenInputs(environment, Object.keys(action.fields));
    for (const [name, field] of Object.entries(action.fields))
        if (field.secret)
            mask(given.known[name] ?? "");
    const verdict = (0,inputs/* parseInputs */.TL)(action.fields, given.known);
    const unknown = given.unknown.map((name) => unknownInput(name, Object.keys(action.fields)));
    if (verdict.kind === "invalid")
        throw refused(action.name, [...verdict.problems, ...unknown]);
    const problems = [...(action.check?.(verdict.inputs) ?? []), ...unknown];
    if (problems.length > 0)
        throw refused(action.name, problems);
    return verdict.inputs;
}
/** The runner gives each input as INPUT_<NAME>: upper case, spaces as underscores, hyphens kept. */
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
    const near = closestName(name, known);
    const hint = near === undefined ? `the inputs are ${known.join(", ")}` : `did you mean ${near}?`;
    return { input: name, message: `is not an input of this action; ${hint}` };
}
function refused(action, problems) {
    const count = problems.length === 1 ? "1 input" : `${problems.length} inputs`;
    const list = problems.map(({ input, message }) => `- ${input}: ${message}`).join("\n");
    return (0,errors/* configuration */.HF)("BAD_INPUTS", `${count} of ${action} refused; nothing was done.\n${list}`, `Correct the "with:" block of the step. Every input is described in actions/${action}/README.md.`);
}

// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __nccwpck_require__(8928);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/report-failure.js

/**
 * Says why an action is red: the reason alone as the annotation, then causes, what to do next, and the code to search for.
 * Anything that is not a FairwayError is a defect of Fairway; its stack goes to the debug log.
 */
function reportFailure(error, log) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    log.error(message);
    for (const cause of causes)
        log.info(`cause: ${cause}`);
    if (error instanceof errors/* FairwayError */.q2) {
        if (error.nextStep !== undefined)
            log.info(`next: ${error.nextStep}`);
        log.info(`code: ${error.code} (${error.kind})`);
        return;
    }
    log.info("code: BUG (bug)");
    log.info("next: This is a defect of Fairway, please report it. Re-run the job with debug logging for the stack.");
    if (error instanceof Error)
        log.debug(error.stack ?? "no stack");
}
/** The summary of an action that ended before it had a result of its own. */
function renderFailure(action, error) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    const lines = [`### ${action}: failed`, "", ...message.split("\n").map((line) => `${(0,markdown/* escapeMarkdown */.FV)(line, 1000)}  `)];
    for (const cause of causes)
        lines.push(`- cause: ${(0,markdown/* escapeMarkdown */.FV)(cause)}`);
    if (error instanceof errors/* FairwayError */.q2) {
        if (error.nextStep !== undefined)
            lines.push("", `**Next:** ${(0,markdown/* escapeMarkdown */.FV)(error.nextStep, 1000)}`);
        lines.push("", `Code ${(0,markdown/* code */.aY)(error.code)} (${error.kind}).`);
    }
    return `${lines.join("\n")}\n`;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-context.js
/** The one place that reads the runner's variables. */
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

;// CONCATENATED MODULE: ../../packages/action-kit/lib/remote-text.js
const MAX_LINE = 2000;
/** ANSI control sequences: ESC, "[", parameters, and a final letter. */
const COLOUR = new RegExp(String.raw `\x1b\[[0-9;?]*[ -/]*[@-~]`, "g");
/**
 * Makes any text harmless to the runner's log parser and to terminals, and splits it into lines. The runner acts on
 * `::command::` at the start of a line, after white space that includes U+0085 and U+00A0, and on `##[command]` anywhere
 * in a line; it ends a line at CR, LF or CRLF. Control and direction-changing characters are dropped, long lines are cut.
 * See https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function remoteText(text) {
    return text.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/).map(harmlessLine);
}
function harmlessLine(line) {
    const plain = line
        // Colour sequences go as a whole, so that no "[31m" remains.
        .replaceAll(COLOUR, "")
        .replaceAll("\t", "  ")
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
        .replaceAll("##[", "# #[")
        .replace(/^(\s*)::/u, "$1: :");
    return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE)}… (${plain.length - MAX_LINE} more characters)` : plain;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-log.js


/** GitHub shows this many annotations of a kind for a step and drops the rest without a word. */
const SHOWN_ANNOTATIONS = 10;
/**
 * The runner's log. Every line passes the remote-text filter, so nothing that is logged can act as a workflow command.
 * The tenth annotation of a kind says that those after it are lines of the log only.
 */
function createRunnerLog() {
    const counts = { notice: 0, warning: 0, error: 0 };
    const annotate = (kind, write, message) => {
        const lines = remoteText(message);
        counts[kind] += 1;
        if (counts[kind] < SHOWN_ANNOTATIONS)
            write(lines.join("\n"));
        else if (counts[kind] === SHOWN_ANNOTATIONS)
            write(`${lines.join("\n")}\nMore of this kind are in the log of this step only.`);
        else
            for (const line of lines)
                info(`${kind}: ${line}`);
    };
    return {
        debug: (message) => debug(remoteText(message).join("\n")),
        info: (message) => remoteText(message).forEach((line) => info(line)),
        notice: (message) => annotate("notice", notice, message),
        warning: (message) => annotate("warning", warning, message),
        error: (message) => annotate("error", error, message),
        group: (title, lines) => {
            startGroup(remoteText(title).join(" "));
            for (const line of lines.flatMap(remoteText))
                info(line);
            endGroup();
        },
    };
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ../../packages/action-kit/lib/system-clock.js


/** The machine's clocks. */
const systemClock = {
    now: () => new Date(),
    elapsedMs: () => external_node_perf_hooks_namespaceObject.performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal });
        }
        catch (error) {
            // Node wraps the reason; callers are promised the reason itself.
            throw signal?.aborted === true ? signal.reason : error;
        }
    },
};

;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../../packages/action-kit/lib/write-results.js

/** GitHub refuses a step's summary above 1 MiB whole, so a longer one is cut and says so. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
/**
 * Writes outputs to the runner's file, where the toolkit frames each value with a random delimiter that it checks the
 * value against. Every output is one line; a line break in one is a defect here and is refused.
 */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if (/[\r\n\0]/.test(value))
            throw new TypeError(`the output ${name} has a line break or a NUL in it`);
        setOutput(name, value);
    }
}
/** Hands values to the post step of this action. They are ids, never secrets: other steps of the job can read them. */
function writeState(state) {
    for (const [name, value] of Object.entries(state))
        saveState(name, value);
}
/** Appends Markdown to the job summary; outside a runner (no summary file) it does nothing. */
async function writeSummary(markdown) {
    if (markdown === "" || !process.env["GITHUB_STEP_SUMMARY"])
        return;
    const cut = "\n\n_The rest of this summary was cut: it passes GitHub's limit of 1 MiB._\n";
    const bytes = Buffer.from(markdown, "utf8");
    const fits = bytes.length <= MAX_SUMMARY_BYTES;
    const content = fits ? markdown : bytes.subarray(0, MAX_SUMMARY_BYTES - cut.length - 4).toString("utf8") + cut;
    await summary.addRaw(content, true).write();
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/run-action.js









const POST_MARKER = "fairway-post";
const STATE_PREFIX = "STATE_";
/**
 * Runs an action from inputs to summary. It is red when its result carries a failure or anything is thrown, and then its
 * outputs are written all the same (`outcome: error` when there is no result), so that later steps see how far it got.
 */
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
        if (process.env[`${STATE_PREFIX}${POST_MARKER}`] === "true")
            await runPost(action, runtime);
        else
            await runMain(action, runtime);
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
    await writeSummary(action.render(result, inputs));
    if (result.failure === undefined)
        return;
    process.exitCode = 1;
    reportFailure(result.failure, runtime.log);
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
    reportFailure(error, log);
    writeOutputs({ outcome: "error" });
    await writeSummary(renderFailure(action, error));
}


/***/ }),

/***/ 9327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ renderDuration),
/* harmony export */   d: () => (/* binding */ createDeadline)
/* harmony export */ });
/** Sets a deadline `seconds` from now on the clock given. */
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
/** `95 s`, `4 min 5 s`: a duration for people, rounded to whole seconds. */
function renderDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
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
/** Reads a digest. Only sha256 is known here: it is what every registry in use answers. Throws a configuration error. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .configuration */ .HF)("BAD_DIGEST", `"${text}" is not a digest: "sha256:" and 64 lower-case hex digits are expected`, "Copy the digest from the step that pushed the image; it looks like sha256:4bc4…");
}
/** The first 12 hex digits, enough for a person to tell two digests apart. */
function shortDigest(digest) {
    return digest.slice(0, "sha256:".length + 12);
}


/***/ }),

/***/ 8306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   HF: () => (/* binding */ configuration),
/* harmony export */   a4: () => (/* binding */ upstream),
/* harmony export */   q2: () => (/* binding */ FairwayError),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* unused harmony export isError */
/** The only error that Fairway throws on purpose. Its message says what was refused, the value and the rule. */
class FairwayError extends Error {
    kind;
    code;
    nextStep;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "FairwayError";
        this.kind = details.kind;
        this.code = details.code;
        this.nextStep = details.nextStep;
    }
}
/** A rule was kept: the request was understood and is not done. */
function refusal(code, message, nextStep) {
    return new FairwayError(message, { kind: "refusal", code, nextStep });
}
/** Another system failed or gave an answer that makes no sense. */
function upstream(code, message, details = {}) {
    return new FairwayError(message, { kind: "upstream", code, ...details });
}
/** The workflow's author gave something that can never work. */
function configuration(code, message, nextStep) {
    return new FairwayError(message, { kind: "configuration", code, nextStep });
}
/** The text of anything that was thrown, with the chain of its causes, outermost first. */
function causeChain(error) {
    const texts = [];
    for (let current = error; current !== undefined && current !== null && texts.length < 8;) {
        texts.push(isError(current) ? current.message : describeThrown(current));
        current = isError(current) ? current.cause : undefined;
    }
    return texts;
}
/** Whether a value is an error, of this realm or another one: `instanceof` knows only its own. */
function isError(value) {
    return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
/** Old code throws strings and objects; neither may end up as "[object Object]". */
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
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   f3: () => (/* binding */ parsedBy),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* unused harmony exports paragraph, decimal, items, secret */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8306);

/** Parses every input and collects every problem, so that a person corrects a workflow once and not input by input. */
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
/** Lets an input be left out or empty. */
function optional(field) {
    return { ...field, optional: true };
}
/** One line of text without control characters, at most `max` characters. `rule` completes "is not …". */
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
/** Text of several lines, at most `max` characters. */
function paragraph(max) {
    return field((value) => value.length > max ? refuse(`has ${value.length} characters, at most ${max} are allowed`) : accept(value));
}
/** A value of one of the domain's own types: what its parser throws becomes the problem. */
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
/** One of a few words. */
function choice(...words) {
    return field((value) => {
        const word = words.find((candidate) => candidate === value);
        return word === undefined ? refuse(`${quote(value)} is not one of ${words.join(", ")}`) : accept(word);
    });
}
/** `true` or `false`, in the spellings of YAML's core schema, as the runner's own toolkit has it. */
function flag() {
    return field((value) => {
        if (["true", "True", "TRUE"].includes(value))
            return accept(true);
        if (["false", "False", "FALSE"].includes(value))
            return accept(false);
        return refuse(`${quote(value)} is not true or false`);
    });
}
/** A whole number within bounds, both included. */
function integer(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a whole number from ${min} to ${max}`);
    });
}
/** A decimal number within bounds, both included. */
function decimal(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}(\.\d{1,9})?$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a number from ${min} to ${max}`);
    });
}
/** A list, one item a line; empty lines and white space around items do not count. A repeated item is refused. */
function lines(item, maxItems = 100) {
    return listOf(item, /\r\n|\n|\r/, maxItems);
}
/** A list, one item a line or separated by commas, as for tags. */
function items(item, maxItems = 100) {
    return listOf(item, /[\r\n,]/, maxItems);
}
/** A token or password: masked, never repeated, one line. */
function secret() {
    return {
        ...field((value) => /\p{Cc}/u.test(value) ? refuse("has a line break or another control character in it") : accept(value)),
        secret: true,
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

/***/ 2863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   sk: () => (/* binding */ stringMember),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Whether a value of unknown origin is a plain object whose keys may be read. */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The member of that name, only when the object itself has it: `__proto__` and its kin give undefined. */
function member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The member of that name when it is a string. */
function stringMember(value, key) {
    const found = member(value, key);
    return typeof found === "string" ? found : undefined;
}
/** Parses JSON; gives undefined instead of throwing, for texts of unknown origin. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/**
 * Makes any text inert inside Markdown and HTML: one line, no control or direction-changing characters, markup escaped,
 * at most `maxLength` characters.
 */
function escapeMarkdown(text, maxLength = 300) {
    const oneLine = text.replaceAll(/[\s\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
    const cut = oneLine.length > maxLength ? `${oneLine.slice(0, maxLength - 1)}…` : oneLine;
    return cut
        .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, String.raw `\$&`)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}
/** A value in a code span; a backtick in it would end the span, so such a value is escaped as text instead. */
function code(value) {
    if (value === "")
        return "";
    if (/^[\x20-\x5f\x61-\x7e]{1,300}$/.test(value) && !value.includes("|"))
        return `\`${value}\``;
    return escapeMarkdown(value);
}
/** A table of cells that are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
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
