export const id = 841;
export const ids = [841];
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

/***/ 1841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openImageProbe: () => (/* reexport */ openImageProbe)
});

// EXTERNAL MODULE: ../../packages/domain/lib/retry.js
var retry = __webpack_require__(3467);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ../../packages/registry/lib/challenge.js
function parseChallenge(header) {
    const text = header ?? "";
    const bearer = /(?:^|,)\s*Bearer\s+(.*)$/is.exec(text)?.[1];
    const parameters = readParameters(bearer ?? "");
    const realm = parameters.get("realm");
    if (realm !== undefined) {
        return { kind: "bearer", realm, service: parameters.get("service"), error: parameters.get("error") };
    }
    return /(?:^|,)\s*Basic(?:\s|$)/i.test(text) ? { kind: "basic" } : { kind: "unknown" };
}
function readParameters(text) {
    const parameters = new Map();
    for (const match of text.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)) {
        const name = (match[1] ?? "").toLowerCase();
        const value = match[2]?.replaceAll(/\\(.)/g, "$1") ?? match[3] ?? "";
        if (!parameters.has(name))
            parameters.set(name, value);
    }
    return parameters;
}

;// CONCATENATED MODULE: ../../packages/registry/lib/credentials.js
function secretOf(credentials) {
    switch (credentials.kind) {
        case "anonymous":
            return undefined;
        case "password":
            return credentials.password;
        case "identity-token":
        case "registry-token":
            return credentials.token;
    }
}
function basicHeader(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}

;// CONCATENATED MODULE: ../../packages/registry/lib/token-cache.js
const EXPIRY_MARGIN_MS = 10_000;
function createTokenCache(clock) {
    const tokens = new Set();
    return {
        find: async (scope, fetch) => {
            const usable = [...tokens].find((cached) => covers(cached.scope, scope) && isUsable(cached));
            return (await (usable ?? keep(scope, fetch())).token).text;
        },
        forget: (scope) => {
            for (const cached of tokens)
                if (covers(cached.scope, scope))
                    tokens.delete(cached);
        },
    };
    function isUsable({ usableUntilMs }) {
        return clock.elapsedMs() < usableUntilMs;
    }
    function keep(scope, token) {
        const cached = { scope, token, usableUntilMs: Number.POSITIVE_INFINITY };
        tokens.add(cached);
        void settle(cached);
        return cached;
    }
    async function settle(cached) {
        const since = clock.elapsedMs();
        try {
            const { lifetimeMs } = await cached.token;
            cached.usableUntilMs = since + Math.max(lifetimeMs - EXPIRY_MARGIN_MS, lifetimeMs / 2);
        }
        catch {
            tokens.delete(cached);
        }
    }
}
function covers(held, wanted) {
    const repository = held.repository === wanted.repository;
    const actions = held.actions === "pull,push" || wanted.actions === "pull";
    const mount = wanted.mountFrom === undefined || wanted.mountFrom === held.mountFrom;
    return repository && actions && mount;
}

// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(2863);
;// CONCATENATED MODULE: ../../packages/domain/lib/clock.js
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

;// CONCATENATED MODULE: ../../packages/registry/lib/registry-errors.js

