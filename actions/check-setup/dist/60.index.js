export const id = 60;
export const ids = [60];
export const modules = {

/***/ 7060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAws: () => (/* reexport */ openAws)
});

// EXTERNAL MODULE: ../../node_modules/.pnpm/@aws-sdk+client-ecs@3.1162.0/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(8680);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
// EXTERNAL MODULE: ../../packages/domain/lib/certificate.js
var certificate = __webpack_require__(8618);
;// CONCATENATED MODULE: ../../packages/aws/lib/api-errors.js

const NAMES = {
    AbortError: "unknown",
    AccessDenied: "denied",
    AccessDeniedException: "denied",
    UnauthorizedOperation: "denied",
    CredentialsProviderError: "credentials",
    ExpiredToken: "credentials",
    ExpiredTokenException: "credentials",
    IncompleteSignature: "credentials",
    InvalidClientTokenId: "credentials",
    InvalidSignatureException: "credentials",
    MissingAuthenticationToken: "credentials",
    MissingAuthenticationTokenException: "credentials",
    SignatureDoesNotMatch: "credentials",
    TokenProviderError: "credentials",
    UnrecognizedClientException: "credentials",
    BandwidthLimitExceeded: "throttled",
    LimitExceededException: "refused",
    RequestLimitExceeded: "throttled",
    RequestThrottled: "throttled",
    RequestThrottledException: "throttled",
    SlowDown: "throttled",
    ThrottledException: "throttled",
    Throttling: "throttled",
    ThrottlingException: "throttled",
    TooManyRequestsException: "throttled",
    RequestTimeout: "unknown",
    TimeoutError: "unknown",
};
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const BROKEN = new Set(["ECONNRESET", "EPIPE", "EPROTO", "ETIMEDOUT", "ECONNABORTED"]);
function classify(error) {
    if (/too many concurrent attempts/i.test(messageOf(error)))
        return "throttled";
    return NAMES[nameOf(error)] ?? byConnection(error) ?? byStatus(error);
}
function byConnection(error) {
    const code = (0,json/* stringMember */.sk)(error, "code") ?? "";
    if (UNSENT.has(code))
        return "unsent";
    return BROKEN.has(code) || code.startsWith("ERR_SSL_") ? "unknown" : undefined;
}
function byStatus(error) {
    const status = (0,json/* member */.Dc)((0,json/* member */.Dc)(error, "$metadata"), "httpStatusCode");
    if (typeof status !== "number")
        return "other";
    if (status === 429)
        return "throttled";
    return status >= 500 || status < 400 ? "unknown" : "refused";
}
function isTransient(error) {
    return ["unsent", "throttled", "unknown"].includes(classify(error));
}
function isExpired(error) {
    const told = `${nameOf(error)} ${messageOf(error)}`;
    return classify(error) === "credentials" && /ExpiredToken|token.{0,40} expired/i.test(told);
}
function translate(error, call) {
    if (error instanceof errors/* FairwayError */.q2)
        return error;
    if (messageOf(error).startsWith("Region is missing"))
        return noRegion();
    switch (classify(error)) {
        case "denied":
            return denied(error, call);
        case "credentials":
            return badCredentials(error, call);
        case "unsent":
        case "unknown":
            return unreachable(error, call);
        case "throttled":
            return (0,errors/* upstream */.a4)("ECS_THROTTLED", `AWS throttled ${call} until the time for retries was over`, {
                nextStep: "Run the job again; if it stays, find out what else calls this API in this account and region.",
                cause: error,
            });
        case "refused":
            return refusedCall(error, call);
        case "other":
            return untrusted(error, call);
    }
}
function denied(error, call) {
    return new errors/* FairwayError */.q2(`The role of this job may not do ${call}: ${messageOf(error)}`, {
        kind: "configuration",
        code: "ACCESS_DENIED",
        nextStep: `Allow ${call} (for ecs:RegisterTaskDefinition also iam:PassRole) in the role's policy; the action's README has the policy of each mode.`,
    });
}
function badCredentials(error, call) {
    const expired = isExpired(error);
    return new errors/* FairwayError */.q2(expired
        ? `The AWS credentials of this job expired before ${call}: ${messageOf(error)}`
        : `AWS does not accept the credentials of this job for ${call}: ${messageOf(error)}`, {
        kind: "configuration",
        code: expired ? "CREDENTIALS_EXPIRED" : "BAD_CREDENTIALS",
        nextStep: expired
            ? "Ask for a longer session (role-duration-seconds of aws-actions/configure-aws-credentials) than timeout-seconds; keys in the environment cannot be renewed from here."
            : "Put aws-actions/configure-aws-credentials before this step, with a role that trusts this repository.",
    });
}
function unreachable(error, call) {
    const host = (0,json/* stringMember */.sk)(error, "code") === "ENOTFOUND" ? (0,json/* stringMember */.sk)(error, "hostname") : undefined;
    const nobody = host === undefined ? "" : `: there is no ${host}`;
    return (0,errors/* upstream */.a4)("ECS_UNREACHABLE", `AWS gave no answer to ${call} that can be used${nobody}`, {
        nextStep: host === undefined
            ? "Run the job again; if it stays, look at https://health.aws.amazon.com."
            : "Check the region, in aws-region or AWS_REGION, and AWS_ENDPOINT_URL where it is set.",
        cause: error,
    });
}
function refusedCall(error, call) {
    return (0,errors/* upstream */.a4)("ECS_REFUSED", `AWS refused ${call} with ${nameOf(error)}: ${messageOf(error)}`);
}
function untrusted(error, call) {
    return (0,certificate/* badCertificate */.dx)(`the endpoint of ${call}`, error) ?? error;
}
function noRegion() {
    return (0,errors/* configuration */.HF)("NO_REGION", "No AWS region is known", "Give aws-region, or put aws-actions/configure-aws-credentials before this step.");
}
function nameOf(error) {
    const name = error?.name;
    return typeof name === "string" ? name : "error";
}
function messageOf(error) {
    return (0,json/* stringMember */.sk)(error, "message") ?? String(error);
}

