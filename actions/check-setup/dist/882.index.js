export const id = 882;
export const ids = [882];
export const modules = {

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


/***/ }),

/***/ 2555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ isOutcomeUnknown),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   c0: () => (/* binding */ judgeFailure),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   n_: () => (/* binding */ explainWorkflowRefusal)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3467);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8306);

const LOOK_AND_REPEAT = "Look at the status page of GitHub (https://www.githubstatus.com), and run the job again: what is done is found done.";
function statusOf(error) {
    return readFailure(error).status;
}
function isOutcomeUnknown(error) {
    const { status } = readFailure(error);
    return status === undefined || status >= 500;
}
function judgeFailure(error, now) {
    if (lastingError(error) !== undefined)
        return { kind: "give-up" };
    const failed = readFailure(error);
    if (failed.status === undefined || failed.status >= 500)
        return { kind: "again", notBeforeMs: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(failed.headers["retry-after"], now) };
    return isRateLimit(failed) ? { kind: "again", notBeforeMs: waitWished(failed, now) } : { kind: "give-up" };
}
function explainFailure(what, error, now) {
    if (error instanceof _fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .FairwayError */ .q2)
        return error;
    const lasting = lastingError(error);
    if (lasting !== undefined)
        return lasting;
    const failed = readFailure(error);
    if (failed.status === undefined)
        return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .upstream */ .a4)("GITHUB_UNREACHABLE", `GitHub gave no answer to: ${what}`, {
            nextStep: LOOK_AND_REPEAT,
            cause: reasonOf(error),
        });
    if (failed.status === 401) {
        return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .configuration */ .HF)("BAD_TOKEN", `GitHub refused the token to: ${what}`, "Give a token that is valid for this repository: in github-token, which is the job's own by default, or in tag-token where that is used.");
    }
    if (isRateLimit(failed)) {
        return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .upstream */ .a4)("GITHUB_RATE_LIMIT", `GitHub's rate limit stopped: ${what}`, {
            nextStep: "Wait and run the job again; what is done is found done.",
            retryAfterMs: waitWished(failed, now),
            cause: error,
        });
    }
    if (failed.status === 403)
        return missingPermission(what, failed, error);
    return unexpected(what, { ...failed, status: failed.status }, { error, now });
}
function unexpected(what, failed, { error, now }) {
    const { status, message, headers } = failed;
    const passes = status >= 500 || [404, 408, 409].includes(status);
    const unseen = "Check that it exists: GitHub answers 404 also for what the token may not see.";
    const nextStep = status === 404 ? unseen : LOOK_AND_REPEAT;
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .upstream */ .a4)(passes ? "GITHUB_FAILED" : "GITHUB_REFUSED", `GitHub answered ${status} to: ${what} (${message})`, {
        nextStep: passes ? nextStep : undefined,
        retryAfterMs: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(headers["retry-after"], now),
        cause: error,
    });
}
function explainWorkflowRefusal(what, error) {
    const failed = readFailure(error);
    const refused = [403, 404, 422].includes(failed.status ?? 0) && !isRateLimit(failed);
    const named = /workflows=write/.test(failed.headers["x-accepted-github-permissions"] ?? "") && failed.status !== 422;
    const told = /\bworkflows?\b.*\b(permission|scope)/i.test(failed.message);
    if (!refused || !(named || told))
        return undefined;
    const message = `GitHub refused to ${what} (${failed.status}: ${failed.message}). Where the commit has other files in ` +
        ".github/workflows than the default branch, this takes the permission workflows: write, which a job's own token " +
        "can never have; otherwise it takes contents: write";
    const nextStep = "Check that the job has contents: write. If it has, give the input tag-token a token of a GitHub App or a person " +
        "with the permissions Contents and Workflows (write); it is used for the tag and the release alone.";
    const kind = failed.status === 404 ? "upstream" : "configuration";
    return new _fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .FairwayError */ .q2(message, { kind, code: "WORKFLOW_PERMISSION", nextStep, cause: error });
}
function missingPermission(what, failed, cause) {
    const needed = failed.headers["x-accepted-github-permissions"];
    const nextStep = needed === undefined
        ? "Grant the job the permissions that the action's README lists."
        : `Grant the job one of these permissions: ${needed.replaceAll("=", ": ")}.`;
    return new _fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .FairwayError */ .q2(`The token may not: ${what} (${failed.message})`, {
        kind: "configuration",
        code: "MISSING_PERMISSION",
        nextStep,
        cause,
    });
}
function isRateLimit({ status, message, headers }) {
    if (status === 429)
        return true;
    return (status === 403 &&
        (headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message)));
}
function waitWished({ headers }, now) {
    const wished = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(headers["retry-after"], now);
    if (wished !== undefined)
        return wished;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && reset > 0 ? Math.max(0, reset * 1000 - now.getTime()) : 60_000;
}
function lastingError(error) {
    const found = error instanceof _fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .FairwayError */ .q2 ? error : reasonOf(error);
    return found instanceof _fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .FairwayError */ .q2 && found.kind !== "upstream" ? found : undefined;
}
function readFailure(error) {
    const { status, message, response } = error;
    return {
        status: response === undefined ? undefined : status,
        message: message ?? "",
        headers: response?.headers ?? {},
    };
}
function reasonOf(error) {
    return error instanceof Error && error.cause !== undefined ? error.cause : error;
}