class TransientError extends errors/* FairwayError */.q2 {
    ambiguous;
    constructor(base, details) {
        const { kind, code, nextStep, cause } = base;
        super(base.message, { kind, code, nextStep, cause, retryAfterMs: details.retryAfterMs });
        this.ambiguous = details.ambiguous;
    }
}
function isTransientStatus(status) {
    return [408, 429, 500, 502, 503, 504].includes(status);
}
function transientAnswer(host, answer, retryAfterMs) {
    if (answer.status === 429) {
        return new TransientError(rateLimited(host, answer, retryAfterMs), { retryAfterMs, ambiguous: false });
    }
    const error = (0,errors/* upstream */.a4)("REGISTRY_DOWN", `${host} answered ${answer.status}${said(answer)}`, {
        nextStep: `Look at the status page of ${host}, and run the job again: what is done is found done.`,
    });
    return new TransientError(error, { retryAfterMs, ambiguous: true });
}
function rateLimited(host, answer, retryAfterMs) {
    const wait = retryAfterMs === undefined ? "" : `; it asks to wait ${renderDuration(retryAfterMs)}`;
    const left = answer.headers["ratelimit-remaining"];
    const remaining = left === undefined ? "" : `; ratelimit-remaining is ${left}`;
    return (0,errors/* upstream */.a4)("RATE_LIMITED", `${host} limits this account or address${said(answer)}${wait}${remaining}`, {
        nextStep: "Run the job again after that time, or log in with an account that has a higher limit.",
    });
}
function unreachable(host, error) {
    const known = error instanceof errors/* FairwayError */.q2;
    const message = known ? error.message : `${host} could not be reached, or cut the connection`;
    const base = (0,errors/* upstream */.a4)("REGISTRY_DOWN", message, {
        nextStep: `Check the name ${host} and the runner's network, and run the job again: what is done is found done.`,
        cause: known ? error.cause : error,
    });
    return new TransientError(base, { ambiguous: true });
}
function answerError(host, request, answer, loggedIn) {
    const what = `${request.method} ${request.path}`;
    if (answer.status === 401)
        return loggedIn ? notAccepted(host, request, answer) : notLoggedIn(host, request, answer);
    if (answer.status === 403) {
        return (0,errors/* configuration */.HF)("FORBIDDEN", `${host} forbids "${request.scope.actions}" on ${request.scope.repository}${said(answer)}`, `Grant the account ${needs(request)}. A repository that does not exist may be answered like this as well.`);
    }
    return (0,errors/* upstream */.a4)("REGISTRY_REFUSED", `${host} refused ${what} with ${answer.status}${said(answer)}`, {
        nextStep: "Check that the host is an OCI registry and that the repository is written as the registry shows it.",
    });
}
function notAccepted(host, request, answer) {
    return (0,errors/* configuration */.HF)("UNAUTHORIZED", `${host} does not let the given account "${request.scope.actions}" ${request.scope.repository}${said(answer)}`, `Check the user name and the password or token; it needs ${needs(request)}. A private repository that does not exist is answered like this as well.`);
}
function notLoggedIn(host, request, answer) {
    return (0,errors/* configuration */.HF)("NO_CREDENTIALS", `${host} asks who wants to "${request.scope.actions}" ${request.scope.repository}, and no credentials for it were found${said(answer)}`, `Put docker/login-action for ${host} before this step. The inputs username and password do the same for the source's registry.`);
}
function needs({ scope }) {
    const permission = scope.actions === "pull" ? "read" : "write";
    return `the scope repository:${scope.repository}:${scope.actions} (for ghcr.io with GITHUB_TOKEN: permissions: packages: ${permission})`;
}
function complaintOf(answer) {
    const errors = (0,json/* member */.Dc)((0,json/* parseJson */.qF)(new TextDecoder().decode(answer.body)), "errors");
    const first = Array.isArray(errors) ? errors[0] : undefined;
    return { code: (0,json/* stringMember */.sk)(first, "code") ?? "", message: (0,json/* stringMember */.sk)(first, "message") ?? "" };
}
function said(answer) {
    const { code, message } = complaintOf(answer);
    const text = [code, message].filter((part) => part !== "").join(": ");
    return text === "" ? "" : ` (${text.slice(0, 300)})`;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ../../packages/domain/lib/loopback.js
var lib_loopback = __webpack_require__(460);
;// CONCATENATED MODULE: ../../packages/registry/lib/trusted-realm.js


function requireTrustedRealm(realm, registry) {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    const problem = url === undefined ? "it is not a URL" : problemOf(url, registry);
    if (url !== undefined && problem === undefined)
        return url;
    throw (0,errors/* upstream */.a4)("UNTRUSTED_TOKEN_SERVICE", `${registry.host} names "${realm.slice(0, 200)}" as its token service, and credentials are not sent there: ${problem}`, {
        nextStep: "Check the name of the registry; if it is yours, have its token service serve https on a public name.",
    });
}
function problemOf(url, registry) {
    if (url.username !== "" || url.password !== "")
        return "it has credentials of its own in it";
    const { hostname } = url;
    if ((0,lib_loopback/* isLoopbackHost */.c)(hostname))
        return registry.loopback ? undefined : "it leads to this machine";
    if (url.protocol !== "https:")
        return "only https is allowed";
    const own = new URL(registry.origin).hostname;
    return hostname !== own && isPrivateAddress(hostname) ? "it is an address of a private network" : undefined;
}
function isPrivateAddress(hostname) {
    const bare = hostname.replaceAll(/[[\]]/g, "");
    if ((0,external_node_net_.isIP)(bare) === 6)
        return !/^[23]/.test(bare);
    return (0,external_node_net_.isIP)(bare) === 4 && notPublic().check(bare, "ipv4");
}
function notPublic() {
    const list = new external_node_net_.BlockList();
    const subnets = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"];
    for (const subnet of [...subnets, "192.168.0.0/16", "224.0.0.0/3"]) {
        const [address = "", bits] = subnet.split("/");
        list.addSubnet(address, Number(bits), "ipv4");
    }
    return list;
}

;// CONCATENATED MODULE: ../../packages/registry/lib/token-service.js




const DEFAULT_LIFETIME_S = 60;
const MAX_ANSWER_BYTES = 256 * 1024;
async function requestToken(http, request) {
    const { credentials } = request;
    const realm = requireTrustedRealm(request.challenge.realm, request.registry);
    if (credentials.kind === "registry-token")
        return { text: credentials.token, lifetimeMs: Number.POSITIVE_INFINITY };
    if (credentials.kind !== "identity-token")
        return ask(http, byQuery(realm, request), request, realm);
    return ask(http, byForm(realm, request, credentials.token), request, realm);
}
function byQuery(realm, { challenge, scope, credentials }) {
    const url = new URL(realm);
    if (challenge.service !== undefined)
        url.searchParams.set("service", challenge.service);
    for (const one of scopesOf(scope))
        url.searchParams.append("scope", one);
    const headers = credentials.kind === "password" ? { authorization: basicHeader(credentials.username, credentials.password) } : {};
    return { method: "GET", url: url.href, headers };
}
function byForm(realm, { challenge, scope }, token) {
    const form = new URLSearchParams({
        grant_type: "refresh_token",
        service: challenge.service ?? realm.host,
        client_id: "fairway",
        scope: scopesOf(scope).join(" "),
        refresh_token: token,
    });
    return {
        method: "POST",
        url: realm.href,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new TextEncoder().encode(form.toString()),
    };
}
function scopesOf({ repository, actions, mountFrom }) {
    const own = `repository:${repository}:${actions}`;
    return mountFrom === undefined ? [own] : [own, `repository:${mountFrom}:pull`];
}
async function ask(http, exchange, request, realm) {
    const { status, headers, body } = await answerOf(http, { ...exchange, signal: request.signal }, request, realm);
    if (isTransientStatus(status)) {
        throw transientAnswer(realm.host, { status, headers, body }, request.retryAfterMs(headers["retry-after"]));
    }
    if (status !== 200)
        throw refused(status, request, realm);
    const answer = (0,json/* parseJson */.qF)(new TextDecoder().decode(body));
    const text = (0,json/* stringMember */.sk)(answer, "token") ?? (0,json/* stringMember */.sk)(answer, "access_token") ?? "";
    if (!/^[\x21-\x7e]+$/.test(text)) {
        throw (0,errors/* upstream */.a4)("BAD_TOKEN_ANSWER", `${realm.host} answered the request for a token without one`);
    }
    const seconds = (0,json/* member */.Dc)(answer, "expires_in");
    return { text, lifetimeMs: (typeof seconds === "number" && seconds > 0 ? seconds : DEFAULT_LIFETIME_S) * 1000 };
}
async function answerOf(http, exchange, { signal }, realm) {
    try {
        const response = await http.request(exchange);
        return { status: response.status, headers: response.headers, body: await response.bytes(MAX_ANSWER_BYTES) };
    }
    catch (error) {
        if (signal?.aborted === true)
            throw error;
        throw error instanceof errors/* FairwayError */.q2 && error.kind === "configuration" ? error : unreachable(realm.host, error);
    }
}
function refused(status, { credentials, registry, scope }, realm) {
    if (status >= 300 && status < 400) {
        return (0,errors/* upstream */.a4)("BAD_TOKEN_ANSWER", `${realm.host} redirects the request for a token; credentials do not follow it`);
    }
    const loggedIn = credentials.kind !== "anonymous";
    return (0,errors/* configuration */.HF)(loggedIn ? "UNAUTHORIZED" : "NO_CREDENTIALS", `${realm.host}, the token service of ${registry.host}, gave no token for ${scopesOf(scope).join(" ")}: it answered ${status} to ${loggedIn ? "the given account" : "a request without credentials"}`, loggedIn
        ? "Check the user name and the password or token, and that the repository exists."
        : `Put docker/login-action for ${registry.host} before this step. The inputs username and password do the same for the source's registry.`);
}

;// CONCATENATED MODULE: ../../packages/registry/lib/authorizer.js




function createAuthorizer(options) {
    const tokens = createTokenCache(options.clock);
    const credentials = rememberCredentials(options);
    let challenge = { kind: "unknown" };
    return { authorize, loggedIn: async () => (await credentials()).kind !== "anonymous" };
    async function authorize(scope, attempt) {
        let authorization = await authorizationFor(scope);
        let answer = await attempt(authorization);
        for (let round = 0; round < 2 && answer.status === 401; round += 1) {
            challenge = parseChallenge(answer.headers["www-authenticate"]);
            if (authorization !== undefined && allowsTooLittle(challenge)) {
                if (scope.mountFrom !== undefined)
                    tokens.forget(scope);
                return answer;
            }
            if (authorization?.startsWith("Bearer ") === true)
                tokens.forget(scope);
            const renewed = await authorizationFor(scope);
            if (renewed === authorization)
                return answer;
            authorization = renewed;
            answer = await attempt(authorization);
        }
        return answer;
    }
    async function authorizationFor(scope) {
        if (challenge.kind === "unknown")
            return undefined;
        const known = await credentials();
        if (challenge.kind === "basic") {
            return known.kind === "password" ? basicHeader(known.username, known.password) : undefined;
        }
        const request = { ...options, challenge, scope, credentials: known };
        return `Bearer ${await tokens.find(scope, () => requestMasked(request))}`;
    }
}
async function requestMasked(request) {
    const fresh = await requestToken(request.http, request);
    request.mask(fresh.text);
    return fresh;
}
function allowsTooLittle(challenge) {
    return challenge.kind === "bearer" && challenge.error === "insufficient_scope";
}
function rememberCredentials({ credentials, mask }) {
    let found;
    return () => {
        found ??= credentials().then((known) => {
            const secret = secretOf(known);
            if (secret !== undefined)
                mask(secret);
            return known;
        });
        return found;
    };
}

;// CONCATENATED MODULE: ../../packages/registry/lib/notices.js
function createNotices(host, log) {
    const shown = new Set();
    let limitShown = false;
    return (headers) => {
        const warning = headers["warning"];
        if (warning !== undefined && !shown.has(warning)) {
            shown.add(warning);
            log.warning(`${host} says: ${warning.slice(0, 500)}`);
        }
        const limit = /^(\d{1,9})(?:;w=(\d{1,9}))?$/.exec(headers["ratelimit-remaining"] ?? "");
        if (limit !== null && !limitShown) {
            limitShown = true;
            const window = limit[2] === undefined ? "" : ` in ${limit[2]} s`;
            log.info(`${host} leaves ${limit[1] ?? ""} pulls${window}`);
        }
    };
}

;// CONCATENATED MODULE: ../../packages/registry/lib/manifest-types.js
const INDEX_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
];
const MANIFEST_TYPES = [
    ...INDEX_TYPES,
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const ACCEPTED_TYPES = MANIFEST_TYPES.join(", ");
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
function isManifestType(mediaType) {
    return MANIFEST_TYPES.includes(mediaType);
}
function manifest_types_isIndexType(mediaType) {
    return INDEX_TYPES.includes(mediaType);
}

;// CONCATENATED MODULE: ../../packages/registry/lib/redirects.js

const REDIRECTS = [301, 302, 303, 307, 308];
function nextHop(from, answer, registry) {
    const location = answer.headers["location"];
    if (!REDIRECTS.includes(answer.status) || location === undefined)
        return undefined;
    const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
    if (next !== undefined && isAllowed(next, registry))
        return next;
    throw (0,errors/* upstream */.a4)("BAD_REDIRECT", `${registry.host} redirects to ${next === undefined ? "something that is not a URL" : next.origin}, which is not followed: only https is`);
}
function isAllowed({ protocol, hostname }, registry) {
    if ((0,lib_loopback/* isLoopbackHost */.c)(hostname))
        return registry.loopback && /^https?:$/.test(protocol);
    return protocol === "https:";
}

;// CONCATENATED MODULE: ../../packages/registry/lib/travel.js




const REQUEST_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;
async function travel(route, request, authorization) {
    const { registry } = route;
    const credentials = authorization === undefined ? {} : { authorization };
    const home = new URL(registry.origin).origin;
    let url = new URL(request.path, registry.origin);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
        const headers = { ...request.headers, ...(url.origin === home ? credentials : {}) };
        const answer = await receive(route, request, { method: request.method, url: url.href, headers });
        const isRead = request.method === "GET" || request.method === "HEAD";
        const next = isRead ? nextHop(url, answer, registry) : undefined;
        if (next === undefined)
            return answer;
        url = next;
    }
    throw (0,errors/* upstream */.a4)("TOO_MANY_REDIRECTS", `${registry.host} redirected ${request.path} more than ${MAX_REDIRECTS} times`);
}
async function receive({ http, registry, signal: ofRun }, { body, streamed, timeoutMs = REQUEST_TIMEOUT_MS, signal: ofRequest }, request) {
    const signal = eitherSignal(ofRun, ofRequest);
    try {
        const content = typeof body === "function" ? body() : body;
        const response = await http.request({ ...request, body: content, timeoutMs, signal });
        const { status, headers } = response;
        if (streamed === true && status === 200) {
            return { status, headers, body: new Uint8Array(), content: response.stream() };
        }
        return { status, headers, body: await response.bytes(MAX_MANIFEST_BYTES) };
    }
    catch (error) {
        if (signal?.aborted === true)
            throw error;
        throw judgeTransport(registry, error, request.url);
    }
}
function eitherSignal(a, b) {
    return a === undefined || b === undefined ? (a ?? b) : AbortSignal.any([a, b]);
}
function judgeTransport({ host, origin }, error, url) {
    if (!(error instanceof errors/* FairwayError */.q2))
        return unreachable(host, error);
    if (error.kind === "configuration")
        return error;
    const isNobody = (0,json/* stringMember */.sk)(error.cause, "code") === "ENOTFOUND";
    if (isNobody && new URL(url).origin === new URL(origin).origin)
        return unknownRegistry(host);
    if (error.code !== "ANSWER_TOO_LARGE")
        return unreachable(host, error);
    return (0,errors/* upstream */.a4)("MANIFEST_TOO_LARGE", `${host} answered with more than 4 MiB where a manifest or a list was expected; that is the most that registries take`, { nextStep: "Check that the name is that of an image. Move long annotations out of the manifest.", cause: error });
}
function unknownRegistry(host) {
    return (0,errors/* configuration */.HF)("UNKNOWN_REGISTRY", `there is no registry ${host}: the name has no address`, "Check the host in source and tags. An internal name needs a runner in that network.");
}