// EXTERNAL MODULE: ../../packages/domain/lib/loopback.js
var loopback = __webpack_require__(460);
;// CONCATENATED MODULE: ../../packages/aws/lib/trusted-endpoint.js

function trustedEndpoint(next) {
    return async (args) => {
        const { protocol, hostname, port } = args.request;
        if (protocol !== "https:" && !(0,loopback/* isLoopbackHost */.c)(hostname))
            throw plainHttp(protocol, hostname);
        try {
            return await next(args);
        }
        catch (error) {
            throw (0,certificate/* badCertificate */.dx)(port === undefined ? hostname : `${hostname}:${port}`, error) ?? error;
        }
    };
}
function plainHttp(protocol, hostname) {
    return (0,errors/* configuration */.HF)("PLAIN_HTTP", `The endpoint is ${protocol}//${hostname}; plain http is used on loopback only`, "Set AWS_ENDPOINT_URL (or its form for one service) to an https address, or unset it.");
}

;// CONCATENATED MODULE: ../../packages/aws/lib/guard-client.js

const MIN_LENGTH = 16;
const LAST = { step: "finalizeRequest", priority: "low" };
function requireTrust(client) {
    client.middlewareStack.add(trustedEndpoint, { ...LAST, name: "trustedEndpoint" });
}
function guardClient(client, { mask }) {
    requireTrust(client);
    if (mask === undefined)
        return;
    let masked;
    const maskFirst = (next) => async (args) => {
        const credentials = await client.config.credentials();
        if (credentials.secretAccessKey !== masked?.secretAccessKey)
            maskCredentials(credentials, mask);
        masked = credentials;
        return next(args);
    };
    client.middlewareStack.add(maskFirst, { ...LAST, name: "maskCredentials" });
}
function maskCredentials({ secretAccessKey, sessionToken = "" }, mask) {
    for (const secret of [secretAccessKey, sessionToken])
        if (secret.length >= MIN_LENGTH)
            mask(secret);
}

;// CONCATENATED MODULE: ../../packages/aws/lib/name-cluster.js


function nameCluster({ config, middlewareStack }) {
    const middleware = (next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if (nameOf(error) !== "ClusterNotFoundException")
                throw error;
            throw noCluster((0,json/* stringMember */.sk)(args.input, "cluster") ?? "default", await config.region(), error);
        }
    };
    middlewareStack.add(middleware, { step: "initialize", name: "nameCluster" });
}
function noCluster(cluster, region, error) {
    return (0,errors/* configuration */.HF)("NO_CLUSTER", `There is no cluster "${cluster}" in region ${region} of this account (${messageOf(error)})`, "Check the inputs cluster and aws-region, and that the role is in the right account.");
}