/***/ }),

/***/ 1882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* reexport */ connectGitHub),
  openApprovals: () => (/* reexport */ openApprovals),
  openDeployments: () => (/* reexport */ openDeployments),
  openEnvironments: () => (/* reexport */ openEnvironments),
  openLeaseRefs: () => (/* reexport */ openLeaseRefs),
  openReleases: () => (/* reexport */ openReleases),
  openRuns: () => (/* reexport */ openRuns),
  openTags: () => (/* reexport */ openTags)
});

;// CONCATENATED MODULE: ../../packages/github/lib/approvals.js
function openApprovals(github) {
    const { octokit, at } = github;
    return {
        of: (run, environment) => github.repeat(`read who approved run ${run}`, async () => {
            const { data } = await octokit.rest.actions.getReviewsForRun({ ...at, run_id: Number(run) });
            const approved = data.filter(({ state, environments }) => {
                return state === "approved" && environments.some(({ name }) => isSameName(name, environment));
            });
            const byLogin = approved.map(({ user, comment }) => [user.login, comment]);
            return [...new Map(byLogin)].map(([login, comment]) => ({ login, comment }));
        }),
    };
}
function isSameName(name, environment) {
    return name?.toLowerCase() === environment.toLowerCase();
}

// EXTERNAL MODULE: ../../packages/domain/lib/retry.js
var retry = __webpack_require__(3467);
// EXTERNAL MODULE: ../../node_modules/.pnpm/@octokit+rest@22.0.1/node_modules/@octokit/rest/dist-src/index.js + 22 modules
var dist_src = __webpack_require__(5946);
// EXTERNAL MODULE: ../../packages/github/lib/failures.js
var failures = __webpack_require__(2555);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ../../packages/github/lib/transport-fetch.js

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const NOTHING = Buffer.from("null");
function createTransportFetch(http, timeoutMs) {
    const deadline = timeoutMs === undefined ? {} : { timeoutMs };
    return async (url, options = {}) => {
        const response = await http.request({
            method: options.method ?? "GET",
            url,
            headers: options.headers ?? {},
            body: bodyOf(options.body),
            signal: options.signal,
            ...deadline,
        });
        const bytes = await response.bytes(MAX_ANSWER_BYTES);
        if (Buffer.from(bytes).equals(NOTHING))
            throw (0,errors/* upstream */.a4)("HTTP_FAILED", `${new URL(url).host} answered null`);
        const text = () => Promise.resolve(Buffer.from(bytes).toString("utf8"));
        return {
            status: response.status,
            statusText: String(response.status),
            url,
            headers: new Map(Object.entries(response.headers)),
            text,
            arrayBuffer: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
        };
    };
}
function bodyOf(body) {
    if (body === undefined || body === null)
        return undefined;
    if (typeof body === "string")
        return Buffer.from(body, "utf8");
    return body;
}