;// CONCATENATED MODULE: ../../packages/registry/lib/exchange.js




const ATTEMPTS = 5;
const BUDGET_MS = 60_000;
const BASE_PAUSE_MS = 500;
function createExchange(options) {
    const { http, clock, random, log, registry, authorizer } = options;
    const route = { http, registry, signal: options.signal };
    const showNotices = createNotices(registry.host, log);
    return { registry, once, send: (request) => again(() => once(request), request), again, refused };
    async function once(request) {
        const answer = await authorizer.authorize(request.scope, (authorization) => travel(route, request, authorization));
        showNotices(answer.headers);
        if (!isTransientStatus(answer.status))
            return answer;
        throw transientAnswer(registry.host, answer, (0,retry/* parseRetryAfter */.m)(answer.headers["retry-after"], clock.now()));
    }
    function again(attempt, limits = {}) {
        const signal = eitherSignal(options.signal, limits.signal);
        const policy = { attempts: ATTEMPTS, budgetMs: limits.budgetMs ?? BUDGET_MS, baseMs: BASE_PAUSE_MS };
        return (0,retry/* retry */.L)(attempt, { clock, random, ...policy, signal, judge: (error) => judge(error, signal) });
    }
    function judge(error, signal) {
        if (!(error instanceof TransientError) || signal?.aborted === true)
            return { kind: "give-up" };
        log.info(`a try failed: ${error.message}`);
        return { kind: "again", notBeforeMs: error.retryAfterMs };
    }
    async function refused(request, answer) {
        const loggedIn = answer.status === 401 && (await authorizer.loggedIn());
        return answerError(registry.host, request, answer, loggedIn);
    }
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(9441);
;// CONCATENATED MODULE: ../../packages/registry/lib/descriptors.js


function childrenOf({ mediaType, bytes }) {
    return manifest_types_isIndexType(mediaType) ? listedIn(bytes) : [];
}
function listedIn(bytes) {
    return descriptorsIn((0,json/* member */.Dc)((0,json/* parseJson */.qF)(new TextDecoder().decode(bytes)), "manifests"));
}
function blobsOf({ mediaType, bytes }) {
    if (isIndexType(mediaType))
        return [];
    const document = parseJson(new TextDecoder().decode(bytes));
    const layers = member(document, "layers");
    const kept = Array.isArray(layers) ? layers.filter((layer) => !livesElsewhere(layer)) : [];
    const blobs = descriptorsIn([member(document, "config"), ...kept]);
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}
function descriptorsIn(entries) {
    return Array.isArray(entries) ? entries.flatMap(readDescriptor) : [];
}
function readDescriptor(entry) {
    const digest = (0,json/* stringMember */.sk)(entry, "digest") ?? "";
    const size = (0,json/* member */.Dc)(entry, "size");
    const type = (0,json/* stringMember */.sk)((0,json/* member */.Dc)(entry, "annotations"), "vnd.docker.reference.type");
    if (!(0,lib_digest/* isDigest */.Bc)(digest))
        return [];
    return [{ digest, size: typeof size === "number" ? size : 0, isAttestation: type === "attestation-manifest" }];
}
function livesElsewhere(layer) {
    const urls = member(layer, "urls");
    return Array.isArray(urls) && urls.length > 0;
}

;// CONCATENATED MODULE: ../../packages/registry/lib/next-page.js
function nextPage(link, current, origin) {
    const target = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? "")?.[1];
    if (target === undefined || !URL.canParse(target, current))
        return undefined;
    const next = new URL(target, current);
    return `${next.pathname}${next.search}` === current.slice(origin.length) ? undefined : next.pathname + next.search;
}

