export const id = 495;
export const ids = [495];
export const modules = {

/***/ 6495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployServices: () => (/* binding */ deployServices)
});

// EXTERNAL MODULE: ../../packages/domain/lib/clock.js
var lib_clock = __webpack_require__(9327);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
// EXTERNAL MODULE: ./lib/service-state.js
var service_state = __webpack_require__(7712);
;// CONCATENATED MODULE: ./lib/narrate.js


const HEARTBEAT_MS = 30_000;
const MAX_EVENTS_A_LOOK = 5;
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
function describeState(service, deployment) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined)
        return `${service.name} shows no deployment`;
    const stage = describeStage(deployment);
    const failed = primary.failedTasks === 0 ? "" : `, ${primary.failedTasks} failed`;
    const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
    const old = others.map((one) => `; ${(0,service_state/* revisionName */.pd)(one.taskDefinition)} still ${one.runningCount} running`).join("");
    const state = primary.rolloutState ?? primary.status;
    return `${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} ${state}, ${(0,service_state/* renderCounts */.Pn)(primary)}${failed}${stage}${old}`;
}
function describeStage({ stage, trafficPercent } = {}) {
    if (stage === undefined)
        return "";
    return trafficPercent === undefined ? `, stage ${stage}` : `, stage ${stage} with ${trafficPercent} % of the traffic`;
}

;// CONCATENATED MODULE: ./lib/pace.js
const FIRST_LOOK_MS = 1000;
const SECOND_LOOK_MS = 500;
function pauseMs(wait, random) {
    const base = wait.usedMs < 60_000 || wait.nearEnd === true ? 3000 : 5000;
    return base * (1 - random() / 5);
}

;// CONCATENATED MODULE: ./lib/ports.js

const UNREGISTERED = "UNREGISTERED";
function mayPass(error) {
    return error instanceof errors/* FairwayError */.q2 && ["ECS_UNREACHABLE", "ECS_THROTTLED"].includes(error.code);
}
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/await-turn.js





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
        await clock.sleep(Math.min(pauseMs({ usedMs: deadline.usedMs() }, random), deadline.remainingMs()), signal);
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

;// CONCATENATED MODULE: ./lib/situation.js
const STALE_MS = 60_000;
const FIRST_MEMORY = { seenOurs: false, leaning: undefined };

;// CONCATENATED MODULE: ./lib/displaced.js


function primaryIsAnother(situation) {
    const { service, ours, memory, sinceUpdateMs } = situation;
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === ours.id)
        return undefined;
    if (!memory.seenOurs && !cameAfterOurs(primary, situation))
        return neverSeen(primary, ours, sinceUpdateMs);
    const isBack = primary.taskDefinition === ours.previousTaskDefinition;
    if (primary.id === ours.previousId || (isBack && ours.taskDefinition !== ours.previousTaskDefinition)) {
        const reason = `the service is on ${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} again, the one from before`;
        return { kind: "rolled-back", reason, certain: false };
    }
    const reason = `deployment ${primary.id} of ${(0,service_state/* revisionName */.pd)(primary.taskDefinition)} took the place of ours`;
    return { kind: "superseded", reason, certain: isStopped(situation) && cameAfterOurs(primary, situation) };
}
function cameAfterOurs({ id, createdAt }, situation) {
    const { ours } = situation;
    if (createdAt !== undefined && ours.createdAt !== undefined)
        return createdAt > ours.createdAt;
    return id !== ours.previousId && isStopped(situation);
}
function isStopped({ serviceDeployment }) {
    return serviceDeployment?.status === "STOPPED";
}
function neverSeen(primary, ours, sinceUpdateMs) {
    if (sinceUpdateMs < STALE_MS)
        return undefined;
    const reason = `${STALE_MS / 1000} s after the update ECS shows deployment ${primary.id} and not ours, ${ours.id}`;
    return { kind: primary.id === ours.previousId ? "error" : "superseded", reason, certain: true };
}

;// CONCATENATED MODULE: ./lib/ending-reason.js

function endingReason(service, deploymentId, serviceDeployment) {
    const entry = service.deployments.find(({ id }) => id === deploymentId);
    const words = [
        entry?.rolloutState === "FAILED" ? entry.rolloutStateReason : undefined,
        serviceDeployment?.statusReason,
        serviceDeployment?.rollback?.reason,
        (0,service_state/* primaryOf */.Os)(service)?.rolloutStateReason,
    ];
    const told = words.filter((text) => text !== undefined && text !== "").slice(0, 1);
    const reasons = [...told, ...alarmsOf(serviceDeployment)];
    return reasons.length === 0 ? "ECS ended the deployment and gave no reason" : reasons.join("; ");
}
function alarmsOf(deployment) {
    const { triggeredAlarms = [] } = deployment ?? {};
    return triggeredAlarms.length === 0 ? [] : [`alarms went off: ${triggeredAlarms.join(", ")}`];
}