;// CONCATENATED MODULE: ../../packages/github/lib/connect.js




const ATTEMPTS = 5;
const BASE_MS = 500;
const BUDGET_MS = 120_000;
function connectGitHub(options) {
    const { apiUrl, token, http, clock, log, random, signal } = options;
    const [owner = "", repo = ""] = options.repository.split("/");
    const toDebug = (message) => log.debug(message);
    const quiet = { debug: toDebug, info: toDebug, warn: toDebug, error: toDebug };
    const octokit = new dist_src/* Octokit */.E({
        auth: token,
        baseUrl: apiUrl.replace(/\/$/, ""),
        userAgent: "fairway",
        log: quiet,
        request: { fetch: createTransportFetch(http), signal },
    });
    const judge = (error) => (0,failures/* judgeFailure */.c0)(error, clock.now());
    const explained = async (what, call) => {
        try {
            return await call();
        }
        catch (error) {
            throw signal.aborted ? signal.reason : (0,failures/* explainFailure */.SP)(what, error, clock.now());
        }
    };
    return {
        octokit,
        at: { owner, repo },
        http,
        clock,
        random,
        signal,
        repeat: (what, call) => explained(what, () => (0,retry/* retry */.L)(call, { clock, random, signal, judge, attempts: ATTEMPTS, baseMs: BASE_MS, budgetMs: BUDGET_MS })),
        once: explained,
    };
}

// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
;// CONCATENATED MODULE: ../../packages/github/lib/deployments.js

function openDeployments(github) {
    const { octokit, at } = github;
    const { repos } = octokit.rest;
    return {
        byId: (id) => github.repeat(`read the deployment ${id}`, async () => {
            return toDeployment((await repos.getDeployment({ ...at, deployment_id: id })).data);
        }),
        newest: ({ environment, task }, count) => github.repeat(`list the deployments to ${environment}`, async () => {
            const { data } = await repos.listDeployments({ ...at, environment, task, per_page: count });
            return data.map(toDeployment);
        }),
        stateOf: (id) => github.repeat(`read the state of deployment ${id}`, async () => {
            const { data } = await repos.listDeploymentStatuses({ ...at, deployment_id: id, per_page: 1 });
            return data[0]?.state ?? "pending";
        }),
        create: ({ ref, environment, task, description, payload }) => github.once(`record a deployment of ${ref} to ${environment}`, async () => {
            const wanted = { ref, environment, task, description, payload: { ...payload } };
            const { data } = await repos.createDeployment({ ...at, ...wanted, auto_merge: false, required_contexts: [] });
            return toDeployment(data);
        }),
        mark: (id, { state, description, logUrl, environmentUrl }) => github.repeat(`mark the deployment ${id} as ${state}`, async () => {
            const url = environmentUrl === undefined ? {} : { environment_url: environmentUrl };
            const status = { state, description, log_url: logUrl, auto_inactive: false, ...url };
            await repos.createDeploymentStatus({ ...at, deployment_id: id, ...status });
        }),
    };
}
function toDeployment({ id, sha, environment, task, payload }) {
    return { id, sha, environment, task, payload: typeof payload === "string" ? (0,json/* parseJson */.qF)(payload) : payload };
}

;// CONCATENATED MODULE: ../../packages/github/lib/environments.js