;// CONCATENATED MODULE: ../../packages/registry/lib/list-tags.js



const PAGE_SIZE = 1000;
const MAX_PAGES = 50;
async function listTags(exchange, repository) {
    const tags = [];
    let path = `/v2/${repository}/tags/list?n=${PAGE_SIZE}`;
    for (let page = 0; path !== undefined; page += 1) {
        if (page === MAX_PAGES)
            throw tooMany(exchange.registry.host, repository, tags.length);
        const request = { method: "GET", path, scope: { repository, actions: "pull" } };
        const answer = await exchange.send(request);
        if (answer.status === 404 && complaintOf(answer).code === "NAME_UNKNOWN")
            return [];
        if (answer.status !== 200)
            throw await exchange.refused(request, answer);
        tags.push(...tagsOf(exchange.registry.host, answer.body));
        path = nextPage(answer.headers["link"], exchange.registry.origin + path, exchange.registry.origin);
    }
    return tags;
}
function tagsOf(host, body) {
    const answer = (0,json/* parseJson */.qF)(new TextDecoder().decode(body));
    const tags = (0,json/* member */.Dc)(answer, "tags");
    if (tags === null)
        return [];
    if (Array.isArray(tags))
        return tags.filter((tag) => typeof tag === "string");
    throw (0,errors/* upstream */.a4)("BAD_TAG_LIST", `${host} answered the request for a list of tags with something else`);
}
function tooMany(host, repository, count) {
    return (0,errors/* refusal */.x5)("TOO_MANY_TAGS", `${repository} on ${host} has more than ${count} tags, too many to find the newest version among them`, "Remove old tags, or decide yourself with move-floating: always or never.");
}