// EXTERNAL MODULE: ../../packages/domain/lib/retry.js
var retry = __webpack_require__(3467);
;// CONCATENATED MODULE: ../../packages/aws/lib/sender.js


const POLICIES = {
    always: { attempts: 8, budgetMs: 60_000, baseMs: 250 },
    "when-unsent": { attempts: 8, budgetMs: 60_000, baseMs: 250 },
    briefly: { attempts: 2, budgetMs: 5000, baseMs: 250 },
};
const EXCHANGE_MS = 30_000;
const CLIENT_SETTINGS = {
    retryStrategy: { mode: "none", retry: (next, args) => next(args) },
    requestHandler: {
        connectionTimeout: 5000,
        requestTimeout: 15_000,
        throwOnRequestTimeout: true,
        httpsAgent: { rejectUnauthorized: true },
    },
};
function createSender(options, renew = async () => false) {
    const { clock, random, signal = new AbortController().signal } = options;
    return async (call, repeat, attempt) => {
        const judge = (error) => ({ kind: mayRepeat(error, repeat) ? "again" : "give-up" });
        const policy = { clock, random, judge, signal, ...POLICIES[repeat] };
        const inTime = () => AbortSignal.any([signal, AbortSignal.timeout(EXCHANGE_MS)]);
        const send = () => (0,retry/* retry */.L)(() => attempt({ abortSignal: inTime() }), policy);
        try {
            return await send().catch(async (error) => {
                if (signal.aborted || !isExpired(error) || !(await renew()))
                    throw error;
                return send();
            });
        }
        catch (error) {
            throw signal.aborted ? signal.reason : translate(error, call);
        }
    };
}
function mayRepeat(error, repeat) {
    const unsent = ["unsent", "throttled"];
    return repeat === "when-unsent" ? unsent.includes(classify(error)) : isTransient(error);
}

;// CONCATENATED MODULE: ../../packages/aws/lib/ecs-connection.js




function openEcsConnection(options) {
    const client = new dist_cjs/* ECSClient */.Zgc({ ...CLIENT_SETTINGS, ...settingsOf(options) });
    guardClient(client, options);
    nameCluster(client);
    return { client, region: () => client.config.region(), send: createSender(options, () => renewCredentials(client)) };
}
function settingsOf({ region: given, credentials }) {
    const region = given ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
    return {
        ...(region === undefined || region === "" ? {} : { region }),
        ...(credentials === undefined ? {} : { credentials }),
    };
}
async function renewCredentials({ config }) {
    const before = await config.credentials();
    const after = await config.credentials({ forceRefresh: true });
    return after.sessionToken !== before.sessionToken;
}

;// CONCATENATED MODULE: ../../packages/aws/lib/assume-role.js





const SESSION_SECONDS = 900;
const REFUSED = /^(AccessDenied|InvalidIdentityToken|IDPRejectedClaim|ExpiredToken)(Exception)?$/;
async function assumeRole(options, { role, token }) {
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await __webpack_require__.e(/* import() */ 633).then(__webpack_require__.t.bind(__webpack_require__, 1633, 19));
    const client = new STSClient({ ...CLIENT_SETTINGS, ...settingsOf({ region: options.region }) });
    requireTrust(client);
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: role,
        RoleSessionName: "fairway-check-setup",
        WebIdentityToken: token,
        DurationSeconds: SESSION_SECONDS,
    });
    const { signal } = options;
    try {
        const { Credentials } = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
        const credentials = readCredentials(Credentials);
        if (options.mask !== undefined)
            maskCredentials(credentials, options.mask);
        return credentials;
    }
    catch (error) {
        if (signal?.aborted === true)
            throw signal.reason;
        throw refusalOf(role, error) ?? translate(error, "sts:AssumeRoleWithWebIdentity");
    }
    finally {
        client.destroy();
    }
}
function readCredentials(keys = {}) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = keys;
    if (AccessKeyId === undefined || SecretAccessKey === undefined)
        throw (0,errors/* upstream */.a4)("STS_NOT_UNDERSTOOD", "STS let the role be assumed and gave no keys for it");
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
        ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
}
function refusalOf(role, error) {
    if (!REFUSED.test(nameOf(error)))
        return undefined;
    return (0,errors/* configuration */.HF)("ROLE_REFUSED", `AWS does not let this job assume ${role}: ${messageOf(error)} (${nameOf(error)})`, "Correct the role's trust policy: the provider token.actions.githubusercontent.com, the audience sts.amazonaws.com, and the subject of the job's token.");
}