function openEnvironments(github) {
    return {
        protectionOf: (name) => github.repeat(`read the environment ${name}`, async () => {
            try {
                const { data } = await github.octokit.rest.repos.getEnvironment({ ...github.at, environment_name: name });
                const reviewers = (data.protection_rules ?? []).flatMap((rule) => "reviewers" in rule ? (rule.reviewers ?? []) : []);
                return { reviewers: reviewers.map(nameOf), branchesRestricted: data.deployment_branch_policy !== null };
            }
            catch (error) {
                if ((0,failures/* statusOf */.c2)(error) === 404)
                    return undefined;
                throw error;
            }
        }),
    };
}
function nameOf({ reviewer }) {
    if (reviewer !== undefined && "login" in reviewer)
        return String(reviewer.login);
    return reviewer !== undefined && "slug" in reviewer ? String(reviewer.slug) : "somebody";
}

;// CONCATENATED MODULE: ../../packages/domain/lib/commit.js

function parseCommitSha(text) {
    if (/^[0-9a-f]{40}$/.test(text))
        return text;
    throw (0,errors/* configuration */.HF)("BAD_COMMIT", `${(0,errors/* quoted */.TL)(text)} is not a full commit SHA: 40 lower-case hex digits are expected`);
}
function shortSha(commit) {
    return commit.slice(0, 7);
}

;// CONCATENATED MODULE: ../../packages/github/lib/write-ref.js