;// CONCATENATED MODULE: ../../packages/registry/lib/place.js
function nameOfPlace({ exchange, repository }) {
    return `${exchange.registry.host}/${repository}`;
}
function inOneRegistry(a, b) {
    return a.exchange === b.exchange;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ../../packages/registry/lib/read-manifest.js




async function resolveManifest(exchange, repository, reference, signal) {
    const request = { ...manifestRequest("HEAD", repository, reference), signal };
    const answer = await exchange.send(request);
    if (answer.status === 404 && saysJson(answer))
        return undefined;
    const name = answer.status === 200 ? nameIn(answer) : undefined;
    if (name !== undefined && (0,lib_digest/* isDigest */.Bc)(reference) && name.digest !== reference) {
        throw lyingDigest(exchange.registry.host, request.path, reference, name.digest);
    }
    if (name !== undefined)
        return name;
    if (answer.status === 200 || answer.status === 404)
        return readManifest(exchange, repository, reference);
    throw await exchange.refused(request, answer);
}
async function readManifest(exchange, repository, reference) {
    const request = manifestRequest("GET", repository, reference);
    const answer = await exchange.send(request);
    if (isMissing(answer))
        return undefined;
    if (answer.status !== 200)
        throw await exchange.refused(request, answer);
    const digest = digestOf(answer.body);
    const claimed = [reference, answer.headers["docker-content-digest"] ?? ""].find((name) => (0,lib_digest/* isDigest */.Bc)(name) && name !== digest);
    if (claimed !== undefined)
        throw lyingDigest(exchange.registry.host, request.path, claimed, digest);
    const mediaType = mediaTypeOf(exchange.registry.host, answer);
    return { digest, mediaType, bytes: answer.body, etag: answer.headers["etag"] };
}
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}
function lyingDigest(host, what, claimed, actual) {
    return (0,errors/* upstream */.a4)("DIGEST_MISMATCH", `${host} says ${claimed} of ${what}, and the bytes are ${actual}`, {
        nextStep: "Do not use this image. Something between the registry and the runner, or the registry itself, changes content.",
    });
}
function manifestRequest(method, repository, reference) {
    const path = `/v2/${repository}/manifests/${reference}`;
    return { method, path, scope: { repository, actions: "pull" }, headers: { accept: ACCEPTED_TYPES } };
}
function nameIn(answer) {
    const digest = answer.headers["docker-content-digest"] ?? "";
    const mediaType = servedType(answer);
    return (0,lib_digest/* isDigest */.Bc)(digest) && isManifestType(mediaType)
        ? { digest, mediaType, etag: answer.headers["etag"] }
        : undefined;
}
function saysJson({ headers }) {
    const type = headers["content-type"];
    return type === undefined || /^application\/([a-z.+-]+\+)?json\b/i.test(type);
}
function isMissing(answer) {
    return answer.status === 404 && ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(complaintOf(answer).code);
}
function mediaTypeOf(host, answer) {
    const served = servedType(answer);
    const document = (0,json/* parseJson */.qF)(new TextDecoder().decode(answer.body));
    const own = (0,json/* stringMember */.sk)(document, "mediaType") ?? served;
    if (own === served && isManifestType(own))
        return own;
    const problem = own === served
        ? `"${own.slice(0, 100)}", which is no image manifest of today (schema 1 was given up in 2019)`
        : `"${served.slice(0, 100)}" while the document calls itself "${own.slice(0, 100)}"`;
    throw (0,errors/* upstream */.a4)("UNKNOWN_MEDIA_TYPE", `${host} serves the manifest as ${problem}`, {
        nextStep: "Build the image again with a current BuildKit, or check that the name is that of an image.",
    });
}
function servedType({ headers }) {
    return headers["content-type"]?.split(";")[0]?.trim() ?? "";
}

;// CONCATENATED MODULE: ../../packages/registry/lib/read-referrers.js






const COSIGN_SUFFIXES = [".sig", ".att", ".sbom"];
const read_referrers_MAX_PAGES = 100;
function createReferrerReader(place) {
    const { exchange, repository } = place;
    const listings = new Map();
    let listed;
    let hasApi = true;
    return {
        referringTo: (digest) => {
            const listing = listings.get(digest) ?? list(digest);
            listings.set(digest, listing);
            return listing;
        },
        cosignTags: async (digest) => {
            const tags = COSIGN_SUFFIXES.map((suffix) => `${fallbackTag(digest)}${suffix}`);
            return (await Promise.all(tags.map(find))).flat();
        },
    };
    async function list(digest) {
        const listedByApi = hasApi ? await askReferrersApi(place, digest) : undefined;
        if (listedByApi === undefined)
            hasApi = false;
        if (listedByApi !== undefined && listedByApi.length > 0)
            return listedByApi;
        const tag = fallbackTag(digest);
        const index = (await mayExist(tag)) ? await readManifest(exchange, repository, tag) : undefined;
        return index === undefined ? [] : digestsIn(index.bytes);
    }
    async function find(tag) {
        const name = (await mayExist(tag)) ? await resolveManifest(exchange, repository, tag) : undefined;
        return name === undefined ? [] : [{ tag, ...name }];
    }
    async function mayExist(tag) {
        listed ??= read_referrers_tagsOf(place);
        return (await listed)?.has(tag) ?? true;
    }
}
function fallbackTag(digest) {
    return digest.replace(":", "-");
}
async function askReferrersApi(place, digest) {
    const { exchange, repository } = place;
    const found = [];
    let path = `/v2/${repository}/referrers/${digest}`;
    for (let page = 0; path !== undefined && page < read_referrers_MAX_PAGES; page += 1) {
        const request = { method: "GET", path, scope: { repository, actions: "pull" } };
        const answer = await exchange.send(request);
        if ([400, 404, 405, 501].includes(answer.status))
            return undefined;
        if (answer.status !== 200)
            throw await exchange.refused(request, answer);
        found.push(...digestsIn(answer.body));
        const { origin } = exchange.registry;
        path = nextPage(answer.headers["link"], origin + path, origin);
    }
    if (path === undefined)
        return found;
    throw read_referrers_tooMany(place, digest, found.length);
}
function read_referrers_tooMany(place, digest, count) {
    return (0,errors/* refusal */.x5)("TOO_MANY_REFERRERS", `${nameOfPlace(place)} lists more than ${count} referrers of ${digest}, more than are read`, "Remove those that nobody needs, or promote with referrers: none and copy them by a tool of your choice.");
}
async function read_referrers_tagsOf({ exchange, repository }) {
    try {
        return new Set(await listTags(exchange, repository));
    }
    catch (error) {
        if (error instanceof errors/* FairwayError */.q2 && ["TOO_MANY_TAGS", "REGISTRY_REFUSED"].includes(error.code))
            return undefined;
        throw error;
    }
}
function digestsIn(bytes) {
    return listedIn(bytes).map(({ digest }) => digest);
}