;// CONCATENATED MODULE: ../../packages/aws/lib/raw-json.js

const MAX_BODY_BYTES = 4 * 1024 * 1024;
function keepRawAnswer(command) {
    let raw;
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const bytes = await collect(response.body);
        raw = (0,json/* parseJson */.qF)(new TextDecoder().decode(bytes));
        response.body = bytes;
        return result;
    }, { step: "deserialize", priority: "low", name: "keepRawAnswer" });
    return () => {
        if ((0,json/* isRecord */.u4)(raw))
            return raw;
        throw (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", "The answer of ECS is not a JSON object");
    };
}
function sendRawBody(command, document) {
    const body = JSON.stringify(document);
    command.middlewareStack.add((next) => async (args) => {
        const request = args.request;
        request.body = body;
        request.headers["content-length"] = String(Buffer.byteLength(body));
        return next(args);
    }, { step: "build", priority: "high", name: "sendRawBody" });
}
async function collect(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    let size = 0;
    for await (const chunk of (body ?? [])) {
        size += chunk.byteLength;
        if (size > MAX_BODY_BYTES)
            throw (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", `The answer of ECS passes ${MAX_BODY_BYTES} bytes`);
        chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
}

;// CONCATENATED MODULE: ../../packages/aws/lib/read-service.js
function readService(service) {
    const { serviceName = "", serviceArn = "", status = "", taskDefinition = "", loadBalancers = [] } = service;
    const { deployments = [], events = [] } = service;
    return {
        name: serviceName,
        arn: serviceArn,
        status,
        taskDefinition,
        ...readCounts(service),
        controller: service.deploymentController?.type ?? "ECS",
        daemon: service.schedulingStrategy === "DAEMON",
        managedByEcs: service.resourceManagementType === "ECS",
        ...readConfiguration(service.deploymentConfiguration),
        loadBalanced: loadBalancers.length > 0,
        targetGroups: loadBalancers
            .flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn])
            .filter((arn) => arn !== undefined),
        seededVolumes: deployments.filter(({ status }) => status === "PRIMARY").flatMap(readSeededVolumes),
        currentServiceDeployment: service.currentServiceDeployment,
        deployments: deployments.map(readDeployment),
        events: events.map(({ id = "", createdAt, message = "" }) => ({ id, at: createdAt, message })),
    };
}
function readConfiguration(configuration) {
    const { deploymentCircuitBreaker: breaker, strategy = "ROLLING" } = configuration ?? {};
    return {
        strategy,
        circuitBreaker: { enabled: breaker?.enable ?? false, rollback: breaker?.rollback ?? false },
    };
}
function readDeployment(deployment) {
    const { id = "", status = "", taskDefinition = "", failedTasks = 0 } = deployment;
    const { rolloutState, rolloutStateReason, createdAt } = deployment;
    const rollout = { failedTasks, rolloutState, rolloutStateReason };
    return { id, status, taskDefinition, ...readCounts(deployment), ...rollout, createdAt };
}
function readSeededVolumes({ volumeConfigurations = [] }) {
    const seeded = volumeConfigurations.filter(({ managedEBSVolume }) => managedEBSVolume?.snapshotId !== undefined);
    return seeded.map(({ name = "" }) => name);
}
function readCounts({ desiredCount = 0, runningCount = 0, pendingCount = 0 }) {
    return { desiredCount, runningCount, pendingCount };
}

;// CONCATENATED MODULE: ../../packages/aws/lib/describe-services.js



