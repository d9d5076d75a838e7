export const id = 384;
export const ids = [384];
export const modules = {

/***/ 384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  healthGate: () => (/* binding */ healthGate)
});

;// CONCATENATED MODULE: ./lib/asker.js
function createAsker(inputs, { probe, signal: cancelled }) {
    const timeoutMs = inputs.attemptTimeoutSeconds * 1000;
    let count = 0;
    return {
        ask: (target, signal) => {
            count += 1;
            return probe.attempt(target.url, {
                timeoutMs,
                followRedirects: inputs.followRedirects,
                address: target.address,
                signal: AbortSignal.any([cancelled, signal]),
            });
        },
        count: () => count,
    };
}

// EXTERNAL MODULE: ../../packages/domain/lib/clock.js
var lib_clock = __webpack_require__(327);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(863);
// EXTERNAL MODULE: ../../packages/domain/lib/json-pointer.js
var json_pointer = __webpack_require__(627);
// EXTERNAL MODULE: ../../packages/domain/lib/certificate.js
var lib_certificate = __webpack_require__(618);
;// CONCATENATED MODULE: ./lib/redact.js
const MAX_EXCERPT = 200;
const MASK = "***";
const SECRET_WORD = "password|passwd|pwd|secret|token|api[-_]?key|credential|authorization|cookie|session[-_]?id|private[-_]?key";
const SECRET_NAME = `[\\w.-]{0,40}(?:${SECRET_WORD})[\\w.-]{0,40}`;
const RULES = [
    [/([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']{1,200}@/gi, `$1${MASK}@`],
    [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${MASK}`],
    [new RegExp(`("${SECRET_NAME}"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|[^\\s,}\\]]+)`, "gi"), `$1"${MASK}"`],
    [new RegExp(`\\b(${SECRET_NAME}\\s*[=:]\\s*)(?!"?\\*)[^\\s&;,"'}]+`, "gi"), `$1${MASK}`],
    [/\beyJ[\w-]{10,2000}\.[\w-]+\.[\w-]*/g, MASK],
    [/\b(?:gh[pousr]_|github_pat_|AKIA|ASIA|xox[a-z]-)\w{8,}/g, MASK],
];
function excerpt(text, maxLength = MAX_EXCERPT) {
    const line = text
        .slice(0, maxLength * 20)
        .replaceAll(/[\s\u0085\u2028\u2029]+/g, " ")
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
        .trim();
    const redacted = RULES.reduce((current, [pattern, replacement]) => current.replaceAll(pattern, replacement), line);
    return redacted.length > maxLength ? `${redacted.slice(0, maxLength - 1)}…` : redacted;
}

;// CONCATENATED MODULE: ./lib/advise.js


function advise(code, seen) {
    if (seen.kind === "timed-out")
        return BY_PHASE[seen.phase];
    if (seen.kind === "tls")
        return ofTls(seen);
    if (seen.kind !== "answer")
        return BY_KIND[seen.kind];
    return code === "STATUS" ? byStatus(seen.status, seen.headers["location"]) : (BY_EXPECTATION[code] ?? LOOK_INSIDE);
}
const LOOK_INSIDE = "Read the application's own log for the time of this step. Raise timeout-seconds only when it was still starting.";
const NO_WAY = "Check the port in url, and that the security group, network ACL or firewall lets the runner reach it.";
const UNKNOWN_NAME = "Check the host's name in url, and that the resolver of the runner knows it.";
const OTHER_VERSION = "Another version than the one deployed answers. Check that the URL leads to the service that was deployed, that the deployment was not rolled back, and that no cache answers in its place.";
const BY_EXPECTATION = {
    VERSION: OTHER_VERSION,
    UNVERSIONED: "Check version-pointer against the answer above, and that url is the path that tells the version. Let the application answer it as JSON.",
    HEADER: "Compare expect-header with the headers that the application answers; the whole value must be equal.",
    JSON: "The application answers and says that it is not ready: look at the part that is named above, then at the application's own log. If that is how it always answers, correct expect-json.",
};
const BY_PHASE = {
    resolving: UNKNOWN_NAME,
    connecting: `No answer to the attempt to connect: packets are dropped on the way. ${NO_WAY}`,
    handshaking: "Something took the connection and began no TLS in time. Check that the port in url is one that speaks TLS, and the load of what stands there.",
    waiting: "The application took the connection and said nothing in time: read its own log. Raise attempt-timeout-seconds only when an answer may take that long.",
    reading: "The answer began and did not end in time. Check that url is a health endpoint and not a stream; raise attempt-timeout-seconds when it is slow by nature.",
};
const BY_KIND = {
    connected: LOOK_INSIDE,
    "login-asked": LOOK_INSIDE,
    "login-refused": "Read the database's own log. It may still recover, be a standby that takes no queries, be shutting down, or have no free connection.",
    refused: `Check that the application started and listens on that port, on every address and not on loopback alone. ${NO_WAY}`,
    dns: UNKNOWN_NAME,
    forbidden: "Give a URL whose host has only addresses of its own, with https unless it is loopback.",
    "too-large": "Check the path in url: a health endpoint answers with less.",
    broken: "Check that scheme and port in url belong together (https and its port), and whether the application restarts: its own log says so.",
};
function byStatus(status, location) {
    if (status >= 300 && status <= 399)
        return ofRedirect(location);
    return BY_STATUS.get(status) ?? (status >= 500 ? LOOK_INSIDE : UNEXPECTED);
}
const NOTHING_THERE = "Check the path in url: something answers there and has nothing at that path. If the path is right, look whether the balancer sends it to this application.";
const LOGIN = "Ask a path in url that is open to everybody: the gate sends no login and no headers. Open the health endpoint in the application, or in the login, firewall or address list in front of it.";
const BEHIND = "What stands in front has no application that is ready behind it: look at the health of its targets, then at the application's own log.";
const UNEXPECTED = "Check the path in url. If this status is what health means here, list it in expect-status.";
const BY_STATUS = new Map([
    [401, LOGIN],
    [403, LOGIN],
    [404, NOTHING_THERE],
    [410, NOTHING_THERE],
    [405, "Give a path in url that answers GET, which is all that the gate sends."],
    [407, LOGIN],
    [
        429,
        "Exempt the health endpoint from the limit on requests, or raise it: the gate asks several times a second at first.",
    ],
    [502, BEHIND],
    [504, BEHIND],
]);
function ofRedirect(location) {
    const [address = ""] = (location ?? "").split(/[?#]/);
    const there = address === "" ? "the address that it names" : excerpt(address, 100);
    return `Give ${there} in url if that is the health endpoint; follow-redirects: true follows it on the same scheme, host and port. If it is a login, give a path that needs none.`;
}
function ofTls({ code, message }) {
    const certificate = (0,lib_certificate/* certificateProblem */.VP)({ code, reason: message });
    if (certificate === undefined)
        return "No TLS was agreed on. Check that scheme and port in url belong together: plain http on that port, or a version before TLS 1.2, looks like this.";
    return `The certificate of that host: ${certificate.problem}. ${certificate.nextStep} Verification is never turned off.`;
}

// EXTERNAL MODULE: ./lib/expectations.js
var expectations = __webpack_require__(484);
;// CONCATENATED MODULE: ./lib/postgres-answer.js


const NOT_READY = ["53", "57", "58", "XX"];
function assessPostgres(seen) {
    const passed = { kind: "passed", tookMs: seen.tookMs, version: undefined };
    if (seen.kind === "login-asked")
        return { ...passed, observed: `accepts PostgreSQL connections${login(seen.method)}` };
    const { sqlState } = seen;
    if (!NOT_READY.includes(sqlState.slice(0, 2)))
        return { ...passed, observed: `accepts PostgreSQL connections (and refuses this one with ${sqlState})` };
    return {
        kind: "failed",
        code: "DATABASE",
        expected: "a PostgreSQL server that accepts connections",
        observed: `turns connections away with ${sqlState}: ${excerpt(seen.message)}`,
        excerpt: "",
        patience: "timeout",
        nextStep: advise("DATABASE", seen),
        version: undefined,
    };
}
function login(method) {
    return method === "none" ? " (without authentication)" : ` (authentication: ${method})`;
}

;// CONCATENATED MODULE: ./lib/assess.js





function assess(seen, expectations) {
    if (seen.kind === "connected")
        return { kind: "passed", observed: "accepts connections", tookMs: seen.tookMs, version: undefined };
    if (seen.kind === "login-asked" || seen.kind === "login-refused")
        return assessPostgres(seen);
    if (seen.kind !== "answer")
        return failed(seen, withoutAnswer(seen));
    const document = (0,json/* parseJson */.qF)(seen.body);
    const version = versionIn(document, expectations);
    const finding = statusFinding(seen, expectations) ??
        versionFinding(seen, version, expectations) ??
        headerFinding(seen, expectations) ??
        jsonFinding(seen, document, expectations);
    if (finding !== undefined)
        return failed(seen, finding, { excerpt: excerpt(seen.body), version });
    const observed = `answers ${seen.status}${version === undefined ? "" : ` with version ${version}`}`;
    return { kind: "passed", observed, tookMs: seen.tookMs, version };
}
function failed(seen, { patience = "timeout", ...finding }, answer = { excerpt: "", version: undefined }) {
    return { kind: "failed", ...finding, ...answer, patience, nextStep: advise(finding.code, seen) };
}
const DOING = {
    resolving: "its name did not resolve in time",
    connecting: "no connection was made in time",
    handshaking: "the TLS handshake did not end in time",
    waiting: "it accepted the connection and did not answer in time",
    reading: "its answer did not end in time",
};
function withoutAnswer(seen) {
    const expected = "an answer";
    switch (seen.kind) {
        case "refused":
            return { code: "REFUSED", expected, observed: "refuses the connection: nothing listens there" };
        case "timed-out":
            return { code: "NO_ANSWER", expected: "an answer in time", observed: DOING[seen.phase] };
        case "tls":
            return { code: "TLS", expected: "TLS that can be trusted", observed: `fails TLS: ${said(seen)}` };
        case "dns":
            return { code: "DNS", expected, observed: `has a name that does not resolve (${excerpt(seen.code, 40)})` };
        case "forbidden":
            return {
                code: "ADDRESS",
                expected: "an address that may be asked",
                observed: `is refused: ${excerpt(seen.message)}`,
                patience: "none",
            };
        case "too-large":
            return {
                code: "ANSWER",
                expected: `at most ${seen.maxBytes} bytes`,
                observed: `answers ${seen.status} with more than ${seen.maxBytes} bytes`,
            };
        case "broken":
            return { code: "NO_ANSWER", expected, observed: `breaks off: ${said(seen)}` };
    }
}
function said({ code, message }) {
    return excerpt(message === "" ? code : `${message} (${code})`);
}
function statusFinding({ status, headers }, { statuses }) {
    if (statuses.some(({ from, to }) => status >= from && status <= to))
        return undefined;
    const location = headers["location"];
    const redirect = status >= 300 && status <= 399;
    const to = redirect && location !== undefined ? `, a redirect to ${excerpt(location.split("?")[0] ?? "", 100)}` : "";
    return {
        code: "STATUS",
        expected: `status ${(0,expectations/* renderStatuses */.DW)(statuses)}`,
        observed: `answers ${status}${to}`,
        patience: redirect || status === 401 || status === 403 ? "grace" : "timeout",
    };
}
function versionIn(document, { versionPointer }) {
    const value = (0,json_pointer/* valueAt */.f)(document, versionPointer);
    return typeof value === "string" || typeof value === "number" ? excerpt(String(value), 128) : undefined;
}
function versionFinding(answer, version, expectations) {
    const { version: wanted, versionPointer } = expectations;
    if (wanted === undefined || version === wanted)
        return undefined;
    const expected = `version ${wanted} at ${versionPointer.text}`;
    if (version === undefined)
        return { code: "UNVERSIONED", expected, observed: without(answer, "a version") };
    return { code: "VERSION", expected, observed: `answers ${answer.status} with version ${version}`, patience: "grace" };
}
function headerFinding({ status, headers }, expectations) {
    const missing = expectations.headers.find(({ name, value }) => headers[name] !== value);
    if (missing === undefined)
        return undefined;
    const value = headers[missing.name];
    const found = value === undefined ? "without that header" : `with ${excerpt(`${missing.name}: ${value}`, 100)}`;
    return {
        code: "HEADER",
        expected: `header ${missing.name}: ${missing.value}`,
        observed: `answers ${status} ${found}`,
    };
}
function jsonFinding(answer, document, { json }) {
    const missing = json.find((expectation) => !(0,expectations/* fulfils */.eK)(expectation, (0,json_pointer/* valueAt */.f)(document, expectation.pointer)));
    if (missing === undefined)
        return undefined;
    const { pointer, text } = missing;
    const value = (0,json_pointer/* valueAt */.f)(document, pointer);
    const place = pointer.text === "" ? "the answer" : pointer.text;
    const expected = `${place} = ${text}`;
    if (value === undefined)
        return { code: "JSON", expected, observed: without(answer, place) };
    const found = excerpt(`"${pointer.tokens.at(-1) ?? ""}": ${JSON.stringify(value)}`, 120).replace(/^"[^"]*": /, "");
    return { code: "JSON", expected, observed: `answers ${answer.status} with ${place} = ${found}` };
}
function without({ status, headers, body }, place) {
    if ((0,json/* parseJson */.qF)(body) !== undefined)
        return `answers ${status} with JSON without ${place}`;
    const type = excerpt(headers["content-type"]?.split(";")[0] ?? "text of no type", 60);
    return `answers ${status} with ${body === "" ? "an empty body" : type}, not JSON`;
}

;// CONCATENATED MODULE: ./lib/history.js
const KEPT_STATES = 40;
const NO_HISTORY = { entries: [], leftOut: 0 };
function remember({ entries, leftOut }, { target, seen }, atMs) {
    const now = entryOf(target, seen, atMs);
    const index = entries.findLastIndex(({ lane }) => lane === now.lane);
    const last = entries[index];
    const closed = last === undefined ? entries : entries.with(index, { ...last, endMs: atMs });
    if (last?.what === now.what && last.tone === now.tone)
        return { entries: closed, leftOut };
    const more = [...closed, now];
    if (more.length <= KEPT_STATES)
        return { entries: more, leftOut };
    return { entries: more.toSpliced(KEPT_STATES / 2, 1), leftOut: leftOut + 1 };
}
function entryOf({ label }, { kind, observed }, atMs) {
    return { lane: label, what: observed, startMs: atMs, endMs: atMs, tone: kind === "passed" ? "good" : "bad" };
}

;// CONCATENATED MODULE: ./lib/judge.js
const GRACE_MS = 30_000;
function judge(tracks, rules, nowMs) {
    const held = tracks.filter(({ streak }) => streak >= rules.consecutiveSuccesses);
    const enough = rules.require === "all" ? held.length === tracks.length && holdTogether(held) : held.length > 0;
    if (enough)
        return { kind: "ready", afterMs: readyAfter(held, rules), tracks: held };
    const settled = tracks.flatMap((track) => settledOf(track, rules, nowMs));
    const decided = rules.require === "all" ? settled.length > 0 : settled.length === tracks.length;
    const [first] = settled;
    if (decided && first !== undefined)
        return { kind: "settled", ...first };
    const [unhealthy = tracks[0]] = tracks.filter((track) => !held.includes(track));
    if (unhealthy !== undefined && nowMs >= rules.timeoutMs)
        return { kind: "expired", track: unhealthy };
    return { kind: "waiting" };
}
function holdTogether(held) {
    const latest = Math.max(...held.map(({ streakSinceMs }) => streakSinceMs ?? 0));
    return held.every(({ lastHeldMs }) => lastHeldMs !== undefined && lastHeldMs >= latest);
}
function readyAfter(held, { require }) {
    const times = held.map(({ streakSinceMs }) => streakSinceMs ?? 0);
    return require === "all" ? Math.max(...times) : Math.min(...times);
}
function settledOf(track, { timeoutMs }, nowMs) {
    const { last } = track;
    if (last?.kind !== "failed")
        return [];
    return hasSettled(track, last, { timeoutMs, nowMs }) ? [{ track, failed: last }] : [];
}
function hasSettled({ sameSinceMs, observations }, { patience }, { timeoutMs, nowMs }) {
    const graceMs = nowMs >= timeoutMs ? Math.min(GRACE_MS, timeoutMs / 2) : GRACE_MS;
    switch (patience) {
        case "none":
            return true;
        case "grace":
            return observations > 1 && nowMs - sameSinceMs >= graceMs;
        case "timeout":
            return false;
    }
}

// EXTERNAL MODULE: ../../packages/domain/lib/timeline.js
var timeline = __webpack_require__(254);
// EXTERNAL MODULE: ./lib/version-mix.js
var version_mix = __webpack_require__(76);
;// CONCATENATED MODULE: ./lib/track.js

function createTrack(target) {
    return {
        target,
        observations: 0,
        streak: 0,
        streakSinceMs: undefined,
        longestStreak: 0,
        passes: 0,
        last: undefined,
        lastFailed: undefined,
        sameSinceMs: 0,
        lastHeldMs: undefined,
        version: undefined,
        versions: new Map(),
    };
}
function observe(track, assessment, atMs) {
    const passed = assessment.kind === "passed";
    const streak = passed ? track.streak + 1 : 0;
    return {
        target: track.target,
        observations: track.observations + 1,
        streak,
        streakSinceMs: passed ? (track.streakSinceMs ?? atMs) : undefined,
        longestStreak: Math.max(track.longestStreak, streak),
        passes: track.passes + (passed ? 1 : 0),
        last: assessment,
        lastFailed: passed ? track.lastFailed : assessment,
        sameSinceMs: isSameState(track.last, assessment) ? track.sameSinceMs : atMs,
        lastHeldMs: passed ? atMs : track.lastHeldMs,
        version: assessment.version ?? track.version,
        versions: (0,version_mix/* countVersion */.y4)(track.versions, assessment.version),
    };
}
function isSameState(before, now) {
    return before?.kind === now.kind && before.observed === now.observed;
}

;// CONCATENATED MODULE: ./lib/progress-log.js


const MAX_CHANGES = 30;
function createProgressLog(log, timeoutMs) {
    let changes = 0;
    return {
        changed: ({ target, last }, now, atMs) => {
            if (isSameState(last, now))
                return;
            changes += 1;
            if (changes > MAX_CHANGES)
                return;
            log.info(`${(0,timeline/* renderMoment */.d)(atMs)} ${target.label} ${now.observed}${expectation(now)}`);
            if (changes === MAX_CHANGES)
                log.info("further changes are summed up every 15 s");
        },
        heartbeat: (tracks, attempts, atMs) => {
            const states = tracks.map((track) => `${track.target.label} ${renderState(track, atMs)}`);
            log.info(`still waiting after ${(0,lib_clock/* renderDuration */.P)(atMs)} of ${(0,lib_clock/* renderDuration */.P)(timeoutMs)}, ${attempts} attempts: ${states.join("; ")}`);
        },
    };
}
function renderState({ last, sameSinceMs }, atMs) {
    if (last === undefined)
        return "has not been heard of";
    return `${last.observed} (for ${(0,lib_clock/* renderDuration */.P)(atMs - sameSinceMs)})`;
}
function expectation(assessment) {
    return assessment.kind === "failed" ? `; expected ${assessment.expected}` : "";
}

;// CONCATENATED MODULE: ./lib/gate.js







function openGate(inputs, expectations, { clock, log }) {
    const deadline = (0,lib_clock/* createDeadline */.d)(clock, inputs.timeoutSeconds);
    const rules = { ...inputs, timeoutMs: deadline.totalMs };
    const progress = createProgressLog(log, deadline.totalMs);
    const ended = new AbortController();
    const tracks = new Map(inputs.url.map((target) => [target, createTrack(target)]));
    const mixes = new Map();
    const mix = ({ url }) => mixes.get(url) ?? version_mix/* NO_VERSIONS */.Cr;
    const track = (target) => tracks.get(target) ?? createTrack(target);
    let history = NO_HISTORY;
    let verdict = { kind: "waiting" };
    const decide = (nowMs) => {
        if (verdict.kind === "waiting")
            verdict = judge([...tracks.values()], rules, nowMs);
        if (verdict.kind !== "waiting")
            ended.abort();
    };
    return {
        ended: ended.signal,
        timeoutMs: deadline.totalMs,
        usedMs: () => deadline.usedMs(),
        track,
        tracks: () => [...tracks.values()],
        mix,
        history: () => history,
        replace: (before, after) => {
            for (const target of before)
                if (!after.includes(target))
                    tracks.delete(target);
            for (const target of after)
                tracks.set(target, track(target));
        },
        report: (target, seen) => {
            const nowMs = deadline.usedMs();
            const assessment = assess(seen, expectations);
            progress.changed(track(target), assessment, nowMs);
            tracks.set(target, observe(track(target), assessment, nowMs));
            mixes.set(target.url, (0,version_mix/* mixIn */.KB)(mix(target), assessment.version, nowMs));
            history = remember(history, { target, seen: assessment }, nowMs);
            decide(nowMs);
        },
        expire: () => decide(deadline.totalMs),
        sayAlive: (attempts) => progress.heartbeat([...tracks.values()], attempts, deadline.usedMs()),
        verdict: () => verdict,
        close: () => ended.abort(),
    };
}

;// CONCATENATED MODULE: ./lib/pause.js
async function pause(clock, ms, over) {
    try {
        await clock.sleep(ms, over);
        return !over.aborted;
    }
    catch (error) {
        if (over.aborted)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/pace.js
const SECOND_MS = 1000;
function seekPauseMs(elapsedMs, refused) {
    if (elapsedMs < 10 * SECOND_MS)
        return refused ? 25 : 50;
    if (elapsedMs < 60 * SECOND_MS)
        return refused ? 100 : 250;
    return refused ? 250 : SECOND_MS;
}
const CONFIRM_PAUSE_MS = 10;
function holdPauseMs(elapsedMs) {
    return elapsedMs < 60 * SECOND_MS ? 250 : SECOND_MS;
}
function soakPauseMs(soakMs) {
    return Math.max(100, soakMs / 600);
}

;// CONCATENATED MODULE: ./lib/attempts.js
const MAX_ROLLING = 8;
function createOverlappingAttempts(target, asker) {
    let open = [];
    const giveUp = (flights) => {
        open = open.filter((flight) => !flights.includes(flight));
        for (const flight of flights)
            flight.giveUp.abort();
    };
    return {
        start: async () => {
            const flight = { patient: !open.some(({ patient }) => patient), giveUp: new AbortController() };
            const rolling = open.filter(({ patient }) => !patient);
            if (!flight.patient)
                giveUp(rolling.slice(0, Math.max(0, rolling.length + 1 - MAX_ROLLING)));
            open = [...open, flight];
            const observation = await asker.ask(target, flight.giveUp.signal);
            const givenUp = !open.includes(flight);
            open = open.filter((other) => other !== flight);
            return givenUp || observation.kind === "aborted" ? undefined : observation;
        },
        abandon: () => giveUp(open),
    };
}

;// CONCATENATED MODULE: ./lib/pursue.js



async function pursue(pursuit) {
    const { gate, over, target } = pursuit;
    while (!over.aborted) {
        if (gate.track(target).streak === 0)
            await seek(pursuit);
        else
            await pursue_confirm(pursuit);
    }
}
async function seek({ target, gate, asker, clock, over }) {
    const attempts = createOverlappingAttempts(target, asker);
    const found = new AbortController();
    const done = AbortSignal.any([over, found.signal]);
    let defect;
    const look = async () => {
        const seen = await attempts.start();
        if (seen === undefined)
            return;
        gate.report(target, seen);
        if (gate.track(target).streak === 0)
            return;
        attempts.abandon();
        found.abort();
    };
    while (!done.aborted) {
        look().catch((error) => {
            defect = { error };
            found.abort();
        });
        await pause(clock, seekPauseMs(gate.usedMs(), isRefused(gate.track(target))), done);
    }
    attempts.abandon();
    if (defect !== undefined)
        throw defect.error;
}
async function pursue_confirm({ target, gate, asker, clock, over, consecutiveSuccesses }) {
    const enough = gate.track(target).streak >= consecutiveSuccesses;
    if (!(await pause(clock, enough ? holdPauseMs(gate.usedMs()) : CONFIRM_PAUSE_MS, over)))
        return;
    const seen = await asker.ask(target, over);
    if (seen.kind !== "aborted")
        gate.report(target, seen);
}
function isRefused({ last }) {
    return last?.kind === "failed" && last.code === "REFUSED";
}

// EXTERNAL MODULE: ./lib/target.js + 2 modules
var lib_target = __webpack_require__(604);
;// CONCATENATED MODULE: ./lib/pursue-each.js





const LOOK_UP_PAUSE_MS = 2000;
async function pursueEach(pursuit) {
    const { gate, target, probe, clock, lookUpTimeoutMs } = pursuit;
    const crashed = new AbortController();
    const over = AbortSignal.any([pursuit.over, crashed.signal]);
    const chases = new Map();
    const work = [];
    const start = ({ target: one, stop }) => {
        const chasing = pursue({ ...pursuit, target: one, over: AbortSignal.any([over, stop.signal]) });
        chasing.catch(() => crashed.abort());
        work.push(chasing);
    };
    while (!over.aborted) {
        const found = await probe.addressesOf(target.url, { timeoutMs: lookUpTimeoutMs, signal: over });
        if (found.kind === "addresses")
            for (const chase of update(pursuit, chases, found))
                start(chase);
        else if (found.kind !== "aborted" && (chases.size === 0 || found.kind === "forbidden"))
            gate.report(target, found);
        await pause(clock, chases.size > 0 ? LOOK_UP_PAUSE_MS : seekPauseMs(gate.usedMs(), false), over);
    }
    await Promise.all(work);
}
function update({ gate, target, log }, chases, { addresses, unreachable }) {
    const before = [...chases.values()];
    const gone = [...chases].filter(([address]) => !addresses.includes(address));
    const added = addresses.filter((address) => !chases.has(address));
    if (gone.length + added.length === 0)
        return [];
    const fresh = added.map((address) => ({ target: (0,lib_target/* targetAt */.t)(target, address), stop: new AbortController() }));
    for (const [address] of gone)
        chases.delete(address);
    for (const [index, chase] of fresh.entries())
        chases.set(added[index] ?? "", chase);
    gate.replace([target, ...before.map(({ target: one }) => one)], [...chases.values()].map(({ target: one }) => one));
    for (const [, { stop }] of gone)
        stop.abort();
    const leftOut = unreachable.length === 0 ? "" : `; left out, because there is no route to it: ${unreachable.join(", ")}`;
    log.info(`${(0,timeline/* renderMoment */.d)(gate.usedMs())} ${target.label} is asked at ${[...chases.keys()].join(", ")}${leftOut}`);
    return fresh;
}

;// CONCATENATED MODULE: ./lib/await-health.js




const HEARTBEAT_MS = 15_000;
async function awaitHealth(inputs, expectations, ports) {
    const { asker, clock, log, probe, signal } = ports;
    const gate = openGate(inputs, expectations, ports);
    const over = AbortSignal.any([signal, gate.ended]);
    const { consecutiveSuccesses } = inputs;
    const lookUpTimeoutMs = inputs.attemptTimeoutSeconds * 1000;
    const start = (target) => {
        const pursuit = { target, gate, asker, clock, over, consecutiveSuccesses };
        return inputs.resolve === "each" ? pursueEach({ ...pursuit, probe, log, lookUpTimeoutMs }) : pursue(pursuit);
    };
    try {
        await Promise.all([...inputs.url.map(start), expire(gate, ports, over), sayAlive(gate, ports, over)]);
    }
    finally {
        gate.close();
    }
    signal.throwIfAborted();
    return {
        verdict: decided(gate.verdict()),
        tracks: gate.tracks(),
        mixes: new Map(inputs.url.map((target) => [target.url, gate.mix(target)])),
        history: gate.history(),
        usedMs: gate.usedMs(),
    };
}
async function expire(gate, { clock }, over) {
    if (await pause(clock, gate.timeoutMs, over))
        gate.expire();
}
async function sayAlive(gate, { asker, clock }, over) {
    while (await pause(clock, HEARTBEAT_MS, over))
        gate.sayAlive(asker.count());
}
function decided(verdict) {
    if (verdict.kind === "waiting")
        throw new Error("the wait for health ended without a verdict");
    return verdict;
}

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
// EXTERNAL MODULE: ./lib/render-verdict.js
var render_verdict = __webpack_require__(323);
;// CONCATENATED MODULE: ./lib/explain.js



function explain(verdict, wait) {
    const { usedMs } = wait;
    const { track } = verdict;
    const reason = verdict.kind === "settled" ? settledReason(track, verdict.failed) : expiredReason(track, usedMs);
    const failed = verdict.kind === "settled" ? verdict.failed : track.lastFailed;
    return { reason, failure: failure(reason, evidence(track, failed, wait), causeOf(verdict, failed)) };
}
function explainSoak(verdict, { maxErrorRate = 0 }) {
    const figures = (0,render_verdict/* renderSoak */.ns)(verdict);
    if (verdict.kind === "slow") {
        const reason = `healthy, but too slow in the soak: p95 above ${verdict.maxP95Ms} ms; ${figures}`;
        return { reason, failure: failure(reason, [], TOO_SLOW) };
    }
    const { failed, target, lastHealthyMs, version } = verdict;
    const reason = `healthy at first, then ${target.label} ${failed.observed}; expected ${failed.expected}`;
    const lines = [
        `soak: ${figures}; at most ${(0,render_verdict/* percent */.KN)(maxErrorRate)} may fail`,
        `expected: ${failed.expected}`,
        `observed: ${failed.observed}`,
        ...excerptOf(failed),
        `last healthy: ${lastHealthyMs === undefined ? "before the soak" : `${(0,timeline/* renderMoment */.d)(lastHealthyMs)} after the soak began`}`,
        `serves now: ${version === undefined ? "unknown, no version was seen" : `version ${version}`}`,
    ];
    return { reason, failure: failure(reason, lines, SOAK_ERRORS) };
}
function failure(reason, lines, cause) {
    return new errors/* FairwayError */.q2([reason, ...lines].join("\n"), cause);
}
function settledReason({ target }, { observed, expected }) {
    return `${target.label} ${observed}; expected ${expected}`;
}
function expiredReason(track, usedMs) {
    const { target, last, passes, observations, longestStreak } = track;
    const within = `not healthy within ${(0,lib_clock/* renderDuration */.P)(usedMs)}`;
    if (last === undefined)
        return `${within}: ${target.label} gave no answer`;
    if (passes > 0)
        return `${within}: ${target.label} was healthy in ${passes} of ${observations} answers, at most ${longestStreak} in a row`;
    return last.kind === "failed" ? `${within}: ${settledReason(track, last)}` : within;
}
function evidence(track, failed, { mixes, tracks, usedMs }) {
    const mix = (0,render_verdict/* renderVersionMix */.N5)(mixes.get(track.target.url) ?? track);
    return [
        `expected: ${failed?.expected ?? "an answer in time"}`,
        `observed: ${track.last?.kind === "passed" ? (failed?.observed ?? "") : renderState(track, usedMs)}`,
        ...(failed === undefined ? [] : excerptOf(failed)),
        `last healthy: ${lastHealthy(track)}`,
        `serves now: ${(0,render_verdict/* renderServing */.jo)(track, tracks)}`,
        ...(mix === "" ? [] : [`versions: ${mix}`]),
        `answers and failures seen: ${track.observations} in ${(0,lib_clock/* renderDuration */.P)(usedMs)}`,
    ];
}
function excerptOf({ excerpt }) {
    return excerpt === "" ? [] : [`answer: ${excerpt}`];
}
function lastHealthy({ lastHeldMs }) {
    return lastHeldMs === undefined ? "never" : `${(0,timeline/* renderMoment */.d)(lastHeldMs)} after the start`;
}
function causeOf({ kind }, failed) {
    const nextStep = failed?.nextStep ?? NO_ANSWER_YET;
    if (failed?.code === "ADDRESS")
        return { kind: "configuration", code: "ADDRESS_REFUSED", nextStep };
    if (kind === "expired")
        return { kind: "upstream", code: "NOT_HEALTHY_IN_TIME", nextStep };
    const isOther = failed?.code === "VERSION";
    return { kind: "upstream", code: isOther ? "OTHER_VERSION" : "UNHEALTHY_ANSWER", nextStep };
}
const NO_ANSWER_YET = "Check the address in url and the application's own log. With timeout-seconds longer than attempt-timeout-seconds this step can tell where an attempt stops.";
const SOAK_ERRORS = {
    kind: "upstream",
    code: "SOAK_ERRORS",
    nextStep: "Look for one bad instance among several, or for what restarts. Roll back if people are affected.",
};
const TOO_SLOW = {
    kind: "upstream",
    code: "SOAK_SLOW",
    nextStep: "Compare with the version before: run the same gate against it. Roll back if this one is slower.",
};

// EXTERNAL MODULE: ./lib/preset.js
var preset = __webpack_require__(176);
// EXTERNAL MODULE: ./lib/statistics.js
var statistics = __webpack_require__(644);
;// CONCATENATED MODULE: ./lib/judge-soak.js

function judgeSoak(samples, { maxErrorRate, maxP95Ms }) {
    const figures = soakFigures(samples);
    const worst = lastFailure(samples);
    if (worst !== undefined && figures.errorRate > maxErrorRate)
        return { kind: "errors", figures, ...worst };
    const slow = maxP95Ms !== undefined && figures.p95Ms !== undefined && figures.p95Ms > maxP95Ms;
    return slow ? { kind: "slow", figures, maxP95Ms } : { kind: "clean", figures };
}
function isBeyondHope(failed, planned, { maxErrorRate }) {
    return failed > 0 && failed / planned > maxErrorRate;
}
function soakFigures(samples) {
    const failed = samples.filter(({ assessment }) => assessment.kind === "failed").length;
    const took = samples.flatMap(({ assessment }) => (assessment.kind === "passed" ? [assessment.tookMs] : []));
    return {
        samples: samples.length,
        failed,
        errorRate: samples.length === 0 ? 0 : failed / samples.length,
        errorRateBound: (0,statistics/* errorRateBound */.VQ)(failed, samples.length),
        p95Ms: (0,statistics/* percentile */.Ym)(took, 0.95),
    };
}
function lastFailure(samples) {
    const last = samples.findLast(({ assessment }) => assessment.kind === "failed");
    if (last?.assessment.kind !== "failed")
        return undefined;
    const own = samples.filter(({ target }) => target === last.target);
    return {
        target: last.target,
        failed: last.assessment,
        lastHealthyMs: own.findLast(({ assessment }) => assessment.kind === "passed")?.atMs,
        version: own.findLast(({ assessment }) => assessment.version !== undefined)?.assessment.version,
    };
}

;// CONCATENATED MODULE: ./lib/soak.js





const soak_HEARTBEAT_MS = 15_000;
const MAX_OPEN = 200;
async function soak(targets, inputs, expectations, ports) {
    const { clock, log, signal } = ports;
    const limits = { maxErrorRate: inputs.maxErrorRate ?? 0, maxP95Ms: inputs.maxP95Ms };
    const soakMs = inputs.soakSeconds * 1000;
    const rounds = Math.ceil(soakMs / soakPauseMs(soakMs));
    const started = clock.elapsedMs();
    const notes = { samples: [], failed: 0, open: 0 };
    const stop = new AbortController();
    const over = AbortSignal.any([signal, stop.signal]);
    log.info(`soaking for ${(0,lib_clock/* renderDuration */.P)(soakMs)}: ${rounds * targets.length} attempts`);
    const look = async (target) => {
        if (notes.open >= MAX_OPEN)
            return;
        notes.open += 1;
        const seen = await ports.asker.ask(target, over);
        notes.open -= 1;
        if (seen.kind === "aborted")
            return;
        note(notes, { target, assessment: assess(seen, expectations), atMs: clock.elapsedMs() - started });
        if (isBeyondHope(notes.failed, rounds * targets.length, limits))
            stop.abort();
    };
    const beat = heartbeat(notes, ports, over);
    const open = [];
    for (let round = 0; round < rounds && !over.aborted; round += 1) {
        for (const target of targets) {
            const looking = look(target);
            looking.catch(() => stop.abort());
            open.push(looking);
        }
        await pause(clock, Math.max(0, started + (round + 1) * soakPauseMs(soakMs) - clock.elapsedMs()), over);
    }
    await Promise.all(open);
    stop.abort();
    await beat;
    signal.throwIfAborted();
    return judgeSoak(notes.samples, limits);
}
function note(notes, sample) {
    notes.samples.push(sample);
    if (sample.assessment.kind === "failed")
        notes.failed += 1;
}
async function heartbeat(notes, { clock, log }, over) {
    for (let count = 1; await pause(clock, soak_HEARTBEAT_MS, over); count += 1) {
        const elapsed = (0,lib_clock/* renderDuration */.P)(count * soak_HEARTBEAT_MS);
        log.info(`still soaking after ${elapsed}: ${notes.samples.length} answers, ${notes.failed} failed`);
    }
}

;// CONCATENATED MODULE: ./lib/health-gate.js






async function healthGate(inputs, ports) {
    const asker = createAsker(inputs, ports);
    const expectations = expectationsOf(inputs);
    const wait = await awaitHealth(inputs, expectations, { ...ports, asker });
    const conclusion = await conclude(wait, inputs, async (targets) => soak(targets, inputs, expectations, { ...ports, asker }));
    ports.log.info(`${conclusion.outcome}: ${conclusion.reason}`);
    const { outcome, reason, failure } = conclusion;
    return {
        outputs: { ...figures(wait, conclusion.soak), attempts: String(asker.count()), reason, outcome },
        failure,
        wait,
    };
}
function expectationsOf(inputs) {
    return {
        statuses: inputs.expectStatus,
        headers: inputs.expectHeader ?? [],
        json: [...(0,preset/* expectationsOfPreset */.q)(inputs.preset), ...(inputs.expectJson ?? [])],
        version: inputs.expectVersion,
        versionPointer: inputs.versionPointer,
    };
}
async function conclude(wait, inputs, startSoak) {
    const { verdict } = wait;
    if (verdict.kind !== "ready") {
        const { failure, reason } = explain(verdict, wait);
        return { outcome: verdict.kind === "settled" ? "unhealthy" : "timed-out", reason, failure };
    }
    const ready = (0,render_verdict/* renderReady */.mK)(verdict, inputs, wait.mixes);
    if (inputs.soakSeconds === 0)
        return { outcome: "healthy", reason: ready };
    const soaked = await startSoak(verdict.tracks.map(({ target }) => target));
    if (soaked.kind === "clean")
        return { outcome: "healthy", reason: `${ready}; ${(0,render_verdict/* renderSoak */.ns)(soaked)}`, soak: soaked };
    return { outcome: "unhealthy", ...explainSoak(soaked, inputs), soak: soaked };
}
function figures({ verdict, tracks }, soaked) {
    const late = soaked?.kind === "errors" ? soaked.failed.version : undefined;
    const versions = [...new Set(late === undefined ? tracks.flatMap(({ version }) => version ?? []) : [late])];
    return {
        "ready-after-ms": verdict.kind === "ready" ? String(Math.round(verdict.afterMs)) : "",
        "observed-version": versions.join(","),
        "error-rate": soaked === undefined ? "" : String(Number(soaked.figures.errorRate.toFixed(4))),
        "p95-ms": soaked?.figures.p95Ms === undefined ? "" : String(Math.round(soaked.figures.p95Ms)),
    };
}


/***/ }),

/***/ 618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UZ: () => (/* binding */ certificateNames),
/* harmony export */   VP: () => (/* binding */ certificateProblem)
/* harmony export */ });
/* unused harmony export badCertificate */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(306);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(863);


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
    return configuration("BAD_CERTIFICATE", message, `${found.nextStep} It is always verified.`);
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