;// CONCATENATED MODULE: ../../packages/registry/lib/find-referrers.js


async function findReferrers(place, manifest) {
    const children = childrenOf(manifest);
    const found = children.filter(({ isAttestation }) => isAttestation).map(({ digest }) => digest);
    const reader = createReferrerReader(place);
    const images = children.filter(({ isAttestation }) => !isAttestation);
    for (const { digest } of [manifest, ...images]) {
        found.push(...(await reader.referringTo(digest)));
        found.push(...(await reader.cosignTags(digest)).map((tagged) => tagged.digest));
    }
    return [...new Set(found)];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ../../packages/registry/lib/docker-config.js

function findInDockerConfig(config, configKey) {
    const helper = (0,json/* stringMember */.sk)((0,json/* member */.Dc)(config, "credHelpers"), configKey) ?? (0,json/* stringMember */.sk)(config, "credsStore");
    return { helper: helper === "" ? undefined : helper, stored: storedFor((0,json/* member */.Dc)(config, "auths"), configKey) };
}
function storedFor(auths, configKey) {
    if (!(0,json/* isRecord */.u4)(auths))
        return { kind: "anonymous" };
    const exact = readEntry((0,json/* member */.Dc)(auths, configKey));
    if (exact.kind !== "anonymous")
        return exact;
    const legacy = Object.keys(auths).find((key) => key !== configKey && hostOf(key) === hostOf(configKey));
    return legacy === undefined ? exact : readEntry(auths[legacy]);
}
function hostOf(key) {
    return key.replace(/^https?:\/\//, "").replace(/\/(v[12]\/?)?$/, "");
}
function readEntry(entry) {
    const registryToken = textOf(entry, "registrytoken");
    if (registryToken !== "")
        return { kind: "registry-token", token: registryToken };
    const identityToken = textOf(entry, "identitytoken");
    if (identityToken !== "")
        return { kind: "identity-token", token: identityToken };
    const decoded = Buffer.from(textOf(entry, "auth"), "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    const username = colon > 0 ? decoded.slice(0, colon) : textOf(entry, "username");
    const password = colon > 0 ? decoded.slice(colon + 1) : textOf(entry, "password");
    return username === "" || password === "" ? { kind: "anonymous" } : namedToken(username, password);
}
function textOf(entry, key) {
    return (0,json/* stringMember */.sk)(entry, key) ?? "";
}
function namedToken(username, secret) {
    if (username === "<token>")
        return { kind: "identity-token", token: secret };
    return { kind: "password", username, password: secret.replaceAll("\0", "") };
}

;// CONCATENATED MODULE: ../../packages/registry/lib/credential-helper.js



const HELPER_TIMEOUT_MS = 30_000;
const MAX_OUTPUT_CHARACTERS = 256 * 1024;
async function askCredentialHelper(name, configKey, environment) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
        throw (0,errors/* configuration */.HF)("BAD_CREDENTIAL_HELPER", `"${name.slice(0, 64)}" is not the name of a credential helper`);
    }
    const program = `docker-credential-${name}`;
    const { exitCode, output } = await run(program, configKey, environment);
    if (exitCode !== 0) {
        if (/not found/i.test(output))
            return { kind: "anonymous" };
        throw failed(program, `it ended with ${exitCode}: ${output.trim().slice(0, 200)}`);
    }
    const answer = (0,json/* parseJson */.qF)(output);
    const username = (0,json/* stringMember */.sk)(answer, "Username");
    const secret = (0,json/* stringMember */.sk)(answer, "Secret");
    if (username === undefined || secret === undefined)
        throw failed(program, "its answer has no Username and Secret");
    return secret === "" ? { kind: "anonymous" } : namedToken(username, secret);
}
function run(program, configKey, env) {
    return new Promise((resolve, reject) => {
        const signal = AbortSignal.timeout(HELPER_TIMEOUT_MS);
        const child = (0,external_node_child_process_.spawn)(program, ["get"], { env, stdio: ["pipe", "pipe", "ignore"], signal });
        let output = "";
        child.stdout.setEncoding("utf8");
        child.stdout.on("data", (text) => {
            if (output.length < MAX_OUTPUT_CHARACTERS)
                output += text;
        });
        child.on("error", (error) => reject(failed(program, "it could not be started, or did not end in 30 s", error)));
        child.on("close", (code) => resolve({ exitCode: code ?? -1, output }));
        child.stdin.on("error", () => undefined);
        child.stdin.end(`${configKey}\n`);
    });
}
function failed(program, reason, cause) {
    return (0,errors/* upstream */.a4)("CREDENTIAL_HELPER_FAILED", `${program} gave no credentials: ${reason}`, {
        nextStep: "Correct credHelpers or credsStore in Docker's config.json, or give the inputs username and password.",
        cause,
    });
}

;// CONCATENATED MODULE: ../../packages/registry/lib/look-up-credentials.js






async function lookUpCredentials(address, environment = process.env) {
    const folder = environment["DOCKER_CONFIG"] ?? "";
    const config = await readConfig((0,external_node_path_.join)(folder === "" ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".docker") : folder, "config.json"));
    const { helper, stored } = findInDockerConfig(config, address.configKey);
    const helped = helper === undefined ? stored : await askCredentialHelper(helper, address.configKey, environment);
    const found = helped.kind === "anonymous" ? stored : helped;
    if (found.kind === "anonymous" && isPrivateEcr(address.host) && hasAwsCredentials(environment)) {
        throw ecrLoginMissing(address.host);
    }
    return found;
}
function isPrivateEcr(host) {
    return /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(host);
}
function hasAwsCredentials(environment) {
    const names = ["AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
    return names.some((name) => (environment[name] ?? "") !== "");
}
function ecrLoginMissing(host) {
    return (0,errors/* configuration */.HF)("ECR_LOGIN_MISSING", `${host} asks for a login. There are AWS credentials in the environment, but no login made from them in Docker's configuration`, "Put aws-actions/amazon-ecr-login after aws-actions/configure-aws-credentials, or name ecr-login under credHelpers in Docker's config.json and install docker-credential-ecr-login.");
}
async function readConfig(file) {
    const content = await readText(file);
    if (content === undefined)
        return {};
    const config = (0,json/* parseJson */.qF)(content);
    if ((0,json/* isRecord */.u4)(config))
        return config;
    throw (0,errors/* configuration */.HF)("BAD_DOCKER_CONFIG", `${file} is not a JSON object, so no credentials can be read from it`, "Log in again with docker/login-action, or give the inputs username and password.");
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        const code = (0,json/* stringMember */.sk)(error, "code") ?? "unknown";
        if (code === "ENOENT" || code === "ENOTDIR")
            return undefined;
        throw (0,errors/* configuration */.HF)("BAD_DOCKER_CONFIG", `${file} could not be read (${code})`, "Check its permissions.");
    }
}