async function describeServices(connection, cluster, names) {
    const command = new dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [...names] });
    const { services = [], failures = [] } = await connection.send("ecs:DescribeServices", "always", (options) => connection.client.send(command, options));
    const found = new Map(services.map(readService).map((service) => [service.name, service]));
    const region = await connection.region();
    const account = /^arn:[^:]*:ecs:[^:]*:(\d+):/.exec(failures[0]?.arn ?? "")?.[1];
    return names.map((name) => {
        const service = found.get(lastSegment(name));
        if (service !== undefined)
            return { kind: "found", service };
        return { kind: "missing", error: noService({ cluster, service: name, region, account }) };
    });
}
function foundIn([only]) {
    if (only?.kind === "found")
        return only.service;
    throw only?.error ?? (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", "ECS described no service");
}
function noService({ cluster, service, region, account }) {
    const where = `region ${region}${account === undefined ? "" : `, account ${account}`}`;
    return (0,errors/* configuration */.HF)("NO_SERVICE", `There is no service "${service}" in cluster "${cluster}" (${where})`, "Check the inputs service, cluster and aws-region, and that the role is in the right account.");
}
function lastSegment(name) {
    return name.slice(name.lastIndexOf("/") + 1);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/gather-calls.js
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

;// CONCATENATED MODULE: ../../packages/aws/lib/read-service-deployment.js
function readServiceDeployment(deployment) {
    const { serviceDeploymentArn = "", status = "", rollback, lifecycleHookDetails } = deployment;
    const { arn: revisionArn, requestedProductionTrafficWeight: trafficPercent } = deployment.targetServiceRevision ?? {};
    return {
        arn: serviceDeploymentArn,
        revisionArn,
        status,
        statusReason: deployment.statusReason,
        stage: deployment.lifecycleStage,
        trafficPercent,
        rollback: rollback === undefined ? undefined : { reason: rollback.reason },
        failureCount: deployment.deploymentCircuitBreaker?.failureCount ?? 0,
        triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
        awaitingHook: readAwaitingHook(lifecycleHookDetails),
    };
}
function readAwaitingHook(hooks = []) {
    const hook = hooks.find(({ status }) => status === "AWAITING_ACTION");
    return hook === undefined ? undefined : { id: hook.hookId ?? "", expiresAt: hook.expiresAt };
}

;// CONCATENATED MODULE: ../../packages/aws/lib/service-deployment-reader.js




const SKEW_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 3000;
const MAX_PAGES = 10;
const MOST_A_CALL = 20;
const WINDOW_MS = 50;
function createServiceDeploymentReader(connection, { clock, signal }) {
    const after = new Date(clock.now().getTime() - SKEW_MS);
    const known = new Map();
    const gathering = { most: MOST_A_CALL, windowMs: WINDOW_MS, clock, signal };
    const describe = gatherCalls((arns) => describeDeployments(connection, arns), gathering);
    const describeRevision = gatherCalls((arns) => describeRevisions(connection, arns), gathering);
    return {
        find: async (target, deploymentId, candidate) => {
            const guess = known.get(deploymentId) ?? candidate;
            const guessed = guess === undefined ? undefined : await describe(guess);
            if (guessed !== undefined && isOf(guessed.revisionArn, deploymentId)) {
                known.set(deploymentId, guessed.arn);
                return guessed;
            }
            const arn = await findArn(connection, target, { deploymentId, after });
            if (arn === undefined)
                return undefined;
            known.set(deploymentId, arn);
            return describe(arn);
        },
        resolvedImages: async (revisionArn) => (await describeRevision(revisionArn)) ?? [],
        requestRollback: (request) => requestRollback(connection, { ...request, after }),
    };
}
async function describeDeployments(connection, serviceDeploymentArns) {
    const command = new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns });
    const { serviceDeployments = [] } = await connection.send("ecs:DescribeServiceDeployments", "briefly", (options) => connection.client.send(command, options));
    return new Map(serviceDeployments.map(readServiceDeployment).map((one) => [one.arn, one]));
}
async function describeRevisions(connection, serviceRevisionArns) {
    const command = new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns });
    const { serviceRevisions = [] } = await connection.send("ecs:DescribeServiceRevisions", "briefly", (options) => connection.client.send(command, options));
    return new Map(serviceRevisions.map(({ serviceRevisionArn = "", containerImages = [] }) => [
        serviceRevisionArn,
        containerImages.map(({ containerName = "", image, imageDigest }) => ({
            container: containerName,
            image,
            digest: imageDigest,
        })),
    ]));
}
async function findArn(connection, target, wanted) {
    let nextToken;
    for (let page = 0; page < MAX_PAGES; page += 1) {
        const command = new dist_cjs/* ListServiceDeploymentsCommand */.jz8({ ...target, createdAt: { after: wanted.after }, nextToken });
        const answer = await connection.send("ecs:ListServiceDeployments", "briefly", (options) => connection.client.send(command, options));
        const match = (answer.serviceDeployments ?? []).find(({ targetServiceRevisionArn }) => isOf(targetServiceRevisionArn, wanted.deploymentId));
        if (match !== undefined)
            return match.serviceDeploymentArn;
        ({ nextToken } = answer);
        if (nextToken === undefined)
            return undefined;
    }
    return undefined;
}
function isOf(revisionArn, deploymentId) {
    return service_deployment_reader_lastSegment(revisionArn ?? "") === service_deployment_reader_lastSegment(deploymentId);
}
function service_deployment_reader_lastSegment(text) {
    return text.slice(text.lastIndexOf("/") + 1);
}
async function requestRollback(connection, request) {
    const abortSignal = AbortSignal.timeout(STOP_TIMEOUT_MS);
    const urgent = { ...connection, send: (_call, _repeat, attempt) => attempt({ abortSignal }) };
    try {
        const serviceDeploymentArn = request.arn ?? (await findNow(urgent, request));
        if (serviceDeploymentArn === undefined)
            return undefined;
        const command = new dist_cjs/* StopServiceDeploymentCommand */.a8L({ serviceDeploymentArn, stopType: "ROLLBACK" });
        await connection.client.send(command, { abortSignal });
        return serviceDeploymentArn;
    }
    catch (error) {
        throw translate(error, "ecs:StopServiceDeployment");
    }
}
async function findNow(urgent, { target, deploymentId, candidate, after }) {
    const found = candidate === undefined ? undefined : (await describeDeployments(urgent, [candidate])).get(candidate);
    return isOf(found?.revisionArn, deploymentId) ? candidate : findArn(urgent, target, { deploymentId, after });
}

