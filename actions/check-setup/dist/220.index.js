export const id = 220;
export const ids = [220];
export const modules = {

/***/ 1220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkSetup: () => (/* binding */ checkSetup)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
// EXTERNAL MODULE: ./lib/check.js
var lib_check = __webpack_require__(5547);
;// CONCATENATED MODULE: ./lib/environment-checks.js

function checkEnvironment({ environment, requireReviewers, requireBranchRule }, { environments }) {
    const read = (0,lib_check/* once */.Oo)(() => environments.protectionOf(environment ?? ""));
    const where = `Settings, Environments, ${environment ?? ""}`;
    const check = (name, judge) => (0,lib_check/* checkOf */.EG)(name, "environment", environment, async () => judge(await read()));
    return [
        check("Environment", (protection) => judgeExistence(protection, where)),
        check("Reviewers", (protection) => judgeReviewers(protection, requireReviewers, where)),
        check("Branch rule", (protection) => judgeBranches(protection, requireBranchRule, where)),
    ];
}
function judgeExistence(protection, where) {
    if (protection !== undefined)
        return (0,lib_check/* pass */.IX)("it exists");
    return (0,lib_check/* fail */.fJ)("it does not exist; a job that names it would create it without any protection", `Create it: ${where}. Check the spelling in the workflow.`);
}
function judgeReviewers(protection, required, where) {
    if (protection === undefined)
        return (0,lib_check/* unknown */.L5)("not asked, because of the row Environment");
    const { reviewers } = protection;
    if (reviewers.length > 0)
        return (0,lib_check/* pass */.IX)(`asks ${reviewers.join(" or ")}`);
    if (!required)
        return (0,lib_check/* pass */.IX)("asks nobody, and require-reviewers is false");
    return (0,lib_check/* fail */.fJ)("nobody is asked, so a deployment would start without approval", `${where}: add required reviewers.`);
}
function judgeBranches(protection, required, where) {
    if (protection === undefined)
        return (0,lib_check/* unknown */.L5)("not asked, because of the row Environment");
    if (protection.branchesRestricted)
        return (0,lib_check/* pass */.IX)("only some branches or tags may deploy to it");
    if (!required)
        return (0,lib_check/* pass */.IX)("any branch may deploy to it, and require-branch-rule is false");
    return (0,lib_check/* fail */.fJ)("any branch may deploy to it, with the workflow as that branch has it", `${where}: restrict the deployment branches and tags.`);
}

// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
// EXTERNAL MODULE: ../../packages/domain/lib/json-pointer.js
var json_pointer = __webpack_require__(2627);
// EXTERNAL MODULE: ../../packages/domain/lib/certificate.js
var certificate = __webpack_require__(8618);
// EXTERNAL MODULE: ./lib/health-url.js + 1 modules
var health_url = __webpack_require__(2572);
;// CONCATENATED MODULE: ./lib/health-check.js



const NOT_SERVING = [404, 502, 503, 504];
function checkHealth({ healthUrl, versionPointer, timeoutSeconds }, { probe }, signal) {
    return [
        (0,lib_check/* checkOf */.EG)("Health URL", "health-url", healthUrl, async (url) => {
            const timeoutMs = timeoutSeconds * 1000;
            const answer = await probe.attempt(url.href, { timeoutMs, followRedirects: false, signal });
            return judge((0,health_url/* showUrl */.j)(url), answer, versionPointer);
        }),
    ];
}
function judge(url, answer, pointer) {
    if (!("body" in answer))
        return unreachable(url, answer);
    const { status, body } = answer;
    if (NOT_SERVING.includes(status)) {
        const fix = "Before the first deployment that is as it must be. After it, correct the path or look at the service.";
        return (0,lib_check/* unknown */.L5)(`${url} answers ${status}: the application does not serve there, or not yet`, fix);
    }
    if (status < 200 || status > 299)
        return (0,lib_check/* fail */.fJ)(`${url} answers ${status}`, "Give the address that answers 200 without a login or a redirect.");
    return judgeVersion(`${url} answers ${status}`, (0,json/* parseJson */.qF)(body), pointer);
}
function judgeVersion(answered, document, pointer) {
    const version = (0,json_pointer/* valueAt */.f)(document, pointer);
    if (typeof version === "string" && version !== "")
        return (0,lib_check/* pass */.IX)(`${answered} with the version ${version.slice(0, 128)}`);
    const members = (0,json/* isRecord */.u4)(document) ? Object.keys(document).slice(0, 10).join(", ") : "";
    return (0,lib_check/* fail */.fJ)(`${answered}, and there is no version at ${pointer.text === "" ? "the top" : pointer.text}`, members === ""
        ? "Let the application answer JSON with its version."
        : `Correct version-pointer: the answer has ${members}.`);
}
const WORDS = {
    refused: "refuses the connection",
    "timed-out": "did not answer in time",
    tls: "has a certificate that is not trusted",
    dns: "has a host name that is not found",
};
function unreachable(url, { kind, code, message }) {
    const detail = [code, message].filter((part) => part !== undefined).join(", ");
    return (0,lib_check/* fail */.fJ)(`${url} ${WORDS[kind] ?? `gave no answer (${kind})`}${detail === "" ? "" : ` (${detail})`}`, (0,certificate/* certificateProblem */.VP)({ code, reason: message })?.nextStep ?? CHECK_ADDRESS);
}
const CHECK_ADDRESS = "Check the address, and that this runner may reach it: a private one needs a runner inside its network.";

// EXTERNAL MODULE: ../../packages/domain/lib/closest-name.js
var closest_name = __webpack_require__(3472);
;// CONCATENATED MODULE: ./lib/registry-checks.js


function checkRegistry({ image, betaTag }, { registry }) {
    const pull = (0,lib_check/* once */.Oo)(() => registry.access(image ?? NOTHING, "pull"));
    const reference = image?.digest ?? image?.tag ?? betaTag?.text;
    return [
        (0,lib_check/* checkOf */.EG)("Registry", "image", image, (named) => tryLogin(named, pull())),
        (0,lib_check/* checkOf */.EG)("Push", "image", image, (named) => (0,lib_check/* behind */.Ry)("Registry", pull(), async () => judgePush(named, await registry.access(named, "pull,push")))),
        (0,lib_check/* checkOf */.EG)("Image", "image with a tag, or image and beta-tag", image && reference, (name) => (0,lib_check/* behind */.Ry)("Registry", pull(), () => findImage(image ?? NOTHING, name, registry))),
    ];
}
const NOTHING = { registry: "", repository: "", tag: undefined, digest: undefined };
const FIXES = {
    NO_CREDENTIALS: "Give registry-username and registry-password, or put docker/login-action before this step.",
    UNKNOWN_REGISTRY: "Correct the host in image. An internal name needs a runner in that network.",
};
async function tryLogin({ registry }, access) {
    try {
        const { kind } = await access;
        return (0,lib_check/* pass */.IX)(`${registry} answers and ${kind === "open" ? "asks for no login" : "takes the login"}`);
    }
    catch (error) {
        const fix = error instanceof errors/* FairwayError */.q2 ? FIXES[error.code] : undefined;
        if (fix === undefined)
            throw error;
        return (0,lib_check/* fail */.fJ)((0,errors/* causeChain */.DD)(error).join(": "), fix);
    }
}
function judgePush({ registry, repository }, access) {
    const packages = registry === "ghcr.io" ? " With GITHUB_TOKEN the job needs packages: write." : "";
    const fix = `Let the account push to ${repository}.${packages}`;
    if (access.kind === "open")
        return (0,lib_check/* unknown */.L5)("it asks for no login; that it takes a push is not shown without one", "");
    if (access.kind === "password")
        return (0,lib_check/* unknown */.L5)("the login is taken; what it may push is not shown without a push", fix);
    if (access.granted === undefined)
        return (0,lib_check/* unknown */.L5)("a token for pull,push is given and does not tell what it allows; only a push shows it", fix);
    if (access.granted.includes("push") || access.granted.includes("*"))
        return (0,lib_check/* pass */.IX)(`the token allows a push to ${repository}`);
    const granted = access.granted.length === 0 ? "nothing" : access.granted.join(", ");
    return (0,lib_check/* fail */.fJ)(`pull,push was asked for ${repository}, and the token allows ${granted}`, fix);
}
async function findImage(image, reference, registry) {
    const found = await registry.resolve(image, reference);
    if (found !== undefined)
        return (0,lib_check/* pass */.IX)(`${reference} is there${found.digest === reference ? "" : `, ${found.digest}`}`);
    const near = (0,closest_name/* closestName */.N)(reference, await registry.tags(image).catch(() => []));
    return (0,lib_check/* fail */.fJ)(`${image.registry}/${image.repository} has no ${reference}`, near === undefined ? "Correct image or beta-tag, or build it first." : `Did you mean ${near}?`);
}

;// CONCATENATED MODULE: ./lib/release-checks.js

function checkRelease({ betaTag, releaseTagPrefix = "" }, { tags }) {
    const beta = (0,lib_check/* once */.Oo)(() => tags.commitOf(betaTag?.text ?? ""));
    return [
        (0,lib_check/* checkOf */.EG)("Beta tag", "beta-tag", betaTag, async ({ text }) => judgeBeta(text, await beta())),
        (0,lib_check/* checkOf */.EG)("Release tag", "beta-tag", betaTag, ({ version }) => (0,lib_check/* behind */.Ry)("Beta tag", beta(), async (commit) => {
            const tag = `${releaseTagPrefix}${version}`;
            return judgeRelease(tag, await tags.commitOf(tag), commit);
        })),
    ];
}
function judgeBeta(tag, commit) {
    if (commit !== undefined)
        return (0,lib_check/* pass */.IX)(`${tag} names ${commit.slice(0, 7)}`);
    return (0,lib_check/* fail */.fJ)(`there is no tag ${tag}`, "The betas are listed under Releases as prereleases. Run the staging workflow first.");
}
function judgeRelease(tag, taken, beta) {
    if (taken === undefined)
        return (0,lib_check/* pass */.IX)(`${tag} is free`);
    if (taken === beta)
        return (0,lib_check/* pass */.IX)(`${tag} names the beta's commit already: promoting it again is a rollback to it`);
    return (0,lib_check/* fail */.fJ)(`${tag} names another commit, ${taken.slice(0, 7)}`, "Raise the version in its manifest and build a new beta: a tag is never moved.");
}

;// CONCATENATED MODULE: ./lib/role-checks.js


const AUDIENCE = "sts.amazonaws.com";
function checkRole(inputs, systems, runId) {
    const { awsRole, cluster } = inputs;
    const { aws, idTokens } = systems;
    const token = (0,lib_check/* once */.Oo)(() => idTokens.request(AUDIENCE));
    const keys = (0,lib_check/* once */.Oo)(async () => aws.assumeRole(awsRole ?? "", (await token()).text));
    const account = aws.account(awsRole !== undefined && idTokens.offered ? keys : undefined);
    const identity = (0,lib_check/* once */.Oo)(() => account.callerIdentity());
    const checks = [
        (0,lib_check/* checkOf */.EG)("Token, id-token: write", "aws-role", awsRole, async () => judgeOffer(idTokens.offered, runId)),
        (0,lib_check/* checkOf */.EG)("Role trust", "aws-role", awsRole, async (role) => idTokens.offered
            ? tryRole(role, keys(), await token(), inputs.environment)
            : (0,lib_check/* unknown */.L5)("not asked: there is no OIDC token here, only a job with id-token: write has one")),
        (0,lib_check/* checkOf */.EG)("AWS credentials", "aws-role or cluster", awsRole ?? cluster, async () => awsRole !== undefined && idTokens.offered
            ? (0,lib_check/* behind */.Ry)("Role trust", keys(), () => identify(identity(), account))
            : identify(identity(), account)),
    ];
    return { checks, account, identified: identity };
}
function judgeOffer(offered, runId) {
    if (offered)
        return (0,lib_check/* pass */.IX)("the job may ask for an OIDC token");
    if (runId === "")
        return (0,lib_check/* unknown */.L5)("not asked: this is no run of a workflow");
    return (0,lib_check/* fail */.fJ)("the job may not ask for an OIDC token", "Give the job the permission id-token: write.");
}
async function tryRole(role, keys, token, environment) {
    try {
        await keys;
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2) || error.code !== "ROLE_REFUSED")
            throw error;
        return (0,lib_check/* fail */.fJ)(`${error.message}. The token of this job has the subject ${token.subject}`, `${hintOf(token, environment)} Let the trust policy of the role allow the subject in the form that the repository has, for the audience ${AUDIENCE}: ${formsOf(token).join(" or ")}.`.trim());
    }
    const hint = hintOf(token, environment);
    return (0,lib_check/* pass */.IX)(`${role} is assumed with the subject ${token.subject}`, hint);
}
function hintOf(token, environment) {
    if (environment === undefined || token.environment === environment)
        return "";
    const own = token.environment === undefined ? "no environment" : `the environment ${token.environment}`;
    return `This job names ${own}, and the deployment's job names ${environment}, which changes the subject: run the check in a job with environment: ${environment}.`;
}
function formsOf({ subject, repository, repositoryId, ownerId }) {
    const [owner = "", name = ""] = repository.split("/");
    const rest = /^repo:[^:]*:(.*)$/.exec(subject)?.[1];
    if (rest === undefined)
        return [subject];
    return [`repo:${owner}@${ownerId}/${name}@${repositoryId}:${rest}`, `repo:${repository}:${rest}`];
}
async function identify(identity, account) {
    const { account: number, arn } = await identity;
    return (0,lib_check/* pass */.IX)(`${arn}, account ${number}, region ${await account.region()}`);
}