;// CONCATENATED MODULE: ../../packages/registry/lib/put-manifest.js




async function putManifest(to, reference, manifest, before) {
    const { exchange } = to;
    const request = putRequest(to, reference, manifest);
    let condition = conditionOf(before);
    let uncertain = false;
    await exchange.again(async () => {
        if (uncertain && (await digestNow()) === manifest.digest)
            return;
        try {
            await put();
        }
        catch (error) {
            uncertain = error instanceof TransientError && error.ambiguous;
            throw error;
        }
    });
    async function digestNow() {
        return (await resolveManifest(exchange, to.repository, reference))?.digest;
    }
    async function put() {
        const answer = await exchange.once({ ...request, headers: { ...request.headers, ...condition } });
        if (answer.status === 201 || answer.status === 200) {
            requireSameDigest(to, request.path, answer, manifest.digest);
            return;
        }
        if (!namesAnother(answer))
            throw await exchange.refused(request, answer);
        const named = await digestNow();
        if (named === manifest.digest)
            return;
        const isOfCondition = condition !== undefined && answer.status === 412 && !speaksOfImmutability(answer);
        if (!isOfCondition)
            throw immutable(to, reference, named);
        if (named !== before?.digest)
            throw moved(to, reference, { before, named, wanted: manifest.digest });
        condition = undefined;
        await put();
    }
}
function putRequest({ repository }, reference, { mediaType, bytes }) {
    return {
        method: "PUT",
        path: `/v2/${repository}/manifests/${reference}`,
        scope: { repository, actions: "pull,push" },
        headers: { "content-type": mediaType },
        body: bytes,
    };
}
function conditionOf(before) {
    if (before === undefined)
        return undefined;
    if (before.digest === undefined)
        return { "if-none-match": "*" };
    return before.etag?.startsWith('"') === true ? { "if-match": before.etag } : undefined;
}
function requireSameDigest(to, path, answer, digest) {
    const stored = answer.headers["docker-content-digest"] ?? "";
    if (stored !== "" && stored !== digest)
        throw lyingDigest(to.exchange.registry.host, path, stored, digest);
}
function namesAnother(answer) {
    return answer.status === 409 || answer.status === 412 || speaksOfImmutability(answer);
}
function speaksOfImmutability(answer) {
    const { code, message } = complaintOf(answer);
    return answer.status >= 400 && /immutab|already ?exists/i.test(`${code} ${message}`);
}
function immutable(to, tag, named) {
    return (0,errors/* refusal */.x5)("TAG_IMMUTABLE", `${to.exchange.registry.host} keeps ${nameOfPlace(to)}:${tag} immutable, and it names ${named ?? "nothing"}; nothing else can be put there`, "Release under a new version. For a floating tag, exclude it from the repository's immutability.");
}
function moved(to, tag, { before, named, wanted }) {
    return (0,errors/* refusal */.x5)("TAG_MOVED", `${nameOfPlace(to)}:${tag} names ${named ?? "nothing"}, and named ${before?.digest ?? "nothing"} a moment ago: somebody else moved it before ${wanted} was put there, and it was not overwritten`, "Find out what else pushes this tag, then run this job again.");
}

;// CONCATENATED MODULE: ../../packages/registry/lib/put-tags.js


const WORTH_ASKING = 3;
async function putTags(to, tags, manifest) {
    if (tags.length < WORTH_ASKING)
        return [];
    const { exchange, repository } = to;
    const query = tags.map((tag) => `tag=${encodeURIComponent(tag)}`).join("&");
    const path = `/v2/${repository}/manifests/${manifest.digest}?${query}`;
    try {
        const answer = await exchange.once({
            method: "PUT",
            path,
            scope: { repository, actions: "pull,push" },
            headers: { "content-type": manifest.mediaType },
            body: manifest.bytes,
        });
        if (answer.status !== 201)
            return [];
        requireSameDigest(to, path, answer, manifest.digest);
        return tagsIn(answer).filter((tag) => tags.includes(tag));
    }
    catch (error) {
        if (error instanceof errors/* FairwayError */.q2 && error.kind === "upstream" && error.code !== "DIGEST_MISMATCH")
            return [];
        throw error;
    }
}
function tagsIn({ headers }) {
    return (headers["oci-tag"] ?? "").split(",").map((tag) => tag.trim());
}

;// CONCATENATED MODULE: ../../packages/registry/lib/read-platforms.js



