export const id = 586;
export const ids = [586];
export const modules = {

/***/ 205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* reexport */ connectGitHub),
  openEnvironments: () => (/* reexport */ openEnvironments),
  openLeaseRefs: () => (/* reexport */ openLeaseRefs),
  openReleases: () => (/* reexport */ openReleases),
  openRuns: () => (/* reexport */ openRuns),
  openTags: () => (/* reexport */ openTags)
});

;// CONCATENATED MODULE: ../../packages/domain/lib/retry.js
/**
 * The one retry rule: full jitter, the other side's wish (`Retry-After`) kept, and never past the budget: a wait that does
 * not fit ends at once with the last error. Only for calls that may be repeated.
 */
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
/**
 * Milliseconds until the time that a `Retry-After` header names, in either of its forms (seconds, or an HTTP date), or
 * undefined when there is none or it makes no sense. See https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const text = header.trim();
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    // Date.parse alone would take "-1" for a year; an HTTP date starts with a day's name.
    const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/@octokit+rest@22.0.1/node_modules/@octokit/rest/dist-src/index.js + 22 modules
var dist_src = __webpack_require__(946);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ../../packages/github/lib/failures.js

/** The status that GitHub answered with, or undefined when the call failed without an answer. */
function statusOf(error) {
    return readFailure(error).status;
}
/** Whether the call may have been applied although it failed: no answer came, or a server in between failed. */
function isOutcomeUnknown(error) {
    const { status } = readFailure(error);
    return status === undefined || status >= 500;
}
/** Which failures are worth another try, and not before when: lost connections, 5xx, and rate limits with their wish. */
function judgeFailure(error, now) {
    if (error instanceof errors/* FairwayError */.q2 && error.code === "CANCELLED")
        return { kind: "give-up" };
    const failed = readFailure(error);
    if (failed.status === undefined || failed.status >= 500)
        return { kind: "again" };
    return isRateLimit(failed) ? { kind: "again", notBeforeMs: waitWished(failed, now) } : { kind: "give-up" };
}
/** Says what failed in words that name the missing permission or the next step. FairwayErrors pass as they are. */
function explainFailure(what, error) {
    if (error instanceof errors/* FairwayError */.q2)
        return error;
    const failed = readFailure(error);
    if (failed.status === undefined)
        return (0,errors/* upstream */.a4)("GITHUB_UNREACHABLE", `GitHub gave no answer to: ${what}`, { cause: reasonOf(error) });
    if (failed.status === 401) {
        return (0,errors/* configuration */.HF)("BAD_TOKEN", `GitHub refused the token to: ${what}`, "Give github-token a token that is valid for this repository; the default is the job's own.");
    }
    if (isRateLimit(failed)) {
        return (0,errors/* upstream */.a4)("GITHUB_RATE_LIMIT", `GitHub's rate limit stopped: ${what}`, {
            nextStep: "Wait and run the job again; what is done is found done.",
            cause: error,
        });
    }
    if (failed.status === 403)
        return missingPermission(what, failed, error);
    return (0,errors/* upstream */.a4)("GITHUB_FAILED", `GitHub answered ${failed.status} to: ${what} (${failed.message})`, {
        cause: error,
    });
}
function missingPermission(what, failed, cause) {
    const needed = failed.headers["x-accepted-github-permissions"];
    const nextStep = needed === undefined
        ? "Grant the job the permissions that the action's README lists."
        : `Grant the job one of these permissions: ${needed.replaceAll("=", ": ")}.`;
    return new errors/* FairwayError */.q2(`The token may not: ${what} (${failed.message})`, {
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
/** Without a wish of the server, a secondary limit wants a minute: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function waitWished({ headers }, now) {
    const wished = parseRetryAfter(headers["retry-after"], now);
    if (wished !== undefined)
        return wished;
    const reset = Number(headers["x-ratelimit-reset"]);
    return headers["x-ratelimit-remaining"] === "0" && reset > 0 ? Math.max(0, reset * 1000 - now.getTime()) : 60_000;
}
/** Octokit's RequestError: it has a response only when one came, and calls everything else a 500. */
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

;// CONCATENATED MODULE: ../../packages/github/lib/transport-fetch.js
/** GitHub's largest answers are release lists with long notes; nothing sensible is larger than this. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** The part of the fetch interface that Octokit uses, over Fairway's own transport. Redirects are not followed. */
function createTransportFetch(http) {
    return async (url, options = {}) => {
        const response = await http.request({
            method: options.method ?? "GET",
            url,
            headers: options.headers ?? {},
            body: bodyOf(options.body),
            signal: options.signal,
        });
        const bytes = await response.bytes(MAX_ANSWER_BYTES);
        const text = () => Promise.resolve(Buffer.from(bytes).toString("utf8"));
        return {
            status: response.status,
            statusText: String(response.status),
            url,
            // A Map has the two things that are asked of headers here, and unlike Headers does not load undici.
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
/** Connects to the repository of the run. Nothing is asked yet. */
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
    const judge = (error) => judgeFailure(error, clock.now());
    const explained = async (what, call) => {
        try {
            return await call();
        }
        catch (error) {
            throw signal.aborted ? signal.reason : explainFailure(what, error);
        }
    };
    return {
        octokit,
        at: { owner, repo },
        http,
        clock,
        random,
        signal,
        repeat: (what, call) => explained(what, () => retry(call, { clock, random, signal, judge, attempts: ATTEMPTS, baseMs: BASE_MS, budgetMs: BUDGET_MS })),
        once: explained,
    };
}

;// CONCATENATED MODULE: ../../packages/github/lib/environments.js

/** Environments of the repository, read only. */
function openEnvironments(github) {
    return {
        /** Undefined when the environment does not exist; naming it in a job would then create it without any protection. */
        protectionOf: (name) => github.repeat(`read the environment ${name}`, async () => {
            try {
                const { data } = await github.octokit.rest.repos.getEnvironment({ ...github.at, environment_name: name });
                const reviewers = (data.protection_rules ?? []).flatMap((rule) => "reviewers" in rule ? (rule.reviewers ?? []) : []);
                return { reviewers: reviewers.map(nameOf), branchesRestricted: data.deployment_branch_policy !== null };
            }
            catch (error) {
                if (statusOf(error) === 404)
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

// EXTERNAL MODULE: ../../packages/domain/lib/commit.js
var commit = __webpack_require__(272);
;// CONCATENATED MODULE: ../../packages/github/lib/write-ref.js

/** Creates a ref, which fails when it exists: one of GitHub's two compare-and-swap writes. */
async function createRef(github, ref, sha) {
    return judgeWrite(github, `create ${ref}`, () => github.octokit.rest.git.createRef({ ...github.at, ref, sha }));
}
/** Moves a ref forward, which fails unless `sha` descends from where it is: the other compare-and-swap. Never forced. */
async function advanceRef(github, ref, sha) {
    const name = ref.replace(/^refs\//, "");
    return judgeWrite(github, `move ${ref}`, () => github.octokit.rest.git.updateRef({ ...github.at, ref: name, sha, force: false }));
}
/** The object that a ref points at, or undefined when there is no such ref. */
async function readRef(github, ref) {
    const name = ref.replace(/^refs\//, "");
    return github.repeat(`read ${ref}`, async () => {
        try {
            const { data } = await github.octokit.rest.git.getRef({ ...github.at, ref: name });
            return { sha: data.object.sha, type: data.object.type };
        }
        catch (error) {
            if (statusOf(error) === 404)
                return undefined;
            throw error;
        }
    });
}
async function judgeWrite(github, what, write) {
    return github.once(what, async () => {
        try {
            await write();
            return "written";
        }
        catch (error) {
            const status = statusOf(error);
            if (status === 409 || status === 422)
                return "refused";
            if (isOutcomeUnknown(error) && !github.signal.aborted)
                return "unknown";
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ../../packages/github/lib/lease-refs.js


/** The ref that holds a lease, as two compare-and-swap writes and a read. */
function openLeaseRefs(github) {
    const { octokit, at } = github;
    return {
        read: async (ref) => {
            const found = await readRef(github, ref);
            if (found === undefined)
                return undefined;
            const { data } = await github.repeat(`read the lease record ${found.sha}`, () => octokit.rest.git.getCommit({ ...at, commit_sha: found.sha }));
            return { sha: (0,commit/* parseCommitSha */.t)(data.sha), tree: data.tree.sha, message: data.message };
        },
        /** Writes a record that nothing points at yet. The tree is one small file: never the repository's own, with its workflows. */
        append: async (message, parent) => {
            const tree = parent?.tree ?? (await createTree(github));
            const parents = parent === undefined ? [] : [parent.sha];
            const { data } = await github.repeat("write a lease record", () => octokit.rest.git.createCommit({ ...at, message, tree, parents }));
            return (0,commit/* parseCommitSha */.t)(data.sha);
        },
        create: (ref, sha) => createRef(github, ref, sha),
        advance: (ref, sha) => advanceRef(github, ref, sha),
    };
}
async function createTree(github) {
    const content = "This ref is a deployment lease of Fairway. The records are the commit messages.\n";
    const tree = [{ path: "README", mode: "100644", type: "blob", content }];
    const { data } = await github.repeat("write the lease's tree", () => github.octokit.rest.git.createTree({ ...github.at, tree: [...tree] }));
    return data.sha;
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(441);
;// CONCATENATED MODULE: ../../packages/github/lib/read-release.js

/** A release in our words. */
function toRelease(raw) {
    return {
        id: raw.id,
        tag: raw.tag_name,
        name: raw.name ?? "",
        draft: raw.draft,
        prerelease: raw.prerelease,
        notes: raw.body ?? "",
        htmlUrl: raw.html_url,
        uploadUrl: raw.upload_url,
        assets: raw.assets.map(toAsset),
    };
}
/** An asset in our words. A digest that is null or of another algorithm is no digest. */
function toAsset({ id, name, size, state, digest }) {
    return { id, name, size, state, digest: digest !== null && (0,lib_digest/* isDigest */.Bc)(digest) ? digest : undefined };
}

;// CONCATENATED MODULE: ../../packages/github/lib/assets.js


const UPLOAD_TIMEOUT_MS = 10 * 60_000;
/** Uploads one asset in a single try; a broken upload may leave a `starter` asset that only the release's list shows. */
function uploadAsset(github, release, file) {
    return github.once(`upload ${file.name}`, async () => {
        const { data } = await github.octokit.rest.repos.uploadReleaseAsset({
            ...github.at,
            release_id: release.id,
            name: file.name,
            // The type says string; the bytes go out as they are.
            data: file.content,
            headers: { "content-type": "application/octet-stream" },
            // The host is another one than the API's, and only the release knows it.
            url: release.uploadUrl,
            request: { signal: AbortSignal.any([github.signal, AbortSignal.timeout(UPLOAD_TIMEOUT_MS)]) },
        });
        return toAsset(data);
    });
}
/** Reads an asset. GitHub redirects to a storage host, which gets the signed URL and never the token. */
function downloadAsset(github, asset, maxBytes) {
    return github.repeat(`download ${asset.name}`, async () => {
        const response = await github.octokit.rest.repos.getReleaseAsset({
            ...github.at,
            asset_id: asset.id,
            headers: { accept: "application/octet-stream" },
        });
        const location = response.headers.location;
        // The declared type is the JSON form; with this accept header it is the bytes.
        const content = response.data;
        if (location === undefined)
            return typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content);
        const answer = await github.http.request({ method: "GET", url: location, signal: github.signal });
        if (answer.status !== 200)
            throw (0,errors/* upstream */.a4)("GITHUB_FAILED", `the storage of ${asset.name} answered ${answer.status}`);
        return answer.bytes(maxBytes);
    });
}

;// CONCATENATED MODULE: ../../packages/github/lib/releases.js



/** Releases of the repository. Writes are single tries: the caller reads the list again when one fails. */
function openReleases(github) {
    return { ...readings(github), ...writings(github) };
}
function readings(github) {
    const { octokit, at } = github;
    return {
        /** The published release of a tag. GitHub never answers drafts here, and may lag behind a publication. */
        byTag: (tag) => absentOn404(github, `read the release ${tag}`, () => octokit.rest.repos.getReleaseByTag({ ...at, tag })),
        /** All releases, drafts included when the token may see them, from all pages. */
        all: () => github.repeat("list the releases", async () => {
            const pages = await octokit.paginate(octokit.rest.repos.listReleases, { ...at, per_page: 100 });
            return pages.map(toRelease);
        }),
        /** The bytes of an asset, at most `maxBytes`. */
        download: (asset, maxBytes) => downloadAsset(github, asset, maxBytes),
        /** GitHub's own notes, from the previous tag given; without one GitHub would choose, and choose a beta. */
        generateNotes: (tag, previousTag) => github.repeat(`generate notes for ${tag}`, async () => {
            const previous = previousTag === undefined ? {} : { previous_tag_name: previousTag };
            return (await octokit.rest.repos.generateReleaseNotes({ ...at, tag_name: tag, ...previous })).data.body;
        }),
    };
}
function writings(github) {
    const { octokit, at } = github;
    return {
        createDraft: (release) => github.once(`create the draft release ${release.tag}`, async () => {
            // No target_commitish: the tag exists already, and naming an older commit would ask for the workflows permission.
            const { tag, name, notes, prerelease } = release;
            const { data } = await octokit.rest.repos.createRelease({
                ...at,
                tag_name: tag,
                name,
                body: notes,
                prerelease,
                draft: true,
            });
            return toRelease(data);
        }),
        publish: (id, latest, release) => github.once(`publish the release ${release.tag}`, async () => {
            const { tag, name, notes, prerelease } = release;
            const content = { tag_name: tag, name, body: notes, prerelease, draft: false };
            const mark = { make_latest: latest ? "true" : "false" };
            const { data } = await octokit.rest.repos.updateRelease({ ...at, release_id: id, ...content, ...mark });
            return toRelease(data);
        }),
        upload: (release, name, content) => uploadAsset(github, release, { name, content }),
        deleteAsset: async (asset) => {
            await github.once(`delete the half-made asset ${asset.name}`, () => octokit.rest.repos.deleteReleaseAsset({ ...at, asset_id: asset.id }));
        },
    };
}
function absentOn404(github, what, read) {
    return github.repeat(what, async () => {
        try {
            return toRelease((await read()).data);
        }
        catch (error) {
            if (statusOf(error) === 404)
                return undefined;
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ../../packages/github/lib/runs.js

/** Runs and jobs of workflows, read only. `completed` never becomes anything else, so a stale answer errs towards `alive`. */
function openRuns(github) {
    const { octokit, at } = github;
    return {
        lifeOfAttempt: (run, attempt) => lifeOf(async () => {
            const path = { ...at, run_id: Number(run), attempt_number: Number(attempt) };
            return (await octokit.rest.actions.getWorkflowRunAttempt(path)).data.status;
        }),
        lifeOfJob: (job) => lifeOf(async () => (await octokit.rest.actions.getJobForWorkflowRun({ ...at, job_id: Number(job) })).data.status),
    };
    async function lifeOf(read) {
        try {
            return (await read()) === "completed" ? "completed" : "alive";
        }
        catch (error) {
            if (github.signal.aborted)
                throw github.signal.reason;
            github.octokit.log.debug(`the holder's state is unknown: GitHub answered ${statusOf(error) ?? "nothing"}`);
            return "unknown";
        }
    }
}

;// CONCATENATED MODULE: ../../packages/github/lib/tags.js


/** Git tags, which are claimed once and never moved. */
function openTags(github) {
    const commitOf = async (tag) => {
        const found = await readRef(github, `refs/tags/${tag}`);
        return found === undefined ? undefined : peel(github, found);
    };
    return {
        /** The commit that a tag names, through annotated tags; undefined when there is no such tag. */
        commitOf,
        /** Claims a tag for a commit: `claimed`, or the commit that it names already. A lost answer is resolved by reading. */
        claim: async (tag, commit) => {
            const write = await createRef(github, `refs/tags/${tag}`, commit);
            return write === "written" ? { kind: "claimed" } : { kind: "taken", by: await commitOf(tag) };
        },
    };
}
async function peel(github, object) {
    let { sha, type } = object;
    // A tag may point at a tag; git itself sets no limit, a person never makes more than one level.
    for (let level = 0; type === "tag" && level < 5; level += 1) {
        const { data } = await github.repeat(`read the annotated tag ${sha}`, () => github.octokit.rest.git.getTag({ ...github.at, tag_sha: sha }));
        ({ sha, type } = data.object);
    }
    return (0,commit/* parseCommitSha */.t)(sha);
}

;// CONCATENATED MODULE: ../../packages/github/lib/index.js








/***/ })

};