;// CONCATENATED MODULE: ../../packages/aws/lib/read-task.js
function readTask(task) {
    return {
        arn: task.taskArn ?? "",
        taskDefinition: task.taskDefinitionArn ?? "",
        startedBy: task.startedBy,
        lastStatus: task.lastStatus ?? "",
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        stoppedAt: task.stoppedAt,
        addresses: readAddresses(task),
        containerInstance: task.containerInstanceArn,
        hostPorts: (task.containers ?? []).flatMap(({ networkBindings = [] }) => networkBindings.flatMap(({ hostPort }) => hostPort ?? [])),
        containers: (task.containers ?? []).map(({ name = "", image, imageDigest, exitCode, reason }) => ({
            name,
            image,
            imageDigest,
            exitCode,
            reason,
        })),
    };
}
const ADDRESSES = new Set(["privateIPv4Address", "privateIPv6Address"]);
function readAddresses({ attachments = [] }) {
    const details = attachments.flatMap((attachment) => attachment.details ?? []);
    return details.flatMap(({ name = "", value }) => (ADDRESSES.has(name) && value !== undefined ? [value] : []));
}

;// CONCATENATED MODULE: ../../packages/aws/lib/task-reader.js


const PAGE = 100;
async function readTasks(connection, target, desiredStatus) {
    const { cluster, service: serviceName } = target;
    const list = new dist_cjs/* ListTasksCommand */.MYg({ cluster, serviceName, desiredStatus, maxResults: PAGE });
    const { taskArns = [] } = await connection.send("ecs:ListTasks", "briefly", (options) => connection.client.send(list, options));
    if (taskArns.length === 0)
        return [];
    const describe = new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks: taskArns });
    const { tasks = [] } = await connection.send("ecs:DescribeTasks", "briefly", (options) => connection.client.send(describe, options));
    return tasks.map(readTask);
}
async function readInstanceIds(connection, cluster, arns) {
    const command = new dist_cjs/* DescribeContainerInstancesCommand */.QUW({ cluster, containerInstances: arns.slice(0, PAGE) });
    const { containerInstances = [] } = await connection.send("ecs:DescribeContainerInstances", "briefly", (options) => connection.client.send(command, options));
    return new Map(containerInstances.map(({ containerInstanceArn = "", ec2InstanceId = "" }) => [
        containerInstanceArn,
        ec2InstanceId,
    ]));
}