async function readPlatforms(exchange, repository, manifest) {
    const document = (0,json/* parseJson */.qF)(new TextDecoder().decode(manifest.bytes));
    if (!manifest_types_isIndexType(manifest.mediaType))
        return [platformOf(await read_platforms_readConfig(exchange, repository, document))];
    const entries = (0,json/* member */.Dc)(document, "manifests");
    const platforms = Array.isArray(entries) ? entries.map((entry) => platformOf((0,json/* member */.Dc)(entry, "platform"))) : [];
    return platforms.filter((platform) => !platform.startsWith("unknown/"));
}
function platformOf(value) {
    const [os, architecture, variant] = ["os", "architecture", "variant"].map((key) => (0,json/* stringMember */.sk)(value, key) ?? "");
    return [os === "" ? "unknown" : os, architecture, variant].filter((part) => part !== "").join("/");
}
async function read_platforms_readConfig(exchange, repository, document) {
    const digest = (0,json/* stringMember */.sk)((0,json/* member */.Dc)(document, "config"), "digest") ?? "";
    const { host } = exchange.registry;
    if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
        throw (0,errors/* upstream */.a4)("NO_CONFIG", `the manifest on ${host} names no config, so its platform is not known`);
    }
    const path = `/v2/${repository}/blobs/${digest}`;
    const request = { method: "GET", path, scope: { repository, actions: "pull" } };
    const answer = await exchange.send(request);
    if (answer.status !== 200)
        throw await exchange.refused(request, answer);
    const actual = digestOf(answer.body);
    if (actual !== digest)
        throw lyingDigest(host, path, digest, actual);
    return (0,json/* parseJson */.qF)(new TextDecoder().decode(answer.body));
}

;// CONCATENATED MODULE: ../../packages/registry/lib/registry-address.js

function addressOf(host) {
    if (host === "docker.io") {
        return {
            host,
            origin: "https://registry-1.docker.io",
            configKey: "https://index.docker.io/v1/",
            loopback: false,
        };
    }
    const loopback = (0,lib_loopback/* isLoopbackHost */.c)(host.replace(/:\d+$/, ""));
    return { host, origin: `${loopback ? "http" : "https"}://${host}`, configKey: host, loopback };
}

;// CONCATENATED MODULE: ../../packages/registry/lib/open-registry.js











function openRegistry(options) {
    const exchange = openExchange(options);
    return { repository: (name) => openRepository(exchange, name) };
}
function openExchange(options) {
    const { http, clock, random, log, signal } = options;
    const registry = addressOf(options.host);
    const given = options.credentials;
    const credentials = async () => given === undefined ? lookUpCredentials(registry) : { kind: "password", ...given };
    const authorizer = createAuthorizer({
        http,
        clock,
        registry,
        credentials,
        mask: options.mask ?? (() => undefined),
        signal,
        retryAfterMs: (header) => (0,retry/* parseRetryAfter */.m)(header, clock.now()),
    });
    return createExchange({ http, clock, random, log, signal, registry, authorizer });
}
function openRepository(exchange, name) {
    const place = { exchange, repository: name };
    return {
        resolve: (reference, signal) => resolveManifest(exchange, name, reference, signal),
        fetch: async (digest) => {
            const manifest = await readManifest(exchange, name, digest);
            if (manifest === undefined)
                throw gone(`${exchange.registry.host}/${name}@${digest}`);
            return manifest;
        },
        put: (tag, manifest, before) => putManifest(place, tag, manifest, before),
        putTogether: (tags, manifest) => putTags(place, tags, manifest),
        tags: () => listTags(exchange, name),
        platforms: (manifest) => readPlatforms(exchange, name, manifest),
        referrers: (manifest) => findReferrers(place, manifest),
    };
}
function gone(image) {
    return (0,errors/* refusal */.x5)("MISSING_IMAGE", `${image} is not in the registry, though a tag named it a moment ago`, "See whether a clean-up job of the registry removes images, then run the job again.");
}

;// CONCATENATED MODULE: ../../packages/registry/lib/probe-access.js








async function probeAccess(options, scope) {
    const registry = addressOf(options.host);
    const route = { http: options.http, registry, signal: options.signal };
    const request = { method: "GET", path: "/v2/", scope };
    const first = await travel(route, request, undefined);
    if (first.status === 200)
        return { kind: "open" };
    const challenge = parseChallenge(first.headers["www-authenticate"]);
    if (first.status !== 401 || challenge.kind === "unknown")
        throw probe_access_refused(options, request, first, false);
    const credentials = options.credentials === undefined
        ? await lookUpCredentials(registry)
        : { kind: "password", ...options.credentials };
    options.mask?.(secretOf(credentials) ?? "");
    const { authorization, access } = await logIn(options, scope, challenge, credentials);
    const second = await travel(route, request, authorization);
    if (second.status !== 200)
        throw probe_access_refused(options, request, second, credentials.kind !== "anonymous");
    return access;
}
async function logIn(options, scope, challenge, credentials) {
    if (challenge.kind === "basic") {
        const authorization = credentials.kind === "password" ? basicHeader(credentials.username, credentials.password) : undefined;
        return { authorization, access: { kind: "password" } };
    }
    const token = await requestToken(options.http, {
        challenge,
        scope,
        credentials,
        registry: addressOf(options.host),
        signal: options.signal,
        retryAfterMs: (header) => (0,retry/* parseRetryAfter */.m)(header, options.clock.now()),
    });
    options.mask?.(token.text);
    return { authorization: `Bearer ${token.text}`, access: { kind: "token", granted: grantedBy(token.text, scope) } };
}
function grantedBy(token, { repository }) {
    const claims = (0,json/* parseJson */.qF)(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const access = (0,json/* member */.Dc)(claims, "access");
    if (!Array.isArray(access))
        return undefined;
    const own = access.filter((entry) => (0,json/* stringMember */.sk)(entry, "type") === "repository" && (0,json/* stringMember */.sk)(entry, "name") === repository);
    const actions = own.flatMap((entry) => (0,json/* member */.Dc)(entry, "actions"));
    return actions.filter((action) => typeof action === "string");
}
function probe_access_refused({ host, clock }, request, answer, loggedIn) {
    return isTransientStatus(answer.status)
        ? transientAnswer(host, answer, (0,retry/* parseRetryAfter */.m)(answer.headers["retry-after"], clock.now()))
        : answerError(host, request, answer, loggedIn);
}

;// CONCATENATED MODULE: ../../packages/registry/lib/image-probe.js


function openImageProbe(options) {
    const repositoryOf = ({ registry, repository }) => openRegistry({ ...options, host: registry }).repository(repository);
    return {
        access: ({ registry, repository }, actions) => probeAccess({ ...options, host: registry }, { repository, actions }),
        resolve: (image, reference) => repositoryOf(image).resolve(reference),
        tags: (image) => repositoryOf(image).tags(),
    };
}

;// CONCATENATED MODULE: ../../packages/registry/lib/probe.js



/***/ })

};