async function createRef(github, ref, sha) {
    return judgeWrite(github, `create ${ref}`, () => github.octokit.rest.git.createRef({ ...github.at, ref, sha }));
}
async function advanceRef(github, ref, sha) {
    const name = ref.replace(/^refs\//, "");
    return judgeWrite(github, `move ${ref}`, () => github.octokit.rest.git.updateRef({ ...github.at, ref: name, sha, force: false }));
}
async function readRef(github, ref) {
    const name = ref.replace(/^refs\//, "");
    return github.repeat(`read ${ref}`, async () => {
        try {
            const { data } = await github.octokit.rest.git.getRef({ ...github.at, ref: name });
            return { sha: data.object.sha, type: data.object.type };
        }
        catch (error) {
            if ((0,failures/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    });
}
async function judgeWrite(github, what, write) {
    return github.once(what, async () => {
        try {
            await write();
            return { kind: "written" };
        }
        catch (error) {
            const ended = github.signal.aborted ? undefined : readRefusal(error, github.clock.now());
            if (ended === undefined)
                throw error;
            return ended;
        }
    });
}
const LOST_RACE = /already exists|not a fast.forward|reference does not exist|reference update failed/i;
function readRefusal(error, now) {
    if ((0,failures/* isOutcomeUnknown */.B1)(error))
        return { kind: "unknown" };
    const status = (0,failures/* statusOf */.c2)(error);
    const reason = reasonOf(error);
    if (status === 409 || status === 422)
        return LOST_RACE.test(reason) ? { kind: "lost" } : { kind: "denied", reason };
    const isPermission = /not accessible by|workflows?.? permission/i.test(reason);
    const isLimit = (0,failures/* judgeFailure */.c0)(error, now).kind === "again";
    return status === 403 && !isPermission && !isLimit ? { kind: "denied", reason } : undefined;
}
function reasonOf(error) {
    const [message = ""] = (error instanceof Error ? error.message : "").split(" - https://");
    return message.replaceAll(/\s+/g, " ").trim();
}

;// CONCATENATED MODULE: ../../packages/github/lib/lease-refs.js



function openLeaseRefs(github) {
    const { octokit, at } = github;
    return {
        read: async (ref) => {
            const found = await readRef(github, ref);
            if (found === undefined)
                return undefined;
            const data = await readCommit(github, found.sha);
            return { sha: parseCommitSha(data.sha), tree: data.tree.sha, message: data.message };
        },
        tipOf: async (ref) => (await readRef(github, ref))?.sha,
        append: async (message, parent) => {
            const tree = parent?.tree ?? (await createTree(github));
            const parents = parent === undefined ? [] : [parent.sha];
            const { data } = await github.repeat("write a lease record", () => octokit.rest.git.createCommit({ ...at, message, tree, parents }));
            return parseCommitSha(data.sha);
        },
        create: (ref, sha) => createRef(github, ref, sha),
        advance: (ref, sha) => advanceRef(github, ref, sha),
    };
}
async function readCommit(github, sha) {
    const { octokit, at, clock, random, signal } = github;
    const read = () => octokit.rest.git.getCommit({ ...at, commit_sha: sha });
    const judge = (error) => (0,failures/* statusOf */.c2)(error) === 404 ? { kind: "again" } : (0,failures/* judgeFailure */.c0)(error, clock.now());
    const policy = { clock, random, signal, judge, attempts: 5, baseMs: 500, budgetMs: 30_000 };
    return github.once(`read the lease record ${sha}`, async () => (await (0,retry/* retry */.L)(read, policy)).data);
}
async function createTree(github) {
    const content = "This ref is a deployment lease of Fairway. The records are the commit messages.\n";
    const tree = [{ path: "README", mode: "100644", type: "blob", content }];
    const { data } = await github.repeat("write the lease's tree", () => github.octokit.rest.git.createTree({ ...github.at, tree: [...tree] }));
    return data.sha;
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(9441);
;// CONCATENATED MODULE: ../../packages/github/lib/read-release.js

function toRelease(raw) {
    return {
        id: raw.id,
        tag: raw.tag_name,
        name: raw.name ?? "",
        draft: raw.draft,
        prerelease: raw.prerelease,
        notes: raw.body ?? "",
        publishedAt: raw.published_at ?? undefined,
        htmlUrl: raw.html_url,
        uploadUrl: raw.upload_url,
        assets: raw.assets.map(toAsset),
    };
}
function toAsset({ id, name, size, state, digest }) {
    return { id, name, size, state, digest: digest !== null && (0,lib_digest/* isDigest */.Bc)(digest) ? digest : undefined };
}

;// CONCATENATED MODULE: ../../packages/github/lib/assets.js



const UPLOAD_BASE_MS = 60_000;
const UPLOAD_BYTES_PER_MS = 1000;
function uploadAsset(github, release, file) {
    const timeoutMs = UPLOAD_BASE_MS + Math.ceil(file.size / UPLOAD_BYTES_PER_MS);
    return github.once(`upload ${file.name}`, async () => {
        const { data } = await github.octokit.rest.repos.uploadReleaseAsset({
            ...github.at,
            release_id: release.id,
            name: file.name,
            data: file.read(),
            headers: { "content-type": "application/octet-stream", "content-length": String(file.size) },
            url: release.uploadUrl,
            request: { fetch: createTransportFetch(github.http, timeoutMs), signal: github.signal },
        });
        return toAsset(data);
    });
}
function downloadAsset(github, asset, maxBytes) {
    return github.repeat(`download ${asset.name}`, async () => {
        const response = await github.octokit.rest.repos.getReleaseAsset({
            ...github.at,
            asset_id: asset.id,
            headers: { accept: "application/octet-stream" },
        });
        const location = response.headers.location;
        if (location === undefined)
            return readDirect(asset, response.data, maxBytes);
        const answer = await github.http.request({ method: "GET", url: location, signal: github.signal });
        if (answer.status !== 200)
            throw (0,errors/* upstream */.a4)("GITHUB_FAILED", `the storage of ${asset.name} answered ${answer.status}`);
        return answer.bytes(maxBytes);
    });
}
function readDirect({ name }, content, maxBytes) {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content);
    if (bytes.byteLength <= maxBytes)
        return bytes;
    throw (0,errors/* upstream */.a4)("ANSWER_TOO_LARGE", `${name} has ${bytes.byteLength} bytes, at most ${maxBytes} are read`);
}

;// CONCATENATED MODULE: ../../packages/github/lib/releases.js



function openReleases(github, publisher = github) {
    return { ...readings(github), ...changes(publisher), ...assets(github), deleteDraft: draftDeletion(github) };
}
function readings(github) {
    const { octokit, at } = github;
    return {
        byTag: (tag) => absentOn404(github, `read the release ${tag}`, () => octokit.rest.repos.getReleaseByTag({ ...at, tag })),
        byId: (id) => absentOn404(github, `read the release ${id}`, () => octokit.rest.repos.getRelease({ ...at, release_id: id })),
        all: () => github.repeat("list the releases", async () => {
            const pages = await octokit.paginate(octokit.rest.repos.listReleases, { ...at, per_page: 100 });
            return pages.map(toRelease);
        }),
        generateNotes: (tag, previousTag) => github.repeat(`generate notes for ${tag}`, async () => {
            const previous = previousTag === undefined ? {} : { previous_tag_name: previousTag };
            return (await octokit.rest.repos.generateReleaseNotes({ ...at, tag_name: tag, ...previous })).data.body;
        }),
    };
}
function changes(github) {
    const { octokit, at } = github;
    return {
        createDraft: (release) => changeRelease(github, `create the draft release ${release.tag}`, () => octokit.rest.repos.createRelease({ ...at, ...contentOf(release), draft: true })),
        publish: (id, latest, release) => changeRelease(github, `publish the release ${release.tag}`, () => {
            const mark = { make_latest: latest ? "true" : "false" };
            return octokit.rest.repos.updateRelease({
                ...at,
                release_id: id,
                ...contentOf(release),
                draft: false,
                ...mark,
            });
        }),
    };
}
function assets(github) {
    const { octokit, at } = github;
    return {
        upload: (release, file) => uploadAsset(github, release, file),
        deleteAsset: (asset) => goneOn404(github, `delete the asset ${asset.name}`, () => octokit.rest.repos.deleteReleaseAsset({ ...at, asset_id: asset.id })),
        download: (asset, maxBytes) => downloadAsset(github, asset, maxBytes),
    };
}
function draftDeletion(github) {
    return (id) => goneOn404(github, `delete the draft ${id}`, () => github.octokit.rest.repos.deleteRelease({ ...github.at, release_id: id }));
}
function contentOf({ tag, name, notes, prerelease }) {
    return { tag_name: tag, name, body: notes, prerelease };
}
function changeRelease(github, what, change) {
    return github.once(what, async () => {
        try {
            return toRelease((await change()).data);
        }
        catch (error) {
            throw (0,failures/* explainWorkflowRefusal */.n_)(what, error) ?? error;
        }
    });
}
function absentOn404(github, what, read) {
    return github.repeat(what, async () => {
        try {
            return toRelease((await read()).data);
        }
        catch (error) {
            if ((0,failures/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    });
}
function goneOn404(github, what, remove) {
    return github.repeat(what, async () => {
        try {
            await remove();
        }
        catch (error) {
            if ((0,failures/* statusOf */.c2)(error) !== 404)
                throw error;
        }
    });
}

;// CONCATENATED MODULE: ../../packages/github/lib/runs.js

const PAGE_SIZE = 100;
const PAGES = 3;
function openRuns(github) {
    const { octokit, at } = github;
    const { actions } = octokit.rest;
    return {
        lifeOfAttempt: (run, attempt) => lifeOf(async () => {
            const path = { ...at, run_id: Number(run), attempt_number: Number(attempt) };
            return (await actions.getWorkflowRunAttempt(path)).data.status;
        }),
        lifeOfJob: (job) => lifeOf(async () => (await actions.getJobForWorkflowRun({ ...at, job_id: Number(job) })).data.status),
        run: (id) => github.repeat(`read the run ${id}`, async () => {
            try {
                return toRun((await actions.getWorkflowRun({ ...at, run_id: Number(id) })).data);
            }
            catch (error) {
                if ((0,failures/* statusOf */.c2)(error) === 404)
                    return undefined;
                throw error;
            }
        }),
        recentRuns: (workflow) => readPages(async (page) => {
            const path = { ...at, workflow_id: Number(workflow), per_page: PAGE_SIZE, page };
            const list = () => actions.listWorkflowRuns(path);
            return (await github.repeat("list the runs of this workflow", list)).data.workflow_runs.map(toRun);
        }),
        jobsOf: ({ run, attempt }) => readPages(async (page) => {
            const path = { ...at, run_id: Number(run), attempt_number: Number(attempt), per_page: PAGE_SIZE, page };
            const list = () => actions.listJobsForWorkflowRunAttempt(path);
            return (await github.repeat(`list the jobs of run ${run}`, list)).data.jobs.map(toJob);
        }),
    };
    async function lifeOf(read) {
        try {
            return (await read()) === "completed" ? "completed" : "alive";
        }
        catch (error) {
            if (github.signal.aborted)
                throw github.signal.reason;
            octokit.log.debug(`the holder's state is unknown: GitHub answered ${(0,failures/* statusOf */.c2)(error) ?? "nothing"}`);
            return "unknown";
        }
    }
}
async function readPages(read) {
    const items = [];
    for (let page = 1; page <= PAGES; page += 1) {
        const found = await read(page);
        items.push(...found);
        if (found.length < PAGE_SIZE)
            break;
    }
    return items;
}
function toRun(raw) {
    return {
        run: String(raw.id),
        attempt: String(raw.run_attempt ?? 1),
        workflow: String(raw.workflow_id),
        completed: raw.status === "completed",
        actor: raw.triggering_actor?.login ?? raw.actor?.login ?? "",
        url: raw.html_url,
        at: raw.run_started_at ?? raw.created_at,
    };
}
function toJob({ id, status, steps = [] }) {
    return { id: String(id), completed: status === "completed", steps: steps.map(toStep) };
}
function toStep({ name, status, conclusion }) {
    if (status === "completed")
        return { name, state: conclusion === "success" ? "succeeded" : "ended" };
    return { name, state: status === "in_progress" ? "in-progress" : "waiting" };
}

;// CONCATENATED MODULE: ../../packages/github/lib/tags.js



function openTags(github) {
    const commitOf = async (tag) => {
        const found = await readRef(github, `refs/tags/${tag}`);
        return found === undefined ? undefined : peel(github, found);
    };
    return {
        commitOf,
        claim: (tag, commit) => github.once(`create the tag ${tag} for ${commit}`, async () => {
            try {
                await github.octokit.rest.git.createRef({ ...github.at, ref: `refs/tags/${tag}`, sha: commit });
                return { kind: "claimed" };
            }
            catch (error) {
                const by = mayBeThere(error) && !github.signal.aborted ? await commitOf(tag) : undefined;
                if (by !== undefined)
                    return { kind: "taken", by };
                throw explainClaim(tag, commit, error);
            }
        }),
    };
}
function mayBeThere(error) {
    return (0,failures/* statusOf */.c2)(error) === 409 || (0,failures/* statusOf */.c2)(error) === 422 || (0,failures/* isOutcomeUnknown */.B1)(error);
}
function explainClaim(tag, commit, error) {
    const workflow = (0,failures/* explainWorkflowRefusal */.n_)(`create the tag ${tag} for ${commit}`, error);
    if (workflow !== undefined)
        return workflow;
    if ((0,failures/* statusOf */.c2)(error) !== 422)
        return error;
    const reason = error instanceof Error ? error.message : "";
    if (/already exists/i.test(reason))
        return (0,errors/* upstream */.a4)("GITHUB_FAILED", `GitHub says that the tag ${tag} exists, and does not show it yet`);
    return (0,errors/* refusal */.x5)("TAG_REFUSED", `GitHub refused the tag ${tag} for ${commit}: ${reason}`, "Check that the commit is in this repository, and that no ruleset and no deleted immutable release forbids the tag.");
}
async function peel(github, object) {
    let { sha, type } = object;
    for (let level = 0; type === "tag" && level < 5; level += 1) {
        const { data } = await github.repeat(`read the annotated tag ${sha}`, () => github.octokit.rest.git.getTag({ ...github.at, tag_sha: sha }));
        ({ sha, type } = data.object);
    }
    return parseCommitSha(sha);
}

;// CONCATENATED MODULE: ../../packages/github/lib/index.js










/***/ })

};