;// CONCATENATED MODULE: ../../packages/aws/lib/service-fleet.js








function openServiceFleet(options) {
    const connection = openEcsConnection(options);
    const deployments = createServiceDeploymentReader(connection, options);
    return {
        describeService: async ({ cluster, service }) => foundIn(await describeServices(connection, cluster, [service])),
        describeServices: (cluster, services) => describeServices(connection, cluster, services),
        describeTaskDefinition: (name) => describeTaskDefinition(connection, name),
        registerTaskDefinition: (document) => registerTaskDefinition(connection, document),
        updateService: (target, change) => updateService(connection, target, change),
        findServiceDeployment: (target, deploymentId, candidate) => deployments.find(target, deploymentId, candidate),
        requestRollback: (request) => deployments.requestRollback(request),
        resolvedImages: (revisionArn) => deployments.resolvedImages(revisionArn),
        tasks: (target, desiredStatus) => readTasks(connection, target, desiredStatus),
        instanceIds: (cluster, containerInstances) => readInstanceIds(connection, cluster, containerInstances),
    };
}
async function describeTaskDefinition(connection, name) {
    const command = new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$({ taskDefinition: name, include: ["TAGS"] });
    const rawAnswer = keepRawAnswer(command);
    await connection.send("ecs:DescribeTaskDefinition", "always", (options) => connection.client.send(command, options));
    const document = (0,json/* member */.Dc)(rawAnswer(), "taskDefinition");
    const tags = (0,json/* member */.Dc)(rawAnswer(), "tags");
    const arn = (0,json/* stringMember */.sk)(document, "taskDefinitionArn");
    if (!(0,json/* isRecord */.u4)(document) || arn === undefined)
        throw (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", `ECS described the task definition ${name} without an ARN`);
    const status = (0,json/* stringMember */.sk)(document, "status") ?? "ACTIVE";
    return { arn, status, document, tags: Array.isArray(tags) ? tags : [] };
}
async function registerTaskDefinition(connection, document) {
    const family = (0,json/* stringMember */.sk)(document, "family") ?? "";
    const command = new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl({ family, containerDefinitions: [] });
    sendRawBody(command, document);
    const { taskDefinition } = await connection.send("ecs:RegisterTaskDefinition", "always", (options) => connection.client.send(command, options));
    const arn = taskDefinition?.taskDefinitionArn;
    if (arn !== undefined)
        return arn;
    throw (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", `ECS registered a revision of ${family} and gave no ARN for it`);
}
async function updateService(connection, target, change) {
    const { taskDefinition, desiredCount, forceNewDeployment } = change;
    const command = new dist_cjs/* UpdateServiceCommand */.kZr({ ...target, taskDefinition, desiredCount, forceNewDeployment });
    const { service } = await connection.send("ecs:UpdateService", "when-unsent", (options) => connection.client.send(command, options));
    if (service !== undefined)
        return readService(service);
    throw (0,errors/* upstream */.a4)("ECS_NOT_UNDERSTOOD", `ECS updated the service ${target.service} and did not describe it`);
}

;// CONCATENATED MODULE: ../../packages/aws/lib/aws-account.js






const aws_account_PAGE = 100;
const aws_account_MAX_PAGES = 10;
function openAws(options) {
    return {
        assumeRole: (role, token) => assumeRole(options, { role, token }),
        account: (credentials) => openAwsAccount({ ...options, credentials }),
    };
}
function openAwsAccount(options) {
    const connection = openEcsConnection(options);
    return {
        ...openServiceFleet(options),
        callerIdentity: () => readCallerIdentity(options),
        region: connection.region,
        clusters: () => listClusters(connection),
        services: (cluster) => listServices(connection, cluster),
    };
}
async function readCallerIdentity(options) {
    const { STSClient, GetCallerIdentityCommand } = await __webpack_require__.e(/* import() */ 633).then(__webpack_require__.t.bind(__webpack_require__, 1633, 19));
    const client = new STSClient({ ...CLIENT_SETTINGS, ...settingsOf(options) });
    guardClient(client, options);
    try {
        const { Account = "", Arn = "" } = await createSender(options)("sts:GetCallerIdentity", "briefly", (signal) => client.send(new GetCallerIdentityCommand({}), signal));
        return { account: Account, arn: Arn };
    }
    finally {
        client.destroy();
    }
}
async function listClusters(connection) {
    return listNames(async (nextToken) => {
        const command = new dist_cjs/* ListClustersCommand */.Nnn({ maxResults: aws_account_PAGE, nextToken });
        const answer = await connection.send("ecs:ListClusters", "briefly", (options) => connection.client.send(command, options));
        return { arns: answer.clusterArns ?? [], nextToken: answer.nextToken };
    });
}
async function listServices(connection, cluster) {
    return listNames(async (nextToken) => {
        const command = new dist_cjs/* ListServicesCommand */.qde({ cluster, maxResults: aws_account_PAGE, nextToken });
        const answer = await connection.send("ecs:ListServices", "briefly", (options) => connection.client.send(command, options));
        return { arns: answer.serviceArns ?? [], nextToken: answer.nextToken };
    });
}
async function listNames(read) {
    const names = [];
    let token;
    for (let page = 0; page < aws_account_MAX_PAGES; page += 1) {
        const { arns, nextToken } = await read(token);
        names.push(...arns.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)));
        if (nextToken === undefined)
            return names;
        token = nextToken;
    }
    return names;
}