;// CONCATENATED MODULE: ./lib/decide.js



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
    scaledToNothing,
    completed,
    tooManyFailures,
    awaitingHook,
    outOfTime,
];
function serviceGone({ service }) {
    return (0,service_state/* isDeleted */.oy)(service) ? ending("failed", `the service is ${service.status}`) : undefined;
}
function serviceDeploymentEnded(situation) {
    const { serviceDeployment, service, ours } = situation;
    if (serviceDeployment === undefined)
        return undefined;
    const { status, rollback } = serviceDeployment;
    if ((0,service_state/* isRolledBack */.Gm)(serviceDeployment))
        return ending("rolled-back", reasonFromEcs(situation));
    if (status !== "STOPPED" && status !== "STOP_REQUESTED")
        return undefined;
    if (rollback !== undefined)
        return ending("rolled-back", reasonFromEcs(situation));
    return (0,service_state/* primaryOf */.Os)(service)?.id === ours.id ? ending("failed", reasonFromEcs(situation)) : undefined;
}
function ourEntryFailed(situation) {
    if (ourEntry(situation)?.rolloutState !== "FAILED")
        return undefined;
    const reason = reasonFromEcs(situation);
    if (rollingBack(situation))
        return ending("rolled-back", reason);
    return { kind: "failed", reason, certain: !situation.service.circuitBreaker.rollback };
}
function primaryRollsBack(situation) {
    return rollingBack(situation) ? ending("rolled-back", reasonFromEcs(situation)) : undefined;
}
function scaledToNothing(situation) {
    const { service, patience, ours } = situation;
    const isEmpty = !service.daemon && service.desiredCount === 0 && ourEntry(situation)?.desiredCount === 0;
    if (!isEmpty || patience.mayBeEmpty)
        return undefined;
    const reason = `the desired count was set to 0 in between, so no task of ${(0,service_state/* revisionName */.pd)(ours.taskDefinition)} runs`;
    return { kind: "superseded", reason, certain: false };
}
function completed(situation) {
    const { service, serviceDeployment, patience, ours } = situation;
    const entry = ourEntry(situation);
    if (entry?.status !== "PRIMARY" || !(0,service_state/* hasAllTasks */.ox)(entry) || !isOver(service, entry, serviceDeployment))
        return undefined;
    if (entry.desiredCount === 0 && !patience.mayBeEmpty)
        return undefined;
    const alone = service.deployments.length === 1;
    if (patience.waitUntil === "stable" && !alone)
        return undefined;
    const reason = `${(0,service_state/* revisionName */.pd)(ours.taskDefinition)} is deployed, ${(0,service_state/* renderCounts */.Pn)(entry)}`;
    return { kind: "succeeded", reason, certain: false };
}
function isOver(service, entry, deployment) {
    if (service.strategy !== "ROLLING")
        return isShiftOver(service, entry, deployment);
    if (deployment?.status === "SUCCESSFUL" || entry.rolloutState === "COMPLETED")
        return true;
    return entry.rolloutState === undefined && service.deployments.length === 1;
}
function isShiftOver(service, entry, deployment) {
    if (deployment !== undefined)
        return deployment.status === "SUCCESSFUL";
    return entry.rolloutState === "COMPLETED" && service.deployments.length === 1;
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
    const stage = serviceDeployment?.stage === undefined ? "" : ` at stage ${serviceDeployment.stage}`;
    return ending("paused", `lifecycle hook ${hook.id} waits for somebody's decision${stage}${until}`);
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
function rollingBack({ service, ours }) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    if (primary === undefined || primary.id === ours.id)
        return false;
    const towardsOurs = primary.taskDefinition === ours.taskDefinition && ours.taskDefinition !== ours.previousTaskDefinition;
    return !towardsOurs && (0,service_state/* isRollback */.z1)(primary);
}
function reasonFromEcs({ ours, service, serviceDeployment }) {
    return endingReason(service, ours.id, serviceDeployment);
}

;// CONCATENATED MODULE: ./lib/decide-count.js



