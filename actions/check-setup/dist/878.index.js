export const id = 878;
export const ids = [878];
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

/***/ 9878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openIdTokens: () => (/* reexport */ openIdTokens),
  openTokenPermissions: () => (/* reexport */ openTokenPermissions)
});

// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ../../packages/github/lib/id-token.js

const MAX_BYTES = 64 * 1024;
function openIdTokens({ http, signal, mask, environment = process.env }) {
    const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
    const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
    const offered = url !== "" && bearer !== "";
    return { offered, request };
    async function request(audience) {
        if (!offered)
            throw notOffered();
        const address = new URL(url);
        address.searchParams.set("audience", audience);
        const headers = { accept: "application/json", authorization: `Bearer ${bearer}` };
        const answer = await http.request({ method: "GET", url: address.href, headers, signal });
        const text = (0,json/* stringMember */.sk)((0,json/* parseJson */.qF)(Buffer.from(await answer.bytes(MAX_BYTES)).toString("utf8")), "value");
        if (answer.status !== 200 || text === undefined)
            throw (0,errors/* upstream */.a4)("ID_TOKEN_FAILED", `GitHub answered ${answer.status} to the request for the job's OIDC token`, {
                nextStep: "Run the job again; if it stays, look at https://www.githubstatus.com.",
            });
        mask(text);
        return readToken(text);
    }
}
function readToken(text) {
    const claims = (0,json/* parseJson */.qF)(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
    const claim = (name) => (0,json/* stringMember */.sk)(claims, name) ?? "";
    return {
        text,
        subject: claim("sub"),
        repository: claim("repository"),
        repositoryId: claim("repository_id"),
        ownerId: claim("repository_owner_id"),
        environment: (0,json/* stringMember */.sk)(claims, "environment"),
    };
}
function notOffered() {
    return (0,errors/* configuration */.HF)("NO_ID_TOKEN", "The job has no permission to ask for an OIDC token", "Give the job the permission id-token: write.");
}

// EXTERNAL MODULE: ../../packages/github/lib/failures.js
var failures = __webpack_require__(2555);
;// CONCATENATED MODULE: ../../packages/github/lib/token-permissions.js

const DEPLOYMENT_SCOPE = /(?:^|, )repo(?:_deployment)?(?:,|$)/;
function openTokenPermissions(github) {
    const { octokit, at } = github;
    const { actions, repos } = octokit.rest;
    const tries = {
        "contents: read": () => answerOf(repos.listReleases({ ...at, per_page: 1 })),
        "contents: write": () => answerOf(repos.generateReleaseNotes({ ...at, tag_name: "fairway-check-setup" })),
        "actions: read": () => answerOf(actions.listWorkflowRunsForRepo({ ...at, per_page: 1 })),
        "deployments: write": () => answerOf(repos.listDeployments({ ...at, per_page: 1 }), ({ headers }) => DEPLOYMENT_SCOPE.test(headers["x-oauth-scopes"] ?? "") ? "granted" : "unproven"),
    };
    return {
        allows: (permission) => github.repeat(`try the permission ${permission}`, tries[permission]),
    };
}
async function answerOf(request, judge = () => "granted") {
    try {
        return judge(await request);
    }
    catch (error) {
        const status = (0,failures/* statusOf */.c2)(error);
        if (status === 404 || (status === 403 && isAboutPermission(error)))
            return "refused";
        if (status === 422)
            return "unproven";
        throw error;
    }
}
function isAboutPermission(error) {
    const { response } = error;
    const { "retry-after": wait, "x-ratelimit-remaining": left } = response?.headers ?? {};
    return wait === undefined && left !== "0" && !/rate limit/i.test(error.message);
}

;// CONCATENATED MODULE: ../../packages/github/lib/setup.js




/***/ })

};