;// CONCATENATED MODULE: ../../packages/aws/lib/account.js



/***/ }),

/***/ 8618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UZ: () => (/* binding */ certificateNames),
/* harmony export */   VP: () => (/* binding */ certificateProblem),
/* harmony export */   dx: () => (/* binding */ badCertificate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8306);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2863);


const UNKNOWN_AUTHORITY = "it is signed by an authority that this machine does not trust";
const TRUST = "For a private certificate authority set NODE_EXTRA_CA_CERTS, in the env of the step, to its PEM file. Otherwise have the server give a certificate of a public authority, with those in between.";
const RENEW = "Renew the certificate of that server, and check the clock of the runner.";
const NAME = "Ask by a name that the certificate is for, or have one made that is for this name.";
const PROBLEMS = {
    DEPTH_ZERO_SELF_SIGNED_CERT: ["it is signed by itself, and this machine does not trust it", TRUST],
    SELF_SIGNED_CERT_IN_CHAIN: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_GET_ISSUER_CERT: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: [UNKNOWN_AUTHORITY, TRUST],
    CERT_UNTRUSTED: [UNKNOWN_AUTHORITY, TRUST],
    CERT_HAS_EXPIRED: ["it has expired", RENEW],
    CERT_NOT_YET_VALID: ["it is not valid yet", RENEW],
    CERT_REVOKED: ["it was revoked", RENEW],
    ERR_TLS_CERT_ALTNAME_INVALID: ["it is for another name", NAME],
    HOSTNAME_MISMATCH: ["it is for another name", NAME],
};
const OF_A_CERTIFICATE = /^(CERT_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|ERR_TLS_CERT_|UNABLE_TO_)/;
function certificateProblem(error) {
    const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringMember */ .sk)(error, "code") ?? "";
    const [problem, nextStep] = (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined) ??
        (OF_A_CERTIFICATE.test(code) ? [saidBy(error), RENEW] : []);
    if (problem === undefined || nextStep === undefined)
        return undefined;
    return { problem: nextStep === NAME ? `${problem} (${saidBy(error)})` : problem, nextStep };
}
function badCertificate(host, error) {
    const found = certificateProblem(error);
    if (found === undefined)
        return undefined;
    const message = `the certificate of ${host} cannot be trusted: ${found.problem}; nothing was sent to it`;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .configuration */ .HF)("BAD_CERTIFICATE", message, `${found.nextStep} It is always verified.`);
}
function certificateNames(error) {
    const names = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringMember */ .sk)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, "cert"), "subjectaltname") ?? "";
    return names === "" ? undefined : `its names: ${names}`;
}
function saidBy(error) {
    const said = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringMember */ .sk)(error, "reason") ?? ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isError */ .bJ)(error) ? error.message : "");
    return (certificateNames(error) ?? said).slice(0, 200);
}


/***/ }),

/***/ 3467:
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
