export const id = 531;
export const ids = [531];
export const modules = {

/***/ 531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordDeployment: () => (/* binding */ recordDeployment)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/decide.js
function standingOf(state) {
    if (state === "pending" || state === "queued" || state === "in_progress" || state === "waiting")
        return "open";
    return state === "success" ? "serving" : "ended";
}
function decideEnd(state) {
    return standingOf(state) === "open" ? "mark" : "keep";
}
function statusOf(state) {
    return state === "cancelled" ? "error" : state;
}

;// CONCATENATED MODULE: ./lib/describe-end.js
const MAX_DESCRIPTION = 140;
function describeEnd({ state, version, reason, taskDefinition }) {
    const revision = taskDefinition?.split("/").at(-1) ?? "";
    switch (state) {
        case "success":
            return fit(revision === "" ? `${version} serves` : `${version} serves, as ${revision}`);
        case "failure":
            return fit(`${version} failed: ${oneLine(reason) || "a step ended red, the run says which"}`);
        case "cancelled":
            return fit(`${version} was cancelled before it was proven to serve`);
    }
}
function fit(text) {
    const line = oneLine(text).toWellFormed();
    if (line.length <= MAX_DESCRIPTION)
        return line;
    return `${line.slice(0, MAX_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function oneLine(text = "") {
    return text
        .replaceAll(/[\s\u0085]+/g, " ")
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
        .trim();
}

// EXTERNAL MODULE: ../../packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(564);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(863);
;// CONCATENATED MODULE: ./lib/payload.js

const MAX_COMMENT = 500;
function createPayload(inputs, me, approvals) {
    const { ref, version = ref, commit, image, imageDigest, environmentUrl } = inputs;
    return {
        schema: 1,
        by: "fairway",
        ref,
        version,
        commit,
        image: image === undefined ? undefined : (0,image_reference/* renderImageReference */.NL)(image),
        imageDigest,
        environmentUrl: environmentUrl?.[0],
        run: me.run,
        attempt: me.attempt,
        runUrl: me.url,
        actor: me.actor,
        approvedBy: approvals.map(({ login, comment }) => ({ login, comment: comment.slice(0, MAX_COMMENT) })),
    };
}
function parsePayload(value) {
    const run = (0,json/* stringMember */.sk)(value, "run");
    const attempt = (0,json/* stringMember */.sk)(value, "attempt");
    const ref = (0,json/* stringMember */.sk)(value, "ref");
    const version = (0,json/* stringMember */.sk)(value, "version");
    const isOurs = (0,json/* member */.Dc)(value, "schema") === 1 && (0,json/* member */.Dc)(value, "by") === "fairway";
    if (!isOurs || run === undefined || attempt === undefined || ref === undefined || version === undefined)
        return undefined;
    return { run, attempt, ref, version, environmentUrl: (0,json/* stringMember */.sk)(value, "environmentUrl") };
}

;// CONCATENATED MODULE: ./lib/finish-record.js




const LOOK_BACK = 10;
async function finishRecord(inputs, ports) {
    const { deployments, me, log } = ports;
    const record = await deployments.byId(inputs.deploymentId);
    const payload = parsePayload(record.payload);
    if (payload === undefined)
        throw foreign(record);
    const before = await deployments.stateOf(record.id);
    const { reason, taskDefinition } = inputs;
    const said = describeEnd({ state: inputs.state, version: payload.version, reason, taskDefinition });
    const wanted = statusOf(inputs.state);
    if (inputs.dryRun)
        return ended("planned", before, 0);
    if (decideEnd(before) === "mark") {
        const environmentUrl = inputs.environmentUrl?.[0] ?? payload.environmentUrl;
        await deployments.mark(record.id, { state: wanted, description: said, logUrl: me.url, environmentUrl });
        log.info(`the deployment ${record.id} is told as ${wanted}: ${said}`);
        return ended("finished", wanted, wanted === "success" ? await replaceEarlier(record, ports) : 0);
    }
    log.info(`the deployment ${record.id} has been told as ${before}, which stays`);
    const serves = wanted === "success" && before === "success";
    return ended("unchanged", before, serves ? await replaceEarlier(record, ports) : 0);
    function ended(outcome, state, replaced) {
        const outputs = { "deployment-id": String(record.id), state, approvers: "", outcome };
        return { outputs, approvals: [], said, replaced, closed: 0 };
    }
}
async function replaceEarlier({ id, environment, task }, { deployments, me, log, signal }) {
    let replaced = 0;
    try {
        for (const earlier of await deployments.newest({ environment, task }, LOOK_BACK)) {
            if (earlier.id >= id)
                continue;
            const state = await deployments.stateOf(earlier.id);
            if (state === "inactive")
                break;
            if (standingOf(state) !== "serving")
                continue;
            await deployments.mark(earlier.id, { state: "inactive", description: fit("Replaced"), logUrl: me.url });
            replaced += 1;
        }
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        log.warning(`earlier deployments to ${environment} may still be shown as active: ${(0,errors/* causeChain */.DD)(error).join(": ")}`);
    }
    return replaced;
}
function foreign({ id, environment }) {
    return (0,errors/* refusal */.x5)("FOREIGN_RECORD", `The deployment ${id} to ${environment} was not made by this action, so its end is not told`, "Give deployment-id the output of the same name of the step with mode start.");
}

// EXTERNAL MODULE: ./lib/inputs.js
var lib_inputs = __webpack_require__(682);
;// CONCATENATED MODULE: ./lib/close-abandoned.js



async function closeAbandoned(records, ports) {
    const { deployments, me, log } = ports;
    let closed = 0;
    for (const record of records) {
        const payload = parsePayload(record.payload);
        if (payload === undefined || (payload.run === me.run && payload.attempt === me.attempt))
            continue;
        if (standingOf(await deployments.stateOf(record.id)) !== "open")
            break;
        if ((await ports.runs.lifeOfAttempt(payload.run, payload.attempt)) !== "completed") {
            log.warning(`the deployment ${record.id} of ${payload.version} is still open, and its run may go on`);
            continue;
        }
        const description = fit(`${payload.version}: its run ended without telling what came of it`);
        await deployments.mark(record.id, { state: "error", description, logUrl: me.url });
        log.info(`closed the deployment ${record.id} of ${payload.version}, which its run had left open`);
        closed += 1;
    }
    return closed;
}

;// CONCATENATED MODULE: ./lib/name-task.js
const MAX_LENGTH = 128;
function nameTask(names) {
    const all = names.join(",");
    if (all.length <= MAX_LENGTH)
        return all;
    const others = names.length > 1 ? ` and ${names.length - 1} more` : "";
    return `${names[0]?.slice(0, MAX_LENGTH - others.length) ?? ""}${others}`;
}

;// CONCATENATED MODULE: ./lib/start-record.js






const start_record_LOOK_BACK = 10;
async function startRecord(inputs, ports) {
    const { deployments, approvals, me, log } = ports;
    const { environment, ref } = inputs;
    const task = nameTask(inputs.task);
    const approved = await approvals.of(me.run, environment);
    const payload = createPayload(inputs, me, approved);
    const approvers = approved.map(({ login }) => login).join(", ");
    const said = `deploying ${payload.version}`;
    if (inputs.dryRun) {
        log.info(`plan: record a deployment of ${ref} to ${environment}`);
        return { outputs: outputs("", "", "planned"), approvals: approved, said, replaced: 0, closed: 0 };
    }
    const known = await deployments.newest({ environment, task }, start_record_LOOK_BACK);
    const closed = await closeAbandoned(known, ports);
    const description = fit(approvers === "" ? payload.version : `${payload.version}, approved by ${approvers}`);
    const { record, isNew } = await take({ ref, environment, task, description, payload }, known, ports);
    await requireCommit(record, inputs, ports);
    await deployments.mark(record.id, {
        state: "in_progress",
        description: fit(`Deploying ${payload.version}`),
        logUrl: me.url,
        environmentUrl: inputs.environmentUrl?.[0],
    });
    log.info(`recorded the deployment ${record.id} of ${ref} to ${environment}`);
    const outcome = isNew ? "started" : "resumed";
    return {
        outputs: outputs(String(record.id), "in_progress", outcome),
        approvals: approved,
        said,
        replaced: 0,
        closed,
    };
    function outputs(id, state, how) {
        return { "deployment-id": id, state, approvers, outcome: how };
    }
}
async function take(wanted, known, ports) {
    const own = await findOwn(wanted, known, ports);
    if (own !== undefined)
        return { record: own, isNew: false };
    try {
        return { record: await ports.deployments.create(wanted), isNew: true };
    }
    catch (error) {
        const passes = error instanceof errors/* FairwayError */.q2 && error.kind === "upstream" && error.code !== "GITHUB_REFUSED";
        if (!passes || ports.signal.aborted)
            throw error;
        ports.log.warning(`${error.message}; going on from what is there`);
        await ports.clock.sleep(Math.max(error.retryAfterMs ?? 0, SETTLE_MS), ports.signal);
        const found = await findOwn(wanted, await ports.deployments.newest(wanted, start_record_LOOK_BACK), ports);
        return { record: found ?? (await ports.deployments.create(wanted)), isNew: true };
    }
}
const SETTLE_MS = 2000;
async function findOwn({ ref }, records, { deployments, me }) {
    for (const record of records) {
        const payload = parsePayload(record.payload);
        if (payload?.run !== me.run || payload.attempt !== me.attempt || payload.ref !== ref)
            continue;
        if (standingOf(await deployments.stateOf(record.id)) === "open")
            return record;
    }
    return undefined;
}
async function requireCommit({ id, sha }, { ref, commit }, { deployments, me }) {
    if (commit === undefined || commit === sha)
        return;
    const description = fit(`${ref} names another commit than was planned with`);
    await deployments.mark(id, { state: "error", description, logUrl: me.url });
    throw (0,errors/* refusal */.x5)("TAG_MOVED", `${ref} names commit ${sha} now; ${commit} was planned with`, "Find out who moved it and why. Nothing has been deployed; a new run plans again.");
}

;// CONCATENATED MODULE: ./lib/record-deployment.js



function recordDeployment(inputs, ports) {
    if ((0,lib_inputs/* isStart */.n)(inputs))
        return startRecord(inputs, ports);
    return finishRecord(inputs, ports);
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   sk: () => (/* binding */ stringMember)
/* harmony export */ });
/* unused harmony export isRecord */
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