;// CONCATENATED MODULE: ./lib/run-checks.js


async function runChecks(checks, time) {
    const asked = checks.flatMap((check) => (check.kind === "asked" ? [check] : []));
    const rows = asked.map(async ({ name, ask }) => ({ check: name, ...(await askInTime(ask, time)) }));
    const leftOut = checks.flatMap((check) => check.kind === "left-out" ? [{ check: check.name, input: check.input }] : []);
    return { rows: await Promise.all(rows), leftOut };
}
async function askInTime(ask, { clock, timeoutSeconds, signal }) {
    const answered = new AbortController();
    const overdue = () => (0,lib_check/* fail */.fJ)(`gave no answer within ${timeoutSeconds} s`, "Look at the network between here and there, then run this again; timeout-seconds allows more.");
    try {
        const limit = clock.sleep(timeoutSeconds * 1000, AbortSignal.any([signal, answered.signal]));
        return await Promise.race([ask(), limit.then(overdue)]);
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        return findingOf(error);
    }
    finally {
        answered.abort();
    }
}
function findingOf(error) {
    const found = (0,errors/* causeChain */.DD)(error).join(": ");
    if (error instanceof errors/* FairwayError */.q2)
        return (0,lib_check/* fail */.fJ)(found, error.nextStep ?? `Look the code ${error.code} up.`);
    return (0,lib_check/* fail */.fJ)(`could not be checked: ${found}`, "This is a defect of Fairway, please report it.");
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

;// CONCATENATED MODULE: ./lib/iam-checks.js


function checkPermissions({ cluster = "", service }, known) {
    const { account, app, definition } = known;
    return [
        (0,lib_check/* checkOf */.EG)("IAM, reads that are needed", "service", service, () => (0,lib_check/* behind */.Ry)("Service", app(), async () => {
            await definition();
            return (0,lib_check/* pass */.IX)("ecs:DescribeServices and ecs:DescribeTaskDefinition are allowed");
        })),
        (0,lib_check/* checkOf */.EG)("IAM, reads that tell more", "service", service, (name) => (0,lib_check/* behind */.Ry)("Service", app(), async (found) => {
            const target = { cluster, service: name };
            return judgeOptional(await refusals([account.tasks(target, "RUNNING"), follow(account, target, found)]));
        })),
        (0,lib_check/* checkOf */.EG)("IAM, writes", "service", service, () => (0,lib_check/* behind */.Ry)("IAM, reads that are needed", definition(), (read) => nameWrites(read))),
    ];
}
async function follow(account, target, found) {
    const primary = found.deployments.find(({ status }) => status === "PRIMARY");
    const deployment = await account.findServiceDeployment(target, primary?.id ?? "", found.currentServiceDeployment);
    if (deployment?.revisionArn !== undefined)
        await account.resolvedImages(deployment.revisionArn);
}
async function refusals(readings) {
    const answers = await Promise.all(readings.map((reading) => reading.then(() => undefined, toRefusal)));
    return answers.filter((error) => error !== undefined);
}
function toRefusal(error) {
    if (error instanceof errors/* FairwayError */.q2)
        return error;
    throw error;
}
function judgeOptional(errors) {
    if (errors.length === 0)
        return (0,lib_check/* pass */.IX)("tasks, service deployments and service revisions can be read");
    const messages = errors.map(({ message }) => message).join("; ");
    const steps = errors.map(({ nextStep = "" }) => nextStep).join(" ");
    if (errors.some(({ code }) => code !== "ACCESS_DENIED"))
        return (0,lib_check/* unknown */.L5)(messages, steps);
    return (0,lib_check/* pass */.IX)(`a deployment works without, and tells less: ${messages}`, steps);
}
function nameWrites({ document, tags }) {
    const roles = ["taskRoleArn", "executionRoleArn"].flatMap((name) => (0,json/* stringMember */.sk)(document, name) ?? []);
    const calls = [
        "ecs:UpdateService",
        "ecs:RegisterTaskDefinition",
        ...roles.map((role) => `iam:PassRole on ${role}`),
        ...(tags.length > 0 ? ["ecs:TagResource"] : []),
    ];
    return (0,lib_check/* unknown */.L5)("only a deployment shows whether they are allowed", `Compare the role's policy with the README of ecs-deploy. It needs ${calls.join(", ")}, and ecs:StopServiceDeployment for on-failure: rollback.`);
}

;// CONCATENATED MODULE: ./lib/service-checks.js



function checkService(inputs, { account, identified }) {
    const { cluster = "", container, service, databaseService } = inputs;
    const read = (name = "") => (0,lib_check/* once */.Oo)(async () => {
        await identified();
        return account.describeService({ cluster, service: name });
    });
    const [app, database] = [read(service), read(databaseService)];
    const definition = (0,lib_check/* once */.Oo)(async () => account.describeTaskDefinition((await app()).taskDefinition));
    const about = (name, judge) => (0,lib_check/* checkOf */.EG)(name, "service", service, () => (0,lib_check/* behind */.Ry)("Service", app(), judge));
    const find = (row, input, name, reading) => (0,lib_check/* checkOf */.EG)(row, input, name, (given) => (0,lib_check/* behind */.Ry)("AWS credentials", identified(), () => findService(account, { cluster, service: given }, reading())));
    return [
        (0,lib_check/* checkOf */.EG)("Cluster", "cluster and service", service ?? databaseService, () => (0,lib_check/* behind */.Ry)("AWS credentials", identified(), () => findCluster(account, cluster, service === undefined ? database() : app()))),
        find("Service", "service", service, app),
        about("Deployment controller", judgeController),
        about("Circuit breaker", judgeBreaker),
        (0,lib_check/* checkOf */.EG)("Container", "container", container, (name) => (0,lib_check/* behind */.Ry)("Service", app(), async () => judgeContainer(name, (await definition()).document))),
        find("Database service", "database-service", databaseService, database),
        (0,lib_check/* checkOf */.EG)("Empty database", "database-service", databaseService, () => (0,lib_check/* behind */.Ry)("Database service", database(), async ({ taskDefinition, seededVolumes }) => judgeFreshness((await account.describeTaskDefinition(taskDefinition)).document, seededVolumes))),
        ...checkPermissions(inputs, { account, app, definition }),
    ];
}
async function findCluster(account, cluster, reading) {
    try {
        await reading;
    }
    catch (error) {
        if (codeOf(error) === "NO_CLUSTER") {
            const names = await listed("ecs:ListClusters", account.clusters());
            const region = await account.region();
            return (0,lib_check/* fail */.fJ)(`there is no cluster ${cluster} in the region ${region}`, nearest(cluster, names, "cluster"));
        }
        if (codeOf(error) !== "NO_SERVICE")
            return (0,lib_check/* unknown */.L5)("not known, because of the row Service");
    }
    return (0,lib_check/* pass */.IX)(`${cluster} is there`);
}
async function findService(account, { cluster, service }, reading) {
    try {
        const { status, taskDefinition } = await reading;
        if (status === "ACTIVE")
            return (0,lib_check/* pass */.IX)(`${service} is there and runs ${lastPart(taskDefinition)}`);
        return (0,lib_check/* fail */.fJ)(`${service} is ${status}; only an ACTIVE service can be changed`, "Create the service again.");
    }
    catch (error) {
        if (codeOf(error) === "NO_CLUSTER")
            return (0,lib_check/* unknown */.L5)("not asked, because of the row Cluster");
        if (codeOf(error) !== "NO_SERVICE")
            throw error;
        const names = await listed("ecs:ListServices", account.services(cluster));
        return (0,lib_check/* fail */.fJ)(`there is no service ${service} in the cluster ${cluster}`, nearest(service, names, "service"));
    }
}
async function listed(call, reading) {
    return reading.catch(() => `${call} is not allowed, which would show the names that there are`);
}
function nearest(name, names, what) {
    const correct = `Correct ${what}, aws-region or the account of the credentials`;
    if (typeof names === "string")
        return `${correct}; ${names}.`;
    const near = (0,closest_name/* closestName */.N)(lastPart(name), names);
    if (near !== undefined)
        return `Did you mean ${near}? If not: correct ${what} or aws-region.`;
    return names.length === 0 ? `${correct}; there is none.` : `${correct}; there are ${names.slice(0, 10).join(", ")}.`;
}
function judgeController({ controller, managedByEcs }) {
    if (controller !== "ECS")
        return (0,lib_check/* fail */.fJ)(`deployed by the controller ${controller}; ecs-deploy supports ECS alone`, "Move the service to ECS's own deployments: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html");
    if (managedByEcs)
        return (0,lib_check/* fail */.fJ)("an Express service, whose settings ECS manages itself", "Deploy it with the Express API.");
    return (0,lib_check/* pass */.IX)("ECS");
}
function judgeBreaker({ circuitBreaker: { enabled, rollback } }) {
    const turnOn = "Set deploymentConfiguration.deploymentCircuitBreaker to enable: true and rollback: true.";
    if (!enabled)
        return (0,lib_check/* fail */.fJ)("off: a deployment that never starts is not taken back", turnOn);
    return rollback ? (0,lib_check/* pass */.IX)("on, with rollback") : (0,lib_check/* fail */.fJ)("on, without rollback: a failed deployment stays", turnOn);
}
function judgeContainer(container, document) {
    const definitions = (0,json/* member */.Dc)(document, "containerDefinitions");
    const names = (Array.isArray(definitions) ? definitions : []).map((definition) => (0,json/* stringMember */.sk)(definition, "name") ?? "");
    const family = (0,json/* stringMember */.sk)(document, "family") ?? "the task definition";
    if (names.includes(container))
        return (0,lib_check/* pass */.IX)(`${container} is in ${family}`);
    const near = (0,closest_name/* closestName */.N)(container, names);
    const fix = near === undefined ? `Its containers are ${names.join(", ")}; correct container.` : `Did you mean ${near}?`;
    return (0,lib_check/* fail */.fJ)(`${family} has no container ${container}`, fix);
}
function judgeFreshness(document, seeded) {
    const volumes = listLastingVolumes(document, seeded);
    if (volumes.length === 0)
        return (0,lib_check/* pass */.IX)("its data ends with its task");
    return (0,lib_check/* fail */.fJ)(`a restart would not empty it: new tasks find what is in ${volumes.join(", ")}`, "Take the volume out of the database's task definition, or correct database-service if that database is to be kept.");
}
function codeOf(error) {
    return error instanceof errors/* FairwayError */.q2 ? error.code : "";
}
function lastPart(text) {
    return text.slice(text.lastIndexOf("/") + 1);
}

;// CONCATENATED MODULE: ./lib/token-checks.js

const NEEDED_BY = {
    "contents: write": ["check-concurrent", "create-release"],
    "contents: read": ["resolve-release", "ecs-deploy"],
    "actions: read": ["check-concurrent", "check-environment", "record-deployment"],
    "deployments: write": ["record-deployment"],
};
function checkToken({ actions }, { permissions }) {
    const needed = Object.entries(NEEDED_BY)
        .map(([permission, users]) => ({
        permission: permission,
        users: users.filter((user) => actions.includes(user)),
    }))
        .filter(({ users }) => users.length > 0);
    const writes = needed.some(({ permission }) => permission === "contents: write");
    return needed
        .filter(({ permission }) => permission !== "contents: read" || !writes)
        .map(({ permission, users }) => ({
        kind: "asked",
        name: `Token, ${permission}`,
        ask: async () => token_checks_judge(permission, listOf(users), await permissions.allows(permission)),
    }));
}
function token_checks_judge(permission, users, answer) {
    const grant = `Give the job the permission ${permission}.`;
    switch (answer) {
        case "granted":
            return (0,lib_check/* pass */.IX)(`the token has it, for ${users}`);
        case "refused":
            return (0,lib_check/* fail */.fJ)(`the token does not have it, which ${users} cannot do without`, grant);
        case "unproven":
            return (0,lib_check/* unknown */.L5)(`the token may read; that it may write is not shown without a change, as it must for ${users}`, grant);
    }
}
function listOf(names) {
    return [names.slice(0, -1).join(", "), names.at(-1) ?? ""].filter((part) => part !== "").join(" and ");
}

;// CONCATENATED MODULE: ./lib/check-setup.js










async function checkSetup(inputs, ports) {
    const { clock, log, signal, runId } = ports;
    const over = new AbortController();
    const systems = ports.open(AbortSignal.any([signal, over.signal]));
    const access = checkRole(inputs, systems, runId);
    const checks = [
        ...checkToken(inputs, systems),
        ...checkEnvironment(inputs, systems),
        ...access.checks,
        ...checkService(inputs, access),
        ...checkRegistry(inputs, systems),
        ...checkRelease(inputs, systems),
        ...checkHealth(inputs, systems, signal),
    ];
    try {
        const { rows, leftOut } = await runChecks(checks, { clock, timeoutSeconds: inputs.timeoutSeconds, signal });
        for (const line of linesOf(rows, leftOut))
            log.info(line);
        return conclude(rows, leftOut);
    }
    finally {
        over.abort();
    }
}
function linesOf(rows, leftOut) {
    const left = (0,lib_check/* groupLeftOut */.VX)(leftOut).map(({ input, checks }) => `not checked without ${input}: ${checks.join(", ")}`);
    return [
        ...rows.flatMap(({ check, state, found, fix }) => [
            `${state.padEnd("unknown".length)} ${check}: ${found}`,
            ...(fix === "" ? [] : [`        next: ${fix}`]),
        ]),
        ...left,
    ];
}
function conclude(rows, leftOut) {
    const failed = rows.filter(({ state }) => state === "fail");
    const told = {
        checks: JSON.stringify(rows.map(({ check, state, found, fix }) => ({ check, state, found, fix }))),
        "not-checked": JSON.stringify(leftOut),
        failed: String(failed.length),
        unknown: String(rows.filter(({ state }) => state === "unknown").length),
    };
    if (failed.length === 0)
        return { outputs: { ...told, outcome: "ready" }, rows, leftOut };
    const names = failed.map(({ check }) => check).join("; ");
    const failure = (0,errors/* refusal */.x5)("NOT_READY", `${failed.length} of ${rows.length} checks failed: ${names}`, "The summary says of each what to do. Nothing was changed; run this again afterwards.");
    return { outputs: { ...told, outcome: "not-ready" }, rows, leftOut, failure };
}


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


/***/ })

};
