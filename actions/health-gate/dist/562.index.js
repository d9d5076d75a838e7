export const id = 562;
export const ids = [562];
export const modules = {

/***/ 562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProbe: () => (/* reexport */ openProbe)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(30);
;// CONCATENATED MODULE: ../../packages/probe/lib/address-rule.js

const FORBIDDEN = [
    ["0.0.0.0", 8, "the unspecified address"],
    ["169.254.0.0", 16, "a link-local address, where cloud metadata services answer"],
    ["168.63.129.16", 32, "a cloud metadata service"],
    ["100.100.100.200", 32, "a cloud metadata service"],
    ["224.0.0.0", 4, "a multicast address"],
    ["240.0.0.0", 4, "a reserved address"],
    ["::", 128, "the unspecified address"],
    ["fe80::", 10, "a link-local address"],
    ["ff00::", 8, "a multicast address"],
    ["fd00:ec2::", 32, "a cloud metadata service"],
    ["::a9fe:0", 112, "a link-local address"],
    ["64:ff9b::a9fe:0", 112, "a link-local address"],
    ["2002:a9fe::", 32, "a link-local address"],
];
const forbidden = FORBIDDEN.map(([network, prefix, what]) => ({ list: listOf([[network, prefix]]), what }));
const loopback = listOf([
    ["127.0.0.0", 8],
    ["::1", 128],
]);
function problemOfAddress(address, scheme) {
    const found = forbidden.find(({ list }) => contains(list, address));
    if (found !== undefined)
        return `${address} is ${found.what}`;
    if (scheme === "http:" && !contains(loopback, address))
        return `${address} is not loopback, and plain http is for loopback only`;
    return undefined;
}
function contains(list, address) {
    return list.check(address, (0,external_node_net_.isIP)(address) === 6 ? "ipv6" : "ipv4");
}
function listOf(subnets) {
    const list = new external_node_net_.BlockList();
    for (const [network, prefix] of subnets)
        list.addSubnet(network, prefix, (0,external_node_net_.isIP)(network) === 6 ? "ipv6" : "ipv4");
    return list;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(553);
;// CONCATENATED MODULE: ../../packages/probe/lib/resolver.js



class ForbiddenAddressError extends Error {
}
function createResolver(ask = (host) => (0,promises_.lookup)(host, { all: true })) {
    const open = new Map();
    return (host) => {
        const asked = open.get(host) ?? ask(host).finally(() => open.delete(host));
        open.set(host, asked);
        return asked;
    };
}
function lookupUnderRule(resolve, scheme, onResolved) {
    return (0,external_node_util_.callbackify)(async (host, _options) => {
        const addresses = await resolve(host);
        onResolved();
        for (const { address } of addresses) {
            const problem = problemOfAddress(address, scheme);
            if (problem !== undefined)
                throw new ForbiddenAddressError(`${host} leads to ${problem}`);
        }
        return [...addresses];
    });
}

;// CONCATENATED MODULE: ../../packages/probe/lib/classify.js


class TooLargeError extends Error {
    status;
    maxBytes;
    constructor(status, maxBytes) {
        super(`more than ${maxBytes} bytes`);
        this.status = status;
        this.maxBytes = maxBytes;
    }
}
function classifyError(error) {
    if (error instanceof ForbiddenAddressError)
        return { kind: "forbidden", message: error.message };
    if (error instanceof TooLargeError)
        return { kind: "too-large", status: error.status, maxBytes: error.maxBytes };
    const { code, message } = codeOf(error);
    if (code === "ECONNREFUSED")
        return { kind: "refused" };
    if (code === "ENOTFOUND" || code.startsWith("EAI_") || code === "ENODATA")
        return { kind: "dns", code };
    if (isTls(code))
        return { kind: "tls", code, message: reasonIn(message) };
    return { kind: "broken", code, message };
}
function codeOf(error) {
    const first = external_node_util_.types.isNativeError(error) && "errors" in error ? error.errors[0] : error;
    if (!external_node_util_.types.isNativeError(first))
        return { code: "UNKNOWN", message: String(first) };
    return { code: first.code ?? "UNKNOWN", message: first.message };
}
function isTls(code) {
    return /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/.test(code);
}
function reasonIn(message) {
    return /error:[0-9A-F]+:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;
}

;// CONCATENATED MODULE: ../../packages/probe/lib/connect.js


function connect(host, port, { resolve, signal, reached }) {
    return new Promise((done, reject) => {
        reached("resolving");
        const lookup = lookupUnderRule(resolve, "tcp:", () => reached("connecting"));
        const socket = (0,external_node_net_.connect)({ host, port, lookup, signal, autoSelectFamily: true });
        socket.once("error", reject);
        socket.once("connect", () => {
            socket.destroy();
            done();
        });
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(67);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(708);
;// CONCATENATED MODULE: ../../packages/probe/lib/exchange.js




const MAX_BODY_BYTES = 1024 * 1024;
const FRESH = { keepAlive: false, autoSelectFamily: true };
function exchange(url, context) {
    return new Promise((resolve, reject) => {
        context.reached("resolving");
        const secure = url.protocol === "https:";
        const request = secure
            ? (0,external_node_https_.request)(url, { ...optionsFor(url, context), ...trust(context), agent: freshSecureAgent() })
            : (0,external_node_http_.request)(url, { ...optionsFor(url, context), agent: new external_node_http_.Agent(FRESH) });
        request.on("socket", (socket) => watch(socket, secure, context));
        request.on("response", (incoming) => {
            context.reached("reading");
            read(incoming).then(resolve, reject);
        });
        request.on("error", reject);
        request.end();
    });
}
function optionsFor(url, { resolve, signal, reached }) {
    return {
        method: "GET",
        signal,
        lookup: lookupUnderRule(resolve, url.protocol, () => reached("connecting")),
        headers: {
            "user-agent": "fairway-health-gate",
            accept: "application/json, */*;q=0.5",
            "accept-encoding": "identity",
            "cache-control": "no-cache",
        },
    };
}
function trust({ certificateAuthorities }) {
    const ca = certificateAuthorities === undefined ? {} : { ca: certificateAuthorities };
    return { rejectUnauthorized: true, minVersion: "TLSv1.2", ...ca };
}
function freshSecureAgent() {
    return new external_node_https_.Agent({ ...FRESH, maxCachedSessions: 0 });
}
function watch(socket, secure, { reached }) {
    socket.once("connect", () => reached(secure ? "handshaking" : "waiting"));
    socket.once("secureConnect", () => reached("waiting"));
}
async function read(incoming) {
    const status = incoming.statusCode ?? 0;
    const chunks = [];
    let size = 0;
    for await (const chunk of incoming) {
        size += chunk.byteLength;
        if (size > MAX_BODY_BYTES)
            throw new TooLargeError(status, MAX_BODY_BYTES);
        chunks.push(chunk);
    }
    return { status, headers: joinHeaders(incoming.headers), body: new TextDecoder().decode(Buffer.concat(chunks)) };
}
function joinHeaders(headers) {
    const joined = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            joined[name] = Array.isArray(value) ? value.join(", ") : value;
    }
    return joined;
}

;// CONCATENATED MODULE: ../../packages/probe/lib/follow.js

const MAX_REDIRECTS = 5;
async function follow(start, context) {
    let url = start;
    for (let count = 0;; count += 1) {
        const answer = await exchange(url, context);
        const next = redirectOf(answer, url);
        if (next === undefined || next.origin !== start.origin || count === MAX_REDIRECTS)
            return answer;
        url = next;
    }
}
function redirectOf({ status, headers }, base) {
    const location = headers["location"];
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
        return undefined;
    return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}

;// CONCATENATED MODULE: ../../packages/probe/lib/probe.js







function openProbe({ clock, resolve, certificateAuthorities }) {
    const resolver = createResolver(resolve);
    return {
        attempt: async (url, options) => {
            const started = clock.elapsedMs();
            const stop = new AbortController();
            let phase = "resolving";
            const context = {
                resolve: resolver,
                certificateAuthorities,
                signal: AbortSignal.any([options.signal, stop.signal]),
                reached: (next) => (phase = next),
            };
            const took = () => clock.elapsedMs() - started;
            const overdue = () => ({ kind: "timed-out", phase, afterMs: took() });
            try {
                return await Promise.race([
                    look(new URL(url), options.followRedirects, context, took),
                    clock.sleep(options.timeoutMs, context.signal).then(overdue),
                ]);
            }
            catch (error) {
                return options.signal.aborted ? { kind: "aborted" } : classifyError(error);
            }
            finally {
                stop.abort();
            }
        },
    };
}
async function look(url, followRedirects, context, took) {
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const problem = (0,external_node_net_.isIP)(host) === 0 ? undefined : problemOfAddress(host, url.protocol);
    if (problem !== undefined)
        return { kind: "forbidden", message: problem };
    if (url.protocol === "tcp:") {
        await connect(host, Number(url.port), context);
        return { kind: "connected", tookMs: took() };
    }
    const answer = await (followRedirects ? follow(url, context) : exchange(url, context));
    return { kind: "answer", ...answer, tookMs: took() };
}

;// CONCATENATED MODULE: ../../packages/probe/lib/index.js



/***/ })

};