function decideCount(situation) {
    const { service, desiredCount, sinceUpdateMs } = situation;
    const seenOurs = situation.memory.seenOurs || service.desiredCount === desiredCount;
    const memory = { ...situation.memory, seenOurs };
    const stale = !seenOurs && sinceUpdateMs < STALE_MS && !(0,service_state/* isDeleted */.oy)(service);
    const finding = stale ? undefined : findingOf(situation);
    const ended = finding ?? decide_count_outOfTime(situation);
    if (ended !== undefined)
        return conclude(ended, memory, situation.expired);
    return { verdict: { kind: "pending", look: "later" }, memory: { seenOurs, leaning: undefined } };
}
function findingOf({ service, desiredCount, maxFailedTasks }) {
    if ((0,service_state/* isDeleted */.oy)(service))
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

// EXTERNAL MODULE: ./lib/result.js
var result = __webpack_require__(4822);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
;// CONCATENATED MODULE: ./lib/log-streams.js

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

;// CONCATENATED MODULE: ./lib/own-targets.js
async function findOwnTargets({ cluster }, tasks, { fleet }) {
    const addresses = new Set(tasks.flatMap((task) => task.addresses));
    const onMachines = tasks.filter((task) => task.addresses.length === 0 && task.containerInstance !== undefined);
    const machines = [...new Set(onMachines.flatMap(({ containerInstance }) => containerInstance ?? []))];
    const instances = machines.length === 0 ? new Map() : await fleet.instanceIds(cluster, machines);
    const places = onMachines.map(({ containerInstance = "", hostPorts }) => ({
        id: instances.get(containerInstance),
        hostPorts,
    }));
    return ({ id, port }) => addresses.has(id) || places.some((place) => place.id === id && hasPort(place.hostPorts, port));
}
function hasPort(hostPorts, port) {
    return port === undefined || hostPorts.length === 0 || hostPorts.includes(port);
}

;// CONCATENATED MODULE: ./lib/read-target-health.js


const MAX_TARGETS = 10;
const UNREMARKABLE = new Set(["healthy", "draining"]);
async function readTargetHealth(patient, ports) {
    if (patient.service.targetGroups.length === 0)
        return [];
    const isOwn = await ownOrAll(patient, ports);
    const own = [];
    let others = 0;
    try {
        for (const arn of patient.service.targetGroups) {
            const states = await ports.targets.describe(arn);
            const remarkable = states.filter(({ state }) => !UNREMARKABLE.has(state));
            own.push(...remarkable.filter(isOwn).map((state) => renderTarget(state, arn)));
            others += remarkable.filter((state) => !isOwn(state)).length;
        }
    }
    catch (error) {
        ports.log.notice(`Target health not read: ${reasonOf(error)}`);
    }
    const rest = others === 0 ? [] : [`targets of other deployments that are not healthy: ${others}`];
    return [...own.slice(0, MAX_TARGETS), ...rest];
}
async function ownOrAll(patient, ports) {
    const { target, deploymentId, stopped } = patient;
    if (deploymentId === undefined || stopped === undefined)
        return () => true;
    try {
        const running = await ports.fleet.tasks(target, "RUNNING");
        const started = running.filter(({ startedBy }) => startedBy === deploymentId);
        return await findOwnTargets(target, [...started, ...stopped], ports);
    }
    catch (error) {
        ports.log.notice(`Shows the targets of all deployments, not only of this one: ${reasonOf(error)}`);
        return () => true;
    }
}
function renderTarget({ id, port, state, reason }, arn) {
    const place = port === undefined ? id : `${id}:${port}`;
    return `${place} in ${nameOf(arn)}: ${state}${reason === undefined ? "" : `, ${reason}`}`;
}
function nameOf(arn) {
    return arn.split("/")[1] ?? arn;
}

;// CONCATENATED MODULE: ./lib/stop-hints.js
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
async function diagnose(patient, ports) {
    const { log } = ports;
    const stopped = await readStoppedTasks(patient, ports);
    const tasks = stopped ?? [];
    const failed = tasks.find(({ containers }) => containers.some(({ exitCode = 0 }) => exitCode !== 0));
    const logs = failed === undefined ? [] : await readFailedLogs(failed, patient.logLines, ports);
    const { target, deploymentId, after: service } = patient;
    const targets = await readTargetHealth({ target, deploymentId, service, stopped }, ports);
    const events = eventsSince(patient);
    const stoppedTasks = tasks.slice(0, MAX_TASKS).map(renderStoppedTask);
    if (events.length > 0)
        log.group("Service events since the update", events);
    if (stoppedTasks.length > 0)
        log.group("Tasks of this deployment that stopped", stoppedTasks);
    for (const { container, lines } of logs)
        log.group(`Last log lines of ${container}`, lines);
    if (targets.length > 0)
        log.group("Targets of the load balancer that are not healthy", targets);
    return { events, stoppedTasks, logs, targets };
}
function eventsSince({ before, after }) {
    const known = new Set(before.events.map(({ id }) => id));
    const messages = after.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
    return [...new Set(messages)].slice(0, MAX_EVENTS).reverse();
}
async function readStoppedTasks({ target, deploymentId }, { fleet, log }) {
    try {
        const tasks = await fleet.tasks(target, "STOPPED");
        const ours = tasks.filter(({ startedBy }) => deploymentId === undefined || startedBy === deploymentId);
        return ours.sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
    }
    catch (error) {
        log.notice(`Stopped tasks not read: ${reasonOf(error)}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/failure.js


function failureOf(ended) {
    const { watched, rollback } = ended;
    const told = sentences([capitalised(watched.reason), meaningOf(ended), rollback]);
    if (watched.error === undefined)
        return (0,errors/* upstream */.a4)(CODES[watched.kind], told, { nextStep: nextStepOf(ended) });
    const { kind, code, nextStep, cause } = watched.error;
    return new errors/* FairwayError */.q2(told, { kind, code, nextStep, cause });
}
const CODES = {
    "rolled-back": "ROLLED_BACK",
    failed: "DEPLOYMENT_FAILED",
    superseded: "SUPERSEDED",
    paused: "PAUSED",
    "timed-out": "TIMED_OUT",
    error: "NOT_SHOWN",
};
function meaningOf(ended) {
    const { watched, asked, timeoutMs } = ended;
    const { name } = watched.service;
    switch (watched.kind) {
        case "rolled-back":
            return `${asked} was rolled back and does not serve`;
        case "failed":
            if ((0,service_state/* isDeleted */.oy)(watched.service))
                return `${name} is deleted, and what this step asked for with it`;
            return (0,service_state/* isInProgress */.LT)(watched.service) ? whatGoesOn(ended) : `${asked} failed and nothing takes it back`;
        case "superseded":
            return `What this step asked for is not what ${name} is set to now`;
        case "timed-out":
            return `${name} did not get there within ${(0,lib_clock/* renderDuration */.P)(timeoutMs)}. ${whatGoesOn(ended)}`;
        case "paused":
            return `The deployment of ${asked} is held, not ended`;
        case "error":
            return whatGoesOn(ended);
    }
}
function whatGoesOn({ watched, asked, rollbackAsked }) {
    if (rollbackAsked)
        return `ECS was asked to roll ${asked} back`;
    return `ECS goes on with ${asked} in ${watched.service.name} by itself`;
}
function nextStepOf({ watched, before, target }) {
    const describe = `aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].[deployments,events[:10]]'`;
    switch (watched.kind) {
        case "rolled-back":
            return "Correct the image by what the stopped tasks say, then deploy it again.";
        case "failed":
            if ((0,service_state/* isDeleted */.oy)(watched.service))
                return "Find out who deleted it. To have it again, create the service and deploy into it.";
            return `Deploy the version from before: operation deploy with task-definition ${(0,service_state/* revisionName */.pd)(before.taskDefinition)}.`;
        case "superseded":
            return "Find out who changed the service in between; give one environment's deployments one lease with check-concurrent.";
        case "paused":
            return continueCommand(watched);
        case "timed-out":
        case "error":
            return `See where it stands: ${describe}`;
    }
}
function continueCommand({ serviceDeployment }) {
    const arn = serviceDeployment?.arn ?? "ARN";
    const hook = serviceDeployment?.awaitingHook?.id ?? "HOOK";
    return `Decide, with CONTINUE or with ROLLBACK: aws ecs continue-service-deployment --service-deployment-arn ${arn} --hook-id ${hook} --action CONTINUE`;
}
function capitalised(reason) {
    return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
function sentences(parts) {
    const told = parts.filter((part) => part !== undefined && part !== "");
    return told.map((part) => `${(part ?? "").replace(/\.$/, "")}.`).join(" ");
}

;// CONCATENATED MODULE: ./lib/phases.js

const KEPT_PHASES = 40;
function startPhases(startMs, deploymentId, answer) {
    const accepted = entryAt({ what: "update accepted", tone: "neutral" }, 0);
    const others = answer.deployments.filter(({ id }) => id !== deploymentId);
    const earlier = others.map(({ taskDefinition }) => taskDefinition);
    return { startMs, deploymentId, earlier, seenOurs: deploymentId === undefined, entries: [accepted], leftOut: 0 };
}
function notePhase(phases, { service, deployment }, nowMs) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    const ours = phases.deploymentId === undefined || primary?.id === phases.deploymentId;
    if (primary === undefined || !(phases.seenOurs || ours))
        return phases;
    const phase = phaseOf({ service, primary, ours, earlier: phases.earlier, deployment });
    return { ...phases, seenOurs: true, ...addPhase(phases, phase, nowMs - phases.startMs) };
}
function addPhase({ entries, leftOut }, phase, atMs) {
    const last = entries.at(-1);
    const closed = last === undefined ? [] : [...entries.slice(0, -1), { ...last, endMs: atMs }];
    if (last?.what === phase.what)
        return { entries: closed, leftOut };
    const more = [...closed, entryAt(phase, atMs)];
    if (more.length <= KEPT_PHASES)
        return { entries: more, leftOut };
    return { entries: more.toSpliced(KEPT_PHASES / 2, 1), leftOut: leftOut + 1 };
}
function entryAt(phase, atMs) {
    return { lane: "service", ...phase, startMs: atMs, endMs: atMs };
}
function phaseOf(seen) {
    const { primary, ours } = seen;
    const name = (0,service_state/* revisionName */.pd)(primary.taskDefinition);
    if (ours)
        return {
            what: progressOf(seen, name),
            tone: primary.rolloutState === "FAILED" || primary.failedTasks > 0 ? "bad" : toneOf(seen),
        };
    if (!isBack(seen))
        return { what: `${name} took over`, tone: "bad" };
    return (0,service_state/* hasAllTasks */.ox)(primary)
        ? { what: `${name} serves again`, tone: "good" }
        : { what: `going back to ${name}`, tone: "bad" };
}
function isBack({ primary, earlier, deployment }) {
    const oursIsUndone = deployment !== undefined && (0,service_state/* isRolledBack */.Gm)(deployment);
    return (0,service_state/* isRollback */.z1)(primary) || earlier.includes(primary.taskDefinition) || oursIsUndone;
}
function progressOf(seen, name) {
    const { primary, deployment } = seen;
    if (primary.rolloutState === "FAILED")
        return `${name} failed`;
    if (primary.failedTasks > 0)
        return `tasks of ${name} fail`;
    if (deployment?.stage !== undefined && toneOf(seen) !== "good")
        return stageOf(deployment);
    if (primary.runningCount > primary.desiredCount)
        return "tasks stopping";
    if (!(0,service_state/* hasAllTasks */.ox)(primary))
        return `tasks of ${name} starting`;
    if (othersRun(seen))
        return "old tasks draining";
    return toneOf(seen) === "good" ? `${name} stable` : "settling";
}
function stageOf({ stage = "", trafficPercent }) {
    return trafficPercent === undefined ? `stage ${stage}` : `stage ${stage}, ${trafficPercent} % of the traffic`;
}
function toneOf(seen) {
    const { primary } = seen;
    const over = primary.rolloutState === undefined || primary.rolloutState === "COMPLETED";
    return over && (0,service_state/* hasAllTasks */.ox)(primary) && !othersRun(seen) ? "good" : "neutral";
}
function othersRun({ service, primary }) {
    return service.deployments.some((one) => one !== primary && one.runningCount > 0);
}

;// CONCATENATED MODULE: ./lib/follow-rollback.js






const BOUND_SECONDS = 600;
async function followRollback(rollback, ports) {
    const { target, deploymentId } = rollback;
    const { fleet, clock, log, random, signal } = ports;
    const deadline = (0,lib_clock/* createDeadline */.d)(clock, BOUND_SECONDS);
    const narrator = createNarrator(clock, log, rollback.service);
    let { service, phases } = rollback;
    try {
        while (!follow_rollback_isBack(service, deploymentId) && !deadline.expired()) {
            await clock.sleep(pauseMs({ usedMs: deadline.usedMs() }, random), signal);
            service = await readOr(service, { target, fleet });
            narrator.tell(service);
            phases = notePhase(phases, { service }, clock.elapsedMs());
        }
    }
    catch (error) {
        log.notice(`Stopped following the rollback: ${reasonOf(error)}`);
    }
    return { service, phases, ...describeEnd(service, deploymentId) };
}
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
function follow_rollback_isBack(service, deploymentId) {
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
    if (follow_rollback_isBack(service, deploymentId))
        return { complete: true, text: `${service.name} is back on ${where}` };
    return { complete: false, text: `the rollback of ${service.name} to ${where} still goes on` };
}

;// CONCATENATED MODULE: ./lib/running-digest.js

async function readRunningDigests(target, deployment, ports) {
    const revisionArn = deployment.service?.revisionArn;
    const resolved = revisionArn === undefined ? [] : await orNotice(() => ports.fleet.resolvedImages(revisionArn), ports);
    if (resolved.some(({ digest }) => digest !== undefined))
        return group(resolved);
    const tasks = await orNotice(() => ports.fleet.tasks(target, "RUNNING"), ports);
    const ours = tasks.filter(({ startedBy }) => startedBy === deployment.id);
    return group(ours.flatMap(({ containers }) => containers.map(({ name, imageDigest }) => ({ container: name, digest: imageDigest }))));
}
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
function pickDigest(running, container) {
    const all = [...running.entries()];
    const found = container === undefined && all.length === 1 ? all[0]?.[1] : running.get(container ?? "");
    const [only, ...more] = [...(found ?? [])];
    return more.length === 0 ? only : undefined;
}

;// CONCATENATED MODULE: ./lib/settle.js







async function settle(run, ended) {
    const { watched } = ended;
    if (watched.kind === "succeeded")
        return settleGreen(run, ended);
    return settleRed(run, { ...ended, watched: { ...watched, kind: watched.kind } });
}
async function settleGreen(run, ended) {
    const { ports, target } = run;
    const { plan, deploymentId, watched } = ended;
    ports.log.info(`done: ${watched.reason}`);
    if (deploymentId === undefined)
        return (0,result/* toResult */.X)(factsOf(run, ended), { outcome: "deployed", reason: watched.reason });
    const deployment = { id: deploymentId, service: watched.serviceDeployment };
    const digests = await readRunningDigests(target, deployment, ports);
    const facts = { ...factsOf(run, ended), imageDigest: pickDigest(digests, plan.container) };
    const verdict = judgeDigests(plan.expectations, digests);
    if (verdict.kind === "refuted")
        return (0,result/* toResult */.X)(facts, { outcome: "failed", reason: verdict.error.message, failure: verdict.error });
    if (verdict.kind === "pinned-only")
        ports.log.notice("The running digest was not read back; the task definition names it, so ECS pulls nothing else.");
    return (0,result/* toResult */.X)(facts, { outcome: "deployed", reason: watched.reason });
}
async function settleRed(run, ended) {
    const { before, watched } = ended;
    run.ports.log.info(`${watched.kind}: ${watched.reason}`);
    const rollbackAsked = await requestRollback(run, ended);
    const { diagnosis, rollback } = await aftermath(run, ended, rollbackAsked);
    const failure = failureOf({
        target: run.target,
        watched,
        before,
        asked: nameOfAsked(run, ended),
        rollbackAsked,
        rollback: rollback?.text,
        timeoutMs: run.deadline.totalMs,
    });
    const after = rollback?.service ?? watched.service;
    const facts = { ...factsOf(run, ended), after, diagnosis, rollback: rollback?.text };
    const { phases } = rollback ?? watched;
    return (0,result/* toResult */.X)({ ...facts, phases }, {
        outcome: watched.kind,
        reason: failure.message,
        failure,
    });
}
async function aftermath({ inputs, ports, target }, ended, asked) {
    if (ports.signal.aborted)
        return {};
    const { before, deploymentId, watched } = ended;
    const patient = { target, deploymentId, before, after: watched.service, logLines: inputs.logTailLines };
    const diagnosis = await diagnose(patient, ports);
    const rollsBack = asked || watched.kind === "rolled-back";
    if (!rollsBack || deploymentId === undefined)
        return { diagnosis };
    const last = { target, deploymentId, service: watched.service, phases: watched.phases };
    return { diagnosis, rollback: await followRollback(last, ports) };
}
function nameOfAsked({ inputs }, { deploymentId, taskDefinition }) {
    return deploymentId === undefined ? `a desired count of ${inputs.desiredCount ?? 0}` : (0,service_state/* revisionName */.pd)(taskDefinition);
}
async function requestRollback({ inputs, ports, target }, { deploymentId, watched }) {
    const wished = ["failed", "timed-out"].includes(watched.kind) || ports.signal.aborted;
    const { service, serviceDeployment } = watched;
    if (inputs.onFailure !== "rollback" || !wished || deploymentId === undefined || (0,service_state/* isDeleted */.oy)(service))
        return false;
    const known = { arn: serviceDeployment?.arn, candidate: service.currentServiceDeployment };
    try {
        const arn = await ports.fleet.requestRollback({ target, deploymentId, ...known });
        if (arn === undefined)
            ports.log.warning("No rollback was asked for: ECS did not show the service deployment to stop.");
        else
            ports.log.info(`asked ECS to roll back ${arn}`);
        return arn !== undefined;
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
        phases: watched.phases,
        durationMs: deadline.usedMs(),
    };
}

;// CONCATENATED MODULE: ./lib/start-change.js


const READ_BACKS = 5;
const READ_BACK_PAUSE_MS = 2000;
async function startChange(task, ports) {
    try {
        return await changeOnce(task, ports);
    }
    catch (error) {
        throw ports.signal.aborted ? cancelledOnTheWay(task, error) : error;
    }
}
async function changeOnce(task, ports) {
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
function cancelledOnTheWay({ target, before }, cause) {
    return new errors/* FairwayError */.q2(`The run was cancelled while it asked ECS to change ${before.name}; ECS may carry that out by itself`, {
        kind: "refusal",
        code: "CANCELLED",
        nextStep: `See what it did: aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].deployments'`,
        cause,
    });
}
async function startDeployment(task, ports) {
    const service = await startChange(task, ports);
    const deployment = newDeployment(task.before, service);
    if (deployment !== undefined)
        return { service, deployment: oursOrThrow(task, deployment) };
    const forced = { ...task, change: { ...task.change, forceNewDeployment: true } };
    const again = task.change.forceNewDeployment === true ? service : await startChange(forced, ports);
    const second = newDeployment(task.before, again);
    if (second !== undefined)
        return { service: again, deployment: oursOrThrow(task, second) };
    throw (0,errors/* upstream */.a4)("NOT_STARTED", `ECS took the update of ${service.name} and started no deployment: ${(0,service_state/* primaryOf */.Os)(again)?.id ?? "none"} is still the primary one`, { nextStep: "Look at the service's events; run the job again." });
}
function oursOrThrow({ change }, deployment) {
    if (change.taskDefinition === undefined || deployment.taskDefinition === change.taskDefinition)
        return deployment;
    const [asked, started] = [change.taskDefinition, deployment.taskDefinition].map(service_state/* revisionName */.pd);
    throw (0,errors/* upstream */.a4)("OTHER_STARTED", `ECS was asked for ${asked} and answers with deployment ${deployment.id} of ${started}`, {
        nextStep: "Find out who deployed at the same moment; give one environment's deployments one lease with check-concurrent.",
    });
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



const EVERY = 3;
const MAX_FAILURES = 3;
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
                last = (await fleet.findServiceDeployment(target, deploymentId, service.currentServiceDeployment)) ?? last;
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
function looksDifferent(service, deploymentId) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    return primary?.id !== deploymentId || primary.rolloutState !== "IN_PROGRESS" || service.strategy !== "ROLLING";
}

;// CONCATENATED MODULE: ./lib/watch.js








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
            const fresh = await observer.look();
            pause = pauseMs({ usedMs: sinceUpdateMs, nearEnd: mayEndSoon(observer.last().service) }, random);
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
function mayEndSoon(service) {
    const primary = (0,service_state/* primaryOf */.Os)(service);
    return primary !== undefined && (0,service_state/* hasAllTasks */.ox)(primary);
}
function createObserver({ target, start, deploymentId }, ports) {
    const narrator = createNarrator(ports.clock, ports.log, start);
    const detail = deploymentId === undefined ? undefined : createDetailReader(target, deploymentId, ports);
    let last = {
        service: start,
        serviceDeployment: undefined,
        failedTasks: 0,
        phases: startPhases(ports.clock.elapsedMs(), deploymentId, start),
    };
    let looks = 0;
    return {
        look: async () => {
            try {
                const service = await ports.fleet.describeService(target);
                const serviceDeployment = await detail?.read(service, looks);
                looks += 1;
                const counted = serviceDeployment?.failureCount ?? 0;
                const failedTasks = Math.max(last.failedTasks, counted, failuresOf(service, deploymentId));
                const phases = notePhase(last.phases, { service, deployment: serviceDeployment }, ports.clock.elapsedMs());
                last = { service, serviceDeployment, failedTasks, phases };
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







async function carryOut(run, before, plan) {
    if (run.inputs.operation === "scale")
        return scale(run, before, plan);
    const { inputs, ports, target } = run;
    const change = await register(run, plan);
    const { service, deployment } = await startDeployment({ target, before, change }, ports);
    const { id, taskDefinition, createdAt } = deployment;
    ports.log.info(`started deployment ${id} of ${(0,service_state/* revisionName */.pd)(taskDefinition)}`);
    if (inputs.waitUntil === "none")
        return started(run, { before, after: service, plan, taskDefinition, id });
    const ours = {
        id,
        taskDefinition,
        createdAt,
        previousId: (0,service_state/* primaryOf */.Os)(before)?.id,
        previousTaskDefinition: before.taskDefinition,
    };
    const { waitUntil, maxFailedTasks, desiredCount } = inputs;
    const patience = { waitUntil, maxFailedTasks, mayBeEmpty: desiredCount === 0 };
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
function started({ deadline }, { before, after, plan, taskDefinition, id }) {
    const reason = `ECS accepted the change of ${after.name}; whether it succeeds was not waited for`;
    return (0,result/* toResult */.X)({ before, after, images: plan.images, taskDefinition, deploymentId: id, durationMs: deadline.usedMs() }, { outcome: "started", reason });
}

;// CONCATENATED MODULE: ../../packages/domain/lib/lasting-volumes.js

const KINDS = {
    efsVolumeConfiguration: "EFS",
    fsxWindowsFileServerVolumeConfiguration: "FSx",
    s3filesVolumeConfiguration: "S3 Files",
    dockerVolumeConfiguration: "shared Docker volume",
    host: "directory of the machine",
};
function listLastingVolumes(taskDefinition, seeded) {
    const written = new Set(recordsOf(taskDefinition, "containerDefinitions").flatMap(writtenBy));
    return recordsOf(taskDefinition, "volumes").flatMap((volume) => {
        const name = (0,json/* stringMember */.sk)(volume, "name") ?? "";
        const kind = lastingKind(volume, seeded.includes(name));
        return kind === undefined || !written.has(name) ? [] : [`${name} (${kind})`];
    });
}
function writtenBy(container) {
    const mounts = recordsOf(container, "mountPoints").filter(({ readOnly }) => readOnly !== true);
    return mounts.flatMap((mount) => (0,json/* stringMember */.sk)(mount, "sourceVolume") ?? []);
}
function lastingKind(volume, seeded) {
    if (seeded)
        return "EBS from a snapshot";
    const [lasting] = Object.entries(volume).filter(([member, value]) => isLasting(member, value));
    return lasting === undefined ? undefined : (KINDS[lasting[0]] ?? lasting[0]);
}
function isLasting(member, value) {
    if (member === "name" || member === "configuredAtLaunch")
        return false;
    if (member === "host")
        return (0,json/* stringMember */.sk)(value, "sourcePath") !== undefined;
    if (member === "dockerVolumeConfiguration")
        return (0,json/* stringMember */.sk)(value, "scope") === "shared";
    return value !== undefined && value !== null;
}
function recordsOf(document, member) {
    const list = document[member];
    return Array.isArray(list) ? list.filter(json/* isRecord */.u4) : [];
}

;// CONCATENATED MODULE: ./lib/check-freshness.js


async function checkFreshness({ inputs, ports }, service) {
    const { requireEphemeral } = inputs;
    const definition = await ports.fleet.describeTaskDefinition(service.taskDefinition).catch((error) => {
        if (requireEphemeral || !isDenied(error))
            throw error;
        ports.log.notice(`Whether its data outlives the restart was not looked at: ${reasonOf(error)}`);
        return undefined;
    });
    if (definition === undefined)
        return undefined;
    const volumes = listLastingVolumes(definition.document, service.seededVolumes);
    if (volumes.length === 0)
        return definition;
    const told = `New tasks of ${service.name} find what is in ${volumes.join(", ")}: a database there does not start empty`;
    if (requireEphemeral)
        throw (0,errors/* refusal */.x5)("PERSISTENT_DATA", `${told}, and require-ephemeral is true`, "Give the database a volume that ends with its task, or set require-ephemeral to false.");
    ports.log.warning(`${told}.`);
    return definition;
}
function isDenied(error) {
    return error instanceof errors/* FairwayError */.q2 && error.code === "ACCESS_DENIED";
}

;// CONCATENATED MODULE: ./lib/check-platform.js


const ARCHITECTURES = { X86_64: "amd64", ARM64: "arm64" };
function checkPlatform(definition, imagePlatforms) {
    const needed = platformOf(definition);
    if (imagePlatforms === undefined || needed === undefined)
        return;
    if (imagePlatforms.some((platform) => platform === needed || platform.startsWith(`${needed}/`)))
        return;
    throw (0,errors/* configuration */.HF)("ARCHITECTURE_MISMATCH", `${(0,service_state/* revisionName */.pd)(definition.arn)} runs on ${needed}, and the image is built for ${imagePlatforms.join(", ")}`, `Build the image for ${needed}, or set runtimePlatform.cpuArchitecture in the task definition.`);
}
function platformOf({ document }) {
    const runtime = document["runtimePlatform"];
    const isFargate = listOf(document["requiresCompatibilities"]).includes("FARGATE");
    const cpu = (0,json/* stringMember */.sk)(runtime, "cpuArchitecture") ?? (isFargate ? "X86_64" : "");
    const architecture = ARCHITECTURES[cpu];
    const family = (0,json/* stringMember */.sk)(runtime, "operatingSystemFamily") ?? "LINUX";
    return architecture === undefined
        ? undefined
        : `${family.startsWith("WINDOWS") ? "windows" : "linux"}/${architecture}`;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./lib/guard-service.js

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

// EXTERNAL MODULE: ../../packages/domain/lib/closest-name.js
var closest_name = __webpack_require__(3472);
;// CONCATENATED MODULE: ./lib/same-definition.js

const WRITTEN_BY_ECS = {
    essential: [true],
    hostPort: [0],
    protocol: ["tcp"],
};
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
function isSameDefinition(wanted, described) {
    return covers(withoutReadOnly(wanted), withoutReadOnly(described));
}
function withoutReadOnly(document) {
    return Object.fromEntries(Object.entries(document).filter(([name]) => !READ_ONLY.has(name)));
}
function covers(wanted, described) {
    if (Array.isArray(wanted) && Array.isArray(described))
        return wanted.length === described.length && wanted.every((item, index) => covers(item, described[index]));
    if (!(0,json/* isRecord */.u4)(wanted) || !(0,json/* isRecord */.u4)(described))
        return wanted === described;
    const names = new Set([...Object.keys(wanted), ...Object.keys(described)]);
    return [...names].every((name) => Object.hasOwn(wanted, name) ? covers(wanted[name], described[name]) : isDefault(name, described[name]));
}
function isDefault(name, value) {
    if (WRITTEN_BY_ECS[name]?.includes(value) === true)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    if ((0,json/* isRecord */.u4)(value))
        return Object.keys(value).length === 0;
    return name === "cpu" && value === 0;
}

;// CONCATENATED MODULE: ./lib/plan-revision.js




function planRevision(definition, wanted) {
    const containers = containersOf(definition);
    const images = wanted.map((one) => changeOf(one, containers, definition));
    const isRegistered = definition.status !== UNREGISTERED;
    if (isRegistered && images.every(({ before, after }) => before === after))
        return { kind: "same", images };
    const byContainer = new Map(images.map(({ container, after }) => [container, after]));
    const containerDefinitions = containers.map((one) => {
        const image = byContainer.get(plan_revision_nameOf(one));
        return image === undefined ? one : { ...one, image };
    });
    const kept = withoutReadOnly(definition.document);
    const tags = definition.tags.filter((tag) => !((0,json/* stringMember */.sk)(tag, "key") ?? "").startsWith("aws:"));
    const document = { ...kept, containerDefinitions, ...(tags.length === 0 ? {} : { tags }) };
    return { kind: "new", images, document };
}
function resolveContainer(definition, name) {
    const names = containersOf(definition).map(plan_revision_nameOf);
    const found = name === undefined && names.length === 1 ? names[0] : names.find((one) => one === name);
    if (found !== undefined)
        return found;
    const revision = (0,service_state/* revisionName */.pd)(definition.arn);
    throw (0,errors/* configuration */.HF)("NO_CONTAINER", name === undefined
        ? `${revision} has ${names.length} containers (${names.join(", ")}) and none was named`
        : `${revision} has no container "${name}"; it has ${names.join(", ")}${(0,closest_name/* didYouMean */.a)(name, names)}`, "Give the container's name in the input container, or write container=image in images.");
}
function hasHealthCheck(definition) {
    return containersOf(definition).some((container) => (0,json/* isRecord */.u4)(container["healthCheck"]));
}
function changeOf(wanted, containers, definition) {
    const name = resolveContainer(definition, wanted.container);
    const container = containers.find((one) => plan_revision_nameOf(one) === name);
    return { container: name, before: (0,json/* stringMember */.sk)(container, "image") ?? "", after: wanted.image };
}
function containersOf({ document }) {
    const containers = document["containerDefinitions"];
    return Array.isArray(containers) ? containers.filter(json/* isRecord */.u4) : [];
}
function plan_revision_nameOf(container) {
    return (0,json/* stringMember */.sk)(container, "name") ?? "";
}

// EXTERNAL MODULE: ./lib/wanted-image.js + 1 modules
var wanted_image = __webpack_require__(7256);
;// CONCATENATED MODULE: ./lib/plan-change.js





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
    if (status === "ACTIVE" || status === UNREGISTERED)
        return;
    throw (0,errors/* configuration */.HF)("INACTIVE_TASK_DEFINITION", `${(0,service_state/* revisionName */.pd)(arn)} is ${status}; only an ACTIVE task definition can be deployed`, "Name an active revision in the input task-definition.");
}
function pinnedBy(wanted, definition) {
    return wanted.flatMap(({ container, digest }) => digest === undefined ? [] : [{ container: resolveContainer(definition, container), digest, pinned: true }]);
}
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

;// CONCATENATED MODULE: ./lib/definition-file.js


const MAX_BYTES = 256 * 1024;
function isDefinitionFile(name) {
    return name.endsWith(".json");
}
async function readDefinitionFile(path, files) {
    const text = await files.readText(path, MAX_BYTES);
    if (text === undefined)
        throw (0,errors/* configuration */.HF)("NO_FILE", `The workspace has no file "${path}", which task-definition names`, "Check the path, relative to the repository's root, and that actions/checkout ran before.");
    const content = (0,json/* parseJson */.qF)(text);
    const described = (0,json/* member */.Dc)(content, "taskDefinition");
    const document = (0,json/* isRecord */.u4)(described) ? described : content;
    const family = (0,json/* stringMember */.sk)(document, "family") ?? "";
    if (!(0,json/* isRecord */.u4)(document) || family === "" || !Array.isArray(document["containerDefinitions"]))
        throw (0,errors/* configuration */.HF)("BAD_TASK_DEFINITION", `"${path}" is not a task definition: it has to be a JSON object with family and containerDefinitions`, `Start from: aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition > ${path}`);
    const { tags: own, ...rest } = document;
    const tags = own ?? (0,json/* member */.Dc)(content, "tags");
    return { arn: family, status: UNREGISTERED, document: rest, tags: Array.isArray(tags) ? tags : [] };
}

;// CONCATENATED MODULE: ./lib/read-definition.js





async function readDefinition(inputs, service, { fleet, files, log }) {
    const { taskDefinition: name = service.taskDefinition } = inputs;
    if (!isDefinitionFile(name))
        return fleet.describeTaskDefinition(name);
    const fromFile = await readDefinitionFile(name, files);
    const plan = planRevision(fromFile, (0,wanted_image/* listWantedImages */._q)(inputs));
    const current = await fleet.describeTaskDefinition(service.taskDefinition);
    const { tags, ...wanted } = plan.kind === "new" ? plan.document : fromFile.document;
    const sameTags = JSON.stringify(tags ?? []) === JSON.stringify(current.tags);
    if (current.status !== "ACTIVE" || !sameTags || !isSameDefinition(wanted, current.document))
        return fromFile;
    log.info(`${name} says what ${(0,service_state/* revisionName */.pd)(current.arn)} is already`);
    return current;
}

;// CONCATENATED MODULE: ./lib/ecs-deploy.js











async function ecsDeploy(run) {
    const before = await prepare(run);
    const plan = await resolvePlan(run, before);
    const standing = plan.alreadySo ? await confirmStanding(run, before, plan) : undefined;
    if (standing !== undefined)
        return standing;
    tellPlan(run, before, plan);
    if (run.inputs.dryRun)
        return planned(run, before, plan);
    return carryOut(run, before, plan);
}
async function prepare({ inputs, ports, target, deadline }) {
    const service = await ports.fleet.describeService(target);
    const guard = guardService(service, inputs);
    if (guard.kind === "refused")
        throw guard.error;
    for (const warning of guard.warnings)
        ports.log.warning(warning);
    if (inputs.operation === "scale")
        return service;
    return awaitTurn({ target, service, deadline, ifInProgress: inputs.ifInProgress, dryRun: inputs.dryRun }, ports);
}
async function resolvePlan(run, service) {
    const { inputs, ports } = run;
    if (inputs.operation === "scale")
        return planScale(inputs, service);
    if (inputs.operation === "restart")
        return resolveRestart(run, service);
    const definition = await readDefinition(inputs, service, ports);
    if (!service.loadBalanced && !hasHealthCheck(definition))
        ports.log.notice(`${service.name} has no health check: ECS counts a task as good as soon as it runs.`);
    checkPlatform(definition, inputs.imagePlatforms);
    return planDeploy(inputs, service, definition);
}
async function resolveRestart(run, service) {
    const { inputs, ports } = run;
    const known = await checkFreshness(run, service);
    if (inputs.expectedDigest === undefined)
        return planRestart(inputs, undefined);
    return planRestart(inputs, known ?? (await readDefinition(inputs, service, ports)));
}
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
    return (0,result/* toResult */.X)({
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
    return (0,result/* toResult */.X)({
        before,
        after: before,
        images: plan.images,
        taskDefinition: plan.document === undefined ? (plan.change.taskDefinition ?? before.taskDefinition) : "",
        durationMs: deadline.usedMs(),
    }, { outcome: "planned", reason });
}

// EXTERNAL MODULE: ../../packages/domain/lib/gather-calls.js
var gather_calls = __webpack_require__(5906);
;// CONCATENATED MODULE: ./lib/gather-looks.js

const MOST_A_CALL = 10;
const WINDOW_MS = 1000;
function gatherLooks(cluster, { fleet, clock, signal }) {
    const call = async (names) => {
        const found = await fleet.describeServices(cluster, names);
        return new Map(names.flatMap((name, index) => (found[index] === undefined ? [] : [[name, found[index]]])));
    };
    const look = (0,gather_calls/* gatherCalls */.d)(call, { most: MOST_A_CALL, windowMs: WINDOW_MS, clock, signal });
    return {
        ...fleet,
        describeService: async ({ service }) => {
            const seen = await look(service);
            if (seen?.kind === "found")
                return seen.service;
            throw seen?.error ?? (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", `ECS did not describe the service ${service}`);
        },
    };
}

// EXTERNAL MODULE: ./lib/services-result.js
var services_result = __webpack_require__(3629);
;// CONCATENATED MODULE: ./lib/deploy-services.js




async function deployServices(inputs, ports) {
    const deadline = (0,lib_clock/* createDeadline */.d)(ports.clock, inputs.timeoutSeconds);
    const [only = "", ...more] = inputs.service;
    if (more.length === 0) {
        const result = await ecsDeploy({ inputs, ports, target: { cluster: inputs.cluster, service: only }, deadline });
        return (0,services_result/* toServicesResult */.p4)([{ kind: "ended", service: only, result }], deadline.usedMs());
    }
    const fleet = gatherLooks(inputs.cluster, ports);
    const runs = await runEach({ inputs, ports: { ...ports, fleet }, deadline });
    return (0,services_result/* toServicesResult */.p4)(runs, deadline.usedMs());
}
async function runEach(batch) {
    const { inputs, ports, deadline } = batch;
    const runs = [];
    const queue = inputs.service.entries();
    let halted = false;
    const worker = async () => {
        for (const [index, service] of queue) {
            const run = halted || ports.signal.aborted || deadline.expired()
                ? { kind: "not-started", service }
                : await runOne(batch, service);
            halted ||= isRed(run);
            runs[index] = run;
        }
    };
    await Promise.all(Array.from({ length: Math.min(inputs.maxParallel, inputs.service.length) }, worker));
    return runs;
}
async function runOne({ inputs, ports, deadline }, service) {
    const target = { cluster: inputs.cluster, service };
    try {
        const log = nameLines(ports.log, service.slice(service.lastIndexOf("/") + 1));
        return { kind: "ended", service, result: await ecsDeploy({ inputs, ports: { ...ports, log }, target, deadline }) };
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2))
            throw error;
        return { kind: "refused", service, error };
    }
}
function isRed(run) {
    return run.kind === "refused" || (run.kind === "ended" && run.result.failure !== undefined);
}
function nameLines(log, name) {
    return {
        debug: (message) => log.debug(`${name}: ${message}`),
        info: (message) => log.info(`${name}: ${message}`),
        notice: (message) => log.notice(`${name}: ${message}`),
        warning: (message) => log.warning(`${name}: ${message}`),
        error: (message) => log.error(`${name}: ${message}`),
        group: (title, details) => log.group(`${name}: ${title}`, details),
    };
}


/***/ }),

/***/ 5906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gatherCalls)
/* harmony export */ });
function gatherCalls(call, { most, windowMs, clock, signal }) {
    let waiting = [];
    const flush = async () => {
        const cancelled = await clock.sleep(windowMs, signal).then(() => undefined, (error) => ({ error }));
        const batch = waiting;
        waiting = [];
        if (cancelled !== undefined)
            for (const { reject } of batch)
                reject(cancelled.error);
        else
            for (let from = 0; from < batch.length; from += most)
                void answer(batch.slice(from, from + most), call);
    };
    return (key) => new Promise((resolve, reject) => {
        waiting.push({ key, resolve, reject });
        if (waiting.length === 1)
            void flush();
    });
}
async function answer(batch, call) {
    try {
        const answers = await call([...new Set(batch.map(({ key }) => key))]);
        for (const { key, resolve } of batch)
            resolve(answers.get(key));
    }
    catch (error) {
        for (const { reject } of batch)
            reject(error);
    }
}


/***/ }),

/***/ 2863:
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


/***/ })

};
