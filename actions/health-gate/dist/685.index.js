export const id = 685;
export const ids = [685];
export const modules = {

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


/***/ }),

/***/ 685:
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

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(314);
;// CONCATENATED MODULE: ../../packages/probe/lib/addresses.js



const MAX_ADDRESSES = 50;
async function findAddresses(url, resolve, hasRouteTo = isRoutable) {
    const host = hostOf(url);
    const found = (0,external_node_net_.isIP)(host) === 0 ? await resolve(host) : [{ address: host }];
    const addresses = [...new Set(found.map(({ address }) => address))].toSorted();
    const problem = addresses.map((address) => problemOfAddress(address, url.protocol)).find((one) => one !== undefined);
    if (problem !== undefined)
        return { kind: "forbidden", message: (0,external_node_net_.isIP)(host) === 0 ? `${host} leads to ${problem}` : problem };
    if (addresses.length === 0)
        return { kind: "dns", code: "ENODATA" };
    if (addresses.length > MAX_ADDRESSES)
        return { kind: "forbidden", message: `${host} has ${addresses.length} addresses, more than ${MAX_ADDRESSES}` };
    const routable = await Promise.all(addresses.map(hasRouteTo));
    if (!routable.includes(true))
        return { kind: "addresses", addresses, unreachable: [] };
    return {
        kind: "addresses",
        addresses: addresses.filter((_, index) => routable[index]),
        unreachable: addresses.filter((_, index) => !routable[index]),
    };
}
function hostOf(url) {
    return url.hostname.replace(/^\[(.*)\]$/, "$1");
}
function isRoutable(address) {
    return new Promise((done) => {
        const socket = (0,external_node_dgram_.createSocket)((0,external_node_net_.isIP)(address) === 6 ? "udp6" : "udp4");
        const end = (routable) => () => {
            socket.removeAllListeners();
            socket.close();
            done(routable);
        };
        socket.once("error", end(false));
        socket.once("connect", end(true));
        socket.connect(9, address);
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
// EXTERNAL MODULE: ../../packages/domain/lib/certificate.js
var certificate = __webpack_require__(618);
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
    const first = firstOf(error);
    const { code, message } = codeOf(first);
    if (code === "ECONNREFUSED")
        return { kind: "refused" };
    if (code === "ENOTFOUND" || code.startsWith("EAI_") || code === "ENODATA")
        return { kind: "dns", code };
    if (isTls(code))
        return { kind: "tls", code, message: (0,certificate/* certificateNames */.UZ)(first) ?? reasonIn(message) };
    return { kind: "broken", code, message };
}
function firstOf(error) {
    return external_node_util_.types.isNativeError(error) && "errors" in error ? error.errors[0] : error;
}
function codeOf(error) {
    if (!external_node_util_.types.isNativeError(error))
        return { code: "UNKNOWN", message: String(error) };
    const { code = "UNKNOWN", message } = error;
    return { code, message };
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

;// CONCATENATED MODULE: ../../packages/probe/lib/postgres-greeting.js
const PROTOCOL_3_0 = 3 << 16;
const HEADER_BYTES = 5;
const MAX_MESSAGE_BYTES = 30_000;
const METHODS = {
    0: "none",
    2: "Kerberos",
    3: "a password",
    5: "an MD5 password",
    7: "GSSAPI",
    9: "SSPI",
    10: "SASL",
};
function startupPacket(user) {
    const parameters = ["user", user, "database", "postgres", "application_name", user, "", ""].join("\0");
    const packet = Buffer.alloc(8 + Buffer.byteLength(parameters));
    packet.writeInt32BE(packet.length, 0);
    packet.writeInt32BE(PROTOCOL_3_0, 4);
    packet.write(parameters, 8);
    return packet;
}
function readGreeting(bytes) {
    const type = String.fromCharCode(bytes[0] ?? 0);
    if (bytes.length === 0)
        return { kind: "unfinished" };
    if (type !== "R" && type !== "E")
        return { kind: "foreign" };
    if (bytes.length < HEADER_BYTES)
        return { kind: "unfinished" };
    const length = bytes.readInt32BE(1);
    if (length < 8 || length > MAX_MESSAGE_BYTES)
        return { kind: "foreign" };
    if (bytes.length < length + 1)
        return { kind: "unfinished" };
    return type === "R" ? authentication(bytes) : refusal(bytes.toString("utf8", HEADER_BYTES, length + 1));
}
function authentication(bytes) {
    const number = bytes.readInt32BE(HEADER_BYTES);
    return { kind: "login-asked", method: METHODS[number] ?? `method ${number}` };
}
function refusal(text) {
    const fields = new Map(text.split("\0").map((field) => [field.slice(0, 1), field.slice(1)]));
    const sqlState = fields.get("C") ?? "";
    if (!/^[0-9A-Z]{5}$/.test(sqlState))
        return { kind: "foreign" };
    return { kind: "login-refused", sqlState, message: fields.get("M") ?? "" };
}

;// CONCATENATED MODULE: ../../packages/probe/lib/greet.js



const USER = "fairway_health_gate";
function greet(host, port, { resolve, signal, reached }) {
    return new Promise((done, reject) => {
        reached("resolving");
        const lookup = lookupUnderRule(resolve, "postgres:", () => reached("connecting"));
        const socket = (0,external_node_net_.connect)({ host, port, lookup, signal, autoSelectFamily: true });
        socket.once("connect", () => {
            reached("waiting");
            socket.write(startupPacket(USER));
        });
        listen(socket, (greeting) => {
            socket.destroy();
            if (greeting.kind === "foreign")
                reject(protocolError("it does not speak PostgreSQL's protocol"));
            else if (greeting.kind === "unfinished")
                reject(protocolError("it hung up before it had answered"));
            else
                done(greeting);
        });
        socket.on("error", reject);
    });
}
function listen(socket, heard) {
    let bytes = Buffer.alloc(0);
    socket.on("data", (chunk) => {
        bytes = Buffer.concat([bytes, chunk]);
        const greeting = readGreeting(bytes);
        if (greeting.kind !== "unfinished")
            heard(greeting);
    });
    socket.once("end", () => heard({ kind: "unfinished" }));
}
function protocolError(message) {
    return Object.assign(new Error(message), { code: "NOT_POSTGRESQL" });
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
        attempt: (url, options) => inTime(clock, options, (context, took) => look(new URL(url), options.followRedirects, { ...context, resolve: pinned(options.address) ?? resolver, certificateAuthorities }, took)),
        addressesOf: (url, options) => inTime(clock, options, () => findAddresses(new URL(url), resolver)),
    };
}
async function inTime(clock, { timeoutMs, signal }, work) {
    const started = clock.elapsedMs();
    const stop = new AbortController();
    let phase = "resolving";
    const progress = {
        signal: AbortSignal.any([signal, stop.signal]),
        reached: (next) => (phase = next),
    };
    const took = () => clock.elapsedMs() - started;
    const overdue = () => ({ kind: "timed-out", phase, afterMs: took() });
    try {
        return await Promise.race([work(progress, took), clock.sleep(timeoutMs, progress.signal).then(overdue)]);
    }
    catch (error) {
        return signal.aborted ? { kind: "aborted" } : classifyError(error);
    }
    finally {
        stop.abort();
    }
}
function pinned(address) {
    return address === undefined ? undefined : async () => [{ address, family: (0,external_node_net_.isIP)(address) }];
}
async function look(url, followRedirects, context, took) {
    const host = hostOf(url);
    const problem = (0,external_node_net_.isIP)(host) === 0 ? undefined : problemOfAddress(host, url.protocol);
    if (problem !== undefined)
        return { kind: "forbidden", message: problem };
    if (url.protocol === "tcp:") {
        await connect(host, Number(url.port), context);
        return { kind: "connected", tookMs: took() };
    }
    if (url.protocol === "postgres:")
        return { ...(await greet(host, Number(url.port), context)), tookMs: took() };
    const answer = await (followRedirects ? follow(url, context) : exchange(url, context));
    return { kind: "answer", ...answer, tookMs: took() };
}

;// CONCATENATED MODULE: ../../packages/probe/lib/index.js



/***/ })

};
